import { termsOfText } from './analyse-text.js';
import type { Concept, Query } from './query.js';

/** How surely (0–1) a set of terms holds a concept, by the best of the ways to say it. */
export function strengthIn({ alternatives }: Concept, terms: ReadonlySet<string>): number {
  let surest = 0;
  for (const alternative of alternatives)
    if (alternative.weight > surest && alternative.terms.every((term) => terms.has(term))) surest = alternative.weight;
  return surest;
}

/** How surely (0–1) a text says a concept. */
export const strengthOf = (concept: Concept, text: string): number =>
  strengthIn(concept, new Set(termsOfText(text).split(' ')));

/** Weight of a noun that no entry holds. */
export const wholeWord = (query: Query): number => Math.log(1 + (query.entryCount + 0.5) / 0.5);

/** 0–1: the share of a question, rare nouns counting most, that stands in a text. 1 where nothing telling was asked. */
export function shareSaid(text: string, query: Query): number {
  const terms = new Set(termsOfText(text).split(' '));
  const sums = { all: 0, said: 0 };
  for (const concept of query.concepts) {
    if (concept.kind === 'part' || concept.kind === 'weak') continue;
    const weight = concept.importance * concept.rarity;
    sums.all += weight;
    sums.said += weight * Math.min(1, strengthIn(concept, terms));
  }
  return sums.all === 0 ? 1 : sums.said / sums.all;
}
