import { languageSpoken } from '../../domain/language.js';
import type { Finding } from '../../domain/meeting-document.js';
import { englishFindings } from './finding-phrases.en.js';
import { danishFindings, type FindingCode } from './finding-phrases.js';

/** A finding's text from its details; a number is given as it was written. */
type Write = (...details: readonly string[]) => string;

/** Stands where a detail would: no document as read has it. */
const gap = '\u0000';

const isOwnCode = (code: string): code is FindingCode => Object.hasOwn(danishFindings, code);

/** The details a text was made of; undefined for one that was made otherwise, as by an older Referent. */
function findDetails(text: string, write: Write, count: number): string[] | undefined {
  const [head = '', ...fixed] = write(...new Array<string>(count).fill(gap)).split(gap);
  const details: string[] = [];
  let from = head.length;
  for (const [index, part] of fixed.entries()) {
    const to = index === fixed.length - 1 ? text.length - part.length : text.indexOf(part, from);
    if (to < from) return undefined;
    details.push(text.slice(from, to));
    from = to + part.length;
  }
  return write(...details) === text ? details : undefined;
}

/**
 * What a finding says, in the language spoken. A document keeps its findings in Danish, whoever sent it; in English they are
 * said anew, with what the Danish text quotes.
 */
export function sayFinding({ code, message }: Finding): string {
  if (languageSpoken() === 'da' || !isOwnCode(code)) return message;
  const danish = danishFindings[code];
  const details = findDetails(message, danish as unknown as Write, danish.length);
  return details === undefined ? message : (englishFindings[code] as unknown as Write)(...details);
}
