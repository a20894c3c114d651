import { z } from 'zod';
import { button, verbs } from '../../../cards/button.js';
import { formCard } from '../../../cards/form-card.js';
import { pressedId, readPress } from '../../../cards/read-press.js';
import type { Agenda, AgendaProposal } from '../../../domain/agenda.js';
import { moveAgenda } from '../../../domain/agenda-state.js';
import { noIntents } from '../../../domain/outgoing-message.js';
import type { CardVerb } from '../../../routing/routes.js';
import { allIntentsOfChange } from '../agenda-actions.js';
import { intentsOfAnswer, joinIntents } from '../agenda-intents.js';
import type { AgendaDesk, Card } from '../draft/desk.js';
import { formPhrases } from '../draft/form-phrases.js';
import { viewDraft } from '../draft/view-draft.js';
import { addEntry, newEntry } from '../entries.js';
import { cannotDo } from '../phrases.js';
import { proposalButtons, proposalNotes, proposalPhrases } from './phrases.js';
import { type SeenProposal, viewProposal, withProposal } from './view-proposal.js';

const pressed = z.object({ proposal: pressedId, revision: z.number().int().min(1) });
const pressedAccept = pressed.extend({ agenda: pressedId });

/** Only a proposal that waits can be answered, and only by the secretary. */
function canAnswer({ rights, proposal }: SeenProposal): boolean {
  rights.require(proposal.forumId, 'draft_agenda', 'closed');
  return proposal.state === 'proposed';
}

const noteOf = ({ item, proposedByName }: AgendaProposal): string =>
  item.access === 'closed' ? proposalNotes.acceptedClosed : proposalNotes.accepted(item.title, proposedByName);

/** Puts a proposal on an agenda; its maker is told. */
export function createAcceptProposalVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedAccept>> {
  return {
    verb: verbs.acceptProposal,
    read: (data) => readPress(pressedAccept, data),
    run: (turn, { agenda: agendaId, ...press }) =>
      withProposal(desk, turn, press, async (seen) => {
        const { proposal, person, rights } = seen;
        if (!canAnswer(seen)) return viewProposal(desk, seen, { lead: proposalPhrases.notOpen(proposal.state) });
        const agenda = await desk.agendas.getAgenda(agendaId);
        rights.require(agenda.forumId, 'draft_agenda', 'closed');
        const state = moveAgenda(agenda.state, 'edit', cannotDo(agenda.state));
        const entry = newEntry(proposal.item, { wanted: proposal.wanted });
        const next: Agenda = { ...agenda, state, entries: addEntry(agenda.entries, entry) };
        const now = desk.clock.now();
        const ofAgenda = next.publishedAt === null ? noIntents : await allIntentsOfChange(desk, agenda, next);
        const saved = await desk.agendas.acceptProposal(
          proposal,
          next,
          { note: noteOf(proposal), by: person, at: now },
          joinIntents(ofAgenda, intentsOfAnswer(proposal, now)),
        );
        const number = saved.agenda.entries.find(({ id }) => id === entry.id)?.item.number ?? 0;
        return viewDraft(desk, saved.agenda, { lead: proposalPhrases.accepted(number), saysFindings: true });
      }),
  };
}

const longestNote = 500;

function returnForm(proposal: AgendaProposal, faults: readonly string[] = []): Card {
  return formCard({
    summary: proposalPhrases.returnTitle,
    title: proposalPhrases.returnTitle,
    lead: `${proposal.item.title} · ${proposalPhrases.by(proposal.proposedByName)}`,
    faults,
    fields: [
      {
        kind: 'text',
        id: 'note',
        label: formPhrases.returnNote,
        value: '',
        maxLength: longestNote,
        isMultiline: true,
        required: formPhrases.noteMissing,
      },
    ],
    buttons: [
      button(proposalButtons.send, verbs.returnProposal, { proposal: proposal.id, revision: proposal.revision }),
      button(proposalButtons.back, verbs.showProposal, { proposal: proposal.id }),
    ],
  });
}

/** Asks for the word that goes back with a proposal. */
export function createShowReturnFormVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showReturnForm,
    read: (data) => readPress(pressed, data),
    run: (turn, press) =>
      withProposal(desk, turn, press, async (seen) =>
        canAnswer(seen)
          ? returnForm(seen.proposal)
          : viewProposal(desk, seen, { lead: proposalPhrases.notOpen(seen.proposal.state) }),
      ),
  };
}

const pressedReturn = pressed.extend({ note: z.string().max(longestNote).default('') });

/** Sends a proposal back with a word; its maker is told, and can change it and propose it again. */
export function createReturnProposalVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedReturn>> {
  return {
    verb: verbs.returnProposal,
    read: (data) => readPress(pressedReturn, data),
    run: (turn, { note, ...press }) =>
      withProposal(desk, turn, press, async (seen) => {
        const { proposal } = seen;
        if (!canAnswer(seen)) return viewProposal(desk, seen, { lead: proposalPhrases.notOpen(proposal.state) });
        const word = note.replace(/\s+/g, ' ').trim();
        if (word === '') return returnForm(proposal, [formPhrases.noteMissing]);
        const now = desk.clock.now();
        const returned: AgendaProposal = { ...proposal, state: 'returned', note: word };
        const saved = await desk.agendas.saveProposal(returned, intentsOfAnswer(proposal, now), now);
        return viewProposal(desk, { ...seen, proposal: saved }, { lead: proposalPhrases.returned });
      }),
  };
}
