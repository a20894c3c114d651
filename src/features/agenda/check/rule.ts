import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';

/** How a finding can be mended in the chat: by changing an item, the meeting, or by adding an item. `document`: only there. */
export type Mend = 'item' | 'meeting' | 'add_item' | 'document';

/** Something odd about an agenda, for whoever is about to publish it. */
export interface AgendaFinding {
  /** snake_case, stable. */
  code: string;
  /** Known again by this, as long as what is odd stays the same; an acceptance is for a key. */
  key: string;
  /** The item it is about; null: the agenda as a whole. */
  entryId: string | null;
  /** Plain Danish, with the item's number in it. */
  message: string;
  mend: Mend;
}

/** What the rules look at. */
export interface Checked {
  agenda: Agenda;
  /** Entries that are to be dealt with at the meeting, in order. */
  entries: readonly AgendaEntry[];
  /** ISO date. */
  today: string;
  /** Minutes of earlier meetings, newest first, closed items and all: who checks may see them. */
  earlier: readonly MeetingDocument[];
}

/** Looks for one kind of oddity. Pure. */
export type Rule = (checked: Checked) => AgendaFinding[];

interface About {
  code: string;
  message: string;
  mend: Mend;
  /** What tells it from others of its code. */
  detail?: string;
}

/** A finding about the agenda as a whole. */
export const onAgenda = ({ code, message, mend, detail = '' }: About): AgendaFinding => ({
  code,
  key: `${code}::${detail}`,
  entryId: null,
  message,
  mend,
});

/** A finding about an item; when the text of the item changes, an acceptance lapses. */
export const onItem = (entry: AgendaEntry, { code, message, mend, detail = '' }: About): AgendaFinding => ({
  code,
  key: `${code}:${entry.id}.${entry.revision}:${detail}`,
  entryId: entry.id,
  message,
  mend,
});
