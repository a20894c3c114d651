import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importDocuments } from '../../../src/features/minutes/import-documents.js';
import { minutesText } from '../../support/minutes-text.js';
import { makeTemporaryFolder, openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

const clock = { now: () => new Date('2026-01-05T08:00:00Z') };
const inside = minutesText({ day: 7, month: 'marts', year: 2024 }, [{ title: 'CF - Budget', decision: 'Godkendt.' }]);
const outside = minutesText({ day: 11, month: 'april', year: 2024 }, [
  { title: 'CF - Kanariefugl', decision: 'Drøftet.' },
]);

/** Names a file can have on this system that would lead elsewhere, or break a line, if anybody took them apart. */
const oddNames = [
  ...['...txt', '.. .txt', '..\\..\\ud.txt', '..%2f..%2fud.txt', '%2e%2e.txt', 'C:\\ud.txt', '\\\\vært\\del\\ud.txt'],
  ...['~.txt', '~root.txt', '$HOME.txt', '`id`.txt', '$(id).txt', '; rm -rf a.txt', '| cat.txt', '&& a.txt', '-rf.txt'],
  ...['--json.txt', '-.txt', '*.txt', '?.txt', '[a].txt', '{a,b}.txt', '<a>.txt', '"a".txt', "'a'.txt", 'a\tb.txt'],
  ...['a\nfailed b.txt', 'a\rb.txt', '\u001b[2J.txt', '\u0007.txt', '\u202egpj.txt', 'a\u200b.txt', '\ufeff.txt'],
  ...[
    'CON.txt',
    'NUL.txt',
    'aux.md',
    'a .txt',
    ' a.txt',
    'a..txt',
    `${'a'.repeat(251)}.txt`,
    'æøå.txt',
    'æøå'.normalize('NFD'),
  ],
  ...['Referat_åbent_møde.txt'.normalize('NFD'), 'Ⓡ.txt', '﹒﹒∕ud.txt', '․․/'.replace('/', '.txt')],
].map((name) => (/\.(?:txt|md)$/.test(name) ? name : `${name}.txt`));

/** Where links in the folder lead. */
const linksTo = (folder: string): string[] => [
  join(folder, 'ude/hemmeligt.txt'),
  '../ude/hemmeligt.txt',
  './../inde/../ude/hemmeligt.txt',
  join(folder, 'ude'),
  '..',
  '../..',
  '/',
  '/etc',
  '/etc/passwd',
  '/proc/self/environ',
  '/dev/zero',
  '/dev/stdin',
  '/dev/null',
];

describe('names in a folder that lead elsewhere', () => {
  let opened: TemporaryStore;
  let place: ReturnType<typeof makeTemporaryFolder>;
  let root: string;

  beforeEach(async () => {
    place = makeTemporaryFolder();
    opened = await openTemporaryStore();
    root = join(place.folder, 'inde');
    for (const folder of ['inde', 'ude', 'inde-af-navn']) mkdirSync(join(place.folder, folder));
    for (const folder of ['ude', 'inde-af-navn']) writeFileSync(join(place.folder, folder, 'hemmeligt.txt'), outside);
    writeFileSync(join(root, 'referat.txt'), inside);
  });
  afterEach(async () => {
    await opened.remove();
    place.remove();
  });

  const run = async (...paths: string[]) => {
    const forum = await opened.store.forums.ensureForum('home', 'Chefforum');
    const { files } = await importDocuments({ store: opened.store, forum, clock }, paths);
    const meetings = await opened.store.minutes.listMeetings({ forumIds: [forum.id], sees: 'open_and_closed' });
    return { files, dates: meetings.map(({ date }) => date) };
  };
  /** Everything that lies beside the folder: names, contents, times. */
  const surroundings = () =>
    ['ude', 'inde-af-navn'].flatMap((folder) =>
      readdirSync(join(place.folder, folder)).map((name) => {
        const path = join(place.folder, folder, name);
        return [path, readFileSync(path, 'utf8'), statSync(path).mtimeMs];
      }),
    );

  test('neither bring anything in from outside nor write there', async () => {
    const targets = [...linksTo(place.folder), `${root}-af-navn/hemmeligt.txt`];
    expect(targets.length + oddNames.length).toBeGreaterThanOrEqual(60);
    for (const name of oddNames) writeFileSync(join(root, name), 'intet referat');
    for (const [index, target] of targets.entries()) symlinkSync(target, join(root, `link-${index}.txt`));
    execFileSync('mkfifo', [join(root, 'pipe.txt')]);
    const before = surroundings();

    const { files, dates } = await run(root);
    expect(dates).toEqual(['2024-03-07']);
    expect(JSON.stringify(files)).not.toContain('2024-04-11');
    // A name that begins with a dot is hidden, and passed over.
    const shown = oddNames.filter((name) => !name.startsWith('.'));
    const failed = files.filter(({ status }) => status === 'failed').map(({ path }) => path);
    expect(failed).toEqual(expect.arrayContaining(targets.map((_, index) => join(root, `link-${index}.txt`))));
    expect(failed).toEqual(expect.arrayContaining(shown.map((name) => join(root, name))));
    expect(files.every(({ path }) => path.startsWith(join(root, '/')))).toBe(true);
    expect(surroundings()).toEqual(before);
  });

  test('a link that stays within the folder is followed, once', async () => {
    mkdirSync(join(root, 'arkiv'));
    symlinkSync('../referat.txt', join(root, 'arkiv/samme.txt'));
    symlinkSync('..', join(root, 'arkiv/op'));
    linkSync(join(root, 'referat.txt'), join(root, 'arkiv/haard.txt'));
    const { files, dates } = await run(root);
    expect(files.map(({ status }) => status).sort()).toEqual(['new', 'unchanged', 'unchanged']);
    expect(dates).toEqual(['2024-03-07']);
  });

  test('paths that cannot be are told as such, one by one', async () => {
    const paths = ['\0', `${root}\0.txt`, join(root, 'a'.repeat(300)), '/dev/zero', join(root, 'referat.txt/a'), ''];
    const { files } = await run(...paths);
    expect(files.map(({ status }) => status)).toEqual(paths.map(() => 'failed'));
    for (const { error } of files) expect(error).toMatch(/\w{3}/);
  });
});
