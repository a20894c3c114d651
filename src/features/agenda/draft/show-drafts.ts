import { liveAgendaStates } from '../../../domain/agenda-state.js';
import type { Turn } from '../../../routing/turn.js';
import { settleAgendas } from '../settle-agendas.js';
import { type AgendaDesk, type Card, forumsFor } from './desk.js';
import { draftsCard } from './drafts-card.js';
import { viewDraft } from './view-draft.js';

/** The agendas of the forums somebody is secretary of; with `nearest` the next one itself, where there is one. */
export async function showDrafts(
  desk: AgendaDesk,
  turn: Turn,
  { page = 1, nearest = false }: { page?: number; nearest?: boolean } = {},
): Promise<Card> {
  const { forumIds } = await forumsFor(desk, turn, 'draft_agenda');
  for (const forumId of forumIds) await settleAgendas(desk, forumId);
  const found = await Promise.all(forumIds.map((forumId) => desk.agendas.listAgendas(forumId, liveAgendaStates)));
  const agendas = found.flat().sort((one, other) => one.date.localeCompare(other.date));
  const next = agendas.find(({ state }) => state === 'draft' || state === 'scheduled');
  if (nearest && next !== undefined) return viewDraft(desk, next);
  const waiting = await Promise.all(forumIds.map((forumId) => desk.agendas.listProposals(forumId, ['proposed'])));
  return draftsCard(agendas, { proposalCount: waiting.flat().length, page });
}
