import { findInitials } from '../danish/initials.js';
import { foldLetters } from '../danish/letters.js';
import { wordForm } from '../danish/word-forms.js';
import { runThrough, type Steps } from '../domain/steps.js';
import { findCaseNumbers } from './case-number-units.js';
import { type FoundDate, findDates } from './date-units.js';
import { dateTerms, partTerm } from './terms.js';

/** One word, number, date or case number of a text. */
export interface Unit {
  /** Where it stands: the letters from `start` to before `end`. */
  start: number;
  end: number;
  kind: 'word' | 'number' | 'date' | 'case_number';
  /** As written. */
  text: string;
  /** Folded; for a word as written but for letters, for the rest its first term. */
  folded: string;
  /** Index terms; the first is the unit itself, those after it stand inside it. */
  terms: readonly string[];
  /** Of a date. */
  date?: FoundDate;
  /** Joined to the unit before by a hyphen alone ("ERP-udbud"). */
  hyphenated: boolean;
}

/** Longer texts are cut into pieces by nobody: words beyond this length are noise, not Danish. */
const longestWord = 60;

const wordOrNumber = /\d[\d.,]*|[\p{L}][\p{L}\p{M}\d]*(?:&[\p{L}\d]+)?/gu;

/** Its words and numbers, none longer than there is sense in. */
const scan = (text: string): RegExpExecArray[] =>
  [...text.matchAll(wordOrNumber)].filter(({ 0: word }) => word.length <= longestWord);

/** What a word is in the index. */
type AnalysedWord = Pick<Unit, 'kind' | 'folded' | 'terms'>;

function analyseNumber(text: string): AnalysedWord {
  const folded = numberTerm(text);
  return { kind: 'number', folded, terms: [folded] };
}

function analyseWord(text: string): AnalysedWord {
  const folded = foldLetters(text);
  const form = wordForm(folded);
  return { kind: 'word', folded, terms: [form.stem, ...form.parts.filter((part) => part !== form.stem).map(partTerm)] };
}

/** Recently analysed words as they were written: the same few thousand make up most of all texts. */
const knownWords = new Map<string, AnalysedWord>();
const mostKnownWords = 10_000;

function knownWord(text: string): AnalysedWord {
  const known = knownWords.get(text);
  if (known !== undefined) return known;
  // Of numbers there is no end, and they are quickly read.
  if (/^\d/.test(text)) return analyseNumber(text);
  const analysed = analyseWord(text);
  if (knownWords.size >= mostKnownWords) knownWords.clear();
  knownWords.set(text, analysed);
  return analysed;
}

/** Of two words with a hyphen between them, taken for one word; undefined where that makes none. */
function joinedStem(first: string, second: string): string | undefined {
  const joined = first + second;
  return /^[a-z0-9]+$/.test(joined) && joined.length <= longestWord ? wordForm(joined).stem : undefined;
}

/** Words nobody has met before that are analysed in one step: what is no word at all takes longest, some tenths of a millisecond. */
const newWordsAStep = 100;

/** Analyses those words of a text that are not known yet, in steps; analysing the text itself takes little more then. */
function* meetWords(text: string, words: readonly RegExpExecArray[]): Steps {
  let met = 0;
  let before = { end: -1, folded: '' };
  for (const { 0: word, index } of words) {
    if (!knownWords.has(word)) met += 1;
    const { folded } = knownWord(word);
    if (index === before.end + 1 && text[before.end] === '-') {
      joinedStem(before.folded, folded);
      met += 1;
    }
    before = { end: index + word.length, folded };
    if (met < newWordsAStep) continue;
    met = 0;
    yield;
  }
}

/** "10.000" and "10000" are one number, "2,1" another. */
const numberTerm = (text: string): string => text.replace(/(?<![.,])[.,]+$/, '').replace(/\.(?=\d{3}(?:\D|$))/g, '');

/** Case numbers and dates, in order; a case number wins where the two overlap. */
function fixedUnits(text: string): Unit[] {
  const numbers: Unit[] = findCaseNumbers(text).map((number) => ({
    ...number,
    kind: 'case_number',
    folded: number.terms[0] ?? '',
    hyphenated: false,
  }));
  const dates = findDates(text).filter(
    (date) => !numbers.some((number) => number.start < date.end && date.start < number.end),
  );
  const dateUnits = dates.map((date): Unit => {
    const terms = dateTerms(date);
    const { start, end } = date;
    return {
      start,
      end,
      kind: 'date',
      text: text.slice(start, end),
      folded: terms[0] ?? '',
      terms,
      date,
      hyphenated: false,
    };
  });
  return [...numbers, ...dateUnits].sort((one, other) => one.start - other.start);
}

/** Takes a text apart into the units that are searched. The text must be in NFC for the places to be right. */
export const analyseText = (text: string): Unit[] => toUnits(text, scan(text));

function toUnits(text: string, words: readonly RegExpExecArray[]): Unit[] {
  const fixed = fixedUnits(text);
  const plain: Unit[] = [];
  let next = 0;
  for (const { 0: word, index: start } of words) {
    const end = start + word.length;
    while ((fixed[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    if ((fixed[next]?.start ?? end) < end) continue;
    plain.push({ start, end, text: word, ...knownWord(word), hyphenated: false });
  }
  const units =
    fixed.length === 0
      ? plain
      : [...fixed, ...plain].sort((one, other) => one.start - other.start || one.end - other.end);
  for (const [index, unit] of units.entries()) {
    const before = units[index - 1];
    unit.hyphenated = before !== undefined && unit.start === before.end + 1 && text[before.end] === '-';
  }
  return units;
}

/** The index terms of a text, in the order of the text; in steps of a few milliseconds, most of it for words nobody has met. */
export function* termsInSteps(text: string): Steps<string[]> {
  const written = text.normalize('NFC');
  const words = scan(written);
  yield* meetWords(written, words);
  return termsOfUnits(written, toUnits(written, words));
}

/** The index terms of a text, separated by blanks, in the order of the text. */
export const termsOfText = (text: string): string => runThrough(termsInSteps(text)).join(' ');

/** The index terms of a text in NFC that is taken apart already, in the order of the text. */
export function termsOfUnits(written: string, units: readonly Unit[]): string[] {
  const terms: string[] = [];
  const initials = new Map(findInitials(written).map(({ end, short }) => [end, short]));
  for (const [index, unit] of units.entries()) {
    terms.push(...unit.terms);
    const short = initials.get(unit.end);
    if (short !== undefined) terms.push(partTerm(short));
    const before = units[index - 1];
    // "ERP-udbud" is also found as one word, however it is spelt in the question.
    if (unit.hyphenated && before !== undefined) {
      const stem = joinedStem(before.folded, unit.folded);
      if (stem !== undefined) terms.push(partTerm(stem));
    }
  }
  return terms;
}

/** The words of a text as people write them, lower case, without doubles. */
export function wordsOfText(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.normalize('NFC').matchAll(/[\p{L}][\p{L}\p{M}&]{2,}/gu))
    if (word.length <= longestWord) words.add(word.toLowerCase());
  return words;
}
