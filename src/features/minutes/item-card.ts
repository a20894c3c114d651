import { type Button, button, toButtonRows, verbs } from '../../cards/button.js';
import { fillCard } from '../../cards/fill-card.js';
import { shorten } from '../../cards/shorten.js';
import { takePage } from '../../cards/take-page.js';
import { shortenToCost } from '../../cards/text-cost.js';
import { formatLongDate, formatShortDate, formatTimeSpan } from '../../danish/date-format.js';
import type { AgendaItem } from '../../domain/agenda-item.js';
import type { CardReply } from '../../routing/reply.js';
import type { StoredMeeting } from '../../store/ports.js';
import { backButtons, type CameFrom, carried } from './came-from.js';
import { splitItemPages } from './item-pages.js';
import { originalButton } from './original-button.js';
import { outcomeText } from './outcome-text.js';
import { buttonTitles, phrases } from './phrases.js';

const longestTitle = 300;

/** Leads to the archive's list of the case. */
const threadButton = (number: string): Button =>
  button(buttonTitles.followCase, verbs.showWalk, { list: 'case', asked: number }, buttonTitles.followCaseOf(number));

function metaOf(item: AgendaItem): string {
  const facts = [
    item.timeSlot === null ? '' : formatTimeSpan(item.timeSlot.start, item.timeSlot.end),
    item.presenters.length === 0 ? '' : phrases.presentedBy(shorten(item.presenters.join(', '), 100)),
    item.caseNumber === null ? '' : phrases.caseNumber(item.caseNumber.text),
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

function neighbourButtons(
  items: readonly AgendaItem[],
  item: AgendaItem,
  open: (title: string, to: AgendaItem) => Button,
) {
  const index = items.indexOf(item);
  const [previous, next] = [items[index - 1], items[index + 1]];
  return [
    ...(previous === undefined ? [] : [open(buttonTitles.previousItem, previous)]),
    ...(next === undefined ? [] : [open(buttonTitles.nextItem, next)]),
  ];
}

export interface ItemView {
  page?: number;
  from?: CameFrom;
  /** The number of the case that goes on in other items; absent: it does not. */
  thread?: string | undefined;
  /** Files are given in personal conversations only. */
  givesFiles?: boolean;
}

/** One item in full: what was decided first, then every section under its printed heading, a page at a time. */
export function itemCard(
  meeting: StoredMeeting,
  item: AgendaItem,
  view: ItemView = {},
): Extract<CardReply, { card: unknown }> {
  const { document, id } = meeting;
  const { agenda, entry } = view.from ?? {};
  const from = carried(view.from ?? {});
  const { entries, page, pageCount } = takePage(splitItemPages(item), view.page ?? 1, 1);

  const turnTo = (title: string, to: number) =>
    button(title, verbs.showItem, { meeting: id, item: item.number, page: to, ...from });
  const pageButtons = [
    ...(page > 1 ? [turnTo(buttonTitles.previousPage, page - 1)] : []),
    ...(page < pageCount ? [turnTo(buttonTitles.nextPage, page + 1)] : []),
  ];
  const open = (title: string, { number, topic }: AgendaItem): Button =>
    button(
      title,
      verbs.showItem,
      { meeting: id, item: number, ...from },
      buttonTitles.showItem(number, shorten(topic, 80)),
    );
  const longDate = formatLongDate(document.date);
  const buttons = [
    ...backButtons(view.from ?? {}),
    button(
      buttonTitles.toMeeting,
      verbs.showMeeting,
      { meeting: id, ...carried({ agenda, entry }) },
      buttonTitles.showMeetingOn(longDate),
    ),
    ...neighbourButtons(document.items, item, open),
    ...(view.thread === undefined ? [] : [threadButton(view.thread)]),
    ...(view.givesFiles === true ? [originalButton(meeting)] : []),
  ];
  const title = shortenToCost(item.topic, longestTitle);
  const outcome = outcomeText(item.outcomes);
  const meta = metaOf(item);
  const summary = phrases.itemSummary(
    item.number,
    shorten(title, 100),
    `${document.forum} ${formatShortDate(document.date)}`,
  );
  const card = fillCard('item', {
    summary,
    place: phrases.place(document.forum, longDate, item.number),
    title,
    hasOutcome: outcome !== '' && page === 1,
    outcome,
    hasMeta: meta !== '',
    meta,
    sections: entries.flat(),
    hasPages: pageCount > 1,
    pageNote: phrases.page(page, pageCount),
    pageRows: toButtonRows(pageButtons),
    buttonRows: toButtonRows(buttons),
  });
  return { card, summary };
}
