import { foldLetters } from '../../danish/letters.js';
import { wordForm } from '../../danish/word-forms.js';
import type { Concept, Query } from '../../search/query.js';
import { wholeWord } from '../../search/support.js';
import type { Contender } from './contenders.js';

/**
 * What speaks for and against the archive holding an answer. Weights of words are importance times rarity, so that one
 * rare noun counts more than three verbs; they are given in whole words (a noun nobody has written is one).
 */
export interface Signals {
  /** 0–1: share of what was asked about that stands in the find that answers best. */
  coverage: number;
  /** The heaviest good Danish word that no minutes hold, less where they hold its parts, or where the title names the topic. */
  unwritten: number;
  /** 1 where it does not hold the kind of thing asked for (a date, a name, a number …). */
  kindMissing: number;
}

const isKnown = (concept: Concept): boolean => concept.kind !== 'word' || wordForm(foldLetters(concept.label)).known;

/** "fjernledelse", where the minutes write of "ledelse" and of what is "fjern". */
function isWrittenInParts({ label }: Concept, { concepts }: Query): boolean {
  const { parts } = wordForm(foldLetters(label));
  const isWritten = (part: string): boolean =>
    concepts.some(({ kind, label: other, found }) => kind === 'part' && other === part && found);
  return parts.length > 0 && parts.every(isWritten);
}

/** A compound whose parts are all written is half as surely unknown. */
const writtenInParts = 0.5;

/** A topic named in the title by a word this heavy excuses another word entirely. */
const fullAnchor = 2 / 3;

/** Reads the signals of the find that answers best. */
export function readSignals(query: Query, { entry, answer }: Contender): Signals {
  const unit = wholeWord(query);
  let [anchor, unwritten] = [0, 0];
  for (const [index, concept] of query.concepts.entries()) {
    if (concept.kind === 'part' || concept.kind === 'weak') continue;
    const weight = (concept.importance * concept.rarity) / unit;
    if (entry.inTitle[index]) anchor = Math.max(anchor, weight);
    if (!concept.found && isKnown(concept))
      unwritten = Math.max(unwritten, weight * (isWrittenInParts(concept, query) ? writtenInParts : 1));
  }
  return {
    coverage: entry.coverage,
    unwritten: unwritten * (1 - Math.min(1, anchor / fullAnchor)),
    kindMissing: answer.answered ? 0 : 1,
  };
}

/**
 * Logistic weights, regularised and held to one sign each, fitted on the questions of `eval/questions` and tried on meetings,
 * and on paraphrases, that were left out. Only what held there was kept: a word of the title, or how full an answer is, told
 * the questions apart that it was fitted on and refused a third more of the paraphrases it had not seen. Unanswerable questions weigh half as much
 * in all as the answerable ones. A word neither the archive nor the dictionary knows counts for nothing: a name, or a slip
 * beyond repair, says nothing about the topic, while a good Danish word that no minutes hold does.
 */
const intercept = -0.17;
const weights: Readonly<Record<keyof Signals, number>> = { coverage: 1.88, unwritten: -1.62, kindMissing: -2.95 };

/** Log of the odds that the archive holds an answer; 0 is even at the weights above. */
export function certaintyOf(signals: Signals): number {
  const names = Object.keys(weights) as (keyof Signals)[];
  return names.reduce((sum, name) => sum + weights[name] * signals[name], intercept);
}

/**
 * Where the replies part. A refusal must be rarer among answerable questions than a chef would forgive, so the doubtful
 * middle is asked back.
 */
const thresholds = { refuse: -0.9, answer: 0.2 };

export type Verdict = 'answered' | 'maybe' | 'not_found';

/** Answer, ask back ("Mente du …?"), or say that the archive does not know. */
export function decide(signals: Signals): Verdict {
  const certainty = certaintyOf(signals);
  if (certainty < thresholds.refuse) return 'not_found';
  return certainty >= thresholds.answer && signals.kindMissing === 0 ? 'answered' : 'maybe';
}
