import { inBoth } from '../../domain/language.js';
import { english } from './phrases.en.js';

const countOf = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${several}`;

const years = (first: number, last: number): string => (first === last ? `i ${first}` : `fra ${first} til ${last}`);

export const danish = {
  show: 'Vis',
  showItem: (number: number, topic: string): string => `Vis punkt ${number}: ${topic}`,
  showMeeting: (date: string): string => `Vis mødet ${date}`,
  item: (number: number): string => `punkt ${number}`,
  items: (numbers: string): string => `punkt ${numbers}`,
  numbered: (number: number, topic: string): string => `${number}  ${topic}`,
  meetingOf: (forum: string, date: string): string => `${forum} ${date}`,
  onAgenda: 'På dagsordenen, ikke besluttet endnu.',
  nothingDecided: 'Intet besluttet.',
  showMore: 'Vis flere',
  showPrevious: 'Forrige side',
  shown: (first: number, last: number, total: number): string => `Viser ${first}–${last} af ${total}.`,
  gone: 'Listen er der ikke mere. Skriv kommandoen igen, eller skriv "hjælp".',

  asCsv: 'Hent som CSV',
  asCsvTooltip: 'Hent hele listen som en fil til Excel',
  csvOffered: (count: number): string =>
    `Her er hele listen som fil: ${countOf(count, 'række', 'rækker')}. Sig ja til filen, så ligger den i dit OneDrive.`,
  csvDescription: (count: number): string => `Hele listen til Excel: ${countOf(count, 'række', 'rækker')}.`,
  csvOnlyPersonal: 'Filer kan jeg kun give dig i vores egen chat. Skriv kommandoen dér, så kan du hente listen.',
  columns: {
    date: 'Dato',
    forum: 'Møde',
    itemNumber: 'Punkt',
    topic: 'Titel',
    caseNumber: 'Sagsnummer',
    decision: 'Beslutning',
    attachment: 'Bilag',
    due: 'Frist',
    dueText: 'Fristen, som den står',
    isInferred: 'Udledt',
    department: 'Afdeling',
    owner: 'Hvem',
    commitment: 'Hvad',
    name: 'Navn',
    title: 'Titel',
    items: 'Punkter',
  },
  yes: 'ja',

  caseCommand: 'Følg en sag gennem årene, fx "sag 00.30.10-S00-2-19".',
  caseTitle: (number: string): string => `Sag ${number}`,
  caseSpan: (meetings: number, first: number, last: number): string =>
    `På ${countOf(meetings, 'møde', 'møder')} ${years(first, last)}, nyeste først.`,
  caseFile: (number: string): string => `Sag ${number}.csv`,
  follow: 'Følg',
  followCase: (number: string): string => `Følg sag ${number}`,
  casesTitle: (asked: string): string => `Sager, der passer med ${asked}`,
  casesLead: 'Flere sager passer. Vælg en af dem.',
  caseOn: (meetings: number, newest: string): string => `${countOf(meetings, 'møde', 'møder')}, senest ${newest}`,
  caseUnknown: (asked: string): string => `Sag ${asked} står ikke i referaterne`,
  caseNear: 'Disse numre ligner:',
  caseNoneNear: 'Se efter, om nummeret er skrevet rigtigt, eller spørg efter sagen med ord.',
  allMeetings: 'Alle møder',
  housekeeping: (number: string): string => `${number} er ikke én sag`,
  housekeepingLead:
    'Nummeret står også på faste punkter som godkendelse af dagsorden og eventuelt. Det er forummets eget nummer til møderne, så punkterne har ikke noget med hinanden at gøre.',

  attachmentsCommand: 'Find bilag på deres navn, fx "bilag tidsplan", og se, hvor de hører til.',
  attachmentsTitle: 'Bilag',
  attachmentsNamed: (asked: string): string => `Bilag med ${asked}`,
  attachmentsLead: (count: number): string =>
    `${countOf(count, 'bilag', 'bilag')}, nyeste først. Jeg kender bilagenes navne; selve filerne ligger på sagen.`,
  attachmentsFile: 'Bilag.csv',
  noAttachments: 'Der står ingen bilag i referaterne.',
  allAttachments: 'Alle bilag',
  ofItem: (number: number, topic: string): string => `Punkt ${number}: ${topic}`,

  deadlinesCommand: 'Se frister, kommende og passerede, afdeling for afdeling: "frister", "mine frister".',
  coming: 'Kommende frister',
  passed: 'Passerede frister',
  ofDepartment: (title: string, name: string): string => `${title}: ${name}`,
  nearestFirst: (count: number, byDepartment: boolean): string =>
    `${countOf(count, 'frist', 'frister')}${byDepartment ? ' afdeling for afdeling' : ''}, den nærmeste først.`,
  latestFirst: (count: number, byDepartment: boolean): string =>
    `${countOf(count, 'frist', 'frister')}${byDepartment ? ' afdeling for afdeling' : ''}, den seneste først.`,
  noneComing: 'Der står ingen kommende frister i referaterne. Her er de passerede.',
  noComing: 'Der står ingen kommende frister i referaterne.',
  noPassed: 'Der står ingen passerede frister i referaterne.',
  noDepartmentOfYours: 'Du står ikke med en afdeling i medlemslisten. Her er alles frister.',
  showComing: 'Kommende',
  showPassed: 'Passerede',
  everybodys: 'Alles frister',
  mine: 'Mine frister',
  allDepartments: 'Alle afdelinger',
  noDepartment: 'Uden afdeling',
  due: (date: string): string => `Senest ${date}`,
  inferred: (date: string): string => `Senest ${date} (udledt)`,
  nextMeeting: 'Til næste møde',
  deadlinesFile: (title: string): string => `${title.replace(':', ',')}.csv`,

  absencesCommand: 'Se, hvem der var fraværende: "fravær", "fravær 2023" eller "fravær" og et navn.',
  absencesTitle: 'Fravær',
  absencesIn: (year: string): string => `Fravær i ${year}`,
  absencesOf: (name: string): string => `Fravær: ${name}`,
  absencesLead: (meetings: number): string => `${countOf(meetings, 'møde', 'møder')} med fravær, nyeste først.`,
  absencesOfLead: (meetings: number): string =>
    `Står som fraværende i ${countOf(meetings, 'referat', 'referater')}, nyeste først.`,
  absentFrom: (name: string, items: string): string => `${name} (${items})`,
  noAbsences: 'Der står ingen fraværende i referaterne.',
  noAbsencesIn: (year: string): string => `Der står ingen fraværende i referaterne fra ${year}.`,
  absencesFile: (title: string): string => `${title.replace(':', ',')}.csv`,
  allAbsences: 'Alt fravær',
} as const;

export const phrases = inBoth(danish, english);

/** Words before a name or number that say nothing of their own: "for Økonomi", "nr. 00.30.10". Letters folded. */
export const fillers = /^(?:(?:med |om |for |hos |i |fra |af |paa |nr\.? |nummer ))+/;

/** What the deadlines can be asked for with beside a department. Letters folded. */
export const deadlineWords = {
  passed: /^(?:passerede?|overskredne?|gamle|tidligere|passed|overdue|past)(?: frister)?(?: |$)/,
  coming: /^(?:kommende|naeste|fremtidige|coming|upcoming)(?: frister)?(?: |$)/,
  mine: /^(?:mine|min afdeling(?:s)?|mine egne|mine frister|mine deadlines|mine opgaver|my|mine own)$/,
  everybodys: /^(?:alle|alles|all)(?: frister)?$/,
} as const;

/** Commands of their own, and how each asks for its part of the deadlines. */
export const deadlineCommands: Readonly<Record<string, string>> = {
  'mine frister': 'mine',
  'mine opgaver': 'mine',
  'passerede frister': 'passerede',
  'overskredne frister': 'passerede',
  'kommende frister': 'kommende',
};
