import {
  formatDayAndMonth,
  formatLongDate,
  formatTime,
  spokenInstant,
  toLocalTime,
} from '../../../danish/date-format.js';
import { addDays } from '../../../danish/dates.js';
import type { Agenda } from '../../../domain/agenda.js';
import { inBoth } from '../../../domain/language.js';
import {
  englishButtons,
  englishCard,
  englishCounts,
  englishEarlier,
  englishHeadings,
  englishItem,
  englishNotices,
  englishReplies,
} from './phrases.en.js';

/** "mandag kl. 12" in the week before the meeting, "mandag 16. november kl. 12" before that. */
function shortInstant(at: Date, meetingOn: string): string {
  const { date, time } = toLocalTime(at);
  const isNear = date >= addDays(meetingOn, -6) && date <= meetingOn;
  const day = formatDayAndMonth(date);
  return `${isNear ? (day.split(' ', 1)[0] ?? day) : day} ${formatTime(time).replace(/\.00$/, '')}`;
}

/** "Chefforum onsdag 25. november": where the year goes without saying. */
const comingMeeting = ({ forum, date }: Pick<Agenda, 'forum' | 'date'>): string =>
  `${forum} ${formatDayAndMonth(date)}`;

/** "Jonas, Mia og Jeppe". */
const listed = new Intl.ListFormat('da-DK', { type: 'conjunction' });

export const danishCounts = {
  items: (count: number): string => (count === 1 ? '1 punkt' : `${count} punkter`),
} as const;

const counts = inBoth(danishCounts, englishCounts);

export const itemCount = (count: number): string => counts.items(count);

/** What stands on the agenda's card. */
export const danishCard = {
  agenda: 'Dagsorden',
  changed: 'Dagsorden, ændret siden den blev udsendt',
  late: 'Dagsorden, forsinket',
  deadline: (at: Date): string => `Input senest ${spokenInstant(at)}`,
  deadlineOver: (at: Date): string => `Fristen for input var ${spokenInstant(at)}`,
  answered: (answered: number, asked: number): string => `${answered} af ${asked} har svaret på alt`,
  withdrawn: 'Dagsordenen er taget tilbage. Der kommer en ny.',
  cancelled: 'Mødet er aflyst.',
  held: 'Mødet er holdt.',
  archived: 'Mødet er holdt, og referatet ligger i arkivet.',
  closedItem: 'Lukket punkt',
  closed: 'Lukket',
  isWithdrawn: 'Udgår',
  minutes: (count: number): string => `${count} min.`,
  presentedBy: (names: readonly string[]): string => `ved ${listed.format(names)}`,
  wanted: (what: string): string => `Ønskes: ${what}`,
  recommendation: (point: string): string => `Indstilling: ${point}`,
  recommendations: (count: number, point: string): string => `Indstilling (${count} punkter): ${point}`,
  written: 'Skriftlige orienteringer',
  closedNote: 'Lukkede punkter læser de, der har adgang, i en personlig chat med mig: skriv "dagsorden".',
  noteTitle: 'Ændring af dagsorden',
  shown: (first: number, last: number, total: number): string => `Viser ${first}–${last} af ${total} punkter.`,
} as const;

export const cardPhrases = inBoth(danishCard, englishCard);

/** What the notification says, and what is read aloud. */
export const danishNotices = {
  ready: (agenda: Agenda, count: number): string => {
    const { inputDeadlineAt, date } = agenda;
    const input = inputDeadlineAt === null ? '' : `, input senest ${shortInstant(inputDeadlineAt, date)}`;
    return `Dagsorden til ${comingMeeting(agenda)} er klar: ${itemCount(count)}${input}`;
  },
  changed: (agenda: Agenda, count: number): string =>
    `Dagsorden til ${comingMeeting(agenda)} er ændret: ${itemCount(count)}`,
  withdrawn: (agenda: Agenda): string => `Dagsorden til ${comingMeeting(agenda)} er taget tilbage`,
  cancelled: (agenda: Agenda): string => `Mødet i ${comingMeeting(agenda)} er aflyst`,
  over: (agenda: Agenda): string => `Dagsorden til ${agenda.forum} ${formatLongDate(agenda.date)}`,
} as const;

export const noticePhrases = inBoth(danishNotices, englishNotices);

export const danishButtons = {
  read: 'Læs',
  readItem: (number: number): string => `Læs punkt ${number}`,
  readItemCalled: (number: number, title: string): string => `Læs punkt ${number}: ${title}`,
  earlier: 'Tidligere',
  earlierOf: (title: string): string => `Tidligere beslutninger om ${title}`,
  giveInput: 'Giv input',
  giveInputTo: (number: number): string => `Giv input til punkt ${number}`,
  toAgenda: 'Til dagsordenen',
  toItem: 'Tilbage til punktet',
  previousItem: 'Forrige punkt',
  nextItem: 'Næste punkt',
  previousPage: 'Forrige side',
  nextPage: 'Næste side',
  previousItems: 'Forrige punkter',
  moreItems: 'Flere punkter',
  earlierMeeting: 'Forrige møde',
  laterMeeting: 'Næste møde',
  meetingOn: (longDate: string): string => `Dagsordenen ${longDate}`,
  showItem: (shortDate: string): string => `Vis ${shortDate}`,
  minutesOf: (shortDate: string): string => `Referat ${shortDate}`,
  minutesOfMeeting: (longDate: string): string => `Referatet fra mødet ${longDate}`,
} as const;

