import { z } from 'zod';
import { button, verbs } from '../../../cards/button.js';
import { pressedId, readPress } from '../../../cards/read-press.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import { nextAgendaState } from '../../../domain/agenda-state.js';
import type { CardVerb } from '../../../routing/routes.js';
import { editAgenda } from '../agenda-actions.js';
import { changeEntry, moveEntry, removeEntry } from '../entries.js';
import type { AgendaDesk, Card } from './desk.js';
import { deskButtons, deskPhrases, deskReplies } from './desk-phrases.js';
import { seen } from './draft-card.js';
import { draftItemCard } from './draft-item-card.js';
import { pressedRevision } from './pressed.js';
import { lacksReason, longestReason, reasonForm } from './reason-form.js';
import { viewDraft, withAgenda } from './view-draft.js';

const pressed = pressedRevision.extend({
  entry: pressedId,
  to: z.enum(['up', 'down', 'close', 'reopen', 'withdraw', 'bring_back']),
  /** Absent: not asked for yet. */
  reason: z.string().max(longestReason).optional(),
});

const longestTitle = 200;

type Change = z.infer<typeof pressed>['to'];

/** An item that was out already keeps its place and says that it is withdrawn; one nobody has seen is taken away. */
const withdrawFrom = (agenda: Agenda, entryId: string): AgendaEntry[] =>
  agenda.publishedAt === null
    ? removeEntry(agenda.entries, entryId)
    : changeEntry(agenda.entries, entryId, (entry) => ({ ...entry, isWithdrawn: true }));

function changed(agenda: Agenda, entryId: string, to: Change): AgendaEntry[] {
  const { entries } = agenda;
  const change = (work: (entry: AgendaEntry) => AgendaEntry) => changeEntry(entries, entryId, work);
  switch (to) {
    case 'up':
      return moveEntry(entries, entryId, -1);
    case 'down':
      return moveEntry(entries, entryId, 1);
    case 'close':
      return change((entry) => ({ ...entry, item: { ...entry.item, access: 'closed' } }));
    case 'reopen':
      return change((entry) => ({ ...entry, item: { ...entry.item, access: 'open' } }));
    case 'withdraw':
      return withdrawFrom(agenda, entryId);
    case 'bring_back':
      return change((entry) => ({ ...entry, isWithdrawn: false }));
  }
}

/** What is asked before an item that people have seen is taken off. */
function askWhy(agenda: Agenda, { id, item }: AgendaEntry, again: boolean): Card {
  const title = deskPhrases.withdrawItemTitle(item.number, shortenToCost(item.topic || item.title, longestTitle));
  const press = { ...seen(agenda), entry: id, to: 'withdraw' };
  return reasonForm(agenda, title, button(deskButtons.withdrawItem, verbs.changeDraftItem, press), again);
}

/** Moves an item, closes it, takes it off or puts it on again. */
export function createChangeDraftItemVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.changeDraftItem,
    read: (data) => readPress(pressed, data),
    run: (turn, { entry: entryId, to, reason, ...press }) =>
      withAgenda(desk, turn, press, 'draft_agenda', async (agenda, by) => {
        const before = agenda.entries.find(({ id }) => id === entryId);
        if (before === undefined) return viewDraft(desk, agenda, { lead: deskReplies.itemGone });
        const mayBe = nextAgendaState(agenda.state, 'edit') !== undefined;
        if (to === 'withdraw' && mayBe && lacksReason(agenda, reason))
          return askWhy(agenda, before, reason !== undefined);
        const edited: Agenda = { ...agenda, entries: changed(agenda, entryId, to) };
        const saved = await editAgenda(desk, agenda, edited, by, reason === undefined ? {} : { reason });
        const entry = saved.entries.find(({ id }) => id === entryId);
        // Whoever moves an item looks at the order; whoever closes it, at the item.
        const looksAtItem = entry !== undefined && (to === 'close' || to === 'reopen' || to === 'bring_back');
        return looksAtItem ? draftItemCard(saved, entry) : viewDraft(desk, saved, pageOf(saved, entryId));
      }),
  };
}

/** The page of the working card an item stands on. */
function pageOf({ entries }: Agenda, entryId: string): { page?: number } {
  const at = entries.findIndex(({ id }) => id === entryId);
  return at === -1 ? {} : { page: Math.floor(at / 12) + 1 };
}
