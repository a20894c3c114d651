import { nextMeetingAfter } from '../../domain/next-meeting.js';
import type { StoredItem } from '../../store/ports.js';

/**
 * What is to be done "til næste møde" gets that meeting's date, as soon as one is known; it stays marked as inferred.
 *
 * @param meetingDates ISO dates of every meeting known, held or called, in any order.
 */
export function withNextMeeting(stored: StoredItem, meetingDates: readonly string[]): StoredItem {
  const { item, meetingDate } = stored;
  if (!item.commitments.some(({ meeting, due }) => meeting === 'next' && due === null)) return stored;
  const next = nextMeetingAfter(meetingDate, meetingDates);
  if (next === undefined) return stored;
  const commitments = item.commitments.map((commitment) =>
    commitment.meeting === 'next' && commitment.due === null
      ? { ...commitment, due: next, inferred: true }
      : commitment,
  );
  return { ...stored, item: { ...item, commitments } };
}
