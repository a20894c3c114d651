import { formatLongDate, formatShortDate, spokenInstant } from '../../../danish/date-format.js';
import { inBoth } from '../../../domain/language.js';
import { itemCount } from '../posted/phrases.js';
import { englishButtons, englishDesk, englishReplies } from './desk-phrases.en.js';

/** What the secretary is told who cannot have what was asked for, or asks in the wrong place. */
export const danishReplies = {
  onlyPersonal: 'Det gør vi i vores personlige chat, så ingen andre ser kladden. Skriv til mig dér.',
  unknownPerson: 'Teams har ikke fortalt mig, hvem du er. Prøv igen om lidt.',
  stale: 'Der er ændret i dagsordenen, siden du åbnede kortet. Intet er gemt. Her er den nyeste udgave.',
  itemGone: 'Punktet står ikke længere på dagsordenen. Her er den nyeste udgave.',
  candidateGone: 'Det dokument ligger her ikke længere. Send filen igen.',
  noDrafts: 'Der er ingen kommende dagsordener. Send mig dagsordenen som fil, eller lav en ny her.',
  nothingToAccept: 'De bemærkninger findes ikke længere.',
} as const;

export const deskReplies = inBoth(danishReplies, englishReplies);

/** What stands on the secretary's cards. */
export const danishDesk = {
  agendas: 'Dagsordener',
  agendasSummary: (count: number): string => (count === 1 ? 'Én kommende dagsorden' : `${count} kommende dagsordener`),
  draft: (meeting: string): string => `Dagsorden til ${meeting}`,
  publishedAt: (at: Date): string => `udgives ${spokenInstant(at)}`,
  deadline: (at: Date): string => `Input senest ${spokenInstant(at)}`,
  noDeadline: 'Ingen frist for input',
  items: (count: number): string => itemCount(count),
  findings: (count: number): string => (count === 1 ? 'Én bemærkning' : `${count} bemærkninger`),
  noFindings: 'Ingen bemærkninger. Klar til at udgive.',
  findingsLead: (count: number): string =>
    count === 1
      ? 'Jeg har én bemærkning. Se den igennem, før du udgiver.'
      : `Jeg har ${count} bemærkninger. Se dem igennem, før du udgiver.`,
  findingsTitle: 'Bemærkninger til dagsordenen',
  findingsDone: 'Der er ikke flere bemærkninger.',
  acceptedNote: (count: number): string => (count === 1 ? 'Én bemærkning er accepteret.' : `${count} er accepteret.`),
  preview: 'Forhåndsvisning',
  moreFindings: (count: number): string => `${count} mere, når disse er klaret.`,
  previewInput: 'Det spørger jeg om, når den er udgivet:',
  previewLead: 'Sådan kommer dagsordenen til at se ud i kanalen.',
  minutes: (count: number): string => `${count} min.`,
  by: (names: string): string => `ved ${names}`,
  closed: 'Lukket',
  withdrawn: 'Udgår',
  wanted: (text: string): string => `Ønskes: ${text}`,
  itemPlace: (meeting: string, number: number): string => `${meeting}, punkt ${number}`,
  recommends: (proposer: string): string => (proposer === '' ? 'Indstilling' : `${proposer} indstiller`),
  attachments: 'Bilag',
  shown: (first: number, last: number, total: number): string => `Viser punkt ${first}–${last} af ${total}.`,
  shownAgendas: (first: number, last: number, total: number): string =>
    `Viser ${first}–${last} af ${total} dagsordener.`,
  page: (page: number, count: number): string => `Side ${page} af ${count}`,
  proposals: (count: number): string =>
    count === 1 ? 'Ét forslag til punkt venter.' : `${count} forslag til punkter venter.`,
  newAgenda: 'Ny dagsorden',
  whichForum: 'Hvilket forum er dagsordenen til?',
  newAgendaLead: 'Godkendelse af dagsorden og referat og eventuelt kommer med af sig selv.',
  changeMeeting: 'Ret mødet',
  newItem: 'Nyt punkt',
  changeItem: (number: number): string => `Ret punkt ${number}`,
  whyLead: 'Dagsordenen er udgivet. Kortet i kanalen bliver rettet, og tråden får besked.',
  withdrawTitle: 'Tag dagsordenen tilbage',
  cancelTitle: 'Aflys mødet',
  withdrawItemTitle: (number: number, topic: string): string => `Tag punkt ${number} af: ${topic}`,
  scheduleTitle: 'Udgiv på et bestemt tidspunkt',
  published: 'Dagsordenen er udgivet. Kortet kommer i kanalen om et øjeblik.',
  scheduled: (at: Date): string => `Dagsordenen udgives ${spokenInstant(at)}.`,
  unscheduled: 'Dagsordenen udgives ikke længere af sig selv.',
  undone: 'Ændringen er fortrudt.',
  withdrawnDraft: 'Kladden er slettet. Tryk Fortryd, hvis den skal tilbage.',
  withdrawnPublished: 'Dagsordenen er taget tilbage. Kortet i kanalen siger det.',
  cancelled: 'Mødet er aflyst.',
  restored: 'Dagsordenen gælder igen.',
  received: (fileName: string): string => `Jeg har lavet en kladde af ${fileName}.`,
  unchanged: (fileName: string): string => `${fileName} er den samme, som kladden er lavet af. Intet er ændret.`,
  conflictTitle: (date: string): string => `Der er allerede en dagsorden til ${formatLongDate(date)}`,
  conflictLead: (state: string, fileName: string): string =>
    `Den er: ${state.toLowerCase()}. Intet er ændret endnu. Sætter du ${fileName} i stedet, sker dette:`,
  noChanges: 'Der er ingen forskel, en læser vil se.',
  moreChanges: (count: number): string => `og ${count} ændringer mere`,
  replaced: 'Dagsordenen er erstattet.',
} as const;

