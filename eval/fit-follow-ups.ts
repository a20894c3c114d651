import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { toLocalTime } from '../src/danish/date-format.js';
import { systemClock } from '../src/domain/clock.js';
import { type EvalQuestion, readQuestionSet } from '../src/evaluation/question-set.js';
import { findEntries } from '../src/features/decisions/find-entries.js';
import { type FollowUpSigns, foundItem, readFollowUpSigns, saysItGoesOn } from '../src/features/decisions/follow-up.js';
import { readQuestion } from '../src/features/decisions/read-question.js';
import { openStore } from '../src/store/sqlite/open-store.js';
import { tuneQuestions } from './arguments.js';
import { halfOf, pairUnrelated } from './conversations.js';
import { fillStore } from './fill-store.js';
import { type Case, type Coefficients, fitLogistic, logOdds } from './logistic.js';

/*
 * Fits the weights by which Referent tells a follow-up from a new question (`src/features/decisions/follow-up.ts`): the true follow-ups
 * of one half of the questions to tune on, and that half's other questions each right after two they have nothing to do with. How well they
 * do is printed for the half that was left out. Run again after a change to the signs: `npx tsx eval/fit-follow-ups.ts --write`.
 */

const names = [
  'refersBack',
  'onlyRefersBack',
  'saysNothingItself',
  'oneWord',
  'threeWords',
  'fourWords',
  'saysWhen',
  'saysAboutWhat',
  'asks',
  'heaviestWord',
  'heldAlone',
  'isInTitle',
  'heldBefore',
  'scoreBefore',
  'isBestBefore',
] as const satisfies readonly (keyof FollowUpSigns)[];

const penalty = 2;
/** A follow-up in so many new questions: to read it as a new one is as bad as the reverse. */
const weightOfFollowUp = 2;
const seeds = [7, 11];
/** Of the new questions, so many may be taken for follow-ups. Most are answered right even so. */
const mostTaken = 0.035;

/** What the wording leaves open, with what it is. */
async function toCases(
  questions: readonly EvalQuestion[],
  find: (typed: string) => ReturnType<typeof read>,
): Promise<Case[]> {
  const pairs = seeds.flatMap((seed) => pairUnrelated(questions, seed));
  const asked = [
    ...pairs.map(({ question, before }) => ({ typed: question.q, before: before.q, label: 0 as const })),
    ...questions.flatMap(({ q, context }) =>
      context === undefined ? [] : [{ typed: q, before: context, label: 1 as const }],
    ),
  ];
  const cases: Case[] = [];
  for (const { typed, before, label } of asked) {
    const alone = await find(typed);
    if (saysItGoesOn(alone.question) !== undefined) continue;
    const signs = readFollowUpSigns(alone, foundItem((await find(before)).found));
    cases.push({ signals: names.map((name) => signs[name]), label, weight: label === 1 ? weightOfFollowUp : 1 });
  }
  return cases;
}

/** The bound above which so large a share of the new questions lies. */
function boundFor(cases: readonly Case[], fitted: Coefficients): number {
  const falling = cases
    .filter(({ label }) => label === 0)
    .map(({ signals }) => logOdds(fitted, signals))
    .sort((one, other) => other - one);
  return round(falling[Math.floor(mostTaken * falling.length)] ?? 0);
}

const round = (value: number): number => Math.round(100 * value) / 100;

function describe(cases: readonly Case[], fitted: Coefficients, bound: number): string {
  const shareOf = (label: 0 | 1): string => {
    const own = cases.filter((one) => one.label === label);
    const above = own.filter(({ signals }) => logOdds(fitted, signals) >= bound).length;
    return `${above} of ${own.length}`;
  };
  return `taken for follow-ups: ${shareOf(1)} that are, ${shareOf(0)} that are not`;
}

const { write } = new Command('npx tsx eval/fit-follow-ups.ts')
  .description('Fits the weights that tell a follow-up from a new question, on half of the questions to tune on.')
  .option('--write', 'put them into src/features/decisions/follow-up-weights.json')
  .parse()
  .opts<{ write?: boolean }>();

const folder = await mkdtemp(join(tmpdir(), 'referent-fit-'));
const store = await openStore({ file: join(folder, 'fit.db'), clock: systemClock });
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function read(typed: string) {
  const forumIds = [forum.id];
  const question = readQuestion(typed, undefined, toLocalTime(systemClock.now()).date);
  return { question, found: await findEntries(store.search, { forumIds, sees: 'open' }, question, question.period) };
}

const forum = await fillStore(store, 'seeds/minutes', 0);
try {
  const questions: EvalQuestion[] = [];
  for (const file of tuneQuestions) questions.push(...(await readQuestionSet(file)));
  const known = new Map<string, ReturnType<typeof read>>();
  const find = (typed: string): ReturnType<typeof read> => {
    const found = known.get(typed) ?? read(typed);
    known.set(typed, found);
    return found;
  };
  const [fittedOn, leftOut] = [await toCases(halfOf(questions, 0), find), await toCases(halfOf(questions, 1), find)];
  const fitted = fitLogistic(fittedOn, penalty);
  const threshold = boundFor(fittedOn, fitted);
  print(`fitted on: ${describe(fittedOn, fitted, threshold)}`);
  print(`left out:  ${describe(leftOut, fitted, threshold)}`);
  const [intercept = 0, ...weights] = fitted.map(round);
  const result = {
    intercept,
    weights: Object.fromEntries(names.map((name, index) => [name, weights[index] ?? 0])),
    threshold,
  };
  print(JSON.stringify(result, null, 2));
  if (write) {
    const file = new URL('../src/features/decisions/follow-up-weights.json', import.meta.url);
    await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
  }
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
