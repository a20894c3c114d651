import { Command, InvalidArgumentError, Option } from 'commander';

export interface EvalArguments {
  questions: string;
  minutes: string;
  half?: 'tune' | 'report';
  archive: number;
  show?: boolean;
}

function readCount(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('give a whole number');
  return Number(text);
}

/** Reads the command line of `npm run eval`. */
export function readArguments(argv: readonly string[]): EvalArguments {
  return new Command('npm run eval --')
    .description('Measures answers on a question set, beside other engines on the same minutes in the same run.')
    .option(
      '--questions <file>',
      'a JSON object a line, see eval/questions/README.md',
      'eval/questions/seeds-blind.jsonl',
    )
    .option('--minutes <folder>', 'the minutes the questions are about', 'seeds/minutes')
    .addOption(new Option('--half <half>', 'only this half of the set').choices(['tune', 'report']))
    .option('--archive <meetings>', 'hide the minutes in the middle of so many generated meetings', readCount, 0)
    .option('--show', 'print every question that fails; never with the reporting half')
    .parse(argv, { from: 'user' })
    .opts<EvalArguments>();
}
