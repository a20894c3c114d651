import type { AgendaEntry } from '../../../domain/agenda.js';

/** What an answer can name beside the item it is about. */
export interface Surroundings {
  /** Everything on the agenda. */
  entries: readonly AgendaEntry[];
  /** What the answerer may read of the minutes that are to be approved; null: the archive has none. */
  minutesItems: readonly { number: number; topic: string }[] | null;
}

/** Answers of before named the agenda's items by number. */
const isNumber = (name: string): boolean => /^[1-9]\d{0,2}$/.test(name);

/** The numbers that items have now, by entry id or, in an answer of before, by number; in order. */
export const numbersNow = (entries: Surroundings['entries'], names: readonly string[]): number[] =>
  names
    .flatMap((name) => (isNumber(name) ? Number(name) : (entries.find(({ id }) => id === name)?.item.number ?? [])))
    .sort((one, other) => one - other);

/** The entry of a number, unless it was withdrawn. */
export const entryAt = (entries: Surroundings['entries'], number: number): AgendaEntry | undefined =>
  entries.find(({ item, isWithdrawn }) => item.number === number && !isWithdrawn);
