import { formatLongDate, formatTimeSpan } from '../../danish/date-format.js';
import type { Agenda, AgendaEntry } from '../../domain/agenda.js';
import { sameAnsweredText } from './entries.js';
import { changePhrases } from './phrases.js';

/** What a list of changes calls an item: never more than the number of a closed one. */
const nameOf = ({ item }: AgendaEntry): string =>
  item.access === 'closed'
    ? changePhrases.closedItem(item.number)
    : changePhrases.item(item.number, item.topic || item.title);

const when = ({ date, startTime, endTime }: Agenda): string =>
  `${formatLongDate(date)} ${formatTimeSpan(startTime, endTime)}`;

const isAsBefore = (before: AgendaEntry, after: AgendaEntry): boolean =>
  sameAnsweredText(before, after) &&
  before.item.access === after.item.access &&
  JSON.stringify([before.item.timeSlot, before.item.durationMinutes, before.item.presenters]) ===
    JSON.stringify([after.item.timeSlot, after.item.durationMinutes, after.item.presenters]);

/** Whether the entries that stand in both stand in another order. */
function isReordered(before: readonly AgendaEntry[], after: readonly AgendaEntry[]): boolean {
  const inAfter = new Set(after.map(({ id }) => id));
  const inBefore = new Set(before.map(({ id }) => id));
  const kept = before.filter(({ id }) => inAfter.has(id)).map(({ id }) => id);
  return after.filter(({ id }) => inBefore.has(id)).some(({ id }, index) => kept[index] !== id);
}

/**
 * What differs between two states of an agenda, a line of Danish each; empty when nothing does that a reader would see.
 * Says nothing of a closed item but its number.
 */
export function describeChanges(before: Agenda, after: Agenda): string[] {
  const lines: string[] = [];
  if (when(before) !== when(after)) lines.push(changePhrases.moved(when(before), when(after)));
  if (before.place !== after.place) lines.push(changePhrases.place(after.place));
  if (before.inputDeadlineAt?.getTime() !== after.inputDeadlineAt?.getTime())
    lines.push(changePhrases.deadline(after.inputDeadlineAt));
  for (const entry of after.entries) {
    const known = before.entries.find(({ id }) => id === entry.id);
    if (known === undefined) lines.push(changePhrases.added(nameOf(entry)));
    else if (entry.isWithdrawn && !known.isWithdrawn) lines.push(changePhrases.withdrawn(nameOf(entry)));
    else if (!entry.isWithdrawn && known.isWithdrawn) lines.push(changePhrases.broughtBack(nameOf(entry)));
    else if (!isAsBefore(known, entry)) lines.push(changePhrases.changed(nameOf(entry)));
  }
  for (const entry of before.entries)
    if (!after.entries.some(({ id }) => id === entry.id)) lines.push(changePhrases.removed(nameOf(entry)));
  if (isReordered(before.entries, after.entries)) lines.push(changePhrases.reordered);
  return lines;
}
