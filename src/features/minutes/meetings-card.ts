import { button, toButtonRows, verbs } from '../../cards/button.js';
import { fillCard } from '../../cards/fill-card.js';
import { shorten } from '../../cards/shorten.js';
import type { Page } from '../../cards/take-page.js';
import { formatDayAndMonth, formatLongDate } from '../../danish/date-format.js';
import { BoundedCache } from '../../domain/bounded-cache.js';
import { languageSpoken } from '../../domain/language.js';
import type { CardReply } from '../../routing/reply.js';
import type { MeetingSummary } from '../../store/ports.js';
import { buttonTitles, phrases } from './phrases.js';

type MeetingsReply = Readonly<Extract<CardReply, { card: unknown }>>;

/** Three rows of years on a phone; the years farther away are reached through these. */
const mostYears = 11;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function toRow(meeting: MeetingSummary, title: string, showsForum: boolean) {
  const { id, date, forum, kind, itemCount, place } = meeting;
  const facts = [
    showsForum ? forum : '',
    kind === 'agenda' ? phrases.agenda : '',
    phrases.itemCount(itemCount),
    shorten(place ?? '', 60),
  ];
  const tooltip = buttonTitles.showMeetingOn(formatLongDate(date));
  return {
    title: capitalised(title),
    place: facts.filter((fact) => fact !== '').join(' · '),
    button: button(buttonTitles.show, verbs.showMeeting, { meeting: id }, tooltip),
  };
}

/** The other years nearest to this one, newest first. */
function otherYears(years: readonly number[], year: number): number[] {
  const distance = (other: number): number => Math.abs(other - year);
  const nearest = years.filter((other) => other !== year).sort((a, b) => distance(a) - distance(b));
  return nearest.slice(0, mostYears).sort((a, b) => b - a);
}

/** A page of one year's meetings. */
export interface YearShown {
  year: number;
  /** How many meetings the year has. */
  count: number;
  /** Newest first. */
  meetings: Page<MeetingSummary>;
  /** All years with meetings, newest first. */
  years: readonly number[];
  /** Whether there are meetings of more than one forum. */
  showsForum: boolean;
  /** Why this year, where it was not asked for. */
  lead?: string;
  /** Meetings of a later year, which stand above. */
  coming?: readonly MeetingSummary[];
}

/** A page asked for last is asked for again, by others and after a look at one of its meetings. Some 20 KB each. */
const keptCards = 12;

const recentCards = new BoundedCache<string, MeetingsReply>(keptCards, () => 1);

/** One year's meetings, with the way to the other years. */
export function meetingsCard(shown: YearShown): MeetingsReply {
  // The key is all that the card is made of, so it tells nobody of anything else.
  const key = JSON.stringify([languageSpoken(), shown]);
  const known = recentCards.get(key);
  if (known !== undefined) return known;
  const made = makeMeetingsCard(shown);
  recentCards.put(key, made);
  return made;
}

function makeMeetingsCard(shown: YearShown): MeetingsReply {
  const { year, count, years, showsForum, lead = '', coming = [] } = shown;
  const { entries, page, pageCount, first, last } = shown.meetings;
  const turnTo = (title: string, to: number) => button(title, verbs.showMeetings, { year, page: to });
  const pageButtons = [
    ...(page > 1 ? [turnTo(buttonTitles.newerMeetings, page - 1)] : []),
    ...(page < pageCount ? [turnTo(buttonTitles.olderMeetings, page + 1)] : []),
  ];
  const buttons = otherYears(years, year).map((other) =>
    button(String(other), verbs.showMeetings, { year: other }, buttonTitles.meetingsIn(other)),
  );
  const summary = phrases.meetingsSummary(year, count);
  const card = fillCard('meetings', {
    summary,
    title: phrases.meetingsIn(year),
    hasLead: lead !== '',
    lead,
    meetings: [
      ...coming.map((meeting) => toRow(meeting, formatLongDate(meeting.date), showsForum)),
      ...entries.map((meeting) => toRow(meeting, formatDayAndMonth(meeting.date), showsForum)),
    ],
    hasNote: pageCount > 1,
    note: phrases.shownMeetings(first, last, count),
    pageRows: toButtonRows(pageButtons),
    buttonRows: toButtonRows(buttons),
  });
  return { card, summary };
}

/** Where no meeting was held on a day: the meetings nearest to it. */
export function noMeetingCard(nearest: readonly MeetingSummary[], date: string): MeetingsReply {
  const summary = phrases.noMeetingOn(formatLongDate(date));
  const showsForum = new Set(nearest.map(({ forumId }) => forumId)).size > 1;
  const card = fillCard('meetings', {
    summary,
    title: summary,
    hasLead: true,
    lead: phrases.nearestMeetings,
    meetings: nearest.map((meeting) => toRow(meeting, formatLongDate(meeting.date), showsForum)),
    hasNote: false,
    note: '',
    pageRows: [],
    buttonRows: toButtonRows([button(buttonTitles.allMeetings, verbs.showMeetings)]),
  });
  return { card, summary };
}
