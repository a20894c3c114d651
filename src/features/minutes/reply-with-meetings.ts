import { fillPage, placePage } from '../../cards/take-page.js';
import type { Audience } from '../../domain/access.js';
import type { CardReply } from '../../routing/reply.js';
import type { MeetingSummary, MinutesStore } from '../../store/ports.js';
import { meetingsCard } from './meetings-card.js';
import { phrases } from './phrases.js';

const meetingsOnPage = 12;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A year's meetings; the latest where none is asked for, the nearest year's where the year has none. */
export async function replyWithMeetings(
  minutes: Pick<MinutesStore, 'listSeenMeetings' | 'countSeenMeetings'>,
  audience: Audience,
  asked: { year?: number; page?: number },
): Promise<CardReply> {
  const counts = await minutes.countSeenMeetings(audience);
  const years = [...new Set(counts.map(({ year }) => year))];
  const [newest] = years;
  if (newest === undefined) return { text: phrases.noMeetings };

  const show = async (year: number, page: number, above: { lead?: string; coming?: readonly MeetingSummary[] }) => {
    const count = sum(counts.filter((one) => one.year === year).map(({ meetings }) => meetings));
    const place = placePage(count, page, meetingsOnPage);
    const ofYear = { from: `${year}-01-01`, to: `${year}-12-31`, limit: meetingsOnPage, offset: place.offset };
    const meetings = fillPage(place, await minutes.listSeenMeetings(audience, ofYear));
    const showsForum = new Set(counts.map(({ forumId }) => forumId)).size > 1;
    return meetingsCard({ year, count, meetings, years, showsForum, ...above });
  };

  const { year: wanted, page = 1 } = asked;
  if (wanted === undefined) {
    // The newest year with minutes, and the coming meetings of later years above it.
    const year = counts.find(({ held }) => held > 0)?.year ?? newest;
    const later = sum(counts.filter((one) => one.year > year).map(({ meetings }) => meetings));
    const coming =
      later === 0 ? [] : await minutes.listSeenMeetings(audience, { from: `${year + 1}-01-01`, limit: later });
    return show(year, page, { coming });
  }
  if (years.includes(wanted)) return show(wanted, page, {});
  const [nearest = newest] = [...years].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  return show(nearest, 1, { lead: phrases.noMeetingsIn(wanted) });
}
