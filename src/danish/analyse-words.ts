import { foldLetters } from './letters.js';
import { stopWords } from './stop-words.js';
import { wordForm } from './word-forms.js';

/** The stems of an expression's words; function words are left out unless nothing else is there. */
export function analyseWords(expression: string): string[] {
  const words = [...expression.matchAll(/[\p{L}\d]+(?:&[\p{L}\d]+)?/gu)].map((match) => foldLetters(match[0]));
  const telling = words.filter((word) => !stopWords.has(word));
  return (telling.length > 0 ? telling : words).map((word) => wordForm(word).stem);
}
