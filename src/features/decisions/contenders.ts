import type { Query } from '../../search/query.js';
import type { Ranked } from '../../search/rank.js';
import type { StoredItem } from '../../store/ports.js';
import { answerFromItem } from './answer-from-item.js';
import type { ItemAnswer } from './item-answer.js';
import type { Question } from './read-question.js';

/** An item that may answer, with what it says. */
export interface Contender {
  entry: Ranked;
  stored: StoredItem;
  /** Read when it is first asked for: most items are never the one that answers. */
  readonly answer: ItemAnswer;
}

/** Lets one of the best finds answer. */
export function toContender(
  stored: StoredItem,
  entry: Ranked,
  question: Question,
  query: Query,
  today: string,
): Contender {
  let answer: ItemAnswer | undefined;
  return {
    entry,
    stored,
    get answer() {
      answer ??= answerFromItem(stored, question, query, entry.inTitle, today);
      return answer;
    },
  };
}

/**
 * Weights of a choice between the finds: a conditional logistic model, regularised, fitted on the questions of `eval/questions` and
 * tried on meetings and on paraphrases that were left out. The place among the finds, and how much of the question the answer
 * repeats, told no more than these two there.
 */
const weights = {
  /** Of its score as a share of the best one's, as a logarithm: 0 for the best, below 0 for others. */
  score: 3.8,
  /** Of how fully it is the kind of thing asked for, 0–1; 0 where it is not. */
  quality: 1.2,
};

const worthOf = (entry: Ranked, best: Ranked, quality: number): number =>
  weights.score * Math.min(0, Math.log(Math.max(0.02, entry.score / best.score))) + weights.quality * quality;

/** The find that answers best: usually the first, another where that one lacks the thing asked for. */
export function chooseContender(contenders: readonly Contender[]): Contender | undefined {
  const [best] = contenders;
  if (best === undefined) return undefined;
  let chosen = { contender: best, worth: worthOf(best.entry, best.entry, best.answer.quality) };
  for (const contender of contenders.slice(1)) {
    // Not even the fullest answer would make it the best.
    if (worthOf(contender.entry, best.entry, 1) <= chosen.worth) continue;
    const worth = worthOf(contender.entry, best.entry, contender.answer.quality);
    if (worth > chosen.worth) chosen = { contender, worth };
  }
  return chosen.contender;
}
