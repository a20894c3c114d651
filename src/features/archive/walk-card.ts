import { type Button, button, verbs } from '../../cards/button.js';
import { listCard } from '../../cards/list-card.js';
import { takePage } from '../../cards/take-page.js';
import type { CardReply } from '../../routing/reply.js';
import { phrases } from './phrases.js';
import type { Walk, WalkName, WalkRow } from './walk.js';

/** Three screens of a phone; what is more comes on pages. */
const rowsOnPage = 8;

interface Group {
  heading: string;
  rows: WalkRow[];
}

/** Neighbours of one heading under it. */
function toGroups(rows: readonly WalkRow[]): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.heading === row.heading) last.rows.push(row);
    else groups.push({ heading: row.heading, rows: [row] });
  }
  return groups;
}

/** A page of a list. It is read anew for whoever turns it. */
export function walkCard(
  walk: Walk,
  { list, asked, page: askedPage }: { list: WalkName; asked: string; page: number },
): Extract<CardReply, { card: unknown }> {
  const { entries, page, pageCount, first, last } = takePage(walk.rows, askedPage, rowsOnPage);
  const turnTo = (title: string, to: number): Button => button(title, verbs.showWalk, { list, asked, page: to });
  const buttons = [
    ...(page < pageCount ? [turnTo(phrases.showMore, page + 1)] : []),
    ...(page > 1 ? [turnTo(phrases.showPrevious, page - 1)] : []),
    ...(walk.file === null ? [] : [button(phrases.asCsv, verbs.exportWalk, { list, asked }, phrases.asCsvTooltip)]),
    ...walk.buttons,
  ];
  return listCard({
    title: walk.title,
    summary: [walk.title, ...walk.leads.slice(-1)].join('. '),
    leads: walk.leads,
    groups: toGroups(entries.map((draw) => draw())),
    notes: pageCount > 1 ? [phrases.shown(first, last, walk.rows.length)] : [],
    buttons,
  });
}
