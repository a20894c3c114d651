import { type Command, InvalidArgumentError } from 'commander';
import type { UnansweredQuestion } from '../features/decisions/list-unanswered.js';
import { databaseOption, withArchive } from './archive.js';
import { count, print, printJson } from './output.js';

interface QuestionsArguments {
  db: string;
  json?: boolean;
  worthAdding?: boolean;
  since?: string;
  limit: number;
}

const usualLimit = 50;

function readDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text))
    throw new InvalidArgumentError('give a date as YYYY-MM-DD');
  return text;
}

function readLimit(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('give a whole number from 1 to 999999');
  return Number(text);
}

function describe(entry: UnansweredQuestion): string[] {
  const why = [
    entry.notFound === 0 ? '' : `not found ${entry.notFound}`,
    entry.thumbsDown === 0 ? '' : `thumbs down ${entry.thumbsDown}`,
  ];
  const indent = ' '.repeat(17);
  return [
    `${entry.lastAsked}  ${`${entry.count}x`.padStart(4)} ${entry.question}`,
    ...(entry.isWorthAdding ? [`${indent}worth adding to the minutes, says the secretariat`] : []),
    ...(entry.context === null ? [] : [`${indent}after: ${entry.context}`]),
    `${indent}${why.filter((part) => part !== '').join(', ')}`,
    ...entry.cited.map(
      ({ meetingDate, itemNumber, title }) => `${indent}cited: ${meetingDate} item ${itemNumber}: ${title}`,
    ),
    ...entry.comments.map((comment) => `${indent}"${comment.replace(/\s+/g, ' ')}"`),
  ];
}

export function registerQuestions(program: Command): void {
  program
    .command('questions')
    .description('list what people asked the bot in vain; no names are kept')
    .requiredOption('--unanswered', 'questions to which nothing was found, or whose answer got a thumb down')
    .option('--worth-adding', 'only those the secretariat marked as worth adding to the minutes')
    .option('--since <date>', 'asked on this day (YYYY-MM-DD) or later', readDate)
    .option('--limit <number>', 'show at most so many questions', readLimit, usualLimit)
    .addOption(databaseOption())
    .option('--json', 'print the list as JSON')
    .addHelpText('after', '\nThe same question asked several times is listed once, with its count; newest first.')
    .action(async ({ db, json, since, limit, worthAdding }: QuestionsArguments) => {
      const { listUnanswered } = await import('../features/decisions/list-unanswered.js');
      const asked = await withArchive(db, ({ store, forum }) =>
        listUnanswered(store, { forumIds: [forum.id], sees: 'open' }, since),
      );
      const all = worthAdding ? asked.filter(({ isWorthAdding }) => isWorthAdding) : asked;
      const shown = all.slice(0, limit);
      if (json) printJson({ total: all.length, questions: shown });
      else if (all.length === 0) print('nothing was asked in vain');
      else {
        const left = all.length - shown.length;
        print(...shown.flatMap(describe), ...(left === 0 ? [] : [`${count(left, 'more question')}; see --limit`]));
      }
    });
}
