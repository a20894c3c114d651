import type { Audience } from '../../domain/access.js';
import type { CardReply } from '../../routing/reply.js';
import type { MinutesStore } from '../../store/ports.js';
import { listSeenMeetings } from './list-seen-meetings.js';
import { meetingsCard, yearsOf } from './meetings-card.js';
import { phrases } from './phrases.js';

/** A year's meetings; the newest year where none is asked for, the nearest where the year has none. */
export async function replyWithMeetings(
  minutes: Pick<MinutesStore, 'listMeetings'>,
  audience: Audience,
  asked: { year?: number; page?: number },
): Promise<CardReply> {
  const meetings = await listSeenMeetings(minutes, audience);
  const years = yearsOf(meetings);
  const [newest] = years;
  if (newest === undefined) return { text: phrases.noMeetings };
  const { year: wanted = newest, page = 1 } = asked;
  if (years.includes(wanted)) return meetingsCard(meetings, { year: wanted, page });
  const [nearest = newest] = [...years].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  return meetingsCard(meetings, { year: nearest, page: 1, lead: phrases.noMeetingsIn(wanted) });
}
