import type { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { pressedId, readPress } from '../../../cards/read-press.js';
import type { CardVerb } from '../../../routing/routes.js';
import { type AgendaDesk, agendaFor } from './desk.js';
import { deskReplies } from './desk-phrases.js';
import { draftItemCard } from './draft-item-card.js';
import { pressedAgenda } from './pressed.js';
import { viewDraft } from './view-draft.js';

/** An agenda's working card. */
export function createShowDraftVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedAgenda>> {
  return {
    verb: verbs.showDraft,
    read: (data) => readPress(pressedAgenda, data),
    async run(turn, { agenda: agendaId, page }) {
      const { agenda } = await agendaFor(desk, turn, agendaId);
      return viewDraft(desk, agenda, { page });
    },
  };
}

const pressedEntry = pressedAgenda.extend({ entry: pressedId });

/** One item of it. */
export function createShowDraftItemVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedEntry>> {
  return {
    verb: verbs.showDraftItem,
    read: (data) => readPress(pressedEntry, data),
    async run(turn, { agenda: agendaId, entry: entryId, page }) {
      const { agenda } = await agendaFor(desk, turn, agendaId);
      const entry = agenda.entries.find(({ id }) => id === entryId);
      if (entry === undefined) return viewDraft(desk, agenda, { lead: deskReplies.itemGone });
      return draftItemCard(agenda, entry, { page });
    },
  };
}
