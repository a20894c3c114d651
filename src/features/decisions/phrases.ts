import { formatDate } from '../../danish/date-format.js';
import type { AskedFor } from '../../danish/question-words.js';
import type { Answer } from '../../domain/answer.js';
import { inBoth } from '../../domain/language.js';
import type { OutcomeCode } from '../../domain/outcome.js';
import { english } from './phrases.en.js';
import type { OutcomeKind } from './read-outcome-question.js';

/** What the minutes do not say, as the end of "Referatet omtaler …, men …". */
const missing: Partial<Record<AskedFor, string>> = {
  date: 'hvornår',
  deadline: 'hvad fristen er',
  duration: 'hvor længe',
  frequency: 'hvor tit',
  amount: 'tallet',
  person: 'hvem',
  nomination: 'hvem',
  title: 'titlen',
  place: 'hvor',
  list: 'hvilke det er',
};

const approvedAs: Partial<Record<OutcomeCode, string>> = {
  approved: 'Godkendt',
  approved_with_remarks: 'Godkendt med bemærkninger',
  noted: 'Taget til efterretning',
};

/** "blev det godkendt?", by what became of the item. */
const approvedOrNot: Partial<Record<OutcomeCode, string>> = {
  approved: 'Ja, godkendt.',
  approved_with_remarks: 'Ja, godkendt med bemærkninger.',
  noted: 'Taget til efterretning.',
  postponed: 'Nej, punktet blev udsat.',
  withdrawn: 'Nej, punktet udgik.',
  none: 'Beslutningen siger intet.',
};

const example = 'Skriv fx "hvem deltog på sidste møde?"';

/** What Referent says of itself. Each must stay true of what the code does. */
const aboutReferent = {
  who: `Jeg er Referent. Jeg svarer på spørgsmål om, hvad der står i forummets referater, og viser altid, hvor det står. ${example}`,
  can: `Jeg finder svar i forummets referater: hvad der blev besluttet, hvem der gør hvad, frister, bilag, sagsnumre, og hvem der var med. Jeg viser altid, hvor det står. ${example}`,
  robot:
    'Ja, jeg er en bot. Jeg bruger ingen sprogmodel og finder ikke på noget: Jeg slår op i forummets referater og citerer dem ordret, så du selv kan se efter.',
  keeps:
    'Jeg husker dit seneste spørgsmål i et kvarter, så du kan spørge videre. Derudover kan spørgsmålet gemmes en tid uden dit navn, så sekretariatet kan se, hvad jeg ikke kunne svare på.',
  made: 'Jeg er en bot, som kommunen selv driver. Sekretariatet lægger referaterne ind, så spørg der, hvis noget mangler.',
  wrong:
    'Så vil jeg gerne vide det: Tryk på tommelfingeren ned under svaret, så kan sekretariatet se, hvad der gik galt. Prøv eventuelt igen med andre ord, eller skriv et årstal på.',
  greeting: `Hej. Hvad vil du vide om forummets møder? ${example}`,
  thanks: 'Selv tak. Spørg bare igen.',
  joke: `Jeg kan kun svare på, hvad der står i forummets referater. ${example}`,
} as const;

const noMinutes = 'Der er ingen referater i arkivet endnu.';

const spanOf = (first: number | string | null, last: number | string | null): string =>
  first === last ? `fra ${first}` : `fra ${first} til ${last}`;

/** What became of the items of a list. */
const outcomeNames: Readonly<Record<OutcomeKind, string>> = {
  postponed: 'udsat',
  withdrawn: 'udgået',
  refused: 'afvist eller ikke bakket op',
  remarked: 'godkendt med bemærkninger',
  approved: 'godkendt',
  noted: 'taget til efterretning',
  nominated: 'med udpegning',
  discussed: 'drøftet',
};

