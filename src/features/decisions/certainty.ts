import fitted from './certainty-weights.json' with { type: 'json' };
import type { Signals } from './signals.js';

/**
 * Logistic weights and the bounds between the replies, fitted by `eval/fit-certainty.ts` on the questions to tune on, alone and among
 * generated meetings; `docs/evaluation.md` says how well they do on questions left out. Not to be set by hand. Unanswerable
 * questions weigh half as much in all as the answerable ones.
 */
const { intercept, weights, thresholds } = fitted;

/** Log of the odds that the archive holds an answer; 0 is even at those weights. */
export function certaintyOf(signals: Signals): number {
  const names = Object.keys(weights) as (keyof Signals)[];
  return names.reduce((sum, name) => sum + weights[name] * signals[name], intercept);
}

/**
 * Of a question that stands alone, less than this in the find says that it speaks of something else, whatever kind of answer it
 * holds: a date is found for every "hvornår". More is asked of it where a noun of the question stands in no minutes at all.
 */
const leastCoverage = { usual: 0.15, ofUnwritten: 0.4 };
/** From here on a noun nobody has written is what was asked about, and nothing in the title stands in for it. */
const isUnwritten = 2 / 3;

/** Whether the find speaks of something else than what was asked, whatever kind of answer it holds. */
export function speaksOfElse({ followsUp, unwritten, coverage }: Signals): boolean {
  return followsUp === 0 && coverage < (unwritten >= isUnwritten ? leastCoverage.ofUnwritten : leastCoverage.usual);
}

export type Verdict = 'answered' | 'maybe' | 'not_found';

/**
 * Answer, ask back ("Mente du …?"), or say that the archive does not know. A refusal must be rarer among answerable questions
 * than a chef would forgive, so the doubtful middle is asked back.
 */
export function decide(signals: Signals): Verdict {
  if (speaksOfElse(signals)) return 'not_found';
  const certainty = certaintyOf(signals);
  if (certainty < thresholds.refuse) return 'not_found';
  return certainty >= thresholds.answer && signals.kindMissing === 0 ? 'answered' : 'maybe';
}
