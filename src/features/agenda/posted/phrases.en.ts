import { formatDayAndMonth, formatLongDate, formatTime, toLocalTime } from '../../../danish/date-format.js';
import type { Agenda } from '../../../domain/agenda.js';
import type { Wording } from '../../../domain/language.js';
import type {
  danishButtons,
  danishCard,
  danishCounts,
  danishEarlier,
  danishHeadings,
  danishItem,
  danishNotices,
  danishReplies,
} from './phrases.js';

/** An instant on the forum's clock as "Monday 23 November at 12:00". */
export function spokenInEnglish(at: Date): string {
  const { date, time } = toLocalTime(at);
  return `${formatDayAndMonth(date)} at ${formatTime(time)}`;
}

const comingMeeting = ({ forum, date }: Pick<Agenda, 'forum' | 'date'>): string =>
  `${forum} ${formatDayAndMonth(date)}`;

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export const englishCounts: Wording<typeof danishCounts> = {
  items: (count) => (count === 1 ? '1 item' : `${count} items`),
};

export const englishCard: Wording<typeof danishCard> = {
  agenda: 'Agenda',
  changed: 'Agenda, changed since it went out',
  late: 'Agenda, delayed',
  deadline: (at) => `Input by ${spokenInEnglish(at)}`,
  deadlineOver: (at) => `The deadline for input was ${spokenInEnglish(at)}`,
  answered: (answered, asked) => `${answered} of ${asked} have answered everything`,
  withdrawn: 'The agenda has been taken back. A new one will come.',
  cancelled: 'The meeting has been cancelled.',
  held: 'The meeting has been held.',
  archived: 'The meeting has been held, and its minutes are in the archive.',
  closedItem: 'Closed item',
  closed: 'Closed',
  isWithdrawn: 'Dropped',
  minutes: (count) => `${count} minutes`,
  presentedBy: (names) => `by ${listed.format(names)}`,
  wanted: (what) => `Wanted: ${what}`,
  recommendation: (point) => `Recommendation: ${point}`,
  recommendations: (count, point) => `Recommendation (${count} points): ${point}`,
  written: 'Written briefings',
  closedNote: 'Those entitled read closed items in a personal chat with me: type "dagsorden".',
  noteTitle: 'Change of an agenda',
  shown: (first, last, total) => `Shows ${first}–${last} of ${total} items.`,
};

export const englishNotices: Wording<typeof danishNotices> = {
  ready: (agenda, count) => {
    const { inputDeadlineAt } = agenda;
    const input = inputDeadlineAt === null ? '' : `, input by ${spokenInEnglish(inputDeadlineAt)}`;
    return `The agenda of ${comingMeeting(agenda)} is ready: ${englishCounts.items(count)}${input}`;
  },
  changed: (agenda, count) => `The agenda of ${comingMeeting(agenda)} has been changed: ${englishCounts.items(count)}`,
  withdrawn: (agenda) => `The agenda of ${comingMeeting(agenda)} has been taken back`,
  cancelled: (agenda) => `The meeting of ${comingMeeting(agenda)} has been cancelled`,
  over: (agenda) => `The agenda of ${agenda.forum} ${formatLongDate(agenda.date)}`,
};

export const englishButtons: Wording<typeof danishButtons> = {
  read: 'Read',
  readItem: (number) => `Read item ${number}`,
  readItemCalled: (number, title) => `Read item ${number}: ${title}`,
  earlier: 'Earlier',
  earlierOf: (title) => `Earlier decisions on ${title}`,
  giveInput: 'Give input',
  giveInputTo: (number) => `Give input to item ${number}`,
  toAgenda: 'To the agenda',
  toItem: 'Back to the item',
  previousItem: 'Previous item',
  nextItem: 'Next item',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  previousItems: 'Previous items',
  moreItems: 'More items',
  earlierMeeting: 'Previous meeting',
  laterMeeting: 'Next meeting',
  meetingOn: (longDate) => `The agenda of ${longDate}`,
  showItem: (shortDate) => `Show ${shortDate}`,
  minutesOf: (shortDate) => `Minutes ${shortDate}`,
  minutesOfMeeting: (longDate) => `The minutes of ${longDate}`,
};

export const englishHeadings: Wording<typeof danishHeadings> = {
  attachments: 'Attachments',
  recommendation: 'Recommendation',
};

export const englishItem: Wording<typeof danishItem> = {
  place: (meeting, number) => `${meeting}, item ${number}`,
  caseNumber: (text) => `Case ${text}`,
  page: (page, count) => `Page ${page} of ${count}`,
  noText: 'The agenda says no more about the item.',
  summary: (number, title, meeting) => `Item ${number}: ${title} (${meeting})`,
  point: (number, text) => `${number}. ${text}`,
  proposes: (proposer) => `${proposer} recommends`,
};

export const englishEarlier: Wording<typeof danishEarlier> = {
  title: 'Earlier decisions',
  heading: (longDate, number, topic) => `${longDate}, item ${number}: ${topic}`,
  none: (number) => `I found no earlier decisions on item ${number} in the minutes.`,
  summary: (number, count) => `Earlier decisions on item ${number}: ${count === 1 ? 'one' : count}`,
};

export const englishReplies: Wording<typeof danishReplies> = {
  nothingPublished: "No agenda has gone out yet. I put it into the forum's channel when it is ready.",
  nothingPublishedBut: (longDate, date) =>
    `No agenda has gone out for a coming meeting. The latest was for ${longDate}; type "dagsorden ${date}" to see it.`,
  noneOn: (longDate, date) =>
    `I have sent out no agenda for ${longDate}. Type "møde ${date}", then I look in the minutes.`,
  notYours: 'You have no access to that agenda. Ask the secretariat if you think you should have.',
  notOut: 'The agenda has not gone out yet.',
  withdrawn: (longDate) =>
    `The agenda of ${longDate} has been taken back, so the card does not hold any more. Type "dagsorden" to see the one that does.`,
  cancelled: (longDate) => `The meeting of ${longDate} has been cancelled, so the agenda does not hold any more.`,
  longOver: (longDate, date) =>
    `The card is from the meeting of ${longDate}, which has been held. Type "møde ${date}", and I show what was decided.`,
  itemGone: 'The item is not on the agenda any more. Here is the agenda as it is now.',
  closedItem: (number) => `Item ${number} is closed. If you have access, type "dagsorden" to me in a personal chat.`,
  itemWithdrawn: (number) => `Item ${number} has been dropped.`,
};
