import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';

export interface EvalArguments {
  /** Files; more than one are asked as one set. */
  questions: readonly string[];
  minutes: string;
  archive: number;
  show?: boolean;
  /** Asks each question right after an unrelated one instead. */
  conversations?: boolean;
  write?: boolean;
}

/** The blind set nothing is tuned on, and those everything may be; eval/questions/README.md says why. */
const reportQuestions = 'eval/questions/seeds-blind-4.jsonl';
export const tuneQuestions = [
  'eval/questions/seeds-blind.jsonl',
  'eval/questions/seeds-blind-2.jsonl',
  'eval/questions/seeds-blind-3.jsonl',
] as const;

function readCount(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('give a whole number below 10000');
  return Number(text);
}

/** Reads the command line of `npm run eval`. */
export function readArguments(argv: readonly string[]): EvalArguments {
  const command = new Command('npm run eval --')
    .description('Measures answers on a question set, beside other engines on the same minutes in the same run.')
    .option('--questions <file>', 'a JSON object a line, see eval/questions/README.md', reportQuestions)
    .addOption(new Option('--tune', `ask ${tuneQuestions.join(' and ')}, which one may tune on`).conflicts('questions'))
    .option('--minutes <folder>', 'the minutes the questions are about', 'seeds/minutes')
    .option('--archive <meetings>', 'hide the minutes in the middle of so many generated meetings', readCount, 0)
    .option('--show', 'print every question that fails; not for the set one reports on')
    .option('--conversations', 'ask new questions right after others, and follow-ups, instead; Referent alone')
    .option('--write', 'put the figures into docs/evaluation.md; only for the set one reports on')
    .parse(argv, { from: 'user' });
  const {
    tune,
    questions: file,
    ...given
  } = command.opts<Omit<EvalArguments, 'questions'> & { questions: string; tune?: boolean }>();
  const questions = tune ? tuneQuestions : [file];
  const isReport = questions.some((one) => resolve(one) === resolve(reportQuestions));
  if (given.write && (!isReport || command.getOptionValueSource('minutes') !== 'default'))
    command.error(`error: --write is for ${reportQuestions} and the usual minutes`, { exitCode: 2 });
  if (given.show && isReport)
    command.error(`error: --show needs --tune: failures in ${reportQuestions} are not to be read`, { exitCode: 2 });
  return { ...given, questions };
}
