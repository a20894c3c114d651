import { toInstant } from '../../../danish/local-time.js';
import type { WorkingDays } from '../../../danish/working-days.js';

/** Input is due two working days before the meeting, at noon: time enough to read it, not so early that nobody has begun. */
const workingDaysBefore = 2;
const dueTime = '12:00';

/**
 * Until when input is wanted for a meeting when nobody says otherwise.
 *
 * @param date the meeting's ISO date.
 * @param workingDays the municipality's: the days it closes beside the holidays are its own.
 * @returns null when that time is over already.
 */
export function defaultDeadline(date: string, now: Date, workingDays: WorkingDays): Date | null {
  const deadline = toInstant(workingDays.before(date, workingDaysBefore), dueTime);
  return deadline > now ? deadline : null;
}
