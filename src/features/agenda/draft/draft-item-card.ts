import { type Button, button, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { splitSectionPages } from '../../../cards/section-pages.js';
import { shorten } from '../../../cards/shorten.js';
import { takePage } from '../../../cards/take-page.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import { slotsOf } from '../entries.js';
import { meetingName } from '../phrases.js';
import type { Card } from './desk.js';
import { deskButtons, deskPhrases } from './desk-phrases.js';
import { entryFacts, seen } from './draft-card.js';

function itemButtons(agenda: Agenda, entry: AgendaEntry): Button[] {
  const { item } = entry;
  const does = (title: string, to: string, tooltip?: string): Button =>
    button(title, verbs.changeDraftItem, { ...seen(agenda), entry: entry.id, to }, tooltip);
  const isLast = item.number === agenda.entries.length;
  if (entry.isWithdrawn) return [does(deskButtons.bringBack, 'bring_back')];
  return [
    button(deskButtons.change, verbs.showDraftItemForm, { ...seen(agenda), entry: entry.id }),
    ...(item.number > 1 ? [does(deskButtons.up, 'up')] : []),
    ...(isLast ? [] : [does(deskButtons.down, 'down')]),
    item.access === 'open' ? does(deskButtons.close, 'close') : does(deskButtons.reopen, 'reopen'),
    does(deskButtons.withdrawItem, 'withdraw'),
  ];
}

const canChange = ({ state }: Agenda): boolean =>
  state === 'draft' || state === 'scheduled' || state === 'published' || state === 'changed';

/** One item of an agenda as the secretary sees it, with what can be done to it. */
export function draftItemCard(agenda: Agenda, entry: AgendaEntry, view: { page?: number; lead?: string } = {}): Card {
  const { item, wanted } = entry;
  const printed = item.sections.map(({ heading, text }) => ({ heading, text }));
  const hasAttachments = item.sections.some(({ kind }) => kind === 'attachments') || item.attachments.length === 0;
  const attached = {
    heading: deskPhrases.attachments,
    text: item.attachments.map(({ title }) => `- ${title}`).join('\n'),
  };
  const { entries, page, pageCount } = takePage(
    splitSectionPages(hasAttachments ? printed : [...printed, attached]),
    view.page ?? 1,
    1,
  );
  const place = deskPhrases.itemPlace(meetingName({ ...agenda, forum: shorten(agenda.forum, 100) }), item.number);
  const title = shortenToCost(item.topic || item.title, 300);
  const slot = slotsOf(agenda.entries, agenda.startTime).get(entry.id);
  const facts = [entryFacts(entry, slot), item.caseNumber?.text ?? ''].filter((fact) => fact !== '').join(' · ');
  const notes = [view.lead ?? '', wanted === null ? '' : deskPhrases.wanted(wanted)].filter((text) => text !== '');
  const turnTo = (name: string, to: number) =>
    button(name, verbs.showDraftItem, { agenda: agenda.id, entry: entry.id, page: to });
  const summary = `${place}: ${shorten(title, 100)}`;
  const card = fillCard('item', {
    summary,
    place,
    title,
    hasOutcome: notes.length > 0,
    outcome: notes.join(' '),
    hasMeta: facts !== '',
    meta: facts,
    sections: entries[0] ?? [],
    hasPages: pageCount > 1,
    pageNote: deskPhrases.page(page, pageCount),
    pageRows: toButtonRows([
      ...(page > 1 ? [turnTo(deskButtons.previousPage, page - 1)] : []),
      ...(page < pageCount ? [turnTo(deskButtons.nextPage, page + 1)] : []),
    ]),
    buttonRows: toButtonRows([
      ...(canChange(agenda) ? itemButtons(agenda, entry) : []),
      button(deskButtons.toDraft, verbs.showDraft, { agenda: agenda.id }),
    ]),
  });
  return { card, summary };
}
