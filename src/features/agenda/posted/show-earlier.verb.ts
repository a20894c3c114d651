import type { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { readPress } from '../../../cards/read-press.js';
import type { CardVerb } from '../../../routing/routes.js';
import { earlierCard, mostEarlier } from './earlier-card.js';
import { earlierPhrases } from './phrases.js';
import type { Posted } from './posted.js';
import { answerAboutEntry, pressedEntry } from './pressed-entry.js';

/** "Tidligere": what the archive holds on an item's matter, as far as the presser may see it here. */
export function createShowEarlierVerb(posted: Posted): CardVerb<z.infer<typeof pressedEntry>> {
  return {
    verb: verbs.showEarlier,
    read: (data) => readPress(pressedEntry, data),
    run: (turn, data) =>
      answerAboutEntry(posted, turn, data, async ({ agenda, audience }, entry) => {
        const ofForum = { ...audience, forumIds: [agenda.forumId] };
        const earlier = await posted.findEarlier(ofForum, entry.item, agenda.date, mostEarlier);
        return earlier.length === 0
          ? { text: earlierPhrases.none(entry.item.number) }
          : earlierCard(agenda, entry, earlier);
      }),
  };
}
