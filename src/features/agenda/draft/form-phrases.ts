import { inBoth } from '../../../domain/language.js';
import { english } from './form-phrases.en.js';

/** Labels of the forms, and what is said when a field cannot be read. */
export const danish = {
  title: 'Titel',
  kind: 'Type',
  caseNumber: 'Sagsnummer',
  presenter: 'Hvem fremlægger',
  minutes: 'Minutter',
  start: 'Begynder kl. (kan være tom)',
  wanted: 'Hvad ønskes af cheferne (én linje)',
  wantedExample: 'stillingtagen til tidsplanen',
  story: 'Anledning eller resumé',
  proposer: 'Hvem indstiller',
  proposerExample: 'Kommunaldirektøren',
  points: 'Indstilling (én linje for hvert punkt)',
  pointsExample: 'at tidsplanen godkendes',
  attachments: 'Bilag (ét navn på hver linje)',
  access: 'Adgang',
  closed: 'Punktet er lukket',
  meetingSummary: (title: string): string => `${title}: dato, tid, sted og frist`,
  reason: 'Hvorfor? (står i kanalen)',
  date: 'Mødedato',
  startTime: 'Begynder kl.',
  endTime: 'Slutter kl.',
  place: 'Sted',
  deadlineDate: 'Frist for input, dato (kan være tom)',
  deadlineTime: 'Frist for input, kl.',
  publishDate: 'Udgiv den',
  publishTime: 'Udgiv kl.',
  returnNote: 'Et ord til den, der foreslog det',
  forMeeting: 'Til møde',
  nextMeeting: 'Næste møde',
  changedMeanwhile:
    'En anden har rettet det samme imens. Det, du skrev, står her endnu. Tryk Gem for at sætte det i stedet.',
  titleMissing: 'Skriv en titel.',
  dateMissing: 'Vælg en dato.',
  timeMissing: 'Skriv et klokkeslæt, fx 9.30.',
  reasonMissing: 'Skriv kort hvorfor. Det står i kanalen.',
  noteMissing: 'Skriv, hvorfor punktet sendes tilbage.',
  minutesMissing: 'Skriv, hvor mange minutter punktet tager, når det begynder på et bestemt tidspunkt.',
  caseNumberFault: (given: string): string =>
    `Sagsnummeret "${given}" kan jeg ikke læse. Det skal ligne 00.30.10-S00-3-26.`,
  minutesFault: (given: string): string => `"${given}" er ikke et antal minutter mellem 1 og 480.`,
  timeFault: (given: string): string => `"${given}" er ikke et klokkeslæt. Skriv fx 9.30.`,
  dateFault: (given: string): string => `"${given}" er ikke en dato. Vælg den i kalenderen.`,
  endBeforeStart: 'Mødet slutter, før det begynder.',
  deadlineAfterMeeting: 'Fristen for input ligger efter mødets begyndelse.',
} as const;

export const formPhrases = inBoth(danish, english);

/** What a form writes into an item, as the municipality's template has it. */
export const templateWords = {
  summary: 'Resumé',
  recommendation: 'Indstilling',
  attachments: 'Bilag',
  recommends: (proposer: string): string => `${proposer} indstiller,`,
} as const;
