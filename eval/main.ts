import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toLocalTime } from '../src/danish/date-format.js';
import { systemClock } from '../src/domain/clock.js';
import { type EvalQuestion, readQuestionSet } from '../src/evaluation/question-set.js';
import { toColumns, toMarkdownTable } from '../src/evaluation/tally.js';
import { openStore } from '../src/store/sqlite/open-store.js';
import { type EvalArguments, readArguments } from './arguments.js';
import { type ConversationFigures, halfOf, measureConversations, toConversationRows } from './conversations.js';
import { describeFailure } from './describe-failure.js';
import { type Evaluation, evaluate } from './evaluate.js';
import { fillStore } from './fill-store.js';
import { describeRun, describeSpeed, tablesOf } from './tables.js';
import { writeSection } from './write-section.js';

/** The weights that tell follow-ups are fitted on one half of the questions to tune on. */
const conversationHalves = [
  ['fitted on', 0],
  ['left out', 1],
] as const;

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function printTables(evaluation: Evaluation): void {
  print(describeRun(evaluation));
  for (const { title, rows, note } of tablesOf(evaluation)) {
    print(`\n${title}\n\n${toColumns(rows)}`);
    if (note !== undefined) print(`\n${note}`);
  }
  print(`\n${describeSpeed(evaluation)}`);
}

function toMarkdown(evaluation: Evaluation, archive: number): string {
  const date = toLocalTime(systemClock.now()).date;
  const command = archive === 0 ? 'npm run eval -- --write' : `npm run eval -- --archive ${archive} --write`;
  const tables = tablesOf(evaluation).map(({ title, rows, note }) =>
    [`### ${title}`, toMarkdownTable(rows), ...(note === undefined ? [] : [note])].join('\n\n'),
  );
  const run = `Run on ${date} with \`${command}\`: ${describeRun(evaluation)}. Node ${process.versions.node}. ${describeSpeed(evaluation)}`;
  return [run, ...tables].join('\n\n');
}

async function run(given: EvalArguments, folder: string): Promise<void> {
  const questions: EvalQuestion[] = [];
  for (const file of given.questions) questions.push(...(await readQuestionSet(file)));
  const store = await openStore({ file: join(folder, 'eval.db'), clock: systemClock });
  try {
    const forum = await fillStore(store, given.minutes, given.archive);
    if (given.conversations) {
      const figures = new Map<string, ConversationFigures>();
      for (const [name, half] of conversationHalves)
        figures.set(name, await measureConversations(store, forum, halfOf(questions, half)));
      print(toColumns(toConversationRows(figures)));
      return;
    }
    const evaluation = await evaluate(store, forum, questions, (question, reply, marks) => {
      const failure = given.show ? describeFailure(question, reply, marks) : undefined;
      if (failure !== undefined) print(failure);
    });
    printTables(evaluation);
    if (given.write) {
      const file = new URL('../docs/evaluation.md', import.meta.url);
      await writeSection(file, `archive ${given.archive}`, toMarkdown(evaluation, given.archive));
    }
  } finally {
    await store.close();
  }
}

const given = readArguments(process.argv.slice(2));
const folder = await mkdtemp(join(tmpdir(), 'referent-eval-'));
try {
  await run(given, folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
