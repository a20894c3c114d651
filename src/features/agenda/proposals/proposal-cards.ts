import { type Button, button, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { splitSectionPages } from '../../../cards/section-pages.js';
import { shorten } from '../../../cards/shorten.js';
import { takePage } from '../../../cards/take-page.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import type { Agenda, AgendaEntry, AgendaProposal } from '../../../domain/agenda.js';
import type { Card } from '../draft/desk.js';
import { deskButtons, deskPhrases } from '../draft/desk-phrases.js';
import { entryFacts } from '../draft/draft-card.js';
import { proposalButtons, proposalPhrases, proposalStates } from './phrases.js';

const proposalsOnPage = 12;
const longestTitle = 300;
/** So many agendas a proposal can be put on from its card. */
const agendasOffered = 3;

/** Carries what was seen. */
const seen = ({ id, revision }: AgendaProposal) => ({ proposal: id, revision });

/** A proposal as if it stood on an agenda, for what is said of its kind and time. */
const asEntry = ({ item, wanted }: AgendaProposal): AgendaEntry => ({
  id: '',
  item,
  wanted,
  standing: null,
  isWithdrawn: false,
  revision: 1,
});

function toRow(proposal: AgendaProposal, isSecretary: boolean) {
  const { item, id, state, proposedByName, forDate } = proposal;
  const facts = [
    isSecretary ? proposalPhrases.by(shorten(proposedByName, 80)) : proposalStates[state],
    proposalPhrases.meant(forDate),
    entryFacts(asEntry(proposal), undefined),
  ];
  const title = shortenToCost(item.title, longestTitle);
  return {
    title,
    place: facts.join(' · '),
    button: button(
      proposalButtons.open,
      verbs.showProposal,
      { proposal: id },
      proposalButtons.openItem(shorten(item.title, 80)),
    ),
  };
}

/** Proposals in a list: those that wait for the secretary, or one's own. */
export function proposalsCard(
  proposals: readonly AgendaProposal[],
  { isSecretary, page: asked = 1, lead }: { isSecretary: boolean; page?: number; lead?: string },
): Card {
  const { entries, page, pageCount, first, last } = takePage(proposals, asked, proposalsOnPage);
  const title = isSecretary ? proposalPhrases.waitingTitle : proposalPhrases.ownTitle;
  const none = isSecretary ? proposalPhrases.noneWaiting : proposalPhrases.none;
  const said = lead ?? (proposals.length === 0 ? none : '');
  const turnTo = (name: string, to: number) => button(name, verbs.showProposals, { page: to, own: !isSecretary });
  const summary = `${title}: ${deskPhrases.items(proposals.length)}`;
  const card = fillCard('meetings', {
    summary,
    title,
    hasLead: said !== '',
    lead: said,
    meetings: entries.map((proposal) => toRow(proposal, isSecretary)),
    hasNote: pageCount > 1,
    note: proposalPhrases.shown(first, last, proposals.length),
    pageRows: toButtonRows([
      ...(page > 1 ? [turnTo(deskButtons.previousPage, page - 1)] : []),
      ...(page < pageCount ? [turnTo(deskButtons.nextPage, page + 1)] : []),
    ]),
    buttonRows: toButtonRows([
      isSecretary
        ? button(deskButtons.allAgendas, verbs.showDrafts)
        : button(proposalButtons.newItem, verbs.showProposalForm),
    ]),
  });
  return { card, summary };
}

function ownButtons(proposal: AgendaProposal): Button[] {
  const to = (title: string, state: string): Button =>
    button(title, verbs.changeProposalState, { ...seen(proposal), to: state });
  const edit = button(proposalButtons.change, verbs.showProposalForm, { proposal: proposal.id });
  switch (proposal.state) {
    case 'draft':
    case 'returned':
      return [edit, to(proposalButtons.propose, 'proposed'), to(proposalButtons.remove, 'taken_back')];
    case 'proposed':
      return [edit, to(proposalButtons.takeBack, 'draft')];
    case 'accepted':
    case 'taken_back':
      return [];
  }
}

function secretaryButtons(proposal: AgendaProposal, agendas: readonly Agenda[]): Button[] {
  if (proposal.state !== 'proposed') return [];
  return [
    ...agendas
      .slice(0, agendasOffered)
      .map((agenda) =>
        button(proposalButtons.accept(agenda.date), verbs.acceptProposal, { ...seen(proposal), agenda: agenda.id }),
      ),
    button(proposalButtons.sendBack, verbs.showReturnForm, seen(proposal)),
  ];
}

export interface ProposalView {
  forum: string;
  isOwn: boolean;
  isSecretary: boolean;
  /** Those it can be put on, the likeliest first. */
  agendas: readonly Agenda[];
  lead?: string;
  page?: number;
}

/** One proposal, with what whoever looks at it may do with it. */
export function proposalCard(proposal: AgendaProposal, view: ProposalView): Card {
  const { item, wanted, note, state, forDate, proposedByName } = proposal;
  const { entries, page, pageCount } = takePage(
    splitSectionPages(item.sections.map(({ heading, text }) => ({ heading, text }))),
    view.page ?? 1,
    1,
  );
  const place = `${proposalPhrases.place(shorten(view.forum, 100))} · ${proposalStates[state]}`;
  const title = shortenToCost(item.title, longestTitle);
  const facts = [
    proposalPhrases.by(shorten(proposedByName, 80)),
    proposalPhrases.meant(forDate),
    entryFacts(asEntry(proposal), undefined),
    item.caseNumber?.text ?? '',
  ];
  const said = [
    view.lead ?? '',
    view.isSecretary && state === 'proposed' && view.agendas.length === 0 ? proposalPhrases.noAgenda : '',
    note === null ? '' : proposalPhrases.note(note),
    wanted === null ? '' : deskPhrases.wanted(wanted),
  ].filter((text) => text !== '');
  const turnTo = (name: string, to: number) => button(name, verbs.showProposal, { proposal: proposal.id, page: to });
  const summary = `${place}: ${shorten(title, 100)}`;
  const card = fillCard('item', {
    summary,
    place,
    title,
    hasOutcome: said.length > 0,
    outcome: said.join(' '),
    hasMeta: true,
    meta: facts.filter((fact) => fact !== '').join(' · '),
    sections: entries[0] ?? [],
    hasPages: pageCount > 1,
    pageNote: deskPhrases.page(page, pageCount),
    pageRows: toButtonRows([
      ...(page > 1 ? [turnTo(deskButtons.previousPage, page - 1)] : []),
      ...(page < pageCount ? [turnTo(deskButtons.nextPage, page + 1)] : []),
    ]),
    buttonRows: toButtonRows([
      ...(view.isOwn ? ownButtons(proposal) : []),
      ...(view.isSecretary ? secretaryButtons(proposal, view.agendas) : []),
      ...(view.isOwn ? [button(proposalButtons.own, verbs.showProposals, { own: true })] : []),
      ...(view.isSecretary ? [button(proposalButtons.waiting, verbs.showProposals)] : []),
    ]),
  });
  return { card, summary };
}
