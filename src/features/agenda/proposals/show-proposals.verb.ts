import { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { pressedId, pressedPage, readPress } from '../../../cards/read-press.js';
import { isSamePerson } from '../../../routing/person-of.js';
import type { CardVerb, Command } from '../../../routing/routes.js';
import type { Turn } from '../../../routing/turn.js';
import { type AgendaDesk, type Card, forumsFor } from '../draft/desk.js';
import { proposalsCard } from './proposal-cards.js';
import { proposalFor, viewProposal } from './view-proposal.js';

async function listOwn(desk: AgendaDesk, turn: Turn, page: number): Promise<Card> {
  const { forumIds, person } = await forumsFor(desk, turn, 'propose_item');
  const found = await Promise.all(
    forumIds.map((forumId) => desk.agendas.listProposals(forumId, ['draft', 'proposed', 'returned', 'accepted'])),
  );
  const own = found.flat().filter(({ proposedBy }) => isSamePerson(proposedBy, person));
  return proposalsCard(own.toReversed(), { isSecretary: false, page });
}

async function listWaiting(desk: AgendaDesk, turn: Turn, page: number): Promise<Card> {
  const { forumIds } = await forumsFor(desk, turn, 'draft_agenda');
  const found = await Promise.all(forumIds.map((forumId) => desk.agendas.listProposals(forumId, ['proposed'])));
  return proposalsCard(found.flat(), { isSecretary: true, page });
}

const pressedList = z.object({ page: pressedPage, own: z.boolean().default(false) });

/** One's own proposals, or those that wait for the secretary. */
export function createShowProposalsVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedList>> {
  return {
    verb: verbs.showProposals,
    read: (data) => readPress(pressedList, data),
    run: (turn, { page, own }) => (own ? listOwn(desk, turn, page) : listWaiting(desk, turn, page)),
  };
}

/** `mine punkter`: what one has proposed, and what became of it. */
export function createShowOwnProposalsCommand(desk: AgendaDesk): Command {
  return {
    name: 'agenda.showOwnProposals',
    words: ['mine punkter', 'mine forslag'],
    isInMenu: false,
    usage: 'mine punkter',
    description: 'Se de punkter, du har foreslået, og dine kladder.',
    descriptionInEnglish: 'See the items you have suggested, and your drafts.',
    accepts: (rest) => rest === '',
    run: (turn) => listOwn(desk, turn, 1),
  };
}

const pressedOne = z.object({ proposal: pressedId, page: pressedPage });

/** One proposal. */
export function createShowProposalVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedOne>> {
  return {
    verb: verbs.showProposal,
    read: (data) => readPress(pressedOne, data),
    run: async (turn, { proposal, page }) => viewProposal(desk, await proposalFor(desk, turn, proposal), { page }),
  };
}
