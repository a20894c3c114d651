import { formatDate, formatLongDate } from '../../../danish/date-format.js';
import { inBoth } from '../../../domain/language.js';
import { englishButtons, englishDifference, englishFiles, englishNoteTitle, englishReview } from './phrases.en.js';

const items = (count: number): string => (count === 1 ? '1 punkt' : `${count} punkter`);

/** Replies to a file that was sent. */
export const danishFiles = {
  onlyPersonal: 'Send mig filen i en personlig chat. Her kan andre læse med.',
  oneAtATime: 'Send mig én fil ad gangen, så holder vi dem fra hinanden.',
  reading: (name: string): string => `Jeg læser ${name === '' ? 'filen' : name} …`,
  tooHard:
    'Jeg kunne ikke læse filen: den kræver for meget tid eller hukommelse. Gem den som PDF uden billeder, og send den igen.',
  tooExtensive:
    'Jeg kan ikke tage imod filen: den har over 1000 punkter, eller et enkelt punkt fylder over 80 sider. Gem den uden bilagenes tekst, og send den igen.',
  notRead: 'Jeg kunne ikke læse filen. Gem den som PDF eller Word (.docx), og send den igen.',
  /** @param why already Danish and whole */
  unread: (why: string): string => why,
  otherForum: (forum: string, mine: readonly string[]): string =>
    `Filen er et referat fra ${forum}. Du kan kun lægge referater i arkivet for ${mine.join(', ')}. Intet er gemt. Er forummet skrevet forkert øverst i filen, så ret det, og send den igen.`,
  usualName: 'fil',
} as const;

export const filePhrases = inBoth(danishFiles, englishFiles);

/** What stands on the card by which minutes are looked through. */
export const danishReview = {
  title: (forum: string, date: string): string => `Referat: ${forum} ${formatLongDate(date)}`,
  summary: (forum: string, date: string): string => `Referat fra ${forum} ${formatLongDate(date)} til gennemsyn`,
  read: (fileName: string, count: number): string =>
    `Jeg har læst ${items(count)} i ${fileName}. Intet er lagt i arkivet endnu.`,
  isNew: 'Der ligger ikke noget referat fra den dag i arkivet.',
  isSame: 'Det samme dokument ligger allerede i arkivet. Du kan stadig ændre, hvad der er lukket.',
  changes: 'Det ændrer sig i arkivet',
  noChanges: 'Punkter og beslutninger er de samme som i arkivet.',
  findings: 'Det har jeg lagt mærke til',
  more: (count: number): string => (count === 1 ? 'Og 1 mere.' : `Og ${count} mere.`),
  access: 'Lukkede punkter',
  accessLead: 'Sæt hak ved de punkter, som kun de indviede må læse. Var jeg i tvivl, er der sat hak.',
  closed: 'Lukket',
  shown: (first: number, last: number, total: number): string => `Viser punkt ${first}–${last} af ${total}.`,
  settled: 'Der er allerede taget stilling til filen.',
  discarded: 'Filen er kasseret. Intet er lagt i arkivet.',
  unchanged: 'Det samme referat lå allerede i arkivet. Intet er ændret.',
  archivedTitle: 'Referatet ligger i arkivet',
  archived: (forum: string, date: string, closed: number): string =>
    `${forum} ${formatLongDate(date)}. ${closed === 0 ? 'Alle punkter er åbne.' : `Lukket: ${items(closed)}.`}`,
  channelTold: 'Kanalen får besked.',
  takenBackTitle: 'Referatet er taget tilbage',
  takenBack: (date: string): string =>
    `Arkivet er, som det var, før du lagde referatet fra ${formatDate(date)} ind. Send filen igen, hvis det skal ind alligevel.`,
} as const;

export const reviewPhrases = inBoth(danishReview, englishReview);

export const danishButtons = {
  archive: 'Læg i arkivet',
  discard: 'Kassér',
  takeBack: 'Tag tilbage',
  showMeeting: 'Vis mødet',
  previous: 'Forrige punkter',
  next: 'Flere punkter',
} as const;

export const reviewButtons = inBoth(danishButtons, englishButtons);

/** What the archive would say otherwise than now. */
export const danishDifference = {
  added: (number: number, topic: string): string => `Nyt punkt ${number}: ${topic}`,
  removed: (number: number, topic: string): string => `Punkt ${number} er ikke med længere: ${topic}`,
  renumbered: (from: number, to: number): string => `Punkt ${from} er nu punkt ${to}`,
  decision: (number: number): string => `Punkt ${number}: beslutningen er en anden`,
  text: (number: number): string => `Punkt ${number}: teksten er ændret`,
  closed: (number: number): string => `Punkt ${number} er lukket nu`,
  opened: (number: number): string => `Punkt ${number} er åbent nu`,
} as const;

export const differencePhrases = inBoth(danishDifference, englishDifference);

/** What the secretary's list of sendings calls the note in the channel. */
export const danishNoteTitle = { title: 'Nyt referat' } as const;

export const noteTitle = inBoth(danishNoteTitle, englishNoteTitle);

/** The note in the channel, which many read: Danish. */
export const minutesNote = {
  added: (forum: string, date: string, count: number): string =>
    `Nyt referat: ${forum} ${formatLongDate(date)} ligger i arkivet (${items(count)}). Skriv "møde ${formatDate(date)}" for at se det.`,
  corrected: (forum: string, date: string): string =>
    `Referatet fra ${forum} ${formatLongDate(date)} er rettet. Skriv "møde ${formatDate(date)}" for at se det.`,
  takenBack: (date: string): string => `Referatet fra ${formatLongDate(date)} er trukket tilbage.`,
} as const;
