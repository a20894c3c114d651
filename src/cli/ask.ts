import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import type { Audience } from '../domain/access.js';
import type { Answer } from '../domain/answer.js';
import { AppError } from '../domain/app-error.js';
import { systemClock } from '../domain/clock.js';
import { type Archive, databaseOption, withArchive } from './archive.js';
import { exitCodes } from './exit-codes.js';
import { print, printJson } from './output.js';

interface AskArguments {
  db: string;
  json?: boolean;
  csv?: boolean;
  limit?: number;
  batch?: string;
}

/** One line of a batch: a question, and the one asked just before it in a follow-up. */
const batchLine = z.object({ id: z.string(), q: z.string(), context: z.string().optional() });

function readLimit(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('give a whole number from 1 to 999');
  return Number(text);
}

function readBatch(text: string, file: string): z.infer<typeof batchLine>[] {
  const faults: string[] = [];
  const lines = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [batchLine.parse(JSON.parse(line))];
    } catch {
      faults.push(`${file}:${index + 1}: not a JSON object with "id" and "q"`);
      return [];
    }
  });
  if (faults.length > 0) throw new AppError('invalid_input', 'the batch is not usable', { faults });
  return lines;
}

/** What `ask --json` prints: see the command-line contract. */
function toOutput(question: string, answer: Answer, limit: number | undefined) {
  return {
    question,
    status: answer.status,
    intent: answer.intent,
    answer: answer.text,
    sources: answer.sources.slice(0, limit).map(({ meetingDate, forum, itemNumber, title, section, quote, file }) => ({
      meetingDate,
      forum,
      itemNumber,
      title,
      section,
      quote,
      file,
    })),
    suggestions: answer.suggestions.map(({ title, meetingDate }) => `${title} (${meetingDate})`),
    ...(answer.choices !== undefined && { choices: answer.choices.map(({ question: choice }) => choice) }),
  };
}

function describe(answer: Answer, limit: number | undefined): string[] {
  const sources = answer.sources.slice(0, limit).flatMap((source, index) => {
    const item = source.itemNumber === null ? '' : `, item ${source.itemNumber}: ${source.title}`;
    const where = `[${index + 1}] ${source.forum} ${source.meetingDate}${item} (${source.section}; ${source.file})`;
    return ['', ...source.quote.split('\n').map((line) => `  | ${line}`), `  ${where}`];
  });
  const suggestions = answer.suggestions.map(({ title, meetingDate }) => `  - ${title} (${meetingDate})`);
  const choices = (answer.choices ?? []).map((choice) => `  ? ${choice.question}`);
  return [answer.text, ...choices, ...sources, ...suggestions];
}

const everythingOpen = ({ forum }: Archive): Audience => ({ forumIds: [forum.id], sees: 'open' });

async function runOne(question: string, { db, json, csv, limit }: AskArguments): Promise<void> {
  const { answerQuestion } = await import('../features/decisions/answer-question.js');
  const { exportFinds, toCsv } = await import('../features/decisions/export-finds.js');
  const [answer, rows] = await withArchive(db, async (archive) => {
    const { search, minutes, lists, members } = archive.store;
    const audience = everythingOpen(archive);
    const found = await answerQuestion({ search, minutes, lists, members, clock: systemClock }, question, audience);
    return [found, csv ? await exportFinds(minutes, audience, found) : []] as const;
  });
  if (csv) process.stdout.write(toCsv(rows.slice(0, limit)));
  else if (json) printJson(toOutput(question, answer, limit));
  else print(...describe(answer, limit));
}

async function runBatch(file: string, { db, limit }: AskArguments): Promise<void> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('invalid_input', `${file}: cannot be read`, { cause });
  });
  const questions = readBatch(text, file);
  const { answerQuestion } = await import('../features/decisions/answer-question.js');
  await withArchive(db, async (archive) => {
    const { search, minutes, lists, members } = archive.store;
    const deps = { search, minutes, lists, members, clock: systemClock };
    for (const { id, q, context } of questions) {
      const answer = await answerQuestion(deps, q, everythingOpen(archive), context);
      print(JSON.stringify({ id, ...toOutput(q, answer, limit) }));
    }
  });
}

export function registerAsk(program: Command): void {
  program
    .command('ask')
    .description('answer a question in Danish from the minutes in the archive')
    .argument('[question]', 'the question, in quotes')
    .option('--batch <file>', 'answer a JSON object { id, q, context? } a line; one answer a line, in order')
    .option('--limit <number>', 'show at most so many sources', readLimit)
    .addOption(databaseOption())
    .addOption(new Option('--json', 'print the answer as JSON').conflicts('csv'))
    .option('--csv', 'print the finds as CSV for a spreadsheet, each with the whole section it stands in')
    .addHelpText('after', '\nSearches the open items. The exit status is 0 also when nothing was found.')
    .action(async (question: string | undefined, given: AskArguments, command: Command) => {
      if ((question === undefined) === (given.batch === undefined))
        command.error('error: give either a question or --batch FILE', { exitCode: exitCodes.wrongUsage });
      const synonyms = process.env.REFERENT_SYNONYMS?.trim();
      if (synonyms) (await import('../search/synonym-file.js')).loadSynonymFile(synonyms);
      if (given.batch !== undefined) return runBatch(given.batch, given);
      return runOne(question ?? '', given);
    });
}
