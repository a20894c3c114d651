import { formatTimeSpan } from '../../../danish/date-format.js';
import type { AgendaEntry } from '../../../domain/agenda.js';
import type { TimeSlot } from '../../../domain/agenda-item.js';
import { findingTexts } from './phrases.js';
import { onItem, type Rule } from './rule.js';

const spanOf = ({ start, end }: TimeSlot): string => formatTimeSpan(start, end);

/** An item that begins before the one before it is over, or at a time when the meeting is not on. */
export const overlappingSlots: Rule = ({ agenda, entries }) => {
  const slotted = entries.flatMap((entry) =>
    entry.item.timeSlot === null ? [] : [{ entry, slot: entry.item.timeSlot }],
  );
  return slotted.flatMap(({ entry, slot }, index) => {
    const before = slotted.slice(0, index).findLast((other) => slot.start < other.slot.end);
    return [
      ...(before === undefined ? [] : [overlap(entry, slot, before.entry, before.slot)]),
      ...(slot.start < agenda.startTime || (agenda.endTime !== null && slot.end > agenda.endTime)
        ? [outside(entry, slot, agenda.startTime, agenda.endTime)]
        : []),
    ];
  });
};

const overlap = (entry: AgendaEntry, slot: TimeSlot, other: AgendaEntry, otherSlot: TimeSlot) =>
  onItem(entry, {
    code: 'overlapping_slots',
    message: findingTexts.overlappingSlots(entry.item.number, other.item.number, spanOf(slot), spanOf(otherSlot)),
    mend: 'item',
    detail: `${spanOf(slot)} ${other.id} ${spanOf(otherSlot)}`,
  });

const outside = (entry: AgendaEntry, slot: TimeSlot, start: string, end: string | null) =>
  onItem(entry, {
    code: 'slot_outside_meeting',
    message: findingTexts.outsideMeeting(entry.item.number, spanOf(slot)),
    mend: 'item',
    detail: `${spanOf(slot)} ${start} ${end ?? ''}`,
  });
