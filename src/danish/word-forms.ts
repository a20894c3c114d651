import { readCompound } from './compounds.js';
import { danishDictionary } from './dictionary.js';
import { findLemma } from './lemmas.js';
import type { WordClass } from './read-affixes.js';
import { stemWord } from './stemming.js';

/** A word reduced to what is compared when searching. */
export interface WordForm {
  /** The stem of its dictionary word; of the word itself where the dictionary does not have it. */
  stem: string;
  /** Stems of the words that stand in a compound, in order; empty for a simple word. */
  parts: readonly string[];
  /** Of a word the dictionary has; undefined for others. */
  wordClass: WordClass | undefined;
  /** The dictionary has it, or has all its parts. */
  known: boolean;
}

/** Recently reduced words: minutes use the same few thousand words over and over. */
const cache = new Map<string, WordForm>();
const cacheSize = 20_000;

function reduceWord(word: string): WordForm {
  const dictionary = danishDictionary();
  const reading = findLemma(dictionary, word);
  // Names are no words: "Jensen" must not become "Jens".
  if (reading?.wordClass === 'name') return { stem: reading.lemma, parts: [], wordClass: 'name', known: true };
  const compound = readCompound(dictionary, word);
  const lemma = reading?.lemma ?? compound?.lemma ?? word;
  return {
    stem: stemWord(lemma),
    parts: compound?.words.map(stemWord) ?? [],
    wordClass: reading?.wordClass,
    known: reading !== undefined || compound !== undefined,
  };
}

/** The dictionary's words are letters alone. An archive has thousands of case numbers in it, hardly two of them the same. */
const noWord = /[^a-z]/;

/** Reduces a folded word: dictionary word first, then its stem, and the parts of a compound. */
export function wordForm(foldedWord: string): WordForm {
  if (noWord.test(foldedWord)) return { stem: stemWord(foldedWord), parts: [], wordClass: undefined, known: false };
  const cached = cache.get(foldedWord);
  if (cached !== undefined) return cached;
  const form = reduceWord(foldedWord);
  if (cache.size >= cacheSize) cache.clear();
  cache.set(foldedWord, form);
  return form;
}
