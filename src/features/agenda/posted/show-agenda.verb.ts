import { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { pressedId, pressedPage, readPress } from '../../../cards/read-press.js';
import type { CardVerb } from '../../../routing/routes.js';
import { composeAgendaCard } from './agenda-card.js';
import { getSeenAgenda, type Posted, viewFor } from './posted.js';

const pressed = z.object({ agenda: pressedId, page: pressedPage });

/** An agenda as it is now, or another page of it: for the presser alone, the channel's card stays as it is. */
export function createShowAgendaVerb(posted: Posted): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showAgenda,
    read: (data) => readPress(pressed, data),
    async run(turn, { agenda: agendaId, page }) {
      const seen = await getSeenAgenda(posted, turn, agendaId);
      return composeAgendaCard(seen.agenda, { ...(await viewFor(posted, turn, seen)), page });
    },
  };
}
