import type { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { pressedPage, readPress } from '../../../cards/read-press.js';
import type { CardVerb } from '../../../routing/routes.js';
import { findLastMinutes } from '../last-minutes.js';
import { entryCard } from './entry-card.js';
import type { Posted } from './posted.js';
import { answerAboutEntry, pressedEntry } from './pressed-entry.js';

const pressed = pressedEntry.extend({ page: pressedPage });

/** "Læs": one item of the agenda in full, for the presser alone. */
export function createShowEntryVerb(posted: Posted): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showAgendaItem,
    read: (data) => readPress(pressed, data),
    run: (turn, data) =>
      answerAboutEntry(posted, turn, data, async ({ agenda, seesClosed }, entry) => {
        const isApproval = entry.standing === 'approval';
        const lastMinutes = isApproval ? await findLastMinutes(posted.minutes, agenda) : undefined;
        return entryCard(agenda, entry, { seesClosed }, { page: data.page, lastMinutes });
      }),
  };
}