export const danish = {
  empty: 'Skriv hvad du vil vide, fx "hvad blev besluttet om budget 2026?"',
  otherScript: 'Referaterne er på dansk. Skriv på dansk eller engelsk, så leder jeg.',
  aboutReferent,
  knows: ({ meetingCount, firstYear, lastYear }: Answer['searched']) =>
    meetingCount === 0
      ? noMinutes
      : `Jeg svarer kun ud fra de referater, sekretariatet har lagt ind: ${meetingCount === 1 ? 'ét' : meetingCount} ${spanOf(firstYear, lastYear)}. Under hvert svar kan du se, hvor det står.`,
  notFound: 'Det fandt jeg ikke i referaterne.',
  noMinutes,
  unknownDate: (label: string) => `Jeg fandt ikke noget om ${label} i referaterne.`,
  unknownCaseNumber: (label: string) => `Sagsnummeret ${label} står ikke i referaterne.`,
  detailMissing: (topic: string, date: string, asked: AskedFor = 'topic') =>
    `Referatet fra ${formatDate(date)} omtaler ${topic}, men ${missing[asked] ?? 'svaret på dit spørgsmål'} står der ikke.`,
  didYouMean: 'Det er jeg ikke sikker på. Mente du et af disse punkter?',
  meetingNotFound: (label: string) => `Jeg fandt ikke et referat fra ${label}.`,

  deadline: (moment: string) => `Senest ${withoutLatest(moment)}.`,
  deadlineOn: (date: string) => `Senest ${date}.`,
  responsible: (owner: string) => `Ansvarlig: ${capital(owner)}.`,
  owner: (owner: string) => `${capital(owner)}.`,
  ownerOn: (owner: string, date: string) => `${capital(owner)}, ${date}.`,
  ownerUntil: (owner: string, date: string) => `${capital(owner)}, senest ${date}.`,
  noOwner: 'Referatet siger ikke, hvem der er ansvarlig.',
  inferredFrom: (words: string) => `Datoen er udledt af "${words}".`,
  deadlinePassed: 'Fristen er passeret.',
  moment: (moment: string) => `${capital(moment)}.`,
  caseNumber: (topic: string, number: string) => `Sagsnummeret på ${topic} er ${number}.`,
  noCaseNumber: (topic: string) => `Der står intet sagsnummer på ${topic}.`,
  attachments: (titles: readonly string[]) =>
    titles.length === 1 ? `Ja, ét bilag: ${titles[0]}.` : `${titles.length} bilag: ${titles.join('; ')}.`,
  noAttachments: (topic: string) => `Der er ingen bilag til ${topic}.`,
  approvedAs,
  approvedPoints: (opening: string, points: string) => `${opening.replace(/\.$/, '')}: ${points}`,
  differs: (recommended: string, decided: string) =>
    `Indstillet var ${recommended}; besluttet blev ${decided.replace(/\.$/, '')}.`,
  onlyOnAgenda: (date: string) => `Punktet er på dagsordenen ${date}, ikke besluttet.`,
  decided: (text: string) => `Besluttet: ${text}`,
  recommended: (text: string) => `Indstillet: ${text}`,
  saysNothingOfPoint: (point: number, text: string) =>
    `Beslutningen siger intet om punkt ${point} i indstillingen: ${text}.`,
  saysNothingOf: (points: readonly number[]) =>
    `Beslutningen siger intet om punkt ${points.join(' og ')} i indstillingen.`,
  yesNo: {
    approved: approvedOrNot,
    postponed: (isPostponed: boolean) => (isPostponed ? 'Ja, punktet blev udsat.' : 'Nej, punktet blev ikke udsat.'),
    withdrawn: 'Ja, punktet udgik.',
    onlyWithRemarks: 'Godkendt med bemærkninger.',
    pointPostponed: (point: number) => `Nej, punkt ${point} i indstillingen blev udsat.`,
    pointsPostponed: (points: readonly number[]) => `Punkt ${points.join(' og ')} i indstillingen blev udsat.`,
    noStand: (forum: string) => `${forum} drøftede det, men tog ikke stilling.`,
    stated: (isSo: boolean, sentence: string) => `${isSo ? 'Ja' : 'Nej'}. ${capital(sentence)}`,
  },
  listed: (count: number) => `${count} punkter`,
  handledOn: (date: string) => `${capital(date)}.`,
  presentedBy: (names: string, topic: string) => `${names} stod for punktet (${topic}).`,
  proposedBy: (proposer: string) => `${capital(proposer)}.`,
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
  whichMeeting: 'Hvilket møde mener du?',
  whichPerson: (name: string) => `Hvilken ${capital(name)} mener du?`,
  whichItem: 'Hvilket punkt mener du?',
  whichDepartment: 'Hvilken afdeling mener du?',
  aboutWhat: 'Hvad drejer det sig om? Skriv det i spørgsmålet, fx "hvornår er fristen for budgetforslag?"',
  noNextMeeting: 'Jeg kender ikke det næste møde endnu: der ligger ingen dagsorden for det.',
  nextMeetingOn: (date: string, time: string | null, place: string | null) =>
    `Næste møde er ${date}${time === null ? '' : ` kl. ${time}`}${place === null ? '' : `, ${place}`}.`,
  onlyFirstWishes: (count: number) => `Jeg svarede på de ${count} første spørgsmål. Skriv resten for sig.`,
  readAs: (typed: string, name: string) => `Jeg læste "${typed}" som ${name}.`,
  noSuchItem: (number: number, date: string) => `Mødet ${date} har ikke noget punkt ${number}.`,
  wishNotFound: (wish: string, said: string) => `${capital(wish.replace(/(?<![?.! ])[?.! ]+$/, ''))}? ${said}`,
  decisionsOfMeeting: (count: number, date: string, isNewest: boolean) =>
    `${isNewest ? 'Seneste møde: ' : ''}${countOf(count, 'beslutning', 'beslutninger')} ${date}.`,
  decisionsOfMeetings: (count: number, meetings: number) =>
    `${countOf(count, 'beslutning', 'beslutninger')} på ${meetings} møder.`,
  noMeetingsSince: (date: string) => `Der er ingen referater fra møder siden ${date}.`,
  noMeetingsThen: 'Der er ingen referater fra møder i den periode.',
  newestMeetingsOnly: (shown: number, all: number) => `Det er de ${shown} nyeste af ${all} møder.`,
  onMeetings: (meetings: number, items: number) =>
    `Emnet har været på ${meetings === 1 ? 'ét møde' : `${meetings} møder`}${items > meetings ? `, ${items} punkter i alt` : ''}.`,
  andMore: (count: number) => (count === 1 ? 'og én mere' : `og ${count} flere`),
  earlierToo: (date: string, before: number) =>
    before === 0
      ? `Også drøftet ${date}.`
      : `Også drøftet ${date} og ${before === 1 ? 'én gang' : `${before} gange`} før.`,
  laterToo: (date: string) => `Også drøftet senere: ${date}.`,
  present: 'Står på deltagerlisten.',
  absentFor: (isWhole: boolean) => (isWhole ? 'Fraværende.' : 'Fraværende en del af mødet.'),
  absentTimes: (name: string, meetings: number, parts: number, where: string) =>
    `${name}: fraværende ${timesOf(meetings)}${parts === 0 ? '' : `, heraf ${parts} en del af mødet,`} ${where}.`,
  presentTimes: (name: string, meetings: number, where: string) =>
    `${name}: med på ${countOf(meetings, 'møde', 'møder')} ${where}.`,
  withoutList: (minutes: number) =>
    minutes === 1
      ? 'Ét referat har ingen deltagerliste og er ikke talt med.'
      : `${minutes} referater har ingen deltagerliste og er ikke talt med.`,
  timesOf: (name: string, meetings: number) => `${name}: ${countOf(meetings, 'møde', 'møder')}`,
  mostOften: {
    absences: (who: string, where: string) =>
      who === '' ? `Ingen står som fraværende ${where}.` : `Oftest fraværende ${where}: ${who}.`,
    presences: (who: string, where: string) =>
      who === '' ? `Der er ingen deltagerlister ${where}.` : `Oftest med ${where}: ${who}.`,
  },
  whoIsMeant: 'Hvem mener du?',
  everybody: 'Alle afdelinger',
  anybody: 'I referaterne',
  promises: (whose: string, count: number, due: number) =>
    `${whose}: ${countOf(count, 'opgave', 'opgaver')}, ${due === 0 ? 'ingen' : due} med frist forude.`,
  passedPromises: (whose: string, count: number) =>
    `${whose}: ${countOf(count, 'opgave', 'opgaver')}, hvor fristen er passeret.`,
  noPromisesAtAll: 'Jeg fandt ingen sådanne opgaver i referaterne.',
  noPromises: (whose: string) => `Jeg fandt ingen opgaver for ${whose} i referaterne.`,
  promisesKept: 'Referaterne siger sjældent, om en opgave er løst.',
  onlySome: (shown: number) => `Her er de ${shown} første.`,
  promiseGroups: { due: 'Frist forude', undated: 'Uden frist', passed: 'Fristen er passeret' },
  outcomes: (kind: OutcomeKind, count: number, whose: string, where: string) =>
    `${capital(outcomeNames[kind])}${whose === '' ? '' : `, ${whose}`}: ${count === 0 ? 'ingen punkter' : countOf(count, 'punkt', 'punkter')} ${where}.`,
  outcomeNames,
  inOneMinutes: (date: string) => `i referatet fra ${date}`,
  inMinutes: (count: number, from: string, to: string) => `i ${count} referater ${spanOf(from, to)}`,
  ofDepartment: (name: string) =>
    `Taget med er punkter, der nævner ${name} eller nogen derfra uden for sagsfremstillingen.`,
  noneEndedSo: (kind: OutcomeKind, items: number) =>
    `${capital(outcomeNames[kind])}: ingen af de ${items} punkter, jeg fandt om emnet.`,
  onlyNewest: (shown: number) => `Her er de ${shown} nyeste.`,
  until: (date: string, isInferred: boolean) => `Senest ${date}${isInferred ? ' (udledt)' : ''}`,
  untilNextMeeting: 'Til næste møde',
  closedItem: 'Lukkede punkter kan jeg ikke svare på her.',
  place: (place: string, date: string) => `Mødet ${formatDate(date)} blev holdt i ${place}.`,
  start: (time: string, date: string) => `Mødet ${formatDate(date)} begyndte kl. ${time}.`,
  noPlace: (date: string) => `Referatet fra ${formatDate(date)} nævner ikke stedet.`,
} as const;

/** Everything the answers say in words of their own. What the minutes say is quoted, never put here. */
export const phrases = inBoth(danish, english);

/** A question of Referent's own, asked where a button is pressed: read as a question, and so Danish. @param date Danish */
export const questionOfItem = (number: number, date: string): string => `punkt ${number} den ${date}`;

/** `nyt siden …`, and the question it stands for. */
export const newsCommand = {
  description: 'Se, hvad der er besluttet siden sidst: "nyt siden sommerferien", "nyt siden 1. marts".',
  descriptionInEnglish: 'See what was decided since: "nyt siden sommerferien", "nyt siden 1. marts".',
  question: (since: string): string => `Hvad er nyt ${since}`.trim(),
} as const;

const countOf = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${several}`;

const timesOf = (times: number): string => (times === 1 ? 'én gang' : `${times} gange`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const withoutLatest = (moment: string): string => moment.replace(/^senest\s+/i, '');
