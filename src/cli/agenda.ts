import { type Command, InvalidArgumentError } from 'commander';
import { listOf } from '../config.js';
import { toLocalTime } from '../danish/date-format.js';
import { readSpokenDate } from '../danish/read-spoken-date.js';
import { createWorkingDays } from '../danish/working-days.js';
import type { Agenda, AgendaState } from '../domain/agenda.js';
import { AppError } from '../domain/app-error.js';
import { systemClock } from '../domain/clock.js';
import type { Intents } from '../domain/outgoing-message.js';
import type { AgendaCheck } from '../features/agenda/check/check-agenda.js';
import { type Archive, databaseOption, readSetting, withArchive } from './archive.js';
import { count, onOneLine, print, printJson } from './output.js';
import { readApart } from './read-apart.js';

interface AgendaArguments {
  db: string;
  json?: boolean;
  replace?: boolean;
  at?: Date;
  acceptFindings?: boolean;
  reason?: string;
}

const allStates: readonly AgendaState[] = [
  'draft',
  'scheduled',
  'published',
  'changed',
  'held',
  'archived',
  'withdrawn',
  'cancelled',
];

/** An agenda as scripts read it. */
const toOutput = ({
  id,
  forum,
  state,
  date,
  startTime,
  endTime,
  place,
  publishAt,
  publishedAt,
  entries,
  revision,
}: Agenda) => ({
  id,
  forum,
  state,
  date,
  startTime,
  endTime,
  place,
  publishAt,
  publishedAt,
  revision,
  items: entries.map(({ item, isWithdrawn }) => ({
    number: item.number,
    title: item.topic || item.title,
    kind: item.kind,
    access: item.access,
    isWithdrawn,
  })),
});

const describeAgenda = ({ state, date, forum, entries }: Agenda): string =>
  `${state.padEnd(9)} ${date} ${forum}, ${count(entries.length, 'item')}`;

const describeCheck = ({ open, accepted }: AgendaCheck): string[] => [
  ...open.map(({ code, message }) => `          ${code}: ${message}`),
  `          ${count(open.length, 'finding')}${accepted.length === 0 ? '' : `, ${accepted.length} accepted`}`,
];

/** What is done here sets going what it does in the chat: the chefs are asked, and told of changes. */
const actingIn = ({ store }: Archive) => ({
  ...store,
  clock: systemClock,
  async intentsOfInput(before: Agenda, after: Agenda, now: Date): Promise<Intents> {
    const { intentsOfAgenda } = await import('../features/input/input-intents.js');
    return intentsOfAgenda(before, after, now);
  },
});

/** The agenda of a date: the live one, else the newest that ever had it. */
async function getAgendaOf({ store, forum }: Archive, written: string): Promise<Agenda> {
  const dates = readSpokenDate(written, toLocalTime(systemClock.now()).date);
  const agendas = (await store.agendas.listAgendas(forum.id, allStates)).filter(({ date }) => dates.includes(date));
  const found =
    agendas.find(({ state }) => !['withdrawn', 'cancelled', 'archived'].includes(state)) ??
    agendas.find(({ publishedAt }) => publishedAt !== null);
  if (found === undefined) throw new AppError('not_found', `there is no agenda for ${written}`);
  return found;
}

/** @throws AppError `invalid_input` for a document that names another forum: its agenda would be made, and read, by the wrong people. */
async function requireOwnForum({ forum }: Archive, named: string): Promise<void> {
  const { sameForumName } = await import('../domain/same-forum-name.js');
  if (!sameForumName(named, forum.name))
    throw new AppError(
      'invalid_input',
      `the agenda is for ${onOneLine(named)}, and this is ${forum.name}; REFERENT_FORUM names another forum`,
    );
}

async function runImport(path: string, { db, json, replace }: AgendaArguments): Promise<void> {
  const { receiveDocument, replaceWithCandidate } = await import('../features/agenda/draft/receive-document.js');
  const { checkAgenda } = await import('../features/agenda/check/check-agenda.js');
  const { document, original } = await readApart(path);
  await withArchive(db, async (archive) => {
    await requireOwnForum(archive, document.forum);
    const acting = actingIn(archive);
    const workingDays = createWorkingDays(listOf(readSetting('REFERENT_CLOSED_DAYS', process.env)));
    const received = await receiveDocument({ ...acting, workingDays }, archive.forum.id, document, original, null);
    if (received.status === 'conflict' && replace !== true) {
      const lines = received.changes.map((line) => `  ${line}`);
      throw new AppError('conflict', `${document.date} has an agenda already (${received.agenda.state})`, {
        faults: [
          `${path}: ${document.date} has an agenda already (${received.agenda.state}); --replace puts this one in its place:`,
          ...(lines.length > 0 ? lines : ['  no difference a reader would see']),
        ],
      });
    }
    const isReplaced = received.status === 'conflict';
    const agenda = isReplaced
      ? await replaceWithCandidate(acting, received.agenda, received.candidate, null)
      : received.agenda;
    const check = await checkAgenda(acting, agenda);
    const status = isReplaced ? 'replaced' : received.status;
    if (json === true) return printJson({ status, agenda: toOutput(agenda), findings: check.open });
    print(`${status}: ${describeAgenda(agenda)}`, ...describeCheck(check));
  });
}

