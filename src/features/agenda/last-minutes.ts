import type { Agenda } from '../../domain/agenda.js';
import type { MeetingSummary, MinutesStore } from '../../store/ports.js';

/** The minutes an agenda's approval is about: those of the meeting before. */
export async function findLastMinutes(
  minutes: Pick<MinutesStore, 'listMeetings'>,
  { forumId, date }: Pick<Agenda, 'forumId' | 'date'>,
): Promise<MeetingSummary | undefined> {
  const meetings = await minutes.listMeetings({ forumIds: [forumId], sees: 'open' }, 'minutes');
  return meetings.find((meeting) => meeting.date < date);
}
