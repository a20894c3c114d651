import { newStemmer } from 'snowball-stemmers';

const stemmer = newStemmer('danish');

/** The Snowball stem of a folded Danish word; words of up to three letters are left alone. */
export function stemWord(foldedWord: string): string {
  return foldedWord.length <= 3 ? foldedWord : stemmer.stem(foldedWord);
}
