import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedId, pressedPage, pressedQuestion, readPress } from '../../cards/read-press.js';
import type { CardVerb } from '../../routing/routes.js';
import { type Browsing, givesFiles } from './browsing.js';
import { showItemOrMeeting } from './show-item.command.js';

const pressed = z.object({
  meeting: pressedId,
  item: z.number().int().min(1).max(999),
  page: pressedPage,
  question: pressedQuestion.optional(),
  context: pressedQuestion.optional(),
  agenda: pressedId.optional(),
  entry: pressedId.optional(),
});

/** One item in full, opened from a card; `question` leads back to the answer it was opened from, `agenda` and `entry` to the item of a coming meeting. */
export function createShowItemVerb({ minutes, lists, audienceOf }: Browsing): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showItem,
    speaksEnglish: true,
    read: (data) => readPress(pressed, data),
    async run(turn, { meeting: meetingId, item: number, page, question, context, agenda, entry }) {
      const audience = await audienceOf(turn);
      const meeting = await minutes.getMeeting(audience, meetingId);
      const view = { page, from: { question, context, agenda, entry }, givesFiles: givesFiles(turn) };
      return showItemOrMeeting({ lists, audience }, meeting, number, view);
    },
  };
}
