import { analyseText } from './analyse-text.js';
import type { Concept, Query } from './query.js';

/** How much of what was asked some words speak of. */
export interface Support {
  /** 0–1: share of the question, rare nouns counting most, that stands in the words themselves. */
  said: number;
  /** 0–1: as `said`, with the title they stand under. */
  withTitle: number;
  /** Weight of the heaviest asked word that stands in neither, in nouns nobody has written. */
  lost: number;
  /** The noun after "hvor mange" or "hvilken" stands in neither. */
  nounMissing: boolean;
}

export const strengthIn = (concept: Concept, terms: ReadonlySet<string>): number =>
  Math.max(
    0,
    ...concept.alternatives
      .filter((alternative) => alternative.terms.every((term) => terms.has(term)))
      .map((alternative) => alternative.weight),
  );

/** Weight of a noun that no entry holds. */
export const wholeWord = (query: Query): number => Math.log(1 + (query.entryCount + 0.5) / 0.5);

/** Strength below which a concept does not really stand in a text. */
const hardlyThere = 0.3;

const termsIn = (text: string): Set<string> => new Set(analyseText(text).flatMap((unit) => [...unit.terms]));

/** Weighs words that may answer against the question: what of it they say, and what they leave out. */
export function weighSupport(words: string, title: string, query: Query): Support {
  const [terms, titleTerms] = [termsIn(words), termsIn(title)];
  const sums = { all: 0, said: 0, withTitle: 0 };
  let lost = 0;
  let nounMissing = false;
  for (const concept of query.concepts) {
    if (concept.kind === 'part') continue;
    const weight = concept.importance * concept.rarity;
    const [here, above] = [strengthIn(concept, terms), strengthIn(concept, titleTerms)].map((one) => Math.min(1, one));
    const strength = Math.max(here ?? 0, above ?? 0);
    if (concept.namesKind && strength < hardlyThere) nounMissing = true;
    if (concept.kind === 'weak') continue;
    sums.all += weight;
    sums.said += weight * (here ?? 0);
    sums.withTitle += weight * strength;
    lost = Math.max(lost, weight * (1 - strength));
  }
  if (sums.all === 0) return { said: 1, withTitle: 1, lost: 0, nounMissing };
  return {
    said: sums.said / sums.all,
    withTitle: sums.withTitle / sums.all,
    lost: lost / wholeWord(query),
    nounMissing,
  };
}
