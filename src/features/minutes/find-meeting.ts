import { foldLetters } from '../../danish/letters.js';
import { readSpokenDate } from '../../danish/read-spoken-date.js';
import type { Audience } from '../../domain/access.js';
import type { MeetingSummary, MinutesStore, StoredMeeting } from '../../store/ports.js';
import { listSeenMeetings } from './list-seen-meetings.js';
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

function nearestTo(meetings: readonly MeetingSummary[], date: string): MeetingSummary[] {
  const distance = (meeting: MeetingSummary): number => Math.abs(Date.parse(meeting.date) - Date.parse(date));
  const nearest = [...meetings].sort((a, b) => distance(a) - distance(b)).slice(0, nearestCount);
  return nearest.sort((a, b) => b.date.localeCompare(a.date));
}

/** Finds the meeting a person named, among those they may see. */
export async function findMeeting(
  minutes: Pick<MinutesStore, 'listMeetings' | 'getMeeting'>,
  audience: Audience,
  name: MeetingName,
  today: string,
): Promise<FoundMeeting> {
  const meetings = await listSeenMeetings(minutes, audience);
  const found = async ({ id }: MeetingSummary): Promise<FoundMeeting> => ({
    kind: 'found',
    meeting: await minutes.getMeeting(audience, id),
  });

  if (name.kind === 'next') {
    const next = meetings.filter(({ date }) => date >= today).at(-1);
    return next === undefined ? { kind: 'no_next' } : found(next);
  }
  const [newest] = meetings;
  if (newest === undefined) return { kind: 'archive_empty' };
  if (name.kind === 'latest') {
    const held = meetings.filter(({ date }) => date <= today);
    return found(held.find(({ kind }) => kind === 'minutes') ?? held[0] ?? newest);
  }
  const named = name.dates
    .map((wanted) => meetings.find(({ date }) => date === wanted))
    .find((meeting) => meeting !== undefined);
  if (named !== undefined) return found(named);
  const date = name.dates[0] ?? today;
  return { kind: 'none_on_date', date, nearest: nearestTo(meetings, date) };
}
