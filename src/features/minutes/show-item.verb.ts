import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedId, pressedPage, pressedQuestion, readPress } from '../../cards/read-press.js';
import type { CardVerb } from '../../routing/routes.js';
import type { Browsing } from './browsing.js';
import { itemCard } from './item-card.js';
import { meetingCard } from './meeting-card.js';
import { phrases } from './phrases.js';

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
export function createShowItemVerb({ minutes, audienceOf }: Browsing): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showItem,
    read: (data) => readPress(pressed, data),
    async run(turn, { meeting: meetingId, item: number, page, question, context, agenda, entry }) {
      const meeting = await minutes.getMeeting(await audienceOf(turn), meetingId);
      const item = meeting.document.items.find((candidate) => candidate.number === number);
      if (item === undefined) return meetingCard(meeting, { lead: phrases.noItem(number) });
      return itemCard(meeting, item, { page, from: { question, context, agenda, entry } });
    },
  };
}
