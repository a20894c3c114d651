import { toLocalTime } from '../danish/date-format.js';
import { addDays, daysInMonth, weekdayOf } from '../danish/dates.js';
import { toInstant } from '../danish/local-time.js';
import type { WorkingDays } from '../danish/working-days.js';
import type { Schedule } from '../routing/unasked.js';

/** One time at which something is to be done: once a local date. */
export interface Occurrence {
  /** ISO date on the forum's clock. */
  date: string;
  at: Date;
}

function fallsOn(schedule: Schedule, date: string, workingDays: WorkingDays): boolean {
  switch (schedule.every) {
    case 'day':
      return true;
    case 'working_day':
      return workingDays.isWorkingDay(date);
    case 'week':
      return weekdayOf(date) === schedule.weekday;
    case 'month': {
      const [year, month, day] = date.split('-').map(Number);
      return day === Math.min(schedule.day, daysInMonth(year ?? 0, month ?? 0));
    }
  }
}

/** All occurrences after an instant and not after another, oldest first. */
export function occurrencesBetween(
  schedule: Schedule,
  after: Date,
  until: Date,
  workingDays: WorkingDays,
): Occurrence[] {
  const occurrences: Occurrence[] = [];
  const last = toLocalTime(until).date;
  for (let { date } = toLocalTime(after); date <= last; date = addDays(date, 1)) {
    if (!fallsOn(schedule, date, workingDays)) continue;
    const at = toInstant(date, schedule.time);
    if (at > after && at <= until) occurrences.push({ date, at });
  }
  return occurrences;
}

/** The newest occurrence that is due and not further back than is caught up with. */
export function latestOccurrence(schedule: Schedule, now: Date, workingDays: WorkingDays): Occurrence | undefined {
  const earliest = new Date(now.getTime() - schedule.catchUpHours * 3_600_000);
  return occurrencesBetween(schedule, earliest, now, workingDays).at(-1);
}
