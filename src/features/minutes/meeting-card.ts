import { button, toButtonRows, verbs } from '../../cards/button.js';
import { fillCard } from '../../cards/fill-card.js';
import { shorten } from '../../cards/shorten.js';
import { takePage } from '../../cards/take-page.js';
import { shortenToCost } from '../../cards/text-cost.js';
import { formatLongDate, formatTimeSpan } from '../../danish/date-format.js';
import type { AgendaItem } from '../../domain/agenda-item.js';
import type { CardReply } from '../../routing/reply.js';
import type { StoredMeeting } from '../../store/ports.js';
import { backButtons, type CameFrom, carried } from './came-from.js';
import { originalButton } from './original-button.js';
import { outcomeText } from './outcome-text.js';
import { buttonTitles, phrases } from './phrases.js';

const itemsOnPage = 12;
const longestTitle = 300;

function toRow(item: AgendaItem, meetingId: string, from: Record<string, string>) {
  const title = shortenToCost(item.topic, longestTitle);
  const tooltip = buttonTitles.showItem(item.number, shorten(item.topic, 80));
  return {
    number: String(item.number),
    title,
    outcome: outcomeText(item.outcomes),
    button: button(buttonTitles.show, verbs.showItem, { meeting: meetingId, item: item.number, ...from }, tooltip),
  };
}

export interface MeetingView {
  page?: number;
  /** What was asked for and is not there. */
  lead?: string;
  /** Files are given in personal conversations only. */
  givesFiles?: boolean;
  /** The item of a coming meeting's agenda it was opened from. */
  from?: Pick<CameFrom, 'agenda' | 'entry'>;
}

/** A meeting and its items, with what became of each. */
export function meetingCard(meeting: StoredMeeting, view: MeetingView = {}): Extract<CardReply, { card: unknown }> {
  const { document, id } = meeting;
  const { lead = '' } = view;
  const from = carried(view.from ?? {});
  const { entries, page, pageCount, first, last } = takePage(document.items, view.page ?? 1, itemsOnPage);
  const turnTo = (title: string, to: number) => button(title, verbs.showMeeting, { meeting: id, page: to, ...from });
  const pageButtons = [
    ...(page > 1 ? [turnTo(buttonTitles.previousItems, page - 1)] : []),
    ...(page < pageCount ? [turnTo(buttonTitles.nextItems, page + 1)] : []),
  ];
  const meta = [
    document.kind === 'agenda' ? phrases.agenda : phrases.minutes,
    document.startTime === null ? '' : formatTimeSpan(document.startTime, document.endTime),
    shorten(document.place ?? '', 100),
  ];
  const title = `${document.forum} ${formatLongDate(document.date)}`;
  const summary = phrases.meetingSummary(title, phrases.itemCount(document.items.length));
  const year = Number(document.date.slice(0, 4));
  const card = fillCard('meeting', {
    summary,
    title,
    meta: meta.filter((fact) => fact !== '').join(' · '),
    hasLead: lead !== '',
    lead,
    items: entries.map((item) => toRow(item, id, from)),
    hasNote: pageCount > 1,
    note: phrases.shownItems(first, last, document.items.length),
    pageRows: toButtonRows(pageButtons),
    buttonRows: toButtonRows([
      ...backButtons(view.from ?? {}),
      button(buttonTitles.allMeetings, verbs.showMeetings, { year }),
      ...(view.givesFiles === true ? [originalButton(meeting)] : []),
    ]),
  });
  return { card, summary };
}
