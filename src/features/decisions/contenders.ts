import type { Query } from '../../search/query.js';
import type { Ranked } from '../../search/rank.js';
import { shareSaid } from '../../search/support.js';
import type { StoredItem } from '../../store/ports.js';
import { answerFromItem } from './answer-from-item.js';
import type { ItemAnswer } from './item-answer.js';
import type { Question } from './read-question.js';

/** An item that may answer, with what it says and how well that fits the question. */
export interface Contender {
  entry: Ranked;
  stored: StoredItem;
  answer: ItemAnswer;
  /** 0–1: how much of the question its words and its title say. */
  said: number;
}

/** Lets each of the best finds answer, and weighs its words against the question. */
export function toContender(
  stored: StoredItem,
  entry: Ranked,
  question: Question,
  query: Query,
  today: string,
): Contender {
  const answer = answerFromItem(stored, question, query, entry.inTitle, today);
  const words = [stored.item.topic, answer.firstLine, answer.sources[0]?.quote ?? ''].join('\n');
  return { entry, stored, answer, said: shareSaid(words, query) };
}

/** What speaks for one contender rather than another. */
export interface Merits {
  /** Its score as a share of the best one's, as a logarithm: 0 for the best, below 0 for others. */
  score: number;
  /** Its place among the finds, from 0: the ranking knows more than the score (the newest of a topic that recurs). */
  place: number;
  /** How much of the question its words and title say, 0–1. */
  said: number;
  /** It holds the kind of thing asked for: 0 or 1. */
  answered: number;
  /** How fully that answers, 0–1. */
  quality: number;
}

/**
 * Weights of a choice between the finds, fitted as a conditional logistic model on the questions of `eval/questions` over a
 * small and a large archive, cross-validated by question.
 */
const weights: Readonly<Record<keyof Merits, number>> = {
  score: 4,
  place: -0.1,
  said: 1.7,
  answered: 1.9,
  quality: 2.6,
};

export function meritsOf({ entry, answer, said }: Contender, best: Ranked, place: number): Merits {
  return {
    score: Math.min(0, Math.log(Math.max(0.02, entry.score / best.score))),
    place,
    said,
    answered: answer.answered ? 1 : 0,
    quality: answer.quality,
  };
}

/** The find that answers best: usually the first, another where that one lacks the thing asked for. */
export function chooseContender(contenders: readonly Contender[]): Contender | undefined {
  const [best] = contenders;
  if (best === undefined) return undefined;
  const names = Object.keys(weights) as (keyof Merits)[];
  const worths = contenders.map((contender, place) => {
    const merits = meritsOf(contender, best.entry, place);
    return names.reduce((sum, name) => sum + weights[name] * merits[name], 0);
  });
  return contenders[worths.indexOf(Math.max(...worths))];
}
