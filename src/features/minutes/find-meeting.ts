import { foldLetters } from '../../danish/letters.js';
import { readSpokenDate } from '../../danish/read-spoken-date.js';
import type { Audience } from '../../domain/access.js';
import type { MeetingSummary, MeetingsWanted, MinutesStore, StoredMeeting } from '../../store/ports.js';
import { afterMeeting, beforeMeeting, latestWords, nextWords } from './phrases.js';

/** How a person names a meeting: by its date, or by its place in time. */
export type MeetingName = { kind: 'latest' } | { kind: 'next' } | { kind: 'date'; dates: string[] };

const foldName = (text: string): string =>
  foldLetters(text).trim().split(/\s+/).join(' ').replace(beforeMeeting, '').replace(afterMeeting, '');

/**
 * Reads what a person writes for a meeting: "13. april 2023", "sidste", "fra mødet den 13/4". An empty text is the latest.
 *
 * @param today ISO date.
 * @returns undefined when it names no meeting.
 */
export function readMeetingName(text: string, today: string): MeetingName | undefined {
  const name = foldName(text);
  if (name === '' || latestWords.includes(name)) return { kind: 'latest' };
  if (nextWords.includes(name)) return { kind: 'next' };
  const dates = readSpokenDate(name, today);
  return dates.length === 0 ? undefined : { kind: 'date', dates };
}

export type FoundMeeting =
  | { kind: 'found'; meeting: StoredMeeting }
  /** The meetings nearest to the day, newest first. */
  | { kind: 'none_on_date'; date: string; nearest: MeetingSummary[] }
  | { kind: 'no_next' }
  | { kind: 'archive_empty' };

const nearestCount = 3;

/** @param meetings newest first */
function nearestTo(meetings: readonly MeetingSummary[], date: string): MeetingSummary[] {
  const distance = (meeting: MeetingSummary): number => Math.abs(Date.parse(meeting.date) - Date.parse(date));
  const nearest = [...meetings].sort((a, b) => distance(a) - distance(b)).slice(0, nearestCount);
  return nearest.sort((a, b) => b.date.localeCompare(a.date));
}

/** Finds the meeting a person named, among those they may see. */
export async function findMeeting(
  minutes: Pick<MinutesStore, 'listSeenMeetings' | 'getMeeting'>,
  audience: Audience,
  name: MeetingName,
  today: string,
): Promise<FoundMeeting> {
  const first = async (wanted: Omit<MeetingsWanted, 'limit'>): Promise<MeetingSummary | undefined> =>
    (await minutes.listSeenMeetings(audience, { ...wanted, limit: 1 }))[0];
  const found = async ({ id }: MeetingSummary): Promise<FoundMeeting> => ({
    kind: 'found',
    meeting: await minutes.getMeeting(audience, id),
  });

  if (name.kind === 'next') {
    const next = await first({ from: today, order: 'oldest_first' });
    return next === undefined ? { kind: 'no_next' } : found(next);
  }
  const newest = await first({});
  if (newest === undefined) return { kind: 'archive_empty' };
  if (name.kind === 'latest') {
    return found((await first({ to: today, kind: 'minutes' })) ?? (await first({ to: today })) ?? newest);
  }
  for (const date of name.dates) {
    const named = await first({ from: date, to: date });
    if (named !== undefined) return found(named);
  }
  const date = name.dates[0] ?? today;
  const before = await minutes.listSeenMeetings(audience, { to: date, limit: nearestCount });
  const after = await minutes.listSeenMeetings(audience, { from: date, order: 'oldest_first', limit: nearestCount });
  return { kind: 'none_on_date', date, nearest: nearestTo([...after.toReversed(), ...before], date) };
}
