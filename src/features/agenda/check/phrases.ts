import { formatDate, formatLongDate } from '../../../danish/date-format.js';
import { inBoth } from '../../../domain/language.js';
import { english } from './phrases.en.js';

/** What the secretary reads of each finding. */
export const danish = {
  noRecommendation: (number: number): string => `Punkt ${number} har ingen indstilling.`,
  pointWithoutVerb: (number: number, point: string): string =>
    `Punkt ${number}: indstillingen "${point}" siger ikke, hvad der skal ske. Den mangler et udsagnsord som "godkendes" eller "drøftes".`,
  decisionWithoutPoints: (number: number): string =>
    `Punkt ${number} skal besluttes, men indstillingen har ingen punkter at beslutte.`,
  caseNumberMalformed: (number: number, text: string): string =>
    `Punkt ${number}: sagsnummeret "${text}" ser forkert ud. Det skal ligne 00.30.10-S00-3-26.`,
  caseNumberOfOtherItem: (number: number, other: number, text: string): string =>
    `Punkt ${number} og punkt ${other} har samme sagsnummer, ${text}.`,
  caseNumberOfEarlierItem: (number: number, text: string, topic: string, date: string): string =>
    `Punkt ${number}: sagsnummeret ${text} hørte ${formatDate(date)} til "${topic}".`,
  overlappingSlots: (number: number, other: number, span: string, otherSpan: string): string =>
    `Punkt ${number} (${span}) begynder, før punkt ${other} (${otherSpan}) er færdigt.`,
  outsideMeeting: (number: number, span: string): string => `Punkt ${number} (${span}) ligger uden for mødets tid.`,
  tooManyMinutes: (planned: number, available: number): string =>
    `Punkterne tager ${planned} minutter, men mødet varer ${available}.`,
  weekdayDisagrees: (number: number, text: string, right: string): string =>
    `Punkt ${number}: ugedagen passer ikke. "${text}" er en ${right}.`,
  dateInPast: (date: string): string => `Mødets dato er passeret: ${formatLongDate(date)}.`,
  sameTitleTwice: (number: number, other: number): string => `Punkt ${number} og punkt ${other} har samme titel.`,
  attachmentNotListed: (number: number, words: string): string =>
    `Punkt ${number} nævner "${words}", men det står ikke på listen over bilag.`,
  copiedText: (number: number, date: string, earlier: number): string =>
    `Punkt ${number}: teksten er den samme som i punkt ${earlier} på mødet ${formatDate(date)}. Er den ført ajour?`,
  promisedItem: (date: string, number: number, text: string): string =>
    `På mødet ${formatDate(date)}, punkt ${number}, blev dette lovet til nu, men det er ikke på dagsordenen: "${text}".`,
  promisedClosedItem: (date: string, number: number): string =>
    `På mødet ${formatDate(date)} blev noget fra det lukkede punkt ${number} lovet til nu, men det er ikke på dagsordenen.`,
} as const;

export const findingTexts = inBoth(danish, english);
