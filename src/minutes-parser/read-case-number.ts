import type { CaseNumber } from '../domain/case-number.js';

/**
 * A line that is a case number and nothing else.
 *
 *     00.13.00-A00-1-18
 *     subject  facet sequence year
 *
 * Lenient where conversion does damage: a facet of any one to four characters, other dashes, spaces around them, a label
 * before it. A date ("24-09-2020") or a number in prose is none.
 */
export function readCaseNumber(line: string): CaseNumber | undefined {
  if (line.length > 80) return undefined;
  const match = casePattern.exec(line.trim());
  if (match?.groups === undefined) return undefined;
  const { text = '', subject = '', facet = '', sequence = '', year = '' } = match.groups;
  return { text, subject: subject.replace(/\s/gu, ''), facet, sequence: Number(sequence), year: wholeYear(year) };
}

const casePattern =
  /^(?:(?:sagsnr\.?|sagsnummer|journalnr\.?|journalnummer|sag)\s*:?\s*)?(?<text>(?<subject>\d{2}\. ?\d{2}\. ?\d{2})\s*[-–—]\s*(?<facet>[\p{L}\d.]{1,4})\s*[-–—]\s*(?<sequence>\d{1,6})\s*[-–—]\s*(?<year>\d{4}|\d{2}))$/iu;

/** True for a facet of the KLE scheme: a letter and two digits. */
export function hasSoundFacet(caseNumber: CaseNumber): boolean {
  return /^[A-ZÆØÅ]\d{2}$/u.test(caseNumber.facet);
}

/** A line that was a case number before something damaged it beyond reading: digits, full stops and dashes only. */
export function looksLikeCaseNumber(line: string): boolean {
  const text = line.trim();
  return (
    text.length >= 8 &&
    text.length <= 40 &&
    /^[\dOIl]{2}[.,][\dOIl.,]+\s*[-–—][\p{L}\d\s.–—-]*$/u.test(text) &&
    /\d/u.test(text)
  );
}

function wholeYear(printed: string): number {
  const year = Number(printed);
  if (printed.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
