import { addDays, weekdayOf } from './dates.js';

/** ISO date of a weekday (1 Monday – 7 Sunday) in an ISO week, the numbering Danish calendars print; undefined when the year has no such week. */
export function dayOfWeek(year: number, week: number, weekday: number): string | undefined {
  if (week < 1 || week > weeksInYear(year)) return undefined;
  // Week 1 is the week that holds 4 January.
  const fourth = `${year}-01-04`;
  const firstMonday = addDays(fourth, 1 - weekdayOf(fourth));
  return addDays(firstMonday, (week - 1) * 7 + weekday - 1);
}

/** 52 or 53. */
export function weeksInYear(year: number): number {
  // 28 December always lies in the last week of its year.
  const last = `${year}-12-28`;
  const thursday = addDays(last, 4 - weekdayOf(last));
  const dayNumber = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000;
  return Math.floor(dayNumber / 7) + 1;
}
