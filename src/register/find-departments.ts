import { foldLetters } from '../danish/letters.js';
import type { Department, DepartmentAlias } from '../domain/department.js';

/** What of the register is needed to know a department by its name. */
export type NamedDepartment = Pick<Department, 'id' | 'name' | 'aliases'>;

/** A department's name in a question, from `start` to before `end`. */
export interface FoundDepartment {
  start: number;
  end: number;
  /** As typed. */
  text: string;
  /** Whose name it is; several where two departments go by it. */
  departments: NamedDepartment[];
}

interface Word {
  folded: string;
  start: number;
  end: number;
}

/** "&" and "og" are one word; a comma says nothing. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}\d]*(?:&\p{L}+)?|&/gu)) {
    const folded = match[0] === '&' ? 'og' : foldLetters(match[0]);
    words.push({ folded, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

const namesOf = ({ name, aliases }: NamedDepartment): DepartmentAlias[] => [
  { text: name, from: null, to: null },
  ...aliases,
];

const isAbbreviation = (name: string): boolean => /^[\p{Lu}&]{2,5}$/u.test(name);

/** Whether a name held on a day, or at any time where no day is asked about. */
const held = ({ from, to }: DepartmentAlias, on: string | undefined): boolean =>
  on === undefined || ((from === null || from <= on) && (to === null || to >= on));

const isAt = (words: readonly Word[], place: number, name: readonly string[]): boolean =>
  name.every((part, index) => words[place + index]?.folded === part);

/** Typed in small letters, "it" or "be" is a word; "M&T" is no other in any letters. */
const isTypedAsName = (name: string, typed: string): boolean =>
  !isAbbreviation(name) || name.includes('&') || typed === typed.toUpperCase();

/** A word of two letters' difference is another; the whole words of a name say it, and so does one that no other department has. */
function distinctWords(departments: readonly NamedDepartment[]): Map<string, NamedDepartment[]> {
  const byWord = new Map<string, NamedDepartment[]>();
  for (const department of departments) {
    const names = namesOf(department).filter(({ text }) => !isAbbreviation(text));
    const words = new Set(names.flatMap(({ text }) => wordsOf(text).map(({ folded }) => folded)));
    for (const word of words) if (word !== 'og') byWord.set(word, [...(byWord.get(word) ?? []), department]);
  }
  return byWord;
}

/** "teknikafdelingen", "afdelingen teknik", "chefen for teknik": one word of a name, said of a department. */
const saysDepartment =
  /(?<!\p{L})(?:afdeling(?:en|s|ens)?|chef(?:en)?|område(?:t)?|forvaltning(?:en)?|direktør(?:en)?|stab(?:en)?|centret?)(?!\p{L})/u;

export const speaksOfDepartment = (text: string): boolean => saysDepartment.test(text.toLowerCase());

/**
 * The departments a question names, by any name they went by: "M&T", "Miljø og Teknik", "miljø & teknik", and by one word of a name
 * ("teknik") where the question speaks of a department. The longest name wins where two begin together.
 *
 * @param on ISO date the name must have held on; any time where absent.
 */
export function findDepartments(text: string, departments: readonly NamedDepartment[], on?: string): FoundDepartment[] {
  const words = wordsOf(text);
  const single = speaksOfDepartment(text) ? distinctWords(departments) : new Map<string, NamedDepartment[]>();
  const names = departments.flatMap((department) =>
    namesOf(department)
      .filter((name) => held(name, on))
      .map((name) => ({ department, text: name.text, words: wordsOf(name.text).map(({ folded }) => folded) })),
  );
  const found: FoundDepartment[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const first = words[place];
    if (first === undefined) continue;
    const fitting = names.filter((name) => {
      if (name.words.length === 0 || !isAt(words, place, name.words)) return false;
      const end = words[place + name.words.length - 1]?.end ?? first.end;
      return isTypedAsName(name.text, text.slice(first.start, end));
    });
    const length = Math.max(0, ...fitting.map((name) => name.words.length));
    const longest = fitting.filter((name) => name.words.length === length).map(({ department }) => department);
    const meant = length > 0 ? [...new Set(longest)] : (single.get(first.folded) ?? []);
    if (meant.length === 0) continue;
    const end = words[place + Math.max(length, 1) - 1]?.end ?? first.end;
    found.push({ start: first.start, end, text: text.slice(first.start, end), departments: meant });
    place += Math.max(length, 1) - 1;
  }
  return found;
}

/** All names of each department, as groups of expressions that mean the same. A name two departments have had stands in neither. */
export function departmentSynonyms(departments: readonly NamedDepartment[]): string[][] {
  const key = (name: string): string =>
    wordsOf(name)
      .map(({ folded }) => folded)
      .join(' ');
  const owners = new Map<string, Set<string>>();
  for (const department of departments)
    for (const { text } of namesOf(department))
      owners.set(key(text), (owners.get(key(text)) ?? new Set()).add(department.id));
  return departments.flatMap((department) => {
    const names = new Map<string, string>();
    for (const { text } of namesOf(department))
      if (owners.get(key(text))?.size === 1 && !names.has(key(text))) names.set(key(text), text);
    return names.size > 1 ? [[...names.values()]] : [];
  });
}
