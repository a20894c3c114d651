import { addDays, weekdayOf } from '../../../danish/dates.js';
import { toInstant } from '../../../danish/local-time.js';

/** Input is due two working days before the meeting, at noon: time enough to read it, not so early that nobody has begun. */
const workingDaysBefore = 2;
const dueTime = '12:00';

const isWorkingDay = (date: string): boolean => weekdayOf(date) <= 5;

/**
 * Until when input is wanted for a meeting when nobody says otherwise.
 *
 * @param date the meeting's ISO date.
 * @returns null when that time is over already.
 */
export function defaultDeadline(date: string, now: Date): Date | null {
  let day = date;
  for (let left = workingDaysBefore; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left -= 1;
  }
  const deadline = toInstant(day, dueTime);
  return deadline > now ? deadline : null;
}
