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
];
const smallest: Room = { title: 80, meta: 50, wanted: 60, tooltip: 0 };

/** Characters of card JSON: what a card holds, what stands beside the rows, and a row without its texts. */
const card = { all: maxCardBytes / 2, head: 1_900, row: 840, rowWithoutFallback: 670 } as const;
/** With less than this for the texts of a row, the buttons' fallback for old clients goes first. */
const comfortable = 230;

/** Characters of card JSON for the texts of all rows together. */
function budgetFor(rowCount: number): number {
  const left = card.all - card.head;
  const withFallback = left - rowCount * card.row;
  return withFallback >= rowCount * comfortable ? withFallback : left - rowCount * card.rowWithoutFallback;
}

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
    wanted: shortenToCost(onOneLine(wanted), room.wanted),
    isWritten,
    buttonColumns: canBeRead
      ? [{ title: buttonTitles.read, tooltip, verb: verbs.showAgendaItem, data: { agenda: id, entry: entryId } }]
      : [],
  };
}

const costOf = ({ title, meta, wanted, buttonColumns }: LeanRow): number =>
  textCost(title) + textCost(meta) + textCost(wanted) + JSON.stringify(buttonColumns[0]?.tooltip ?? '').length;

/** Cuts the rows' texts to the longest that all of them have room for on one card. */
export function fitRows(agenda: Pick<Agenda, 'id'>, rows: readonly AgendaRow[]): LeanRow[] {
  const budget = budgetFor(rows.length);
  for (const room of rooms) {
    const fitted = rows.map((row) => fitRow(agenda, row, room));
    if (fitted.reduce((sum, row) => sum + costOf(row), 0) <= budget) return fitted;
  }
  return rows.map((row) => fitRow(agenda, row, smallest));
}
