import { type Button, button, toButtonRows, verbs } from '../../../cards/button.js';
import { fillFirstThatFits } from '../../../cards/fill-card.js';
import { takePage } from '../../../cards/take-page.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import { formatTimeSpan } from '../../../danish/date-format.js';
import type { Agenda } from '../../../domain/agenda.js';
import { postedAgendaStates } from '../../../domain/agenda-state.js';
import type { CardReply } from '../../../routing/reply.js';
import { meetingName } from '../phrases.js';
import { agendaRows, type LeanRow } from './agenda-rows.js';
import { fitRows } from './fit-rows.js';
import { buttonTitles, cardPhrases, noticePhrases } from './phrases.js';

/** How many have answered in the agenda's round. */
export interface InputTally {
  answered: number;
  asked: number;
}

/** Who looks at an agenda, from where and when. */
export interface AgendaView {
  now: Date;
  /** Titles and texts of closed items too; only in a personal conversation with somebody entitled to them. */
  seesClosed: boolean;
  /** null: there is no round of input yet. */
  tally: InputTally | null;
  /** The reader's own input by entry id, a few words each; empty where others read along. */
  own?: ReadonlyMap<string, string>;
  /** 1-based; the nearest there is. */
  page?: number;
  /** It is posted long after it was to be. */
  isLate?: boolean;
  /** The agendas before and after this one, for leafing in a personal conversation. */
  neighbours?: { earlier: Agenda | null; later: Agenda | null };
  /** Why this is shown and not what was asked for. */
  lead?: string;
}

/** One card holds this many; more are paged. */
const itemsOnPage = 20;
const longest = { name: 120, place: 100 } as const;

const isPosted = ({ state }: Agenda): boolean => postedAgendaStates.includes(state);

/** What became of the agenda or its meeting; nothing while it stands. */
function stateLine({ state }: Agenda): string[] {
  switch (state) {
    case 'withdrawn':
    case 'cancelled':
    case 'held':
    case 'archived':
      return [cardPhrases[state]];
    default:
      return [];
  }
}

function inputLine(agenda: Agenda, { now, tally }: AgendaView): string[] {
  const { inputDeadlineAt } = agenda;
  if (!isPosted(agenda) || inputDeadlineAt === null) return [];
  const deadline =
    inputDeadlineAt > now ? cardPhrases.deadline(inputDeadlineAt) : cardPhrases.deadlineOver(inputDeadlineAt);
  return [tally === null ? deadline : `${deadline} · ${cardPhrases.answered(tally.answered, tally.asked)}`];
}

const kickerOf = ({ state }: Agenda, { isLate = false }: AgendaView): string =>
  isLate ? cardPhrases.late : state === 'changed' ? cardPhrases.changed : cardPhrases.agenda;

function noticeOf(agenda: Agenda): string {
  const count = agenda.entries.filter(({ isWithdrawn }) => !isWithdrawn).length;
  const short = { ...agenda, forum: shortenToCost(agenda.forum, longest.name) };
  switch (agenda.state) {
    case 'withdrawn':
      return noticePhrases.withdrawn(short);
    case 'cancelled':
      return noticePhrases.cancelled(short);
    case 'changed':
      return noticePhrases.changed(short, count);
    case 'held':
    case 'archived':
      return noticePhrases.over(short);
    default:
      return noticePhrases.ready(short, count);
  }
}

function pageButtons({ id }: Agenda, page: number, pageCount: number): Button[] {
  const turnTo = (title: string, to: number): Button => button(title, verbs.showAgenda, { agenda: id, page: to });
  return [
    ...(page > 1 ? [turnTo(buttonTitles.previousItems, page - 1)] : []),
    ...(page < pageCount ? [turnTo(buttonTitles.moreItems, page + 1)] : []),
  ];
}

function neighbourButtons({ neighbours }: AgendaView): Button[] {
  if (neighbours === undefined) return [];
  const open = (title: string, agenda: Agenda): Button =>
    button(title, verbs.showAgenda, { agenda: agenda.id }, buttonTitles.meetingOn(meetingName(agenda)));
  const { earlier, later } = neighbours;
  return [
    ...(earlier === null ? [] : [open(buttonTitles.earlierMeeting, earlier)]),
    ...(later === null ? [] : [open(buttonTitles.laterMeeting, later)]),
  ];
}

const toGroups = (rows: readonly LeanRow[]) => {
  const groups = [
    { heading: '', rows: rows.filter(({ isWritten }) => !isWritten) },
    { heading: cardPhrases.written, rows: rows.filter(({ isWritten }) => isWritten) },
  ];
  return groups.filter((group) => group.rows.length > 0);
};

const toTexts = (texts: readonly string[]): { text: string }[] => texts.map((text) => ({ text }));

/** What the card's skeleton is filled with, at every length that may fit; the longest first. */
export function* agendaCardFields(agenda: Agenda, view: AgendaView) {
  const { place, startTime, endTime } = agenda;
  const isGone = agenda.state === 'withdrawn' || agenda.state === 'cancelled';
  const all = isGone ? [] : agendaRows(agenda, view);
  const { entries, page, pageCount, first, last } = takePage(all, view.page ?? 1, itemsOnPage);
  const meta = [formatTimeSpan(startTime, endTime), shortenToCost(place ?? '', longest.place)];
  const notes = [
    ...(pageCount > 1 ? [cardPhrases.shown(first, last, all.length)] : []),
    ...(entries.some(({ isHidden }) => isHidden) ? [cardPhrases.closedNote] : []),
  ];
  const fields = {
    summary: noticeOf(agenda),
    kicker: kickerOf(agenda, view),
    title: shortenToCost(meetingName(agenda), longest.name),
    meta: meta.filter((fact) => fact !== '').join(' · '),
    leads: toTexts([...(view.lead === undefined ? [] : [view.lead]), ...stateLine(agenda), ...inputLine(agenda, view)]),
    notes: toTexts(notes),
    buttonRows: toButtonRows([...pageButtons(agenda, page, pageCount), ...neighbourButtons(view)]),
  };
  for (const rows of fitRows(agenda, entries)) yield { ...fields, groups: toGroups(rows) };
}

/** What the smallest frame of the secretary's preview takes. */
const previewBytes = 1_000;

/**
 * The agenda's card: in the forum's channel, as the secretary's preview of it, and in a personal conversation. Pure. It is
 * complete as it stands, since nobody's client fetches it anew by itself; what is behind a button is answered to the one who
 * presses. `summary` is the notification.
 */
export const composeAgendaCard = (agenda: Agenda, view: AgendaView): Extract<CardReply, { card: unknown }> => ({
  card: fillFirstThatFits('agenda', agendaCardFields(agenda, view), previewBytes),
  summary: noticeOf(agenda),
});
