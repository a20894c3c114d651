import { z } from 'zod';
import { escapeMarkdown } from '../../cards/escape-markdown.js';
import { shorten } from '../../cards/shorten.js';
import { homeTenant } from '../../domain/home-tenant.js';
import { isSamePerson } from '../../routing/person-of.js';
import type { MessageComposer } from '../../routing/unasked.js';
import type { AgendaStore, ForumStore } from '../../store/ports.js';
import { agendaMessages } from './agenda-intents.js';
import { meetingName } from './phrases.js';
import { messageTitles, proposalMessages, proposalPhrases } from './proposals/phrases.js';
import { proposalCard } from './proposals/proposal-cards.js';
import { listOpenAgendas } from './proposals/view-proposal.js';

export interface PersonalComposing {
  agendas: AgendaStore;
  forums: Pick<ForumStore, 'findForum'>;
}

const ofProposal = z.object({ proposal: z.string() });
const ofAgenda = z.object({ agenda: z.string() });
const longestTitle = 150;

async function forumName({ forums }: PersonalComposing, forumId: string): Promise<string> {
  return (await forums.findForum(homeTenant, forumId))?.name ?? '';
}

/** What is written in person about proposals and planned publications, from the state of things when it is sent. */
export function createPersonalComposers(composing: PersonalComposing): MessageComposer[] {
  const { agendas } = composing;
  return [
    {
      kind: agendaMessages.proposed,
      get title() {
        return messageTitles.proposed;
      },
      async compose({ payload, recipient }) {
        const proposal = await agendas.getProposal(ofProposal.parse(payload).proposal);
        // Taken back, or answered by another secretary.
        if (proposal.state !== 'proposed') return null;
        const { proposedByName, item, forDate, forumId } = proposal;
        const meant = proposalPhrases.meant(forDate);
        const card = proposalCard(proposal, {
          forum: await forumName(composing, forumId),
          isOwn: recipient.kind === 'person' && isSamePerson(recipient.person, proposal.proposedBy),
          isSecretary: true,
          agendas: await listOpenAgendas(composing, proposal),
        });
        const summary =
          item.access === 'closed'
            ? proposalMessages.proposedClosed(proposedByName, meant)
            : proposalMessages.proposed(proposedByName, shorten(item.title, longestTitle), meant);
        return { card: card.card, summary };
      },
    },
    {
      kind: agendaMessages.answered,
      get title() {
        return messageTitles.answered;
      },
      async compose({ payload }) {
        const proposal = await agendas.getProposal(ofProposal.parse(payload).proposal);
        if (proposal.state !== 'accepted' && proposal.state !== 'returned') return null;
        const title = shorten(proposal.item.title, longestTitle);
        const summary =
          proposal.state === 'accepted' ? proposalMessages.accepted(title) : proposalMessages.returned(title);
        const { card } = proposalCard(proposal, {
          forum: await forumName(composing, proposal.forumId),
          isOwn: true,
          isSecretary: false,
          agendas: [],
          lead: proposal.state === 'accepted' ? proposalMessages.accepted(title) : '',
        });
        return { card, summary };
      },
    },
    {
      kind: agendaMessages.notPublished,
      get title() {
        return messageTitles.notPublished;
      },
      async compose({ payload }) {
        const agenda = await agendas.getAgenda(ofAgenda.parse(payload).agenda);
        if (agenda.state !== 'draft') return null;
        const text = proposalMessages.notPublished(meetingName(agenda));
        return { text: escapeMarkdown(text), summary: text };
      },
    },
  ];
}
