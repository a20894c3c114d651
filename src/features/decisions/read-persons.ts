import { danishDictionary } from '../../danish/dictionary.js';
import { editDistance } from '../../danish/edit-distance.js';
import { foldLetters } from '../../danish/letters.js';
import { stopWords } from '../../danish/stop-words.js';
import { wordForm } from '../../danish/word-forms.js';
import type { Unit } from '../../search/analyse-text.js';

/** Words of a question that name a person, and who may be meant. */
export interface NamedPerson {
  /** The letters of the name in the question, from `start` to before `end`. */
  start: number;
  end: number;
  /** As typed. */
  text: string;
  /** Full names; one: it is clear who is meant. */
  names: string[];
  /** True where the name had to be spelled right. */
  isRepaired: boolean;
}

/** Shorter words have too many neighbours. */
const shortestRepaired = 4;
/** From so many letters on, two slips are forgiven. */
const longName = 7;

/** A slip that fits more names than this fits none. */
const mostGuesses = 3;

interface KnownName {
  name: string;
  parts: string[];
}

const partsOf = (name: string): string[] =>
  foldLetters(name)
    .split(/[\s.-]+/)
    .filter((part) => part.length > 1);

const isPart = (typed: string, part: string): boolean => typed === part || typed === `${part}s`;

const isSlip = (typed: string, part: string): boolean => {
  const limit = typed.length >= longName ? 2 : 1;
  // "Nana" is "Nanna", hardly "Hana": people get the first letter right.
  return part.length >= shortestRepaired && typed[0] === part[0] && editDistance(typed, part, limit) <= limit;
};

interface Word {
  unit: Unit;
  /** A capital letter inside the question: a name, whatever else the word may mean. */
  isCapital: boolean;
  /** A word of the language; as a name in small letters only a first name that is no verb ("bo"). */
  isCommon: boolean;
  mayRepair: boolean;
}

function toWord(unit: Unit, asksForPerson: boolean, isOwnWord: (folded: string) => boolean): Word {
  const isCapital = /^\p{Lu}\p{Ll}/u.test(unit.text) && unit.start > 0;
  const isCommon = danishDictionary().has(unit.folded);
  // "Mars" is no slip of "Mads" where nobody was asked about.
  const maybeSlip = !isCommon || (isCapital && asksForPerson);
  const mayRepair = maybeSlip && unit.folded.length >= shortestRepaired && !isOwnWord(unit.folded);
  return { unit, isCapital, isCommon, mayRepair };
}

const isNoName = (folded: string): boolean =>
  stopWords.has(folded) || ['verb', 'adjective', 'other'].includes(wordForm(folded).wordClass ?? '');

/** Whose name has this word, letter for letter, or else a slip away. */
function holdersOf({ unit, isCapital, isCommon, mayRepair }: Word, known: readonly KnownName[]) {
  const typed = unit.folded;
  const fits = ({ parts }: KnownName): boolean =>
    isCommon && !isCapital
      ? !isNoName(typed) && isPart(typed, parts[0] ?? '')
      : parts.some((part) => isPart(typed, part));
  const exact = known.filter(fits);
  if (exact.length > 0 || !mayRepair) return { holders: exact, isRepaired: false };
  return { holders: known.filter(({ parts }) => parts.some((part) => isSlip(typed, part))), isRepaired: true };
}

/** A full name takes the place of the same name without its middle part. */
const withoutShorter = (names: readonly string[]): string[] =>
  names.filter(
    (name) => !names.some((other) => other !== name && partsOf(name).every((part) => partsOf(other).includes(part))),
  );

interface Reading extends Omit<NamedPerson, 'names'> {
  holders: KnownName[];
}

/** The name with one more word; undefined where the word does not belong to it. */
function withWord(before: Reading | undefined, word: Word, known: readonly KnownName[]): Reading | undefined {
  const { start, end, text } = word.unit;
  const isNext = before !== undefined && start - before.end <= 2;
  // Right after a first name, "vind" is a name as well.
  const { holders, isRepaired } = holdersOf(isNext ? { ...word, isCapital: true } : word, known);
  if (before === undefined) return holders.length === 0 ? undefined : { start, end, text, isRepaired, holders };
  const both = before.holders.filter((one) => holders.includes(one));
  if (!isNext || both.length === 0) return undefined;
  return {
    start: before.start,
    end,
    text: `${before.text} ${text}`,
    isRepaired: before.isRepaired || isRepaired,
    holders: both,
  };
}

/**
 * The person a question names by any part of the name, misspelt or not, among those the minutes name. Undefined where no word is a
 * name, or a misspelt one may be anybody's.
 *
 * @param units The question's words in order.
 * @param asksForPerson Whether the question is about somebody, so that a name typed in small letters is one.
 * @param isOwnWord Whether a folded word stands in the minutes: then it is no slip.
 */
export function readPerson(
  units: readonly Unit[],
  persons: readonly { name: string }[],
  asksForPerson: boolean,
  isOwnWord: (folded: string) => boolean,
): NamedPerson | undefined {
  const known = persons.map(({ name }): KnownName => ({ name, parts: partsOf(name) }));
  const words = units
    .filter(({ kind, folded }) => kind === 'word' && folded.length > 1)
    .map((unit) => toWord(unit, asksForPerson, isOwnWord))
    .filter(({ isCapital }) => asksForPerson || isCapital);
  let found: Reading | undefined;
  for (const word of words) found = withWord(found, word, known) ?? found;
  if (found === undefined) return undefined;
  const { holders, ...named } = found;
  const names = withoutShorter([...new Set(holders.map(({ name }) => name))]);
  return named.isRepaired && names.length > mostGuesses ? undefined : { ...named, names };
}
