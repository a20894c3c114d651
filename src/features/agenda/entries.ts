import { minutesBetween } from '../../danish/times.js';
import type { AgendaEntry } from '../../domain/agenda.js';
import type { AgendaItem, TimeSlot } from '../../domain/agenda-item.js';
import { newId } from '../../domain/new-id.js';

export const newEntry = (
  item: AgendaItem,
  { wanted = null, standing = null }: Partial<Pick<AgendaEntry, 'wanted' | 'standing'>> = {},
): AgendaEntry => ({ id: newId(), item, wanted, standing, isWithdrawn: false, revision: 1 });

/** Gives each entry the number of its place. An entry that stays where it was is the same object. */
export function numberEntries(entries: readonly AgendaEntry[]): AgendaEntry[] {
  return entries.map((entry, index) =>
    entry.item.number === index + 1 ? entry : { ...entry, item: { ...entry.item, number: index + 1 } },
  );
}

/** Moves an entry by a number of places, as far as there are places. */
export function moveEntry(entries: readonly AgendaEntry[], entryId: string, by: number): AgendaEntry[] {
  const from = entries.findIndex(({ id }) => id === entryId);
  const moved = entries[from];
  if (moved === undefined) return [...entries];
  const others = entries.toSpliced(from, 1);
  const to = Math.min(Math.max(0, from + by), others.length);
  return numberEntries(others.toSpliced(to, 0, moved));
}

/** Puts a new entry last, but before what stands for any other business. */
export function addEntry(entries: readonly AgendaEntry[], added: AgendaEntry): AgendaEntry[] {
  const last = entries.at(-1);
  const at = last?.item.kind === 'any_other_business' ? entries.length - 1 : entries.length;
  return numberEntries(entries.toSpliced(at, 0, added));
}

export const removeEntry = (entries: readonly AgendaEntry[], entryId: string): AgendaEntry[] =>
  numberEntries(entries.filter(({ id }) => id !== entryId));

/** Changes one entry. */
export const changeEntry = (
  entries: readonly AgendaEntry[],
  entryId: string,
  change: (entry: AgendaEntry) => AgendaEntry,
): AgendaEntry[] => entries.map((entry) => (entry.id === entryId ? change(entry) : entry));

/** What people answer to: when it changes, what they said was about something else. */
const answeredText = ({ item, wanted }: Pick<AgendaEntry, 'item' | 'wanted'>): string =>
  JSON.stringify([
    item.title,
    item.kind,
    wanted,
    item.recommendation,
    item.sections.map(({ kind, heading, text }) => [kind, heading, text]),
    item.attachments,
  ]);

export const sameAnsweredText = (
  one: Pick<AgendaEntry, 'item' | 'wanted'>,
  other: Pick<AgendaEntry, 'item' | 'wanted'>,
): boolean => answeredText(one) === answeredText(other);

/** The entry with another item in it; its revision grows when what people answer to is another. */
export function withItem(entry: AgendaEntry, item: AgendaItem, wanted: string | null): AgendaEntry {
  const next = { ...entry, item: { ...item, number: entry.item.number }, wanted };
  return sameAnsweredText(entry, next) ? next : { ...next, revision: entry.revision + 1 };
}

const toTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const lastMinute = 24 * 60 - 1;

/** The time `minutes` after another of the same day; the last minute of the day where it would be tomorrow. */
export const addMinutes = (time: string, minutes: number): string =>
  toTime(Math.min(lastMinute, minutesBetween('00:00', time) + minutes));

/** When an item is dealt with: its own slot, or one right after the items before it where all of those say how long they take. */
export function slotsOf(entries: readonly AgendaEntry[], startTime: string): Map<string, TimeSlot> {
  const slots = new Map<string, TimeSlot>();
  let next: string | null = startTime;
  for (const { id, item, isWithdrawn } of entries) {
    if (isWithdrawn || item.kind === 'written_briefing') continue;
    const { durationMinutes, timeSlot } = item;
    if (timeSlot !== null) {
      slots.set(id, timeSlot);
      next = timeSlot.end;
    } else if (next !== null && durationMinutes !== null) {
      const slot: TimeSlot = { start: next, end: addMinutes(next, durationMinutes) };
      slots.set(id, slot);
      next = slot.end;
    } else next = null;
  }
  return slots;
}
