import { Temporal } from 'temporal-polyfill';

/** The forum's clock, whatever the machine's. */
export const forumZone = 'Europe/Copenhagen';

/**
 * The instant at which the forum's clock shows a date and time. Where the clock shows it twice (the night summer time
 * ends) the first; where it never does (the night it begins) the moment the clock is put forward, 3:00.
 *
 * @param isoDate such as `2026-11-25`
 * @param time `HH:MM`
 * @throws RangeError when they are no date and time
 */
export function toInstant(isoDate: string, time: string): Date {
  const wall = Temporal.PlainDate.from(isoDate).toPlainDateTime(Temporal.PlainTime.from(time));
  // `earlier` takes the first of two, and for a time that is never shown steps back across the gap.
  const found = wall.toZonedDateTime(forumZone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(wall)) return new Date(found.epochMilliseconds);
  const putForward = found.getTimeZoneTransition('next');
  if (putForward === null) throw new RangeError('the clock shows no such time');
  return new Date(putForward.epochMilliseconds);
}
