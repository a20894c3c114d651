import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { findMembersTenant, isGuid } from '../config.js';
import { toLocalTime } from '../danish/date-format.js';
import { AppError } from '../domain/app-error.js';
import { systemClock } from '../domain/clock.js';
import type { MembersReport } from '../features/members/import-members.js';
import type { Register } from '../store/ports.js';
import { type Archive, databaseOption, readForumName, readSetting, withArchive } from './archive.js';
import { exitCodes } from './exit-codes.js';
import { count, print, printJson } from './output.js';

interface CommonArguments {
  db: string;
  forum: string;
  json?: boolean;
}

interface ImportArguments extends CommonArguments {
  tenant?: string;
  dryRun?: boolean;
  yes?: boolean;
}

interface ListArguments extends CommonArguments {
  on: string;
  all?: boolean;
}

const maxFileBytes = 5_000_000;

function readTenant(text: string): string {
  if (!isGuid(text)) throw new InvalidArgumentError('give the Entra tenant id, a GUID');
  return text.toLowerCase();
}

function tenantFrom(environment: NodeJS.ProcessEnv): string {
  const tenant = findMembersTenant(
    readSetting('MicrosoftAppTenantId', environment),
    readSetting('REFERENT_ALLOWED_TENANTS', environment),
  );
  if (tenant !== null) return tenant;
  throw new AppError(
    'invalid_input',
    'say which Entra tenant the object ids belong to: --tenant ID, or MicrosoftAppTenantId in the environment',
  );
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxFileBytes) throw new AppError('invalid_input', `${path} is larger than ${maxFileBytes} bytes`);
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('invalid_input', `${path} cannot be read`, { cause });
  }
}

function describeReport({ forum, status, changes, unchanged, departments, notes, faults }: MembersReport): string[] {
  const endings: Record<MembersReport['status'], string> = {
    carried_out: 'carried out',
    shown: 'nothing is changed yet; --yes carries it out',
    faulty: `nothing is changed: ${count(faults.length, 'fault')}`,
    nothing_to_do: 'nothing to do: the register says the same',
  };
  const of = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  return [
    ...notes.map((note) => `note      ${note}`),
    ...departments.map((line) => `department ${line}`),
    ...changes.map(({ kind, objectId, text }) => `${kind.padEnd(9)} ${text} [${objectId}]`),
    `${forum}: ${of('added')} added, ${of('changed')} changed, ${of('ended')} ended, ${of('removed')} removed, ${unchanged} unchanged`,
    endings[status],
  ];
}

async function runImport(path: string, given: ImportArguments): Promise<void> {
  const { importMembers } = await import('../features/members/import-members.js');
  const file = { name: basename(path), bytes: await readBytes(path) };
  const tenantId = given.tenant ?? tenantFrom(process.env);
  const report = await withForum(given, ({ store, forum }) => {
    const dependencies = { members: store.members, forum, tenantId, clock: systemClock };
    return importMembers(dependencies, file, given.yes === true);
  });
  if (given.json) printJson(report);
  else print(...describeReport(report));
  if (report.status === 'faulty')
    throw new AppError('invalid_input', 'the list of members has faults', {
      faults: report.faults.map((fault) => `${path}: ${fault}`),
    });
}

const holds = (on: string) => (span: { from: string; to: string | null }) =>
  span.from <= on && (span.to === null || span.to >= on);

function describeRegister({ departments, memberships, deputies }: Register): string[] {
  const nameOf = new Map(departments.map(({ id, name }) => [id, name]));
  const span = ({ from, to }: { from: string; to: string | null }): string => `${from} - ${to ?? ''}`.padEnd(23);
  return [
    ...memberships.map(
      ({ name, title, role, departmentId, person, ...days }) =>
        `${span(days)} ${role.padEnd(15)} ${[name, title, departmentId === null ? null : nameOf.get(departmentId)]
          .filter((part) => part !== null && part !== undefined)
          .join(', ')} [${person.objectId}]`,
    ),
    ...deputies.map(
      ({ deputyName, deputy, principal, ...days }) =>
        `${span(days)} ${'deputy'.padEnd(15)} ${deputyName} [${deputy.objectId}] for [${principal.objectId}]`,
    ),
  ];
}

async function runList({ json, on, all, ...given }: ListArguments): Promise<void> {
  const { register, tier, channel } = await withForum(given, async ({ store, forum }) => ({
    register: await store.members.getRegister(forum.id),
    tier: await store.members.getReaderTier(forum.id),
    channel: (await store.conversations.findChannel(forum.id)) !== undefined,
  }));
  const memberships = register.memberships.filter(all ? () => true : holds(on));
  const deputies = register.deputies.filter(all ? () => true : holds(on));
  const { departments } = register;
  if (json) printJson({ departments, memberships, deputies, readerTier: tier, hasChannel: channel });
  else
    print(
      ...describeRegister({ departments, memberships, deputies }),
      `${count(memberships.length, 'member')}; reader tier: ${tier ?? 'none, members only'}; channel ${channel ? 'bound' : 'not bound'}`,
    );
}

const withForum = <T>({ db, forum }: Pick<CommonArguments, 'db' | 'forum'>, work: (archive: Archive) => Promise<T>) =>
  withArchive(db, work, forum);

const forumOption = (): Option =>
  new Option('--forum <name>', 'the forum whose members they are').default(readForumName(process.env));

export function registerMembers(program: Command): void {
  const members = program.command('members').description('who belongs to the forum, with their roles and dates');
  members
    .command('import')
    .description(
      'bring the register in line with a list of members; shows what would change, and changes it with --yes',
    )
    .argument('<file>', '.csv or .json; seeds/members.csv shows the columns')
    .option('--dry-run', 'only show what would change; so it is also without --yes')
    .option('--yes', 'carry it out')
    .option('--tenant <id>', 'the Entra tenant of the object ids; without it that of the bot', readTenant)
    .addOption(forumOption())
    .addOption(databaseOption())
    .option('--json', 'print the report as JSON')
    .addHelpText(
      'after',
      '\nThe file is the whole list: whoever is not in it any more ends yesterday. Nobody is known by name.',
    )
    .action(async (path: string, given: ImportArguments, command: Command) => {
      if (given.dryRun && given.yes)
        command.error('error: --dry-run and --yes exclude each other', { exitCode: exitCodes.wrongUsage });
      await runImport(path, given);
    });
  members
    .command('list')
    .description('list the members of today')
    .option('--on <date>', 'of another day (YYYY-MM-DD)', toLocalTime(systemClock.now()).date)
    .option('--all', 'of all days')
    .addOption(forumOption())
    .addOption(databaseOption())
    .option('--json', 'print the list as JSON')
    .action(runList);
}
