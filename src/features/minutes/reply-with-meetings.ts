import type { Audience } from '../../domain/access.js';
import type { CardReply } from '../../routing/reply.js';
import type { MeetingSummary, MinutesStore } from '../../store/ports.js';
import { listSeenMeetings } from './list-seen-meetings.js';
import { meetingsCard, yearsOf } from './meetings-card.js';
import { phrases } from './phrases.js';

/** The newest year with minutes, and the coming meetings of later years above it. */
function latestMeetings(meetings: readonly MeetingSummary[], newest: number, page: number): CardReply {
  const [year = newest] = yearsOf(meetings.filter(({ kind }) => kind === 'minutes'));
  const coming = meetings.filter(({ date }) => Number(date.slice(0, 4)) > year);
  return meetingsCard(meetings, { year, page, coming });
}

/** A year's meetings; the latest where none is asked for, the nearest year's where the year has none. */
export async function replyWithMeetings(
  minutes: Pick<MinutesStore, 'listMeetings'>,
  audience: Audience,
  asked: { year?: number; page?: number },
): Promise<CardReply> {
  const meetings = await listSeenMeetings(minutes, audience);
  const years = yearsOf(meetings);
  const [newest] = years;
  if (newest === undefined) return { text: phrases.noMeetings };
  const { year: wanted, page = 1 } = asked;
  if (wanted === undefined) return latestMeetings(meetings, newest, page);
  if (years.includes(wanted)) return meetingsCard(meetings, { year: wanted, page });
  const [nearest = newest] = [...years].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  return meetingsCard(meetings, { year: nearest, page: 1, lead: phrases.noMeetingsIn(wanted) });
}
