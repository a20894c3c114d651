import { findInitials } from '../danish/initials.js';
import { runThrough, type Steps } from '../domain/steps.js';
import { findCaseNumbers } from './case-number-units.js';
import { type FoundDate, findDates } from './date-units.js';
import { type TextApart, takeApart } from './take-apart.js';
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
  /** With the word it is joined to taken for one word, the stem of that. */
  joined?: string | undefined;
}

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
export const analyseText = (text: string): Unit[] => toUnits(text, runThrough(takeApart(text)), fixedUnits(text));

/** The words and numbers, as far as they are no part of a date or a case number. */
function plainUnits({ stretches, starts }: TextApart, fixed: readonly Unit[]): Unit[] {
  const plain: Unit[] = [];
  let next = 0;
  for (let index = 0; index < stretches.length; index += 1) {
    const at = starts[index] ?? 0;
    for (const { kind, start: inside, text, folded, terms, joined } of stretches[index]?.words ?? []) {
      const start = at + inside;
      const end = start + text.length;
      while ((fixed[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      if ((fixed[next]?.start ?? end) < end) continue;
      plain.push({ start, end, kind, text, folded, terms, hyphenated: false, joined });
    }
  }
  return plain;
}

function toUnits(text: string, apart: TextApart, fixed: readonly Unit[]): Unit[] {
  const plain = plainUnits(apart, fixed);
  const units =
    fixed.length === 0
      ? plain
      : [...fixed, ...plain].sort((one, other) => one.start - other.start || one.end - other.end);
  let endBefore = -1;
  for (const unit of units) {
    unit.hyphenated = unit.start === endBefore + 1 && text[endBefore] === '-';
    endBefore = unit.end;
  }
  return units;
}

/**
 * The index terms of a text, in the order of the text; in steps of a few milliseconds.
 *
 * @param words gets the words as people write them, lower case
 */
export function* indexInSteps(text: string, words: Set<string>): Steps<string[]> {
  const written = text.normalize('NFC');
  const apart = yield* takeApart(written);
  for (const { spelled } of apart.stretches) for (const word of spelled) words.add(word);
  return termsOfApart(written, apart);
}

/** The index terms of a text, separated by blanks, in the order of the text. */
export function termsOfText(text: string): string {
  const written = text.normalize('NFC');
  return termsOfApart(written, runThrough(takeApart(written))).join(' ');
}

/** Most stretches say by themselves what the index has of them: units are made of the others only. */
function termsOfApart(written: string, { stretches, starts }: TextApart): string[] {
  const fixed = fixedUnits(written);
  const initials = initialsIn(written);
  const isEntangled = stretchesWithin(starts, [
    ...fixed,
    ...[...initials.keys()].map((end) => ({ start: end - 1, end })),
  ]);
  const terms: string[] = [];
  let nextFixed = 0;
  for (let place = 0; place < stretches.length; place += 1) {
    if (isEntangled[place] !== 1) {
      for (const term of stretches[place]?.terms ?? []) terms.push(term);
      continue;
    }
    const from = place;
    while (isEntangled[place + 1] === 1) place += 1;
    const end = starts[place + 1] ?? written.length;
    const firstFixed = nextFixed;
    while ((fixed[nextFixed]?.start ?? end) < end) nextFixed += 1;
    const apart = { stretches: stretches.slice(from, place + 1), starts: starts.slice(from, place + 1) };
    const units = toUnits(written, apart, fixed.slice(firstFixed, nextFixed));
    for (const term of termsInOrder(units, initials)) terms.push(term);
  }
  return terms;
}

/** 1 for each stretch that one of the spans covers a part of. */
function stretchesWithin(starts: readonly number[], spans: readonly { start: number; end: number }[]): Uint8Array {
  const within = new Uint8Array(starts.length);
  let place = 0;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    while ((starts[place + 1] ?? Number.POSITIVE_INFINITY) <= start) place += 1;
    for (let next = place; (starts[next] ?? end) < end; next += 1) within[next] = 1;
  }
  return within;
}

/** The initials of names in a text, by where the name ends. */
const initialsIn = (written: string): ReadonlyMap<number, string> =>
  new Map(findInitials(written).map(({ end, short }) => [end, short]));

/** The index terms of a text in NFC that is taken apart already, in the order of the text. */
export const termsOfUnits = (written: string, units: readonly Unit[]): string[] =>
  termsInOrder(units, initialsIn(written));

function termsInOrder(units: readonly Unit[], initials: ReadonlyMap<number, string>): string[] {
  const terms: string[] = [];
  let before: Unit | undefined;
  for (const unit of units) {
    for (const term of unit.terms) terms.push(term);
    const short = initials.get(unit.end);
    if (short !== undefined) terms.push(partTerm(short));
    // A date or case number is no half of a word.
    if (unit.joined !== undefined && before?.kind !== 'date' && before?.kind !== 'case_number')
      terms.push(partTerm(unit.joined));
    before = unit;
  }
  return terms;
}
