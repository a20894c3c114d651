import { button, toButtonRows, verbs } from '../../cards/button.js';
import { fillCard } from '../../cards/fill-card.js';
import { shorten } from '../../cards/shorten.js';
import { takePage } from '../../cards/take-page.js';
import { formatDayAndMonth, formatLongDate } from '../../danish/date-format.js';
import type { CardReply } from '../../routing/reply.js';
import type { MeetingSummary } from '../../store/ports.js';
import { buttonTitles, phrases } from './phrases.js';

const meetingsOnPage = 12;
/** Three rows of years on a phone; the years farther away are reached through these. */
const mostYears = 11;

const yearOf = ({ date }: MeetingSummary): number => Number(date.slice(0, 4));

/** The years with meetings, newest first. */
export const yearsOf = (meetings: readonly MeetingSummary[]): number[] => [...new Set(meetings.map(yearOf))];

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

/**
 * One year's meetings, newest first, with the way to the other years. `lead` says why this year, where it was not asked
 * for; `coming` stands above them: meetings of a later year.
 */
export function meetingsCard(
  meetings: readonly MeetingSummary[],
  view: { year: number; page: number; lead?: string; coming?: readonly MeetingSummary[] },
): Extract<CardReply, { card: unknown }> {
  const { year, lead = '', coming = [] } = view;
  const ofYear = meetings.filter((meeting) => yearOf(meeting) === year);
  const { entries, page, pageCount, first, last } = takePage(ofYear, view.page, meetingsOnPage);
  const showsForum = new Set(meetings.map(({ forumId }) => forumId)).size > 1;
  const turnTo = (title: string, to: number) => button(title, verbs.showMeetings, { year, page: to });
  const pageButtons = [
    ...(page > 1 ? [turnTo(buttonTitles.newerMeetings, page - 1)] : []),
    ...(page < pageCount ? [turnTo(buttonTitles.olderMeetings, page + 1)] : []),
  ];
  const buttons = otherYears(yearsOf(meetings), year).map((other) =>
    button(String(other), verbs.showMeetings, { year: other }, buttonTitles.meetingsIn(other)),
  );
  const summary = phrases.meetingsSummary(year, ofYear.length);
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
    note: phrases.shownMeetings(first, last, ofYear.length),
    pageRows: toButtonRows(pageButtons),
    buttonRows: toButtonRows(buttons),
  });
  return { card, summary };
}

/** Where no meeting was held on a day: the meetings nearest to it. */
export function noMeetingCard(nearest: readonly MeetingSummary[], date: string): Extract<CardReply, { card: unknown }> {
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
