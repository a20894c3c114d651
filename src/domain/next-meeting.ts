/**
 * The meeting after one, as soon as it is known; undefined until then.
 *
 * @param meetingDates ISO dates of every meeting known, held or called, in any order.
 */
export const nextMeetingAfter = (date: string, meetingDates: readonly string[]): string | undefined =>
  meetingDates.reduce<string | undefined>(
    (next, other) => (other > date && (next === undefined || other < next) ? other : next),
    undefined,
  );
