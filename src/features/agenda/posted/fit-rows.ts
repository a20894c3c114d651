import { verbs } from '../../../cards/button.js';
import { maxCardBytes } from '../../../cards/fill-card.js';
import { onOneLine, shorten } from '../../../cards/shorten.js';
import { shortenToCost, textCost } from '../../../cards/text-cost.js';
import type { Agenda } from '../../../domain/agenda.js';
import type { AgendaRow, LeanRow } from './agenda-rows.js';
import { buttonTitles } from './phrases.js';

/** What the texts of a row may cost at most, in characters of card JSON. */
interface Room {
  title: number;
  meta: number;
  wanted: number;
  /** Of the title in the button's tooltip; 0: the number alone. */
  tooltip: number;
}

/** From what one likes to read to what twenty rows of the longest, most escaped texts have room for. */
const rooms: readonly Room[] = [
  { title: 200, meta: 120, wanted: 160, tooltip: 80 },
  { title: 140, meta: 90, wanted: 120, tooltip: 40 },
  { title: 100, meta: 70, wanted: 90, tooltip: 0 },
  { title: 80, meta: 50, wanted: 60, tooltip: 0 },
  { title: 80, meta: 45, wanted: 0, tooltip: 0 },
];

/** Characters of card JSON, about: what a card holds, what stands beside the rows, and a row without its texts and fallback. */
const card = { all: maxCardBytes / 2, head: 1_300, row: 660 } as const;

function fitRow({ id }: Pick<Agenda, 'id'>, row: AgendaRow, room: Room): LeanRow {
  const { number, title, meta, wanted, isWritten, entryId, canBeRead } = row;
  const tooltip =
    room.tooltip === 0
      ? buttonTitles.readItem(number)
      : buttonTitles.readItemCalled(number, shorten(onOneLine(title), room.tooltip));
  return {
    number: String(number),
    title: shortenToCost(onOneLine(title), room.title),
    meta: shortenToCost(onOneLine(meta), room.meta),
    wanted: room.wanted === 0 ? '' : shortenToCost(onOneLine(wanted), room.wanted),
    isWritten,
    buttonColumns: canBeRead
      ? [{ title: buttonTitles.read, tooltip, verb: verbs.showAgendaItem, data: { agenda: id, entry: entryId } }]
      : [],
  };
}

const costOf = ({ title, meta, wanted, buttonColumns }: LeanRow): number =>
  textCost(title) + textCost(meta) + textCost(wanted) + JSON.stringify(buttonColumns[0]?.tooltip ?? '').length;

/**
 * The rows with their texts cut, from the longest that all of them may have room for on one card to the shortest. What is surely too
 * long is left out; whether a version fits is known when the card is filled.
 */
export function* fitRows(agenda: Pick<Agenda, 'id'>, rows: readonly AgendaRow[]): Generator<LeanRow[], void> {
  const budget = card.all - card.head - rows.length * card.row;
  for (const [index, room] of rooms.entries()) {
    const fitted = rows.map((row) => fitRow(agenda, row, room));
    const isLast = index === rooms.length - 1;
    if (isLast || fitted.reduce((sum, row) => sum + costOf(row), 0) <= budget) yield fitted;
  }
}
