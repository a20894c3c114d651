import { Command, InvalidArgumentError, Option } from 'commander';
import type { Half } from '../src/evaluation/question-set.js';

export interface EvalArguments {
  questions: string;
  minutes: string;
  half?: Half;
  archive: number;
  show?: boolean;
  write?: boolean;
}

function readCount(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('give a whole number below 10000');
  return Number(text);
}

/** Reads the command line of `npm run eval`. */
export function readArguments(argv: readonly string[]): EvalArguments {
  const command = new Command('npm run eval --')
    .description('Measures answers on a question set, beside other engines on the same minutes in the same run.')
    .option(
      '--questions <file>',
      'a JSON object a line, see eval/questions/README.md',
      'eval/questions/seeds-blind.jsonl',
    )
    .option('--minutes <folder>', 'the minutes the questions are about', 'seeds/minutes')
    .addOption(new Option('--half <half>', 'only this half of the set').choices(['tune', 'report']))
    .option('--archive <meetings>', 'hide the minutes in the middle of so many generated meetings', readCount, 0)
    .option('--show', 'print every question that fails; only for the half one may tune on')
    .option('--write', 'put the figures into docs/evaluation.md; needs both halves of the usual questions')
    .parse(argv, { from: 'user' });
  const given = command.opts<EvalArguments>();
  const isUsual = ['questions', 'minutes'].every((name) => command.getOptionValueSource(name) === 'default');
  if (given.write && (given.half !== undefined || !isUsual))
    command.error('error: --write is for both halves of the usual questions', { exitCode: 2 });
  if (given.show && given.half !== 'tune' && given.questions.includes('blind'))
    command.error('error: --show needs --half tune: failures of the reporting half are not to be read', {
      exitCode: 2,
    });
  return given;
}
