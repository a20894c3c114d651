import { abbreviationEnd } from './phrases.js';

const sentenceEnd = /[.!?:;]["”»')\]]*$/;
const lowerCaseStart = /^["”»'(]*\p{Ll}/u;

/** Fewer dots end a sentence. */
const fewestLeaders = 3;

/** How much of a line's end or beginning is looked at: a hostile line may be long. */
const glance = 40;

/** A sentence or an introduction ends with the line; "kl." and "den 13." end none. */
export function isSentenceEnd(line: string): boolean {
  const end = line.slice(-glance);
  return sentenceEnd.test(end) && !abbreviationEnd.test(end);
}

/** The line goes on with a small letter, as the middle of a sentence does. */
export function startsLowerCase(line: string): boolean {
  return lowerCaseStart.test(line.slice(0, glance));
}

/** Dots, a tab or the like, and a page number end the line: "… referat..... 3". */
export function endsAsContentsEntry(line: string): boolean {
  const digits = /\d{1,4}$/.exec(line.slice(-4))?.[0] ?? '';
  const before = line.slice(-glance, line.length - digits.length);
  let end = before.length;
  while (end > 0 && '.…_· \t'.includes(before.charAt(end - 1))) end -= 1;
  const tail = before.slice(end);
  return digits !== '' && (tail.includes('\t') || tail.replaceAll(' ', '').length >= fewestLeaders);
}
