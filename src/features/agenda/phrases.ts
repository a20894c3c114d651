import { formatLongDate } from '../../danish/date-format.js';
import type { AgendaState } from '../../domain/agenda.js';
import type { ItemKind } from '../../domain/agenda-item.js';

/** An item's kind as a word, as the municipality's template has it. */
export const kindLabels: Readonly<Record<ItemKind, string>> = {
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

export const stateLabels: Readonly<Record<AgendaState, string>> = {
  draft: 'Kladde',
  scheduled: 'Udgives af sig selv',
  published: 'Udgivet',
  changed: 'Udgivet og rettet',
  held: 'Mødet er holdt',
  archived: 'Referatet ligger i arkivet',
  withdrawn: 'Taget tilbage',
  cancelled: 'Aflyst',
};

/** How one change of an agenda is told of: in its history, before a replacement, and in the channel's thread. */
export const changePhrases = {
  item: (number: number, topic: string): string => `punkt ${number}, ${topic}`,
  closedItem: (number: number): string => `punkt ${number} (lukket)`,
  moved: (from: string, to: string): string => `Mødet er flyttet fra ${from} til ${to}`,
  place: (place: string | null): string => (place === null ? 'Stedet er ikke længere angivet' : `Nyt sted: ${place}`),
  added: (item: string): string => `Nyt: ${item}`,
  changed: (item: string): string => `Rettet: ${item}`,
  withdrawn: (item: string): string => `Udgår: ${item}`,
  broughtBack: (item: string): string => `Er med igen: ${item}`,
  removed: (item: string): string => `Taget af: ${item}`,
  reordered: 'Rækkefølgen er en anden',
} as const;

/** "Chefforum onsdag 25. november 2026" */
export const meetingName = ({ forum, date }: { forum: string; date: string }): string =>
  `${forum} ${formatLongDate(date)}`;
