import { foldLetters } from '../../danish/letters.js';
import { wordForm } from '../../danish/word-forms.js';
import type { Concept, Query } from '../../search/query.js';
import type { Contender } from './contenders.js';

/**
 * What speaks for and against the archive holding an answer. Weights of words are importance times rarity, so that one
 * rare noun counts more than three verbs; they are given in whole words (a noun nobody has written is one).
 */
export interface Signals {
  /** 0–1: share of what was asked about that stands in the best find. */
  coverage: number;
  /** Words of the language that the archive has never used: another topic, or another way to say it. */
  unwritten: number;
  /** Words neither the archive nor the dictionary knows: a name, or slips beyond repair. */
  strange: number;
  /** The best find's title says it. 0–1 */
  inTitle: number;
  /** A year was asked about ("budget 2021"), and the best find's title is about another. */
  otherYear: number;
  /** 1 where no find near the best holds the kind of thing asked for (a date, a name, a number …). */
  kindMissing: number;
  /** 1 where the noun after "hvor mange" or "hvilken" does not stand in the best find. */
  nounMissing: number;
}

const weightOf = (concept: Concept): number => concept.importance * concept.rarity;

const isKnown = (concept: Concept): boolean => concept.kind !== 'word' || wordForm(foldLetters(concept.label)).known;

/** Weight of a noun that no entry holds. */
const wholeWord = (query: Query): number => Math.log(1 + (query.entryCount + 0.5) / 0.5);

/** Strength below which a concept does not really stand in an entry. */
const hardlyThere = 0.3;

/** Reads the signals of the find that answers best. */
export function readSignals(query: Query, { entry: best, answer }: Contender): Signals {
  const unit = wholeWord(query);
  const sums = { unwritten: 0, strange: 0, inTitle: 0, all: 0 };
  for (const [index, concept] of query.concepts.entries()) {
    if (concept.kind === 'part' || concept.kind === 'weak') continue;
    const weight = weightOf(concept) / unit;
    sums.all += weight;
    sums.inTitle += weight * Math.min(1, best.inTitle[index] ?? 0);
    if (!concept.found) sums[isKnown(concept) ? 'unwritten' : 'strange'] += weight;
  }
  return {
    coverage: best.coverage,
    unwritten: Math.min(2, sums.unwritten),
    strange: Math.min(2, sums.strange),
    inTitle: sums.all === 0 ? 0 : sums.inTitle / sums.all,
    otherYear: best.otherYear ? 1 : 0,
    kindMissing: answer.answered ? 0 : 1,
    nounMissing: query.concepts.some((concept, index) => concept.namesKind && (best.matches[index] ?? 0) < hardlyThere)
      ? 1
      : 0,
  };
}

/**
 * Logistic weights, fitted on the tuning half of `eval/questions` in a small and in a large archive (394 questions, cross-validated
 * within that half), without the synonyms that were written after reading that half: with them, fewer words seem unwritten than
 * among questions nobody has read. Answerable and unanswerable questions weigh the same. `strange` counts for, not against: a
 * name or a slip the spelling repair gave up on says nothing about the topic, while a good Danish word that no minutes hold does.
 */
const intercept = 0.44;
const weights: Readonly<Record<keyof Signals, number>> = {
  coverage: 0.11,
  unwritten: -1.49,
  strange: 0.68,
  inTitle: 0.93,
  otherYear: -1.38,
  kindMissing: -2.05,
  nounMissing: -0.83,
};

/** Log of the odds that the archive holds an answer; 0 is even. */
export function certaintyOf(signals: Signals): number {
  const names = Object.keys(weights) as (keyof Signals)[];
  return names.reduce((sum, name) => sum + weights[name] * signals[name], intercept);
}

/**
 * Where the replies part. A refusal must be rarer among answerable questions than a chef would forgive, so the doubtful
 * middle is asked back.
 */
const thresholds = { refuse: -1, answer: 0 };

export type Verdict = 'answered' | 'maybe' | 'not_found';

/** Answer, ask back ("Mente du …?"), or say that the archive does not know. */
export function decide(signals: Signals): Verdict {
  const certainty = certaintyOf(signals);
  if (certainty < thresholds.refuse) return 'not_found';
  return certainty >= thresholds.answer && signals.kindMissing === 0 ? 'answered' : 'maybe';
}
