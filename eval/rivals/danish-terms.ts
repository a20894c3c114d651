import { foldLetters } from '../../src/danish/letters.js';
import { stemWord } from '../../src/danish/stemming.js';
import { stopWords } from '../../src/danish/stop-words.js';

/** The stem of a word; null for a stop word. What anyone who knows Danish would add to another engine. */
export function danishTerm(word: string): string | null {
  const folded = foldLetters(word);
  return stopWords.has(folded) ? null : stemWord(folded);
}

/** The stems of a text's words, in order, without stop words. */
export function danishTerms(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => danishTerm(word) ?? []);
}
