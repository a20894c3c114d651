/** Who may import whom. `docs/decisions/` says why; a failure here means that a layer leaks. */

const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: [from, ...allowed] },
});

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('domain-imports-nothing', '^src/domain/', [], 'The forum’s words and rules stand alone.'),
    only(
      'danish-imports-nothing',
      '^src/danish/',
      ['^src/domain/language'],
      'Facts of the language, without knowledge of meetings; a date is written in the language spoken.',
    ),
    only('document-reader', '^src/document-reader/', ['^src/domain/', '^src/danish/'], ''),
    only('minutes-parser', '^src/minutes-parser/', ['^src/domain/', '^src/danish/', '^src/document-reader/'], ''),
    only('search', '^src/search/', ['^src/domain/', '^src/danish/'], ''),
    only(
      'register',
      '^src/register/',
      ['^src/domain/', '^src/danish/', '^src/store/ports'],
      'Whom a text names, by the registers of members.',
    ),
    only('store', '^src/store/', ['^src/domain/', '^src/child-module'], ''),
    only('routing', '^src/routing/', ['^src/domain/', '^src/danish/', '^src/cards/', '^src/texts'], ''),
    only(
      'jobs',
      '^src/jobs/',
      ['^src/domain/', '^src/danish/', '^src/store/ports', '^src/routing/', '^src/logging'],
      'Sends and does what is due; what it says and does is the features’.',
    ),
    only('cards', '^src/cards/', ['^src/domain/', '^src/danish/', '^src/texts'], ''),
    only(
      'teams',
      '^src/teams/',
      ['^src/domain/', '^src/routing/', '^src/cards/', '^src/texts', '^src/config', '^src/logging'],
      '',
    ),
    {
      name: 'features-never-import-each-other',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'features',
      severity: 'error',
      from: { path: '^src/features/' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/features/',
          '^src/(domain|danish|register|search|cards|routing)/',
          '^src/store/ports',
          '^src/(texts|child-module|keep-heap-small)',
          '^src/(document-reader|minutes-parser)/',
        ],
      },
    },
    {
      name: 'only-minutes-and-agenda-read-documents',
      severity: 'error',
      from: { path: '^src/features/', pathNot: '^src/features/(minutes|agenda)/' },
      to: { path: '^src/(document-reader|minutes-parser)/' },
    },
    {
      name: 'pdf-and-word-are-loaded-for-files-of-theirs',
      comment: 'Their libraries take memory and time to load, and only the process that reads a file needs them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/document-reader/(docx|pdf-)' },
      to: { path: '^(src/document-reader/(docx|pdf-document)\\.ts$|node_modules/(mammoth|unpdf)/)', dynamic: false },
    },
    {
      name: 'the-sdk-stays-in-teams',
      comment: 'The Bot Framework SDK is archived; moving to its successor must be a change in one folder.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/teams/' },
      to: { path: '^node_modules/(botbuilder|botframework|restify)' },
    },
    {
      name: 'sql-stays-in-the-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: '^node_modules/(kysely|better-sqlite3)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