export const buttonTitles = inBoth(danishButtons, englishButtons);

export const danishHeadings = { attachments: 'Bilag', recommendation: 'Indstilling' } as const;

export const headings = inBoth(danishHeadings, englishHeadings);

/** An item of the agenda in full. */
export const danishItem = {
  place: (meeting: string, number: number): string => `${meeting}, punkt ${number}`,
  caseNumber: (text: string): string => `Sag ${text}`,
  page: (page: number, count: number): string => `Side ${page} af ${count}`,
  noText: 'Der står ikke mere om punktet på dagsordenen.',
  summary: (number: number, title: string, meeting: string): string => `Punkt ${number}: ${title} (${meeting})`,
  point: (number: number, text: string): string => `${number}. ${text}`,
  proposes: (proposer: string): string => `${proposer} indstiller,`,
} as const;

export const itemPhrases = inBoth(danishItem, englishItem);

/** What the archive holds of an item's matter. */
export const danishEarlier = {
  title: 'Tidligere beslutninger',
  heading: (longDate: string, number: number, topic: string): string => `${longDate}, punkt ${number}: ${topic}`,
  none: (number: number): string => `Jeg fandt ingen tidligere beslutninger om punkt ${number} i referaterne.`,
  summary: (number: number, count: number): string =>
    `Tidligere beslutninger om punkt ${number}: ${count === 1 ? 'én' : count}`,
} as const;

export const earlierPhrases = inBoth(danishEarlier, englishEarlier);

/** Words after "dagsorden" that mean the coming one, letters folded. */
export const comingWords: readonly string[] = ['', 'naeste', 'kommende', 'naeste moede', 'kommende moede', 'nu'];

/** "dagsorden til mødet den 25. november": what may stand before the day. Letters folded. */
export const beforeDate = /^(?:(?:til|for|paa|fra) )?(?:(?:det |moedet |moede )+)?(?:(?:den|d\.) )?/;

/** Answers to somebody whose press or command meets nothing to show. */
export const danishReplies = {
  nothingPublished: 'Der er ikke udsendt nogen dagsorden endnu. Jeg lægger den i forummets kanal, når den er klar.',
  nothingPublishedBut: (longDate: string, date: string): string =>
    `Der er ikke udsendt nogen dagsorden til et kommende møde. Den seneste var til ${longDate}; skriv "dagsorden ${date}" for at se den.`,
  noneOn: (longDate: string, date: string): string =>
    `Jeg har ikke udsendt nogen dagsorden til ${longDate}. Skriv "møde ${date}", så ser jeg efter i referaterne.`,
  notYours: 'Du har ikke adgang til den dagsorden. Spørg sekretariatet, hvis du mener, at du skal have det.',
  notOut: 'Dagsordenen er ikke udsendt endnu.',
  withdrawn: (longDate: string): string =>
    `Dagsordenen til ${longDate} er taget tilbage, så kortet gælder ikke længere. Skriv "dagsorden" for at se den, der gælder.`,
  cancelled: (longDate: string): string => `Mødet ${longDate} er aflyst, så dagsordenen gælder ikke længere.`,
  longOver: (longDate: string, date: string): string =>
    `Kortet er fra mødet ${longDate}, som er holdt. Skriv "møde ${date}", så viser jeg, hvad der blev besluttet.`,
  itemGone: 'Punktet står ikke længere på dagsordenen. Her er den, som den er nu.',
  closedItem: (number: number): string =>
    `Punkt ${number} er lukket. Har du adgang, så skriv "dagsorden" til mig i en personlig chat.`,
  itemWithdrawn: (number: number): string => `Punkt ${number} udgår.`,
} as const;

export const postedReplies = inBoth(danishReplies, englishReplies);

/** The note in the card's thread, which many read: Danish. */
export const notePhrases = {
  changed: (agenda: Agenda): string => `Dagsordenen til ${comingMeeting(agenda)} er ændret:`,
  withdrawn: (agenda: Agenda): string => `Dagsordenen til ${comingMeeting(agenda)} er taget tilbage.`,
  cancelled: (agenda: Agenda): string => `Mødet i ${comingMeeting(agenda)} er aflyst.`,
  restored: (agenda: Agenda): string => `Dagsordenen til ${comingMeeting(agenda)} gælder igen.`,
  more: (count: number): string => (count === 1 ? 'og én ændring mere' : `og ${count} ændringer mere`),
  why: (reason: string): string => `Hvorfor: ${reason}`,
} as const;
