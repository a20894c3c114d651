import { minutesBetween } from '../../../danish/times.js';
import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { StanceChoice } from '../../../domain/input.js';

export interface TimeSuggestion {
  entry: AgendaEntry;
  /** As the agenda says; null: nothing. */
  plannedMinutes: number | null;
  suggestedMinutes: number;
}

/** Minutes go in steps people plan by. */
const step = 5;
/** What an item of the agenda takes that nobody says anything about: to be introduced and approved. */
const shortest = 5;

/** How much each stance asks for the meeting's time, beside the one share every item has. */
const weights: Readonly<Record<StanceChoice, number>> = {
  no_remarks: 0,
  remarks: 0.25,
  wants_discussion: 1,
  reservation: 2,
};

const roundToStep = (minutes: number): number => Math.floor(minutes / step) * step;

/**
 * A suggested use of the meeting's time, by a rule the chair can follow in the head:
 *
 * - what everybody has seen takes no time, and frees what was planned for it;
 * - an item without a remark takes half of what was planned, five minutes at least;
 * - what is freed goes to the items with reservations and wishes for discussion, by weight: a reservation two, a wish one,
 *   a remark a quarter;
 * - all else keeps what was planned; where that is more than the meeting is long, all is shortened alike.
 *
 * Empty when the agenda plans no minutes, since there is nothing then to use differently.
 */
export function suggestTime(
  agenda: Agenda,
  stances: readonly { entry: AgendaEntry; counts: Readonly<Record<StanceChoice, number>> }[],
  toNote: readonly AgendaEntry[],
): TimeSuggestion[] {
  const planned = agenda.entries.filter(({ item }) => item.durationMinutes !== null);
  if (planned.length === 0) return [];
  const weightOf = (entry: AgendaEntry): number => {
    const all = stances.filter((one) => one.entry.id === entry.id);
    return all.reduce(
      (sum, { counts }) =>
        sum +
        counts.remarks * weights.remarks +
        counts.wants_discussion * weights.wants_discussion +
        counts.reservation * weights.reservation,
      0,
    );
  };
  const isAsked = (entry: AgendaEntry): boolean => stances.some((one) => one.entry.id === entry.id);
  const base = planned.map((entry) => {
    const minutes = entry.item.durationMinutes ?? 0;
    if (toNote.some(({ id }) => id === entry.id)) return 0;
    const isQuiet = isAsked(entry) && weightOf(entry) === 0;
    return isQuiet ? Math.min(minutes, Math.max(shortest, roundToStep(minutes / 2))) : minutes;
  });
  const plannedSum = planned.reduce((sum, { item }) => sum + (item.durationMinutes ?? 0), 0);
  const length = agenda.endTime === null ? plannedSum : minutesBetween(agenda.startTime, agenda.endTime);
  const baseSum = base.reduce((sum, minutes) => sum + minutes, 0);
  const fit = baseSum > length ? base.map((minutes) => Math.floor((minutes * length) / baseSum)) : base;
  const free = Math.max(0, Math.min(plannedSum, length) - baseSum);
  const weightSum = planned.reduce((sum, entry) => sum + weightOf(entry), 0);
  return planned.map((entry, index) => {
    const share = weightSum === 0 ? 0 : roundToStep((free * weightOf(entry)) / weightSum);
    return {
      entry,
      plannedMinutes: entry.item.durationMinutes,
      suggestedMinutes: (fit[index] ?? 0) + share,
    };
  });
}
