import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedId, pressedPage, readPress } from '../../cards/read-press.js';
import type { CardVerb } from '../../routing/routes.js';
import { type Browsing, givesFiles } from './browsing.js';
import { meetingCard } from './meeting-card.js';

const pressed = z.object({
  meeting: pressedId,
  page: pressedPage,
  agenda: pressedId.optional(),
  entry: pressedId.optional(),
});

/** A meeting and its items, opened from a card; `agenda` and `entry` lead back to the item of a coming meeting. */
export function createShowMeetingVerb({ minutes, audienceOf }: Browsing): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showMeeting,
    speaksEnglish: true,
    read: (data) => readPress(pressed, data),
    async run(turn, { meeting: meetingId, page, agenda, entry }) {
      const meeting = await minutes.getMeeting(await audienceOf(turn), meetingId);
      return meetingCard(meeting, { page, from: { agenda, entry }, givesFiles: givesFiles(turn) });
    },
  };
}
