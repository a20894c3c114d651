import { foldLetters } from '../danish/letters.js';
import { wordForm } from '../danish/word-forms.js';
import { RecentCache } from '../domain/recent-cache.js';
import type { Steps } from '../domain/steps.js';
import { partTerm } from './terms.js';

/** A word or a number of a text. */
export interface WrittenWord {
  kind: 'word' | 'number';
  /** Where it begins in its stretch. */
  start: number;
  /** As written. */
  text: string;
  folded: string;
  /** Index terms; the first is the word itself, those after it stand inside it. */
  terms: readonly string[];
  /** The stem of the word before and this one taken for one word, where a hyphen alone joins them: "ERP-udbud". */
  joined: string | undefined;
}

/** What stands between two blanks. No word or number goes across a blank, so that each stretch is read for itself. */
export interface Stretch {
  /** Its words and numbers, none longer than there is sense in. */
  words: readonly WrittenWord[];
  /** The index terms of its words, for a text that has no date, case number or name across it. */
  terms: readonly string[];
  /** Its words as people write them, lower case. */
  spelled: readonly string[];
}

/** The stretches of a text, and where each begins. */
export interface TextApart {
  stretches: readonly Stretch[];
  starts: readonly number[];
}

/** Longer texts are cut into pieces by nobody: words beyond this length are noise, not Danish. */
const longestWord = 60;

const wordOrNumber = /\d[\d.,]*|[\p{L}][\p{L}\p{M}\d]*(?:&[\p{L}\d]+)?/gu;
const spelledWord = /[\p{L}][\p{L}\p{M}&]{2,}/gu;

/** "10.000" and "10000" are one number, "2,1" another. */
const numberTerm = (text: string): string => text.replace(/(?<![.,])[.,]+$/, '').replace(/\.(?=\d{3}(?:\D|$))/g, '');

/** What the index has of a word by itself. */
function readWord(text: string): Pick<WrittenWord, 'kind' | 'folded' | 'terms'> {
  if (/^\d/.test(text)) {
    const folded = numberTerm(text);
    return { kind: 'number', folded, terms: [folded] };
  }
  const folded = foldLetters(text);
  const { stem, parts } = wordForm(folded);
  return { kind: 'word', folded, terms: [stem, ...parts.filter((part) => part !== stem).map(partTerm)] };
}

/** Undefined where the two make no word. */
function joinedStem(first: string, second: string): string | undefined {
  const joined = first + second;
  return /^[a-z0-9]+$/.test(joined) && joined.length <= longestWord ? wordForm(joined).stem : undefined;
}

/** "ERP-udbud" is also found as one word, however it is spelt in the question. */
const termsOfWord = ({ terms, joined }: WrittenWord): readonly string[] =>
  joined === undefined ? terms : [...terms, partTerm(joined)];

/** Words nobody has met before that are read in one step: what is no word at all takes longest, some tenths of a millisecond. */
const newWordsAStep = 100;

/** In steps, for there may be no blank in a whole text. */
function* readStretch(stretch: string): Steps<Stretch> {
  const words: WrittenWord[] = [];
  for (const { 0: text, index: start } of stretch.matchAll(wordOrNumber)) {
    if (text.length > longestWord) continue;
    const { kind, folded, terms } = readWord(text);
    const before = words.at(-1);
    const isJoined =
      before !== undefined && before.start + before.text.length === start - 1 && stretch[start - 1] === '-';
    const joined = isJoined ? joinedStem(before.folded, folded) : undefined;
    words.push({ kind, start, text, folded, terms, joined });
    if (words.length % newWordsAStep === 0) yield;
  }
  const spelled = [...stretch.matchAll(spelledWord)].filter(({ 0: word }) => word.length <= longestWord);
  const [only, ...others] = words;
  // Nearly all stretches are one word, whose terms need not be kept twice.
  const terms = only !== undefined && others.length === 0 ? only.terms : words.flatMap(termsOfWord);
  return { words, terms, spelled: spelled.map(([word]) => word.toLowerCase()) };
}

/** Stretches read lately: the same few thousand make up most of all texts. */
const known = new RecentCache<string, Stretch>(5000);

function* meetStretch(written: string): Steps<Stretch> {
  const stretch = yield* readStretch(written);
  // What is longer than a word hardly comes twice.
  if (written.length <= longestWord) known.put(written, stretch);
  return stretch;
}

const blank = ' '.charCodeAt(0);
const lineEnd = '\n'.charCodeAt(0);

/** Reads every stretch of a text, in steps of a few milliseconds: most of it is for words nobody has met. */
export function* takeApart(text: string): Steps<TextApart> {
  const stretches: Stretch[] = [];
  const starts: number[] = [];
  let met = 0;
  let start = 0;
  for (let place = 0; place <= text.length; place += 1) {
    const letter = place < text.length ? text.charCodeAt(place) : lineEnd;
    if (letter !== blank && letter !== lineEnd) continue;
    if (place > start) {
      const written = text.slice(start, place);
      let stretch = known.get(written);
      if (stretch === undefined) {
        stretch = yield* meetStretch(written);
        met += stretch.words.length;
      }
      stretches.push(stretch);
      starts.push(start);
      if (met >= newWordsAStep) {
        met = 0;
        yield;
      }
    }
    start = place + 1;
  }
  return { stretches, starts };
}