async function readToCheck(archive: Archive, fileOrDate: string): Promise<Agenda> {
  const { existsSync } = await import('node:fs');
  if (!existsSync(fileOrDate)) return getAgendaOf(archive, fileOrDate);
  const { documentToDraft } = await import('../features/agenda/draft/document-to-draft.js');
  const { document, original } = await readApart(fileOrDate);
  await requireOwnForum(archive, document.forum);
  return documentToDraft(document, { forumId: archive.forum.id, original, inputDeadlineAt: null });
}

async function runCheck(fileOrDate: string, { db, json }: AgendaArguments): Promise<void> {
  const { checkAgenda } = await import('../features/agenda/check/check-agenda.js');
  await withArchive(db, async (archive) => {
    const agenda = await readToCheck(archive, fileOrDate);
    const check = await checkAgenda(actingIn(archive), agenda);
    if (json === true) return printJson({ agenda: toOutput(agenda), findings: check.open, accepted: check.accepted });
    print(describeAgenda(agenda), ...describeCheck(check));
  });
}

async function runList({ db, json }: AgendaArguments): Promise<void> {
  await withArchive(db, async ({ store, forum }) => {
    const agendas = await store.agendas.listAgendas(forum.id, allStates);
    if (json === true) return printJson({ agendas: agendas.map(toOutput) });
    print(...(agendas.length === 0 ? ['no agendas'] : agendas.map(describeAgenda)));
  });
}

async function runPublish(date: string, { db, json, at, acceptFindings }: AgendaArguments): Promise<void> {
  const { checkAgenda } = await import('../features/agenda/check/check-agenda.js');
  const { publishAgenda, scheduleAgenda } = await import('../features/agenda/agenda-actions.js');
  await withArchive(db, async (archive) => {
    const acting = actingIn(archive);
    const agenda = await getAgendaOf(archive, date);
    const { open } = await checkAgenda(acting, agenda);
    if (open.length > 0 && acceptFindings !== true)
      throw new AppError('conflict', `${count(open.length, 'finding')} to mend or accept`, {
        faults: [
          `${count(open.length, 'finding')} to mend, or to accept with --accept-findings:`,
          ...open.map(({ code, message }) => `  ${code}: ${message}`),
        ],
      });
    const acceptedFindings = [...agenda.acceptedFindings, ...open.map(({ key }) => key)];
    const accepted: Agenda = { ...agenda, acceptedFindings };
    const out = await (at === undefined
      ? publishAgenda(acting, accepted, null)
      : scheduleAgenda(acting, accepted, at, null));
    if (json === true) return printJson({ agenda: toOutput(out) });
    print(describeAgenda(out));
  });
}

async function runWithdraw(date: string, { db, json, reason }: AgendaArguments): Promise<void> {
  const { endAgenda } = await import('../features/agenda/agenda-actions.js');
  await withArchive(db, async (archive) => {
    const gone = await endAgenda(actingIn(archive), await getAgendaOf(archive, date), 'withdraw', null, reason);
    if (json === true) return printJson({ agenda: toOutput(gone) });
    print(describeAgenda(gone));
  });
}

function readInstant(text: string): Date {
  const at = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || Number.isNaN(at.getTime()))
    throw new InvalidArgumentError('give an ISO time, such as 2026-11-18T08:00:00+01:00');
  return at;
}

export function registerAgenda(program: Command): void {
  const agenda = program.command('agenda').description('make, check and publish the agenda of a coming meeting');
  const add = (name: string, description: string) =>
    agenda
      .command(name)
      .description(description)
      .addOption(databaseOption())
      .option('--json', 'print the result as JSON');

  add('import', 'read an agenda document into a draft')
    .argument('<file>', '.txt .md .pdf or .docx')
    .option('--replace', 'put it in the place of the agenda the date has')
    .action((file: string, given: AgendaArguments) => runImport(file, given));
  add('check', 'say what is odd about an agenda; changes nothing')
    .argument('<file|date>')
    .action((fileOrDate: string, given: AgendaArguments) => runCheck(fileOrDate, given));
  add('list', 'every agenda and its state').action((given: AgendaArguments) => runList(given));
  add('publish', 'publish an agenda in the channel; the bot posts it')
    .argument('<date>')
    .option('--at <time>', 'at this time instead of now', readInstant)
    .option('--accept-findings', 'although something is odd about it')
    .action((date: string, given: AgendaArguments) => runPublish(date, given));
  add('withdraw', 'take a published agenda back, or throw a draft away')
    .argument('<date>')
    .option('--reason <text>', 'why, which the channel is told')
    .action((date: string, given: AgendaArguments) => runWithdraw(date, given));
}
