import { abbreviationEnd } from './phrases.js';

const sentenceEnd = /[.!?:;]["”»')\]]*$/;
const lowerCaseStart = /^["”»'(]*\p{Ll}/u;

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