export const deskPhrases = inBoth(danishDesk, englishDesk);

/** The items every agenda has, as they stand on it. */
export const standingWords = {
  approval: 'Godkendelse af dagsorden og referat',
  anyOtherBusiness: 'Eventuelt',
  approvalOfDate: (date: string): string => `at referatet fra mødet ${formatShortDate(date)} godkendes`,
  approvalPoint: 'at dagsordenen godkendes',
  approver: 'Kommunaldirektøren',
} as const;

/** Lines of an agenda's history and thread: Danish, for whoever reads them. */
export const editNotes = {
  made: 'Lavet i chatten',
  order: 'Rækkefølgen er ændret',
  accepted: 'Bemærkninger accepteret',
} as const;

/** What stands on the buttons; tooltips name what the row says. */
export const danishButtons = {
  open: 'Åbn',
  openItem: (number: number, title: string): string => `Åbn punkt ${number}: ${title}`,
  openAgenda: (meeting: string): string => `Åbn dagsordenen til ${meeting}`,
  addItem: 'Tilføj punkt',
  changeMeeting: 'Ret mødet',
  findings: 'Bemærkninger',
  input: 'Input',
  preview: 'Forhåndsvis',
  publishNow: 'Udgiv nu',
  publishLater: 'Udgiv senere',
  doNotPublish: 'Udgiv ikke',
  undo: 'Fortryd',
  deleteDraft: 'Slet kladden',
  withdraw: 'Tag tilbage',
  cancel: 'Aflys mødet',
  restore: 'Lad den gælde igen',
  lastMinutes: 'Sidste referat',
  allAgendas: 'Alle dagsordener',
  newAgenda: 'Ny dagsorden',
  proposals: 'Forslag',
  toDraft: 'Til kladden',
  change: 'Ret',
  up: 'Op',
  down: 'Ned',
  close: 'Luk punktet',
  reopen: 'Åbn for alle',
  withdrawItem: 'Tag af',
  bringBack: 'Sæt på igen',
  save: 'Gem',
  back: 'Tilbage',
  accept: 'Accepter',
  acceptCalled: (message: string): string => `Accepter: ${message}`,
  acceptAll: 'Accepter alle',
  mend: 'Ret',
  schedule: 'Udgiv på det tidspunkt',
  replace: 'Sæt den i stedet',
  keep: 'Behold den gamle',
  previousItems: 'Forrige punkter',
  moreItems: 'Flere punkter',
  previousPage: 'Forrige side',
  nextPage: 'Næste side',
} as const;

export const deskButtons = inBoth(danishButtons, englishButtons);
