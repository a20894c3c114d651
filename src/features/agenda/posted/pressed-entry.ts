import { z } from 'zod';
import { pressedId } from '../../../cards/read-press.js';
import type { AgendaEntry } from '../../../domain/agenda.js';
import type { CardReply } from '../../../routing/reply.js';
import type { CardActionTurn } from '../../../routing/turn.js';
import { composeAgendaCard } from './agenda-card.js';
import { isHiddenFrom } from './agenda-rows.js';
import { postedReplies } from './phrases.js';
import { getSeenAgenda, type Posted, type SeenAgenda, viewFor } from './posted.js';

/** What a button on an item carries. */
export const pressedEntry = z.object({ agenda: pressedId, entry: pressedId });

/**
 * Answers a press on an item of the agenda as it is now. Where the item is gone by now the newest card is shown, where it is
 * closed to the presser that is said.
 *
 * @throws AppError as `getSeenAgenda`.
 */
export async function answerAboutEntry(
  posted: Posted,
  turn: CardActionTurn,
  { agenda: agendaId, entry: entryId }: z.infer<typeof pressedEntry>,
  answer: (seen: SeenAgenda, entry: AgendaEntry) => CardReply | Promise<CardReply>,
): Promise<CardReply> {
  const seen = await getSeenAgenda(posted, turn, agendaId);
  const entry = seen.agenda.entries.find(({ id }) => id === entryId);
  if (entry === undefined)
    return composeAgendaCard(seen.agenda, { ...(await viewFor(posted, turn, seen)), lead: postedReplies.itemGone });
  if (isHiddenFrom(entry, seen)) return { text: postedReplies.closedItem(entry.item.number) };
  return answer(seen, entry);
}
