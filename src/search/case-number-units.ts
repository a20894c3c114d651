import { foldLetters } from '../danish/letters.js';
import { caseNumberTerm, caseTailTerm, subjectTerm } from './terms.js';

/** A case number, whole or part, found in a text. */
export interface FoundCaseNumber {
  start: number;
  end: number;
  /** As written. */
  text: string;
  /** Its term; coarser ones after it. */
  terms: string[];
}

const whole = /(?<![\d.])(\d{2}\.\d{2}\.\d{2})\s?-\s?([\p{L}\d]\d{2}\s?-\s?\d{1,6}\s?-\s?\d{2,4})(?!\d)/gu;
/** As typed on a phone: blanks or full stops for the hyphens ("00.13.00 A00 1 18"). */
const loose = /(?<![\d.])(\d{2}[. ]\d{2}[. ]\d{2})[ .-](\p{L}\d{2}[ .-]\d{1,6}[ .-]\d{2,4})(?![\d.]\d|\d)/gu;
const subject = /(?<![\d.])(\d{2}\.\d{2}\.\d{2})(?![\d.])/gu;
const tail = /(?<![\d\p{L}-])(\p{L}\d{2}-\d{1,6}-\d{2,4})(?!\d)/gu;

/** What a case number cannot do without: most texts hold none, and are looked through once instead of four times. */
const needed = /\d\d[. ]\d\d[. ]\d\d|\p{L}\d\d-\d/u;

/**
 * Case numbers (KLE) in a text: whole ("00.13.00-A00-1-18"), the subject alone ("00.13.00") or the end alone ("A00-1-18").
 * A subject that could as well be a date with a two-digit year (day 1–31, month 1–12) is left to the dates.
 */
export function findCaseNumbers(text: string): FoundCaseNumber[] {
  const found: FoundCaseNumber[] = [];
  if (!needed.test(text)) return found;
  const add = (match: RegExpMatchArray, terms: string[]) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (!found.some((number) => number.start < end && start < number.end))
      found.push({ start, end, text: match[0], terms });
  };
  for (const match of [...text.matchAll(whole), ...text.matchAll(loose)]) {
    const kle = (match[1] ?? '').replaceAll(' ', '.');
    const end = foldLetters((match[2] ?? '').split(/[\s.-]+/).join('-'));
    add(match, [caseNumberTerm(`${kle}-${end}`), subjectTerm(kle), caseTailTerm(end)]);
  }
  for (const match of text.matchAll(tail)) add(match, [caseTailTerm(foldLetters(match[1] ?? ''))]);
  for (const match of text.matchAll(subject)) {
    const [day = 0, month = 0] = (match[1] ?? '').split('.').map(Number);
    if (day < 1 || day > 31 || month < 1 || month > 12) add(match, [subjectTerm(match[1] ?? '')]);
  }
  return found;
}
