import { formatLongDate, formatTime } from '../../../danish/date-format.js';
import { inBoth } from '../../../domain/language.js';
import { english } from './phrases.en.js';

/** What the secretary reads when a document cannot become an agenda, or when something is kept. */
export const danish = {
  minutesAsAgenda: (forum: string, date: string): string =>
    `Det er et referat af ${forum} ${formatLongDate(date)}, ikke en dagsorden. Skal det i arkivet, så læg det ind som referat.`,
  meetingHeld: (date: string): string =>
    `Mødet ${formatLongDate(date)} er holdt, og dets referat ligger i arkivet. Tjek datoen i dokumentet.`,
  meetingOver: (date: string): string =>
    `Mødet ${formatLongDate(date)} er holdt. Dagsordenen for det kan ikke laves om. Tjek datoen i dokumentet.`,
  otherForum: (forum: string, mine: readonly string[]): string =>
    `Dagsordenen er til ${forum}, siger dokumentet. Du laver dagsordener for ${mine.join(', ')}. Hvilket forum er den til? Skriv det øverst i dokumentet, fx "Dagsorden ${mine[0] ?? forum}", og send filen igen. Intet er gemt.`,
  missingStart: (time: string): string =>
    `Dokumentet siger ikke, hvornår mødet begynder. Jeg har sat ${formatTime(time)}.`,
} as const;

export const draftReplies = inBoth(danish, english);

/** One line of an agenda's history each: Danish, for whoever reads it. */
export const draftNotes = {
  madeFrom: (fileName: string): string => `Lavet af ${fileName}`,
  receivedBeside: (fileName: string): string => `Modtaget: ${fileName}, mens der var en dagsorden til dagen`,
  replacedFrom: (fileName: string): string => `Erstattet af ${fileName}`,
} as const;
