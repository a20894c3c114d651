import type { Agenda, AgendaProposal } from '../../../domain/agenda.js';
import { AppError } from '../../../domain/app-error.js';
import { homeTenant } from '../../../domain/home-tenant.js';
import type { PersonKey } from '../../../domain/person-key.js';
import { isSamePerson } from '../../../routing/person-of.js';
import type { Rights } from '../../../routing/rights-of.js';
import type { Turn } from '../../../routing/turn.js';
import { type AgendaDesk, type Card, forumsFor } from '../draft/desk.js';
import { proposalPhrases } from './phrases.js';
import { proposalCard } from './proposal-cards.js';

/** A proposal, and what the sender is to it. */
export interface SeenProposal {
  proposal: AgendaProposal;
  person: PersonKey;
  rights: Rights;
  isOwn: boolean;
  isSecretary: boolean;
}

/**
 * A proposal for its maker, or for the secretary once it was proposed.
 *
 * @throws AppError `forbidden`, or `not_found`.
 */
export async function proposalFor(desk: AgendaDesk, turn: Turn, proposalId: string): Promise<SeenProposal> {
  const { rights, person } = await forumsFor(desk, turn, 'propose_item');
  const proposal = await desk.agendas.getProposal(proposalId);
  rights.require(proposal.forumId, 'propose_item', 'open');
  const isOwn = isSamePerson(proposal.proposedBy, person);
  const isSecretary = rights.mayDo(proposal.forumId, 'draft_agenda', 'closed');
  const wasShown = proposal.state === 'proposed' || proposal.state === 'accepted' || proposal.state === 'returned';
  if (!isOwn && !(isSecretary && wasShown))
    throw new AppError('forbidden', 'a proposal of somebody else', { reply: proposalPhrases.notYours });
  return { proposal, person, rights, isOwn, isSecretary };
}

/** Agendas an item can still be put on: those of the meeting it is meant for first, then by date. */
export async function listOpenAgendas(
  { agendas }: Pick<AgendaDesk, 'agendas'>,
  { forumId, forDate }: Pick<AgendaProposal, 'forumId' | 'forDate'>,
): Promise<Agenda[]> {
  const open = await agendas.listAgendas(forumId, ['draft', 'scheduled', 'published', 'changed']);
  const isMeant = ({ date }: Agenda): boolean => date === forDate;
  return [...open.filter(isMeant), ...open.filter((agenda) => !isMeant(agenda))];
}

export async function viewProposal(
  desk: AgendaDesk,
  { proposal, isOwn, isSecretary }: SeenProposal,
  view: { lead?: string; page?: number } = {},
): Promise<Card> {
  const forum = (await desk.forums.findForum(homeTenant, proposal.forumId))?.name ?? '';
  const agendas = isSecretary ? await listOpenAgendas(desk, proposal) : [];
  return proposalCard(proposal, { ...view, forum, isOwn, isSecretary, agendas });
}

/**
 * Does something with a proposal. Whoever saw an older one, or was overtaken while pressing, gets the newest and is told so.
 */
export async function withProposal(
  desk: AgendaDesk,
  turn: Turn,
  pressed: { proposal: string; revision: number },
  work: (seen: SeenProposal) => Promise<Card>,
): Promise<Card> {
  const seen = await proposalFor(desk, turn, pressed.proposal);
  if (seen.proposal.revision !== pressed.revision) return viewProposal(desk, seen, { lead: proposalPhrases.stale });
  try {
    return await work(seen);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    const newest = await desk.agendas.getProposal(pressed.proposal);
    const lead = newest.revision === pressed.revision ? (error.reply ?? proposalPhrases.stale) : proposalPhrases.stale;
    return viewProposal(desk, { ...seen, proposal: newest }, { lead });
  }
}
