import { formatDate } from '../../danish/date-format.js';

/** Everything the answers say in words of their own. What the minutes say is quoted, never put here. */
export const phrases = {
  empty: 'Skriv hvad du vil vide, fx "hvad blev besluttet om budget 2026?"',
  aboutTheBot:
    'Jeg er Referent. Jeg svarer på spørgsmål om, hvad der står i forummets referater, og viser altid, hvor det står. Skriv fx "hvem deltog på sidste møde?"',
  notFound: 'Det fandt jeg ikke i referaterne.',
  noMinutes: 'Der er ingen referater i arkivet endnu.',
  unknownDate: (label: string) => `Jeg fandt ikke noget om ${label} i referaterne.`,
  unknownCaseNumber: (label: string) => `Sagsnummeret ${label} står ikke i referaterne.`,
  detailMissing: (topic: string) => `Referaterne omtaler ${topic}, men svaret på dit spørgsmål står der ikke.`,
  didYouMean: 'Det er jeg ikke sikker på. Mente du et af disse punkter?',
  meetingNotFound: (label: string) => `Jeg fandt ikke et referat fra ${label}.`,

  deadline: (moment: string) => `Senest ${withoutLatest(moment)}.`,
  moment: (moment: string) => `${capital(moment)}.`,
  caseNumber: (topic: string, number: string) => `Sagsnummeret på ${topic} er ${number}.`,
  noCaseNumber: (topic: string) => `Der står intet sagsnummer på ${topic}.`,
  attachments: (titles: readonly string[]) =>
    titles.length === 1 ? `Ja, ét bilag: ${titles[0]}.` : `${titles.length} bilag: ${titles.join('; ')}.`,
  noAttachments: (topic: string) => `Der er ingen bilag til ${topic}.`,
  approvedPoint: 'Chefforum godkendte indstillingen',
  recommended: (text: string) => `Indstillet: ${text}`,
  absent: (names: string, date: string) => `Fraværende ${formatDate(date)}: ${names}.`,
  noAbsent: (date: string) => `Referatet fra ${formatDate(date)} nævner ingen fraværende.`,
  participants: (names: string, date: string) => `Deltagere ${formatDate(date)}: ${names}.`,
  noParticipants: (date: string) => `Referatet fra ${formatDate(date)} har ingen deltagerliste.`,
  personWasAbsent: (name: string, date: string) =>
    `${name} står som fraværende på mødet ${formatDate(date)} (afbud eller fravær).`,
  personWasThere: (name: string, date: string) => `${name} står på deltagerlisten ${formatDate(date)}.`,
  personNotMentioned: (name: string, date: string) =>
    `${name} er hverken nævnt som deltager eller fraværende i referatet fra ${formatDate(date)}.`,
  personUnknown: (name: string) => `Jeg fandt ikke ${name} i referaterne.`,
  agendaOf: (date: string, topics: readonly string[]) =>
    `${topics.length} punkter ${formatDate(date)}: ${topics.map((topic, index) => `${index + 1}. ${topic}`).join('; ')}.`,
  closedItem: 'Lukkede punkter kan jeg ikke svare på her.',
  place: (place: string, date: string) => `Mødet ${formatDate(date)} blev holdt i ${place}.`,
  start: (time: string, date: string) => `Mødet ${formatDate(date)} begyndte kl. ${time}.`,
  noPlace: (date: string) => `Referatet fra ${formatDate(date)} nævner ikke stedet.`,
  olderToo: 'Emnet har også været på tidligere møder.',
} as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const withoutLatest = (moment: string): string => moment.replace(/^senest\s+/i, '');
