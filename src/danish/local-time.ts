import { toLocalTime } from './date-format.js';

/** Copenhagen is one hour ahead of UTC, two in summer. */
const hoursAhead = [2, 1] as const;

/**
 * The instant at which the forum's clock shows a date and time. Where the clock shows it twice (the night summer time
 * ends) the first; where it never does (the night it begins) as if summer time had not begun.
 *
 * @param isoDate such as `2026-11-25`.
 * @param time `HH:MM`
 */
export function toInstant(isoDate: string, time: string): Date {
  const asUtc = Date.parse(`${isoDate}T${time}:00Z`);
  const candidates = hoursAhead.map((hours) => new Date(asUtc - hours * 3_600_000));
  const exact = candidates.find((candidate) => {
    const local = toLocalTime(candidate);
    return local.date === isoDate && local.time === time;
  });
  return exact ?? new Date(asUtc - 3_600_000);
}
