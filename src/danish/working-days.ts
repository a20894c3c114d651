import { toLocalTime } from './date-format.js';
import { addDays, weekdayOf } from './dates.js';
import { toInstant } from './local-time.js';
import { publicHolidays } from './public-holidays.js';

/**
 * When people at work are written to unasked: `HH:MM` on the forum's clock, from inclusive, to exclusive. From 00:00 to 24:00
 * is around the clock, weekends and holidays too, as where somebody tries the bot out.
 */
export interface WorkingHours {
  from: string;
  to: string;
}

export const usualWorkingHours: WorkingHours = { from: '07:00', to: '18:00' };

/**
 * Days that are no holidays by law but on which Danish municipalities are closed as a rule: Constitution Day, and the days
 * before Christmas Day and New Year's Day. `MM-DD`; a setting, since local agreements differ.
 */
export const usualClosedDays: readonly string[] = ['06-05', '12-24', '12-31'];

/** The forum's calendar. Dates are ISO dates. */
export interface WorkingDays {
  isWorkingDay(date: string): boolean;
  /** The nth working day before a date; 0: the date itself, or the last working day before it. */
  before(date: string, count: number): string;
  /** The date, or the first working day after it. */
  onOrAfter(date: string): string;
  /** The same hour on the working day before an instant's: when a reminder goes out. */
  sameHourBefore(instant: Date): Date;
  /** The instant itself when people are at work, or the beginning of the next working hours. */
  nextWorkingTime(instant: Date): Date;
}

/** @param closedDays `MM-DD`, beside weekends and public holidays */
export function createWorkingDays(
  closedDays: readonly string[] = usualClosedDays,
  hours: WorkingHours = usualWorkingHours,
): WorkingDays {
  const isAroundTheClock = hours.from === '00:00' && hours.to === '24:00';

  const isWorkingDay = (date: string): boolean =>
    weekdayOf(date) <= 5 && !publicHolidays(Number(date.slice(0, 4))).has(date) && !closedDays.includes(date.slice(5));

  const onOrAfter = (date: string): string => {
    let day = date;
    while (!isWorkingDay(day)) day = addDays(day, 1);
    return day;
  };
  const onOrBefore = (date: string): string => {
    let day = date;
    while (!isWorkingDay(day)) day = addDays(day, -1);
    return day;
  };
  const before = (date: string, count: number): string => {
    if (count === 0) return onOrBefore(date);
    let day = date;
    for (let passed = 0; passed < count; passed += 1) day = onOrBefore(addDays(day, -1));
    return day;
  };

  return {
    isWorkingDay,
    onOrAfter,
    before,
    sameHourBefore(instant) {
      const { date, time } = toLocalTime(instant);
      return toInstant(before(date, 1), time);
    },
    nextWorkingTime(instant) {
      if (isAroundTheClock) return instant;
      const { date, time } = toLocalTime(instant);
      if (isWorkingDay(date) && time >= hours.from && time < hours.to) return instant;
      const isBeforeWork = time < hours.from;
      return toInstant(onOrAfter(isBeforeWork ? date : addDays(date, 1)), hours.from);
    },
  };
}
