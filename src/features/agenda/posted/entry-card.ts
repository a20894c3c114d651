import { type Button, button, formButton, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { splitSectionPages } from '../../../cards/section-pages.js';
import { onOneLine, shorten } from '../../../cards/shorten.js';
import { takePage } from '../../../cards/take-page.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import { formatLongDate, formatShortDate } from '../../../danish/date-format.js';
import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { AgendaItem } from '../../../domain/agenda-item.js';
import type { CardReply } from '../../../routing/reply.js';
import type { MeetingSummary } from '../../../store/ports.js';
import { meetingName } from '../phrases.js';
import { agendaRows, isHiddenFrom, type Reader, wantedOf } from './agenda-rows.js';
import { buttonTitles, headings, itemPhrases } from './phrases.js';

const longest = { title: 300, meta: 300, wanted: 600, name: 120 } as const;

/** All that is written about an item, in the order of the document; what is only known as a fact gets its heading. */
function sectionsOf(item: AgendaItem): { heading: string; text: string }[] {
  const printed = item.sections.filter(
    ({ kind, text, heading }) => kind !== 'decision' && kind !== 'absent' && (text.trim() !== '' || heading !== ''),
  );
  const has = (wanted: string): boolean => printed.some(({ kind }) => kind === wanted);
  const { recommendation } = item;
  const points = recommendation?.points.map((point, index) => itemPhrases.point(index + 1, point)) ?? [];
  const proposed = recommendation === null ? '' : itemPhrases.proposes(recommendation.proposer);
  return [
    ...(recommendation === null || has('recommendation')
      ? []
      : [{ heading: headings.recommendation, text: [proposed, '', ...points].join('\n') }]),
    ...printed,
    ...(item.attachments.length === 0 || has('attachments')
      ? []
      : [{ heading: headings.attachments, text: item.attachments.map(({ title }) => `- ${title}`).join('\n') }]),
  ];
}

/** The nearest entries before and after that the reader may open. */
function neighbourButtons(agenda: Agenda, entry: AgendaEntry, reader: Reader): Button[] {
  const readable = agenda.entries.filter((other) => !isHiddenFrom(other, reader));
  const index = readable.indexOf(entry);
  const open = (title: string, { id, item }: AgendaEntry): Button =>
    button(
      title,
      verbs.showAgendaItem,
      { agenda: agenda.id, entry: id },
      buttonTitles.readItemCalled(item.number, shorten(onOneLine(item.topic || item.title), 80)),
    );
  const [previous, next] = [readable[index - 1], readable[index + 1]];
  return [
    ...(previous === undefined ? [] : [open(buttonTitles.previousItem, previous)]),
    ...(next === undefined ? [] : [open(buttonTitles.nextItem, next)]),
  ];
}

export interface EntryView {
  page: number;
  /** The minutes that are up for approval, on the item that approves them. */
  lastMinutes?: Pick<MeetingSummary, 'id' | 'date'> | undefined;
}

/** One item of a coming meeting in full, a page at a time, with the ways on: input, earlier decisions or the minutes to approve, the agenda. */
export function entryCard(
  agenda: Agenda,
  entry: AgendaEntry,
  reader: Reader,
  { page: askedPage, lastMinutes }: EntryView,
): Extract<CardReply, { card: unknown }> {
  const { item, id } = entry;
  const at = { agenda: agenda.id, entry: id };
  const sections = sectionsOf(item);
  const { entries, page, pageCount } = takePage(
    splitSectionPages(sections.length === 0 ? [{ heading: '', text: itemPhrases.noText }] : sections),
    askedPage,
    1,
  );
  const turnTo = (title: string, to: number): Button => button(title, verbs.showAgendaItem, { ...at, page: to });
  const title = shortenToCost(onOneLine(item.topic || item.title), longest.title);
  const row = agendaRows(agenda, reader).find(({ entryId }) => entryId === id);
  const meta = [row?.meta ?? '', item.caseNumber === null ? '' : itemPhrases.caseNumber(item.caseNumber.text)];
  const wanted = entry.wanted === null ? '' : shortenToCost(wantedOf(entry), longest.wanted);
  const meeting = shortenToCost(meetingName(agenda), longest.name);
  const summary = itemPhrases.summary(item.number, shorten(title, 100), meeting);
  const card = fillCard('item', {
    summary,
    place: itemPhrases.place(meeting, item.number),
    title,
    hasOutcome: wanted !== '' && page === 1,
    outcome: wanted,
    hasMeta: meta.some((fact) => fact !== ''),
    meta: shortenToCost(meta.filter((fact) => fact !== '').join(' · '), longest.meta),
    sections: entries.flat(),
    hasPages: pageCount > 1,
    pageNote: itemPhrases.page(page, pageCount),
    pageRows: toButtonRows([
      ...(page > 1 ? [turnTo(buttonTitles.previousPage, page - 1)] : []),
      ...(page < pageCount ? [turnTo(buttonTitles.nextPage, page + 1)] : []),
    ]),
    buttonRows: toButtonRows([
      ...(entry.isWithdrawn
        ? []
        : [formButton(buttonTitles.giveInput, verbs.giveInput, at, buttonTitles.giveInputTo(item.number))]),
      ...(entry.standing === null
        ? [button(buttonTitles.earlier, verbs.showEarlier, at, buttonTitles.earlierOf(shorten(title, 80)))]
        : []),
      ...(lastMinutes === undefined
        ? []
        : [
            button(
              buttonTitles.minutesOf(formatShortDate(lastMinutes.date)),
              verbs.showMeeting,
              { meeting: lastMinutes.id, ...at },
              buttonTitles.minutesOfMeeting(formatLongDate(lastMinutes.date)),
            ),
          ]),
      button(buttonTitles.toAgenda, verbs.showAgenda, { agenda: agenda.id }),
      ...neighbourButtons(agenda, entry, reader),
    ]),
  });
  return { card, summary };
}
