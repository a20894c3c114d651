import type { SectionKind } from '../../domain/agenda-item.js';
import type { Answer } from '../../domain/answer.js';
import { inBoth } from '../../domain/language.js';
import { englishCard, englishHeadings, englishSections } from './card-phrases.en.js';

export const danishSections: Readonly<Record<SectionKind, string>> = {
  occasion: 'Anledning',
  summary: 'Resumé',
  case: 'Sagsfremstilling',
  supplementaryCase: 'Supplerende sagsfremstilling',
  recommendation: 'Indstilling',
  vision: 'Kommunens vision og politikker',
  economy: 'Økonomi',
  legal: 'Lovgrundlag',
  citizens: 'Borgerperspektiv',
  history: 'Historik',
  decision: 'Beslutning',
  attachments: 'Bilag',
  absent: 'Fraværende',
  other: '',
};

export const danishHeadings = {
  date: 'Dato',
  forum: 'Møde',
  itemNumber: 'Punkt',
  title: 'Titel',
  caseNumber: 'Sagsnummer',
  section: 'Afsnit',
  text: 'Tekst',
  until: 'Frist',
} as const;

function searchedIn({ meetingCount, firstYear, lastYear }: Answer['searched']): string {
  const minutes = meetingCount === 1 ? 'ét referat' : `${meetingCount} referater`;
  if (firstYear === null || lastYear === null) return minutes;
  return firstYear === lastYear ? `${minutes} fra ${firstYear}` : `${minutes} fra ${firstYear} til ${lastYear}`;
}

export const danishCard = {
  item: (number: number): string => `punkt ${number}`,
  showItem: 'Vis hele punktet',
  showMeeting: 'Vis mødet',
  show: 'Vis',
  showItemOf: (number: number, place: string): string => `Vis punkt ${number}, ${place}`,
  showMeetingOf: (place: string): string => `Vis mødet ${place}`,
  otherFinds: (count: number): string => (count === 1 ? '1 andet fund' : `${count} andre fund`),
  help: 'Hjælp',
  newTopic: 'Nyt emne',
  askSecretariat: 'Spørg sekretariatet',
  askSecretariatTooltip: 'Send spørgsmålet til sekretariatet, som svarer dig her',
  newestFirst: 'Nyeste først.',
  nearestFirst: 'Nærmeste frist først.',
  mostFirst: 'Flest møder først.',
  latestFirst: 'Seneste frist først.',
  showPrevious: 'Forrige side',
  beside: (says: string, place: string): string => `${says} · ${place}`,
  numbered: (number: number, title: string): string => `${number}  ${title}`,
  meetingOf: (forum: string, date: string): string => `${forum} ${date}`,
  showMore: 'Vis flere',
  showNewer: 'Vis nyere',
  shown: (order: string, first: number, last: number, total: number): string =>
    `${order} Viser ${first}–${last} af ${total}.`,
  tooLongToTurn: 'Spørg med færre ord for at se resten.',
  asCsv: 'Hent som CSV',
  asCsvTooltip: 'Hent hele listen som en fil til Excel',
  csvName: (topic: string): string => `${topic === '' ? 'Beslutninger' : `Beslutninger om ${topic}`}.csv`,
  csvDescription: (count: number): string =>
    `Hele listen til Excel: ${count === 1 ? '1 punkt' : `${count} punkter`} med dato, sagsnummer og tekst.`,
  csvOffered: (count: number): string =>
    `Her er hele listen som fil: ${count === 1 ? '1 punkt' : `${count} punkter`}. Sig ja til filen, så ligger den i dit OneDrive.`,
  csvOnlyPersonal: 'Filer kan jeg kun give dig i vores egen chat. Stil spørgsmålet der, så kan du hente listen.',
  csvPromisesName: 'Opgaver.csv',
  csvNothing: 'Listen er tom nu. Stil spørgsmålet igen.',
  cleared: 'Nu spørger du forfra.',
  inList: (date: string, number: number): string => `${date}, punkt ${number}`,
  decided: (title: string, place: string): string => `Beslutning: ${title} (${place})`,
  summary: (text: string): string => `Svar: ${text}`,
  searched: (searched: Answer['searched']): string =>
    searched.topic === ''
      ? `Jeg søgte i ${searchedIn(searched)}.`
      : `Jeg søgte efter ${searched.topic} i ${searchedIn(searched)}.`,
  about: (question: string): string => `Om: ${question}`,
  asked: (question: string): string => `Du spurgte: ${question}`,
  empty: 'Skriv, hvad du vil vide, fx "Hvad blev der besluttet om budgettet?". Skriv "hjælp" for flere eksempler.',
  tooLong: (limit: number): string =>
    `Det er en lang tekst. Skriv dit spørgsmål på højst ${limit} tegn, gerne i én sætning, så finder jeg lettere svaret.`,
} as const;

/** The sections' names, as they mostly stand in the minutes; empty where the name says nothing. */
export const sectionLabels = inBoth(danishSections, englishSections);

/** The columns of a list as a file. */
export const csvHeadings = inBoth(danishHeadings, englishHeadings);

/** What stands on the answer's cards beside the answer itself. */
export const cardPhrases = inBoth(danishCard, englishCard);
