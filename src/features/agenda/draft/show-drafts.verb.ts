import { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { pressedPage, readPress } from '../../../cards/read-press.js';
import type { CardVerb } from '../../../routing/routes.js';
import type { AgendaDesk } from './desk.js';
import { showDrafts } from './show-drafts.js';

const pressed = z.object({ page: pressedPage });

/** The agendas the secretary works on, from a card. */
export function createShowDraftsVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showDrafts,
    read: (data) => readPress(pressed, data),
    run: (turn, { page }) => showDrafts(desk, turn, { page }),
  };
}
