import { formatLongDate, spokenInstant } from '../../danish/date-format.js';
import type { AgendaState } from '../../domain/agenda.js';
import type { ItemKind } from '../../domain/agenda-item.js';
import { inBoth, speaking } from '../../domain/language.js';
import { englishActions, englishChanges, englishKinds, englishStates, englishWhyNot } from './phrases.en.js';

/** An item's kind as a word, as the municipality's template has it. */
export const danishKinds: Readonly<Record<ItemKind, string>> = {
  decision: 'Beslutning',
  discussion: 'Drøftelse',
  briefing: 'Orientering',
  written_briefing: 'Skriftlig orientering',
  theme: 'Tema',
  nomination: 'Udpegning',
  approval: 'Godkendelse',
  any_other_business: 'Eventuelt',
  other: 'Punkt',
};

export const kindLabels = inBoth(danishKinds, englishKinds);

export const danishStates: Readonly<Record<AgendaState, string>> = {
  draft: 'Kladde',
  scheduled: 'Udgives af sig selv',
  published: 'Udgivet',
  changed: 'Udgivet og rettet',
  held: 'Mødet er holdt',
  archived: 'Referatet ligger i arkivet',
  withdrawn: 'Taget tilbage',
  cancelled: 'Aflyst',
};

export const stateLabels = inBoth(danishStates, englishStates);

/** How one change of an agenda is told of: in its history, before a replacement, and in the channel's thread. */
export const danishChanges = {
  item: (number: number, topic: string): string => `punkt ${number}, ${topic}`,
  closedItem: (number: number): string => `punkt ${number} (lukket)`,
  moved: (from: string, to: string): string => `Mødet er flyttet fra ${from} til ${to}`,
  place: (place: string | null): string => (place === null ? 'Stedet er ikke længere angivet' : `Nyt sted: ${place}`),
  deadline: (at: Date | null): string =>
    at === null ? 'Der er ingen frist for input længere' : `Ny frist for input: ${spokenInstant(at)}`,
  added: (item: string): string => `Nyt: ${item}`,
  changed: (item: string): string => `Rettet: ${item}`,
  withdrawn: (item: string): string => `Udgår: ${item}`,
  broughtBack: (item: string): string => `Er med igen: ${item}`,
  removed: (item: string): string => `Taget af: ${item}`,
  reordered: 'Rækkefølgen er en anden',
} as const;

export const changePhrases = inBoth(danishChanges, englishChanges);

/** "Chefforum onsdag 25. november 2026" */
export const meetingName = ({ forum, date }: { forum: string; date: string }): string =>
  `${forum} ${formatLongDate(date)}`;

/** A line of an agenda's history, and of its thread once it is out: Danish, for whoever reads it. */
export const actionNotes = {
  published: 'Udgivet',
  scheduled: (at: Date): string => speaking('da', () => `Udgives ${spokenInstant(at)}`),
  unscheduled: 'Udgives ikke længere af sig selv',
  notPublished: 'Kunne ikke udgives af sig selv',
  withdrawn: 'Dagsordenen er taget tilbage',
  cancelled: 'Mødet er aflyst',
  restored: 'Dagsordenen gælder igen',
  undone: 'Seneste ændring fortrudt',
  held: 'Mødet er holdt',
  edited: 'Rettet',
  archived: 'Referatet er lagt i arkivet',
  unarchived: 'Referatet er taget ud af arkivet',
} as const;

export const danishWhyNot: Readonly<Record<AgendaState, string>> = {
  draft: 'Dagsordenen er en kladde.',
  scheduled: 'Dagsordenen er en kladde, der udgives af sig selv.',
  published: 'Dagsordenen er udgivet allerede.',
  changed: 'Dagsordenen er udgivet allerede.',
  held: 'Mødet er holdt, så dagsordenen kan ikke ændres mere.',
  archived: 'Mødets referat ligger i arkivet, så dagsordenen kan ikke ændres mere.',
  withdrawn: 'Dagsordenen er taget tilbage.',
  cancelled: 'Mødet er aflyst.',
};

const whyNot = inBoth(danishWhyNot, englishWhyNot);

/** What somebody is told whose wish cannot be met. */
export const danishActions = {
  noChannel:
    'Forummet har ingen kanal endnu, så jeg kan ikke udgive dagsordenen. Gå til kanalen i Teams, og skriv "@Referent tilknyt kanal". Prøv så igen.',
  noItems: 'Der er ingen punkter på dagsordenen endnu. Tilføj et punkt, før du udgiver.',
  timeOver: 'Det tidspunkt er passeret. Vælg et senere, eller udgiv med det samme.',
  meetingOver: (date: string): string =>
    `Mødet ${formatLongDate(date)} er overstået på det tidspunkt. Ret mødets dato først.`,
  newest: 'Se den nyeste udgave med "kladde".',
  notScheduled: 'Dagsordenen er ikke sat til at udgives af sig selv.',
} as const;

export const actionReplies = inBoth(danishActions, englishActions);

export const cannotPublish = (state: AgendaState): string => `${whyNot[state]} ${actionReplies.newest}`;

export const cannotDo = (state: AgendaState): string => whyNot[state];

/** How an agenda is written out as a document, in the layout the archive reads. */
export const documentWords = {
  title: (forum: string, date: string): string => `DAGSORDEN ${forum} d. ${date.split('-').toReversed().join('-')}`,
  date: 'Mødedato',
  place: 'Mødested',
  item: (number: number, title: string): string => `Punkt ${number}: ${title}`,
  fileName: (forum: string, date: string): string => `Dagsorden ${forum} ${date}`,
} as const;
