import { formatDayAndMonth } from '../../../danish/date-format.js';
import type { AgendaProposal } from '../../../domain/agenda.js';
import { inBoth } from '../../../domain/language.js';
import { english, englishButtons, englishStates, englishTitles } from './phrases.en.js';

export const danishStates: Readonly<Record<AgendaProposal['state'], string>> = {
  draft: 'Kladde',
  proposed: 'Foreslået, venter på sekretariatet',
  accepted: 'Sat på dagsordenen',
  returned: 'Sendt tilbage',
  taken_back: 'Taget tilbage',
};

export const proposalStates = inBoth(danishStates, englishStates);

const forMeeting = (date: string | null): string => (date === null ? 'næste møde' : formatDayAndMonth(date));

export const danish = {
  newItem: 'Nyt punkt',
  newItemSummary: 'Nyt punkt til dagsordenen',
  whichForum: 'Hvilket forum er punktet til?',
  formLead: 'Gem som kladde, eller foreslå punktet. Sekretariatet sætter det på dagsordenen eller skriver til dig.',
  change: 'Ret dit punkt',
  ownTitle: 'Dine punkter',
  waitingTitle: 'Foreslåede punkter',
  none: 'Du har ingen punkter, der venter.',
  noneWaiting: 'Ingen forslag venter.',
  by: (name: string): string => `foreslået af ${name}`,
  meant: (date: string | null): string => `til ${forMeeting(date)}`,
  note: (note: string): string => `Sekretariatet skriver: ${note}`,
  shown: (first: number, last: number, total: number): string => `Viser ${first}–${last} af ${total} punkter.`,
  saved: 'Kladden er gemt. Kun du kan se den.',
  proposed: 'Punktet er foreslået. Du får besked, når sekretariatet har set på det.',
  takenBack: 'Punktet er taget tilbage og er din kladde igen.',
  deleted: 'Kladden er slettet.',
  stale: 'Punktet er ændret, siden du åbnede kortet. Intet er gemt. Her er det nyeste.',
  notYours: 'Det punkt er en andens. Skriv "nyt punkt", hvis du selv vil foreslå et.',
  notOpen: (state: AgendaProposal['state']): string =>
    `Det kan ikke ændres mere. Punktet er: ${danishStates[state].toLowerCase()}.`,
  returnTitle: 'Send punktet tilbage',
  returned: 'Punktet er sendt tilbage, og den, der foreslog det, får besked.',
  accepted: (number: number): string => `Punktet står på dagsordenen som punkt ${number}.`,
  noAgenda: 'Der er ingen dagsorden at sætte det på. Lav en ny først.',
  place: (forum: string): string => `Forslag til ${forum}`,
} as const;

export const proposalPhrases = inBoth(danish, english);

/** A line of an agenda's history and thread: Danish, for whoever reads it. */
export const proposalNotes = {
  accepted: (title: string, name: string): string => `Nyt punkt fra ${name}: ${title}`,
  acceptedClosed: 'Nyt lukket punkt',
} as const;

export const danishButtons = {
  open: 'Åbn',
  openItem: (title: string): string => `Åbn punktet: ${title}`,
  saveDraft: 'Gem kladde',
  propose: 'Foreslå',
  change: 'Ret',
  takeBack: 'Tag tilbage',
  remove: 'Slet',
  newItem: 'Nyt punkt',
  own: 'Dine punkter',
  waiting: 'Alle forslag',
  accept: (date: string): string => `Sæt på ${formatDayAndMonth(date).replace(/^\S+ /, '')}`,
  sendBack: 'Send tilbage',
  send: 'Send',
  back: 'Tilbage',
} as const;

export const proposalButtons = inBoth(danishButtons, englishButtons);

/** What the secretary's list of sendings calls what is written unasked. */
export const danishTitles = {
  proposed: 'Forslag til punkt',
  answered: 'Svar på forslag',
  notPublished: 'Dagsorden, der ikke kom ud',
} as const;

export const messageTitles = inBoth(danishTitles, englishTitles);

/** What is written to people unasked. */
export const proposalMessages = {
  proposed: (name: string, title: string, meant: string): string => `${name} foreslår et punkt ${meant}: ${title}`,
  proposedClosed: (name: string, meant: string): string => `${name} foreslår et lukket punkt ${meant}.`,
  accepted: (title: string): string => `Dit punkt er sat på dagsordenen: ${title}`,
  returned: (title: string): string => `Dit punkt er sendt tilbage: ${title}`,
  notPublished: (meeting: string): string =>
    `Dagsordenen til ${meeting} blev ikke udgivet som planlagt. Skriv "dagsordener" for at se hvorfor og udgive den.`,
} as const;
