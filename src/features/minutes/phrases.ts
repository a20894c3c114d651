import { inBoth } from '../../domain/language.js';
import { english, englishButtons, englishHeadings } from './phrases.en.js';

/** Headings of what an item holds beside its printed sections. */
export const danishHeadings = { decision: 'Beslutning', attachments: 'Bilag', absent: 'Fraværende' } as const;

/** Words that name a meeting without its date, letters folded. */
export const latestWords: readonly string[] = ['sidste', 'seneste', 'nyeste', 'sidst', 'forrige'];
export const nextWords: readonly string[] = ['naeste', 'kommende'];

/** "på mødet den …", "fra sidste møde": what may stand around a meeting's name. Letters folded. */
export const beforeMeeting =
  /^(?:(?:fra|paa|i|til|ved|af|om) )?(?:(?:det|moedet|moede|referatet|referat) )?(?:(?:fra|paa|i) )?/;
export const afterMeeting = / (?:moede|moedet|referat|referatet)$/;

/** Heard in front of an item's number after a date: "13. april punkt 5". */
export const beforeNumber = / (?:punkt|pkt\.?|nr\.?|nummer)$/;

export const danish = {
  meetingsIn: (year: number): string => `Møder i ${year}`,
  noMeetings: 'Der ligger ingen referater i arkivet endnu. Sekretariatet lægger dem ind.',
  noMeetingsIn: (year: number): string => `Der ligger ingen møder fra ${year} i arkivet. Her er det nærmeste år.`,
  noMeetingOn: (longDate: string): string => `Intet møde ${longDate}`,
  nearestMeetings: 'Jeg har ikke et møde den dag. Her er de nærmeste.',
  noNextMeeting: 'Jeg kender ikke det næste møde endnu: der ligger ingen dagsorden for det.',
  noItem: (number: number): string => `Der er ikke noget punkt ${number} på dette møde. Vælg et af disse.`,
  itemCount: (count: number): string => (count === 1 ? '1 punkt' : `${count} punkter`),
  agenda: 'Dagsorden',
  minutes: 'Referat',
  place: (forum: string, longDate: string, number: number): string => `${forum} ${longDate}, punkt ${number}`,
  caseNumber: (text: string): string => `Sag ${text}`,
  presentedBy: (names: string): string => `ved ${names}`,
  shownItems: (first: number, last: number, total: number): string => `Viser ${first}–${last} af ${total} punkter.`,
  shownMeetings: (first: number, last: number, total: number): string => `Viser ${first}–${last} af ${total} møder.`,
  page: (page: number, count: number): string => `Side ${page} af ${count}`,
  meetingsSummary: (year: number, count: number): string => `Møder i ${year}: ${count}`,
  original: (place: string): string => `Originalen: ${place}`,
  originalOffered: 'Her er filen, som den blev lagt i arkivet. Sig ja til den, så ligger den i dit OneDrive.',
  originalDescription: (place: string): string => `Den indlæste fil: ${place}.`,
  originalNotGiven: 'Filen kan jeg ikke give dig. Spørg sekretariatet, hvis du har brug for den.',
  originalOnlyPersonal: 'Filer kan jeg kun give dig i vores egen chat. Find mødet frem dér, så kan du åbne originalen.',
  versions: 'Filen, som gælder, får du her. Den er rettet undervejs, så du kan også åbne en tidligere udgave.',
  version: (version: number, isInForce: boolean): string =>
    isInForce ? `Udgave ${version}, som gælder` : `Udgave ${version}`,
  versionFacts: (fileName: string, importedOn: string, size: string): string =>
    `${fileName} · lagt ind ${importedOn} · ${size}`,
  kilobytes: (count: number): string => `${count} KB`,
  meetingSummary: (title: string, count: string): string => `${title}: ${count}`,
  itemSummary: (number: number, title: string, place: string): string => `Punkt ${number}: ${title} (${place})`,
} as const;

/** What stands on the buttons; tooltips name what the row says. */
export const danishButtons = {
  show: 'Vis',
  showMeetingOn: (longDate: string): string => `Vis mødet ${longDate}`,
  showItem: (number: number, title: string): string => `Vis punkt ${number}: ${title}`,
  newerMeetings: 'Nyere møder',
  olderMeetings: 'Ældre møder',
  meetingsIn: (year: number): string => `Vis møder i ${year}`,
  allMeetings: 'Alle møder',
  previousItems: 'Forrige punkter',
  nextItems: 'Flere punkter',
  previousPage: 'Forrige side',
  nextPage: 'Næste side',
  previousItem: 'Forrige punkt',
  nextItem: 'Næste punkt',
  openOriginal: 'Åbn originalen',
  openOriginalOf: (longDate: string): string => `Få den indlæste fil fra mødet ${longDate}`,
  open: 'Åbn',
  openVersion: (version: number): string => `Åbn udgave ${version}`,
  followCase: 'Følg sagen',
  followCaseOf: (number: string): string => `Se, hvad der er sket i sag ${number} gennem årene`,
  toMeeting: 'Til mødet',
  toAnswer: 'Tilbage til svaret',
  toAgendaItem: 'Til dagsordenspunktet',
} as const;

export const headings = inBoth(danishHeadings, englishHeadings);
export const phrases = inBoth(danish, english);
export const buttonTitles = inBoth(danishButtons, englishButtons);
