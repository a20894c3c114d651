import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { systemClock } from '../src/domain/clock.js';
import { askReferent } from '../src/evaluation/ask-referent.js';
import { type EvalQuestion, readQuestionSet } from '../src/evaluation/question-set.js';
import { speaksOfElse } from '../src/features/decisions/certainty.js';
import type { Signals } from '../src/features/decisions/signals.js';
import { openStore } from '../src/store/sqlite/open-store.js';
import { tuneQuestions } from './arguments.js';
import { fillStore } from './fill-store.js';
import { type Case, type Coefficients, fitLogistic, logOdds } from './logistic.js';
import { reportEvery } from './progress.js';

/*
 * Fits the weights by which Referent says that the minutes do not tell (`src/features/decisions/certainty.ts`) on the questions to tune
 * on, asked of the minutes alone and among generated meetings. Run again after a change to what is found or to the signals:
 * `npx tsx eval/fit-certainty.ts --write`.
 */

const names = [
  'coverage',
  'unwritten',
  'unsureNouns',
  'kindMissing',
  'quality',
  'roleMissing',
  'nameMissing',
  'nameElsewhere',
  'unknownWord',
  'asksDate',
  'asksTopic',
  'asksPaper',
  'followsUp',
  'isBare',
] as const satisfies readonly (keyof Signals)[];

/** All unanswerable questions together weigh so much of what the answerable ones do. */
const shareOfUnanswerable = 0.5;
const penalty = 6;
const folds = 10;
/** The refusals a chef forgives: of all answerable questions, when left out of the fit. */
const mostFalseRefusals = 0.045;

interface Asked {
  isAnswerable: boolean;
  /** Which of the question sets it is from. */
  set: number;
  /** Absent where it was settled before: an unknown date, a list of meetings, a find that speaks of something else. */
  signals?: Signals;
  wasRefused: boolean;
}

/** A question with the place of its set among the sets. */
type OfSet = EvalQuestion & { set: number };

async function askAll(meetings: number, questions: readonly OfSet[]): Promise<Asked[]> {
  const folder = await mkdtemp(join(tmpdir(), 'referent-fit-'));
  const store = await openStore({ file: join(folder, 'fit.db'), clock: systemClock });
  try {
    const forum = await fillStore(store, 'seeds/minutes', meetings);
    const onAsked = reportEvery(200, questions.length, 'questions asked');
    const asked: Asked[] = [];
    for (const question of questions) {
      const read: Signals[] = [];
      const onSignals = (signals: Signals): unknown => read.push(signals);
      const deps = { search: store.search, minutes: store.minutes, lists: store.lists, clock: systemClock, onSignals };
      const { refused } = await askReferent(deps, { forumIds: [forum.id], sees: 'open' }, question);
      const signals = read.find((one) => !speaksOfElse(one));
      const isAnswerable = question.must.length > 0;
      asked.push({ set: question.set, isAnswerable, wasRefused: refused === true, ...(signals && { signals }) });
      onAsked();
    }
    return asked;
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const valuesOf = (signals: Signals): number[] => names.map((name) => signals[name]);

function toCases(asked: readonly Asked[]): Case[] {
  const weighed = asked.filter(({ signals }) => signals !== undefined);
  const answerable = weighed.filter(({ isAnswerable }) => isAnswerable).length;
  const share = (shareOfUnanswerable * answerable) / Math.max(1, weighed.length - answerable);
  return weighed.flatMap(({ signals, isAnswerable }) =>
    signals === undefined
      ? []
      : [{ signals: valuesOf(signals), label: isAnswerable ? 1 : 0, weight: isAnswerable ? 1 : share }],
  );
}

/** Which part of the questions one belongs to; copies of a question belong to the same. */
type PartOf = (asked: Asked, place: number) => number;

/** What each question's certainty is by weights fitted on the other parts. */
function crossValidate(archives: readonly (readonly Asked[])[], partOf: PartOf): { asked: Asked; certainty: number }[] {
  const parts = [...new Set(archives.flatMap((asked) => asked.map(partOf)))];
  return parts.flatMap((part) => {
    const kept = archives.flatMap((asked) => asked.filter((one, place) => partOf(one, place) !== part));
    const fitted = fitLogistic(toCases(kept), penalty);
    return archives
      .flatMap((asked) => asked.filter((one, place) => partOf(one, place) === part))
      .map((asked) => ({ asked, certainty: certaintyOf(asked, fitted) }));
  });
}

const certaintyOf = ({ signals, wasRefused }: Asked, fitted: Coefficients): number =>
  signals === undefined ? (wasRefused ? -Infinity : Infinity) : logOdds(fitted, valuesOf(signals));

const shareBelow = (certainties: readonly number[], bound: number): number =>
  certainties.filter((certainty) => certainty < bound).length / certainties.length;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const round = (value: number): number => Math.round(100 * value) / 100;

const { archive, write } = new Command('npx tsx eval/fit-certainty.ts')
  .description('Fits the weights of the verdict on the questions to tune on.')
  .option('--archive <meetings>', 'also among so many generated meetings', Number, 300)
  .option('--write', 'put them into src/features/decisions/certainty-weights.json')
  .parse()
  .opts<{ archive: number; write?: boolean }>();

const questions: OfSet[] = [];
for (const [set, file] of tuneQuestions.entries())
  questions.push(...(await readQuestionSet(file)).map((question) => ({ ...question, set })));
const archives = [await askAll(0, questions), await askAll(archive, questions)];

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Certainties of the answerable and of the other questions. */
function certaintiesOf(validated: readonly { asked: Asked; certainty: number }[]): [number[], number[]] {
  const of = (isAnswerable: boolean): number[] =>
    validated.flatMap(({ asked, certainty }) => (asked.isAnswerable === isAnswerable ? [certainty] : []));
  return [of(true), of(false)];
}

const [ofAnswerable, ofOthers] = certaintiesOf(crossValidate(archives, (_, place) => place % folds));
const rising = [...ofAnswerable].sort((one, other) => one - other);
const refuse = round(rising[Math.floor(mostFalseRefusals * rising.length)] ?? 0);
print(`${questions.length} questions, alone and among ${archive} meetings; ${folds} parts, each left out in turn`);
for (const bound of [-2, -1.5, -1, -0.5, 0, 0.5, refuse])
  print(
    `below ${bound}: refused ${percent(shareBelow(ofOthers, bound))}, falsely ${percent(shareBelow(ofAnswerable, bound))}`,
  );
const bySet = crossValidate(archives, ({ set }) => set);
for (const [set, file] of tuneQuestions.entries()) {
  const [answerable, others] = certaintiesOf(bySet.filter(({ asked }) => asked.set === set));
  print(
    `${file}, fitted on the other set, below ${refuse}: refused ${percent(shareBelow(others, refuse))}, ` +
      `falsely ${percent(shareBelow(answerable, refuse))}`,
  );
}

const [intercept = 0, ...weights] = fitLogistic(archives.flatMap(toCases), penalty).map(round);
const fitted = {
  intercept,
  weights: Object.fromEntries(names.map((name, index) => [name, weights[index] ?? 0])),
  thresholds: { refuse, answer: Math.max(0, refuse) },
};
print(JSON.stringify(fitted, null, 2));
if (write) {
  const file = new URL('../src/features/decisions/certainty-weights.json', import.meta.url);
  await writeFile(file, `${JSON.stringify(fitted, null, 2)}\n`);
}
