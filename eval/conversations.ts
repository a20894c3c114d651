import { systemClock } from '../src/domain/clock.js';
import { askReferent } from '../src/evaluation/ask-referent.js';
import { mark } from '../src/evaluation/marks.js';
import type { EvalQuestion, Place } from '../src/evaluation/question-set.js';
import { describeTally, type Tally } from '../src/evaluation/tally.js';
import type { Forum, Store } from '../src/store/ports.js';
import { createRandom } from './archive/random.js';
import { reportEvery } from './progress.js';

/** A question, and one asked right before it that has nothing to do with it. */
export interface UnrelatedPair {
  question: EvalQuestion;
  before: EvalQuestion;
}

const keyOf = ({ meetingDate, itemNumber }: Place): string => `${meetingDate} ${itemNumber}`;
const placesOf = ({ must, also }: EvalQuestion): string[] => [...must, ...also].map(keyOf);

function shuffle<Value>(values: readonly Value[], random: () => number): Value[] {
  const shuffled = [...values];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [one, two] = [shuffled[last], shuffled[other]];
    if (one !== undefined && two !== undefined) shuffled.splice(last, 1, two);
    if (one !== undefined && two !== undefined) shuffled.splice(other, 1, one);
  }
  return shuffled;
}

/**
 * Every question that stands alone, with one asked before it that is answered in other places. The same seed gives the same pairs; a question for
 * which no other will do is left out.
 */
export function pairUnrelated(questions: readonly EvalQuestion[], seed: number): UnrelatedPair[] {
  const shuffled = shuffle(
    questions.filter(({ context }) => context === undefined),
    createRandom(seed),
  );
  return shuffled.flatMap((question, index) => {
    const own = new Set(placesOf(question));
    const others = [...shuffled.slice(index + 1), ...shuffled.slice(0, index)];
    const before = others.find((other) => other.must.length > 0 && !placesOf(other).some((place) => own.has(place)));
    return before === undefined ? [] : [{ question, before }];
  });
}

/** The weights that tell follow-ups from new questions are fitted on every other question; the rest is left out. */
export const halfOf = (questions: readonly EvalQuestion[], half: 0 | 1): EvalQuestion[] =>
  questions.filter((_, index) => index % 2 === half);

/** What became of questions in a conversation. */
export interface ConversationFigures {
  /** New questions, right when asked alone. */
  alone: Tally;
  /** Of these, still right right after another question. */
  kept: Tally;
  /** New questions that were taken for follow-ups. */
  takenForFollowUps: Tally;
  /** True follow-ups answered right. */
  followUps: Tally;
  /** … that were seen to be follow-ups. */
  seenAsFollowUps: Tally;
}

const seed = 7;

/** Asks every new question alone and right after an unrelated one, and every true follow-up after its own. */
export async function measureConversations(
  store: Store,
  forum: Forum,
  questions: readonly EvalQuestion[],
): Promise<ConversationFigures> {
  const deps = { search: store.search, minutes: store.minutes, lists: store.lists, clock: systemClock };
  const ask = async (question: EvalQuestion, context: string | undefined) => {
    const { context: _, ...alone } = question;
    const asked: EvalQuestion = context === undefined ? alone : { ...alone, context };
    const reply = await askReferent(deps, { forumIds: [forum.id], sees: 'open' }, asked);
    const { first, refused } = mark(question, reply);
    return { isRight: (first ?? refused) === true && reply.refused === (question.must.length === 0), reply };
  };
  const pairs = pairUnrelated(questions, seed);
  const followUps = questions.filter(({ context }) => context !== undefined);
  const onAsked = reportEvery(200, pairs.length + followUps.length, 'conversations');
  const right = { alone: 0, kept: 0, taken: 0, followUps: 0, seen: 0 };
  for (const { question, before } of pairs) {
    const alone = await ask(question, undefined);
    const after = await ask(question, before.q);
    if (alone.isRight) right.alone += 1;
    if (alone.isRight && after.isRight) right.kept += 1;
    if (after.reply.isFollowUp) right.taken += 1;
    onAsked();
  }
  for (const question of followUps) {
    const { isRight, reply } = await ask(question, question.context);
    if (isRight) right.followUps += 1;
    if (reply.isFollowUp) right.seen += 1;
    onAsked();
  }
  return {
    alone: { right: right.alone, of: pairs.length },
    kept: { right: right.kept, of: right.alone },
    takenForFollowUps: { right: right.taken, of: pairs.length },
    followUps: { right: right.followUps, of: followUps.length },
    seenAsFollowUps: { right: right.seen, of: followUps.length },
  };
}

/** A head, then a row for each group of questions. */
export function toConversationRows(groups: ReadonlyMap<string, ConversationFigures>): string[][] {
  const head = [
    '',
    'new questions right alone',
    'of these right after another',
    'new ones taken for follow-ups',
    'follow-ups right',
    'follow-ups seen as such',
  ];
  return [
    head,
    ...[...groups].map(([name, { alone, kept, takenForFollowUps, followUps, seenAsFollowUps }]) => [
      name,
      ...[alone, kept, takenForFollowUps, followUps, seenAsFollowUps].map(describeTally),
    ]),
  ];
}
