import { foldLetters } from '../../danish/letters.js';
import type { Agenda, AgendaEntry } from '../../domain/agenda.js';
import { numberEntries, withItem } from './entries.js';

const sameTitle = (one: AgendaEntry, other: AgendaEntry): boolean =>
  foldLetters(one.item.topic).trim() === foldLetters(other.item.topic).trim();

const sameCase = (one: AgendaEntry, other: AgendaEntry): boolean =>
  one.item.caseNumber !== null &&
  one.item.caseNumber.text === other.item.caseNumber?.text &&
  one.item.kind === other.item.kind;

/**
 * An agenda with the content of a newer one: it stays the same agenda, and an item that stands in both the same item, known
 * again by its title or else by case number and kind, so that what was said of it is not lost.
 */
export function mergeAgendas(present: Agenda, newer: Agenda): Agenda {
  const left = [...present.entries];
  const take = (fits: (entry: AgendaEntry) => boolean): AgendaEntry | undefined => {
    const at = left.findIndex(fits);
    return at === -1 ? undefined : left.splice(at, 1)[0];
  };
  // Titles first for all of them: a case number may stand on several items.
  const byTitle = newer.entries.map((entry) => take((other) => sameTitle(other, entry)));
  const entries = newer.entries.map((entry, index) => {
    const known = byTitle[index] ?? take((other) => sameCase(other, entry));
    return known === undefined
      ? entry
      : { ...withItem(known, entry.item, entry.wanted ?? known.wanted), standing: entry.standing, isWithdrawn: false };
  });
  const { forum, date, startTime, endTime, place, source } = newer;
  return { ...present, forum, date, startTime, endTime, place, source, entries: numberEntries(entries) };
}
