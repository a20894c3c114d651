import { toInstant } from '../../../danish/local-time.js';
import { createWorkingDays } from '../../../danish/working-days.js';

/** Input is due two working days before the meeting, at noon: time enough to read it, not so early that nobody has begun. */
const workingDaysBefore = 2;
const dueTime = '12:00';

const workingDays = createWorkingDays();

/**
 * Until when input is wanted for a meeting when nobody says otherwise.
 *
 * @param date the meeting's ISO date.
 * @returns null when that time is over already.
 */
export function defaultDeadline(date: string, now: Date): Date | null {
  const deadline = toInstant(workingDays.before(date, workingDaysBefore), dueTime);
  return deadline > now ? deadline : null;
}
