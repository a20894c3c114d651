import { button, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { shorten } from '../../../cards/shorten.js';
import { takePage } from '../../../cards/take-page.js';
import type { Agenda } from '../../../domain/agenda.js';
import { meetingName, stateLabels } from '../phrases.js';
import type { Card } from './desk.js';
import { deskButtons, deskPhrases, deskReplies } from './desk-phrases.js';

const agendasOnPage = 12;

function toRow(agenda: Agenda) {
  const name = meetingName({ ...agenda, forum: shorten(agenda.forum, 100) });
  const state =
    agenda.state === 'scheduled' && agenda.publishAt !== null
      ? `${stateLabels.draft}, ${deskPhrases.publishedAt(agenda.publishAt)}`
      : stateLabels[agenda.state];
  return {
    title: name,
    place: [state, deskPhrases.items(agenda.entries.length), shorten(agenda.place ?? '', 80)]
      .filter((fact) => fact !== '')
      .join(' · '),
    button: button(deskButtons.open, verbs.showDraft, { agenda: agenda.id }, deskButtons.openAgenda(name)),
  };
}

/** The agendas a secretary works on, and whether proposals wait. */
export function draftsCard(
  agendas: readonly Agenda[],
  { proposalCount, page: asked = 1 }: { proposalCount: number; page?: number },
): Card {
  const { entries, page, pageCount, first, last } = takePage(agendas, asked, agendasOnPage);
  const leads = [
    ...(agendas.length === 0 ? [deskReplies.noDrafts] : []),
    ...(proposalCount > 0 ? [deskPhrases.proposals(proposalCount)] : []),
  ];
  const turnTo = (name: string, to: number) => button(name, verbs.showDrafts, { page: to });
  const summary = `${deskPhrases.agendas}: ${deskPhrases.agendasSummary(agendas.length).toLowerCase()}`;
  const card = fillCard('meetings', {
    summary,
    title: deskPhrases.agendas,
    hasLead: leads.length > 0,
    lead: leads.join(' '),
    meetings: entries.map(toRow),
    hasNote: pageCount > 1,
    note: deskPhrases.shownAgendas(first, last, agendas.length),
    pageRows: toButtonRows([
      ...(page > 1 ? [turnTo(deskButtons.previousPage, page - 1)] : []),
      ...(page < pageCount ? [turnTo(deskButtons.nextPage, page + 1)] : []),
    ]),
    buttonRows: toButtonRows([
      button(deskButtons.newAgenda, verbs.showMeetingForm),
      ...(proposalCount > 0 ? [button(deskButtons.proposals, verbs.showProposals)] : []),
    ]),
  });
  return { card, summary };
}
