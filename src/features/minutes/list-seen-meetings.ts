import type { Audience } from '../../domain/access.js';
import type { MeetingSummary, MinutesStore } from '../../store/ports.js';

/** The meetings the audience may see, newest first, each once: its minutes where there are some, else its agenda. */
export async function listSeenMeetings(
  minutes: Pick<MinutesStore, 'listMeetings'>,
  audience: Audience,
): Promise<MeetingSummary[]> {
  const meetings = await minutes.listMeetings(audience);
  const held = new Set(meetings.filter(({ kind }) => kind === 'minutes').map(meetingKey));
  return meetings.filter((meeting) => meeting.kind === 'minutes' || !held.has(meetingKey(meeting)));
}

const meetingKey = ({ forumId, date }: MeetingSummary): string => `${forumId} ${date}`;
