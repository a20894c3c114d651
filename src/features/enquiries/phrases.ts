import { formatDate, formatDayAndMonth, formatTime, toLocalTime } from '../../danish/date-format.js';
import type { Enquiry } from '../../domain/enquiry.js';
import { inBoth } from '../../domain/language.js';
import { english, englishButtons } from './phrases.en.js';

/** An instant as "mandag 23. november kl. 9.05". */
const atMoment = (instant: Date): string => {
  const { date, time } = toLocalTime(instant);
  return `${formatDayAndMonth(date)} ${formatTime(time)}`;
};

function searchedIn({ meetingCount, firstYear, lastYear }: Enquiry['searched']): string {
  const minutes = meetingCount === 1 ? 'ét referat' : `${meetingCount} referater`;
  if (firstYear === null || lastYear === null) return minutes;
  return firstYear === lastYear ? `${minutes} fra ${firstYear}` : `${minutes} fra ${firstYear} til ${lastYear}`;
}

export const danish = {
  askedTitle: 'Spørgsmål til sekretariatet',
  answeredTitle: 'Svar fra sekretariatet',
  unknownAsker: 'En medarbejder, der ikke står i medlemslisten',
  unknownSecretary: 'sekretariatet',
  anotherSecretary: 'En anden i sekretariatet',
  me: 'Du',
  titleForSecretary: (forum: string): string => `Spørgsmål til sekretariatet · ${forum}`,
  titleForAsker: (forum: string): string => `Spørgsmål til sekretariatet · ${forum}`,
  askedBy: (who: string, enquiry: Enquiry): string => `${who} · ${atMoment(enquiry.askedAt)}`,
  after: (context: string): string => `I forlængelse af: ${context}`,
  searched: ({ searched }: Enquiry): string =>
    searched.topic === ''
      ? `Jeg søgte uden held i ${searchedIn(searched)}.`
      : `Jeg søgte uden held efter ${searched.topic} i ${searchedIn(searched)}.`,
  answered: (who: string, at: Date): string => `Svar fra ${who}, ${atMoment(at)}`,
  sent: 'Dit spørgsmål er sendt til sekretariatet. Svaret kommer til dig i vores personlige chat. Du kan tage det tilbage, indtil der er svaret.',
  sentAlready: 'Dit spørgsmål er allerede sendt til sekretariatet. Du kan tage det tilbage, indtil der er svaret.',
  answeredAlready: 'Sekretariatet har allerede svaret på dit spørgsmål. Svaret står i vores personlige chat.',
  takenBack: 'Du har taget spørgsmålet tilbage. Sekretariatet skal ikke svare.',
  tooLateToTakeBack: 'Sekretariatet har svaret, så spørgsmålet kan ikke tages tilbage.',
  toAnswer: 'Svaret sendes til spørgeren i en personlig chat, med dit navn.',
  answerSent: 'Dit svar er sendt til spørgeren.',
  answeredByOther: (who: string): string => `${who} havde allerede svaret. Dit svar er ikke sendt.`,
  isAnswered: 'Der er svaret.',
  isTakenBack: 'Spørgsmålet er taget tilbage. Der skal ikke svares.',
  worthAdding: 'Bør med i referaterne.',
  marked: 'Mærket: det bør med i referaterne.',
  unmarked: 'Mærket er fjernet.',
  answerField: 'Dit svar',
  answerMissing: 'Skriv et svar.',
  worthAddingField: 'Til arkivet',
  worthAddingText: 'Bør med i referaterne',
  noSecretary: (forum: string): string =>
    `Der er ikke registreret en sekretær i ${forum}, så jeg kan ikke sende dit spørgsmål. Spørg sekretariatet direkte, og bed det om at stå i medlemslisten.`,
  whichForum: 'Hvilket sekretariat?',
  whichForumText: 'Du læser referater fra flere fora. Vælg det, spørgsmålet hører til.',
  tooMany: (count: number): string =>
    `Du har allerede ${count} spørgsmål liggende hos sekretariatet. Vent på svar, eller tag et af dem tilbage.`,
  personalOnly: 'Spørgsmål til sekretariatet viser jeg kun i en personlig chat. Skriv til mig dér.',
  noneOpen: 'Der er ingen spørgsmål, der venter på svar.',
  waiting: (count: number): string =>
    count === 1 ? '1 spørgsmål venter på svar' : `${count} spørgsmål venter på svar`,
  more: (count: number): string => `og ${count} til`,
  listTitle: 'Spørgsmål til sekretariatet',
  /** Notifications. */
  asks: (who: string, question: string): string => `${who} spørger sekretariatet: ${question}`,
  /** Of a question that may itself tell of a closed item. */
  asksClosed: (who: string): string => `${who} spørger sekretariatet om noget`,
  hasAnswered: (who: string, question: string): string => `${who} har svaret på: ${question}`,
  hasAnsweredClosed: (who: string): string => `${who} har svaret på dit spørgsmål`,
  shortDate: (instant: Date): string => formatDate(toLocalTime(instant).date),
} as const;

export const phrases = inBoth(danish, english);

export const danishButtons = {
  answer: 'Send svar',
  takeBack: 'Tag tilbage',
  mark: 'Bør med i referaterne',
  unmark: 'Fjern mærket',
  show: 'Svar',
  showOf: (who: string): string => `Svar på spørgsmål fra ${who}`,
} as const;

export const enquiryButtons = inBoth(danishButtons, englishButtons);
