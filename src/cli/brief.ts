import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { toLocalTime } from '../danish/date-format.js';
import { readSpokenDate } from '../danish/read-spoken-date.js';
import { AppError } from '../domain/app-error.js';
import { systemClock } from '../domain/clock.js';
import type { Brief } from '../features/input/brief/make-brief.js';
import type { ReadableRound } from '../features/input/desk/round-desk.js';
import { type Archive, databaseOption, withArchive } from './archive.js';
import { print, printJson } from './output.js';

interface BriefArguments {
  db: string;
  json?: boolean;
  docx?: string;
  csv?: string;
  forum?: boolean;
}

/** The standings whose view is printed: the secretary's, or that of a chef in the forum. */
const standingsOf = ({ forum }: Pick<BriefArguments, 'forum'>) =>
  forum === true ? (['department_head'] as const) : (['secretary'] as const);

async function readBriefOf(archive: Archive, written: string, given: BriefArguments): Promise<ReadableRound> {
  const { listRounds } = await import('../features/input/brief/brief.command.js');
  const { readableRound } = await import('../features/input/desk/round-desk.js');
  const { mayDo } = await import('../domain/rights.js');
  const { store, forum } = archive;
  const dates = readSpokenDate(written, toLocalTime(systemClock.now()).date);
  if (dates.length === 0) throw new AppError('invalid_input', `not a date: ${written}`);
  const [round] = await listRounds(store, [forum.id], dates);
  if (round === undefined) throw new AppError('not_found', `nobody was asked for input to the meeting of ${written}`);
  const standings = standingsOf(given);
  const read = await readableRound(store, round, {
    standingsIn: () => standings,
    mayDo: (_forumId, operation, access) => mayDo(standings, operation, access),
  });
  if (read === undefined)
    throw new AppError(
      'forbidden',
      round.visibility === 'forum_after_deadline'
        ? 'the round is open: the forum reads it when it is closed'
        : `the forum may not read it: its visibility is "${round.visibility}"`,
    );
  return read;
}

const toItem = ({ item }: Brief['toNote'][number]) => ({ number: item.number, title: item.topic || item.title });

/** A brief as scripts read it. */
const toOutput = ({ round, agenda, ...brief }: Brief) => ({
  forum: agenda.forum,
  date: agenda.date,
  state: round.state,
  deadlineAt: round.deadlineAt,
  closedAt: round.closedAt,
  visibility: round.visibility,
  ...brief,
  needsTime: brief.needsTime.map((one) => ({ ...one, entry: toItem(one.entry) })),
  remarks: brief.remarks.map((one) => ({ ...one, entry: toItem(one.entry) })),
  corrections: brief.corrections.map((one) => ({ ...one, entry: toItem(one.entry) })),
  questions: brief.questions.map((one) => ({ ...one, entry: toItem(one.entry) })),
  nominations: brief.nominations.map((one) => ({ ...one, entry: toItem(one.entry) })),
  toNote: brief.toNote.map(toItem),
  time: brief.time.map((one) => ({ ...one, entry: toItem(one.entry) })),
});

async function runBrief(date: string, given: BriefArguments): Promise<void> {
  const { briefSections } = await import('../features/input/brief/brief-text.js');
  const { briefPhrases } = await import('../features/input/brief/brief-phrases.js');
  await withArchive(given.db, async (archive) => {
    const { brief } = await readBriefOf(archive, date, given);
    if (given.docx !== undefined) {
      const { makeBriefDocument } = await import('../features/input/brief/brief-document.js');
      await writeFile(given.docx, await makeBriefDocument(brief));
    }
    if (given.csv !== undefined) {
      const { makeBriefCsv } = await import('../features/input/brief/brief-csv.js');
      await writeFile(given.csv, makeBriefCsv(brief));
    }
    if (given.json === true) return printJson(toOutput(brief));
    const written = [given.docx, given.csv].filter((file) => file !== undefined);
    if (written.length > 0) return print(...written.map((file) => `written: ${file}`));
    print(
      briefPhrases.title(brief.agenda.forum, brief.agenda.date),
      briefPhrases.answered(brief.answered, brief.asked),
      ...briefSections(brief).flatMap(({ heading, text }) => ['', heading, text]),
    );
  });
}

export function registerBrief(program: Command): void {
  program
    .command('brief')
    .description('what was answered before a meeting, as chair and secretary read it')
    .argument('<date>', "the meeting's, such as 2026-11-25")
    .option('--docx <file>', 'write it as a Word document')
    .option('--csv <file>', 'write nominations and answers to questions as CSV')
    .option('--forum', 'as the forum may read it, where the round is open to it')
    .addOption(databaseOption())
    .option('--json', 'print the result as JSON')
    .action((date: string, given: BriefArguments) => runBrief(date, given));
}
