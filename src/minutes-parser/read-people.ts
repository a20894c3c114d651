import type { PersonName } from '../domain/person.js';
import { foldSpace } from './blocks.js';

/**
 * The persons of a list.
 *
 *     Rikke Damsbo (Direktør Børn, Sundhed & Velfærd), Vibeke Tofteng
 *     ^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^
 *
 * Commas inside parentheses part nothing; a parenthesis that is never closed runs to the end.
 */
export function readPeople(text: string): PersonName[] {
  return splitOutsideParentheses(foldSpace(text)).flatMap(readPerson);
}

function readPerson(part: string): PersonName[] {
  const open = part.indexOf('(');
  const close = part.lastIndexOf(')');
  const end = close > open ? close : part.length;
  const name = foldSpace(open < 0 ? part : part.slice(0, open)).replace(/[.;:]$/u, '');
  const title = open < 0 ? '' : part.slice(open + 1, end).trim();
  if (name === '' || isNobody(name)) return [];
  return [{ name, title: title === '' ? null : title }];
}

/** "Fraværende: Ingen." */
function isNobody(name: string): boolean {
  return /^(?:ingen|intet|-)$/iu.test(name);
}

function splitOutsideParentheses(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '(') depth += 1;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if ((sign === ',' || sign === ';') && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.flatMap((part) => splitAtLastAnd(part.trim())).filter((part) => part !== '');
}

/** "Mads Ellekær (…) og Vibeke Tofteng": an "og" between two names, never one inside a title. */
function splitAtLastAnd(part: string): string[] {
  const match = /^([^()]+(?:\([^()]*\))?)\s+(?:og|samt)\s+(\p{Lu}.*)$/u.exec(part);
  return match === null ? [part] : [match[1]?.trim() ?? '', match[2]?.trim() ?? ''];
}

/**
 * True when the words after "Fraværende" are a list of persons: each a name in capitals, with or without a title.
 * "Fraværende medarbejdere skal …" is prose.
 */
export function isListOfPeople(text: string): boolean {
  const people = readPeople(text);
  return people.length > 0 ? people.every(isPersonName) : /^(?:ingen|intet)\.?$/iu.test(text.trim());
}

function isPersonName({ name }: PersonName): boolean {
  const words = name.split(' ');
  return words.length <= 7 && words.every((word) => /^(?:\p{Lu}[\p{L}.'’-]*|de|von|van|af|der|den)$/u.test(word));
}
