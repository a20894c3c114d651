import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { AppError } from '../domain/app-error.js';
import { systemClock } from '../domain/clock.js';
import { homeTenant } from '../domain/home-tenant.js';
import type { Store } from '../store/ports.js';
import { databaseOption, withArchive } from './archive.js';
import { complain, count, print } from './output.js';

interface ExportArguments {
  db: string;
  format: 'json' | 'oparl';
  baseUrl: string;
  body: string;
  closed?: boolean;
}

function readBaseUrl(text: string): string {
  const isAddress = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (!isAddress || /[?#]/.test(text)) throw new InvalidArgumentError('It is not an http address.');
  return text.endsWith('/') ? text : `${text}/`;
}

async function readForums(store: Store, closed: boolean) {
  const { readForum } = await import('../features/export/read-archive.js');
  const forums = await store.forums.listForums(homeTenant);
  const exported = [];
  for (const forum of forums) exported.push(await readForum(store, forum, closed));
  return exported;
}

async function exportJson(store: Store, target: string, closed: boolean): Promise<string> {
  const { toArchiveJson } = await import('../features/export/archive-json.js');
  const archive = toArchiveJson(await readForums(store, closed), closed, systemClock.now());
  writeFileSync(target, `${JSON.stringify(archive, null, 2)}\n`, { mode: 0o600 });
  return count(archive.forums.flatMap(({ meetings }) => meetings).length, 'meeting');
}

async function exportOparl(
  store: Store,
  target: string,
  { baseUrl, body, closed = false }: ExportArguments,
): Promise<string> {
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new AppError('invalid_input', `${target} is not empty; name a folder that is, or is not there yet`);
  const [{ readOriginal }, { toOparl }, { toOparlFiles, writeFiles }] = await Promise.all([
    import('../features/export/read-archive.js'),
    import('../features/export/to-oparl.js'),
    import('../features/export/write-export.js'),
  ]);
  const forums = await readForums(store, closed);
  const forumOf = new Map(forums.flatMap(({ meetings }) => meetings.map((meeting) => [meeting.id, meeting] as const)));
  const drawn = await toOparl(forums, {
    baseUrl,
    bodyName: body,
    exportedAt: systemClock.now(),
    originalOf: async (id) => {
      const meeting = forumOf.get(id);
      return meeting === undefined ? null : readOriginal(store, meeting, closed);
    },
  });
  const texts = toOparlFiles(drawn, baseUrl);
  writeFiles(target, [
    ...texts.map(({ path, text }) => ({ path, content: text })),
    ...drawn.files.map(({ path, bytes }) => ({ path, content: bytes })),
  ]);
  return `${count(drawn.objects.Meeting.length, 'meeting')}, ${count(texts.length + drawn.files.length, 'file')}`;
}

async function runExport(path: string, given: ExportArguments): Promise<void> {
  const target = resolve(path);
  if (!existsSync(given.db)) throw new AppError('not_found', `there is no store at ${given.db}`);
  if (given.closed === true)
    complain(
      given.format === 'json'
        ? 'This export holds closed items, drafts, what chefs answered and what people asked: keep it where only those entitled can read it, and delete it when it has been handed over. What Referent deletes for its age stays in it.'
        : 'This export holds closed items: do not publish it.',
    );
  const written = await withArchive(given.db, ({ store }) =>
    given.format === 'json' ? exportJson(store, target, given.closed === true) : exportOparl(store, target, given),
  );
  print(`${target}: ${written}`);
}

export function registerExport(program: Command): void {
  program
    .command('export')
    .description('write what the store holds as JSON (one file) or as OParl 1.1 (a folder for a web server)')
    .argument('<target>', 'the file, or the folder')
    .addOption(new Option('--format <format>', 'the form').choices(['json', 'oparl']).default('json'))
    .option(
      '--base-url <url>',
      'where the OParl folder will stand; every id begins with it',
      readBaseUrl,
      'https://referent.invalid/oparl/',
    )
    .option('--body <name>', "the municipality's name, for OParl", 'Kommunen')
    .option(
      '--closed',
      'closed items too; in JSON everything: drafts, input, questions, earlier versions, what was sent',
    )
    .addOption(databaseOption())
    .action(runExport);
}
