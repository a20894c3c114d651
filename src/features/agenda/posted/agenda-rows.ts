import { formatTimeSpan } from '../../../danish/date-format.js';
import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { TimeSlot } from '../../../domain/agenda-item.js';
import { withoutWritten } from '../../../texts.js';
import { slotsOf } from '../entries.js';
import { kindLabels } from '../phrases.js';
import { cardPhrases } from './phrases.js';

/** An entry as it stands on the card, at full length. */
export interface AgendaRow {
  entryId: string;
  number: number;
  title: string;
  meta: string;
  /** One line on what is wanted of the reader; may be empty. */
  wanted: string;
  /** Stands among the written briefings. */
  isWritten: boolean;
  /** A closed entry whose reader sees its number only. */
  isHidden: boolean;
  canBeRead: boolean;
}

/** A row whose texts are cut to the room there is, as the card's skeleton takes it. */
export interface LeanRow {
  number: string;
  title: string;
  meta: string;
  wanted: string;
  isWritten: boolean;
  buttonColumns: { title: string; tooltip: string; verb: string; data: Readonly<Record<string, unknown>> }[];
}

/** What decides how much of an agenda somebody sees. */
export interface Reader {
  seesClosed: boolean;
  own?: ReadonlyMap<string, string>;
}

export const isHiddenFrom = ({ item }: AgendaEntry, { seesClosed }: Reader): boolean =>
  item.access === 'closed' && !seesClosed;

/** The group's heading says already what a written briefing is. */
const titleOf = ({ kind, topic, title }: AgendaEntry['item']): string =>
  kind === 'written_briefing' ? withoutWritten(topic || title) : topic || title;

/** Nothing of a closed entry may show in the others' times either. */
const withoutTimes = (entry: AgendaEntry): AgendaEntry => ({
  ...entry,
  item: { ...entry.item, kind: 'other', timeSlot: null, durationMinutes: null },
});

function timeOf({ item }: AgendaEntry, slot: TimeSlot | undefined): string {
  if (slot !== undefined) return formatTimeSpan(slot.start, slot.end);
  return item.durationMinutes === null ? '' : cardPhrases.minutes(item.durationMinutes);
}

function metaOf(entry: AgendaEntry, slot: TimeSlot | undefined): string {
  const { item, isWithdrawn } = entry;
  if (isWithdrawn) return cardPhrases.isWithdrawn;
  const isPlain = item.kind === 'other' || item.kind === 'written_briefing' || entry.standing === 'any_other_business';
  const facts = [
    item.access === 'closed' ? cardPhrases.closed : '',
    timeOf(entry, slot),
    isPlain ? '' : kindLabels[item.kind],
    item.presenters.length === 0 ? '' : cardPhrases.presentedBy(item.presenters),
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

/** What the secretary says is wanted; else what is recommended, where that says more than the item's kind. */
export function wantedOf({ item, wanted, standing, isWithdrawn }: AgendaEntry): string {
  if (isWithdrawn) return '';
  if (wanted !== null && wanted.trim() !== '') return cardPhrases.wanted(wanted.trim());
  const points = item.recommendation?.points ?? [];
  // Some layouts end a point with a full stop, some do not.
  const first = points[0]?.replace(/\.$/, '');
  if (first === undefined || standing !== null || item.kind === 'written_briefing') return '';
  return points.length === 1 ? cardPhrases.recommendation(first) : cardPhrases.recommendations(points.length, first);
}

function toRow(entry: AgendaEntry, slot: TimeSlot | undefined, reader: Reader): AgendaRow {
  const { id: entryId, item, isWithdrawn } = entry;
  const { number } = item;
  if (isHiddenFrom(entry, reader))
    return {
      entryId,
      number,
      title: cardPhrases.closedItem,
      meta: isWithdrawn ? cardPhrases.isWithdrawn : '',
      wanted: '',
      isWritten: false,
      isHidden: true,
      canBeRead: false,
    };
  const own = isWithdrawn ? undefined : reader.own?.get(entryId);
  return {
    entryId,
    number,
    title: titleOf(item),
    meta: metaOf(entry, slot),
    wanted: [own ?? '', wantedOf(entry)].filter((part) => part !== '').join(' · '),
    isWritten: item.kind === 'written_briefing',
    isHidden: false,
    canBeRead: true,
  };
}

/** An agenda's entries as one reader sees them: in their order, the written briefings last. */
export function agendaRows({ entries, startTime }: Pick<Agenda, 'entries' | 'startTime'>, reader: Reader): AgendaRow[] {
  const shown = entries.map((entry) => (isHiddenFrom(entry, reader) ? withoutTimes(entry) : entry));
  const slots = slotsOf(shown, startTime);
  const rows = entries.map((entry) => toRow(entry, slots.get(entry.id), reader));
  return [...rows.filter(({ isWritten }) => !isWritten), ...rows.filter(({ isWritten }) => isWritten)];
}
