import { type Button, button, verbs } from '../../cards/button.js';
import { shortenToCost } from '../../cards/text-cost.js';
import type { SheetRow } from '../../danish/spreadsheet.js';
import type { Audience } from '../../domain/access.js';
import type { PersonKey } from '../../domain/person-key.js';
import type { ListedItem } from '../../store/ports.js';
import { phrases } from './phrases.js';

/** One line of a list. */
export interface WalkRow {
  /** Neighbours of one heading stand under it together. */
  heading: string;
  title: string;
  text: string;
  button: Button | null;
}

/**
 * What was asked of the archive, as a list of everything there is: the card shows it in pages, the file whole. Either is drawn
 * only when it is shown, since a list may have thousands of lines.
 */
export interface Walk {
  title: string;
  /** Below the title, a paragraph each. */
  leads: readonly string[];
  rows: readonly (() => WalkRow)[];
  /** Ways to other lists. */
  buttons: readonly Button[];
  /** The headings first; null: there is nothing in it that one would want as a file. */
  file: { name: string; table(): SheetRow[] } | null;
}

/** Who looks, and when. */
export interface Looking {
  audience: Audience;
  /** null: the channel does not tell. */
  person: PersonKey | null;
  /** ISO date. */
  today: string;
}

export const walkNames = ['case', 'attachments', 'deadlines', 'absences'] as const;
export type WalkName = (typeof walkNames)[number];

/** A way through the archive: a command, and the buttons that go on from it. */
export interface Walking {
  name: WalkName;
  /** What one types, as `Command` has it. */
  words: readonly string[];
  /** What those of the words ask for that are no bare name: "mine frister" asks for "mine". */
  asks?: Readonly<Record<string, string>>;
  usage: string;
  isInMenu?: false;
  describe(): string;
  accepts(asked: string): boolean;
  /** undefined: it asks for something else after all, which only the archive or the register could tell. */
  look(asked: string, looking: Looking): Promise<Walk | undefined>;
}

/** The longest text a list can be asked for with, in characters, and what is put before it; both travel in its buttons. */
export const longestTyped = 80;
export const longestAsked = longestTyped + 20;

/** In characters of card JSON. */
const longestTitle = 220;

/** A way to another list, or to this one asked differently. */
export const walkButton = (title: string, list: WalkName, asked: string, tooltip?: string): Button =>
  button(title, verbs.showWalk, { list, asked }, tooltip);

export const itemButton = ({ meetingId, itemNumber, topic }: ListedItem): Button =>
  button(
    phrases.show,
    verbs.showItem,
    { meeting: meetingId, item: itemNumber },
    phrases.showItem(itemNumber, shortenToCost(topic, 80)),
  );

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const asTitle = (text: string): string => shortenToCost(text.replace(/\s+/g, ' ').trim(), longestTitle);

/** Whether the archive's lists come from more than one forum, so that each line must say which. */
export const areOfSeveralForums = (items: readonly ListedItem[]): boolean =>
  new Set(items.map(({ forumId }) => forumId)).size > 1;

/** Neighbours and others of one key together, each group where its first stands. */
export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
