import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedPage, readPress } from '../../cards/read-press.js';
import type { CardVerb } from '../../routing/routes.js';
import type { Browsing } from './browsing.js';
import { replyWithMeetings } from './reply-with-meetings.js';

const pressed = z.object({ year: z.number().int().min(1900).max(2999).optional(), page: pressedPage });

/** A year's meetings, opened from a card; the newest year where the button names none. */
export function createShowMeetingsVerb({ minutes, audienceOf }: Browsing): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showMeetings,
    speaksEnglish: true,
    read: (data) => readPress(pressed, data ?? {}),
    async run(turn, { year, page }) {
      return replyWithMeetings(minutes, await audienceOf(turn), year === undefined ? { page } : { year, page });
    },
  };
}
