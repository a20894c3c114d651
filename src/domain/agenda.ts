import type { AgendaItem } from './agenda-item.js';
import type { Finding } from './meeting-document.js';
import type { PersonKey } from './person-key.js';

/**
 * - `draft`: the secretary works on it, nobody else sees it; `scheduled`: will be published by itself;
 * - `published`: stands in the forum's channel; `changed`: published, and something in it changed since;
 * - `held`: the meeting has been; `archived`: its minutes are in the archive;
 * - `withdrawn`: taken back, or a draft thrown away; `cancelled`: the meeting is not held.
 *
 * What leads from one to another: `agenda-state.ts`.
 */
export type AgendaState =
  | 'draft'
  | 'scheduled'
  | 'published'
  | 'changed'
  | 'held'
  | 'archived'
  | 'withdrawn'
  | 'cancelled';

/** One item on a coming meeting's agenda. */
export interface AgendaEntry {
  /** Random and lasting: the number changes when items move. */
  id: string;
  /** The item as it will stand in the agenda; its `number` is its place. Sections `decision` and `absent` are not there yet. */
  item: AgendaItem;
  /** What the chefs are asked to do, in one line: "stillingtagen til tidsplanen"; null: nothing said. */
  wanted: string | null;
  /** Items every agenda has by itself. */
  standing: 'approval' | 'any_other_business' | null;
  /** Withdrawn after publication: keeps its number, and says so. */
  isWithdrawn: boolean;
  /** Grows each time the text people answer to changes. */
  revision: number;
}

/** An item a chef suggests; the secretary puts it on an agenda, or sends it back with a word. */
export interface AgendaProposal {
  id: string;
  forumId: string;
  proposedBy: PersonKey;
  proposedByName: string;
  item: AgendaItem;
  wanted: string | null;
  /** The meeting it is meant for, an ISO date; null: the next. */
  forDate: string | null;
  state: 'draft' | 'proposed' | 'accepted' | 'returned' | 'taken_back';
  /** The secretary's word with which it was sent back. */
  note: string | null;
  revision: number;
}

/** Which document an agenda was made from. */
export interface AgendaSource {
  fileName: string;
  /** Lower-case hex SHA-256 of its bytes: the same document is known again by it. */
  sha256: string;
  findings: Finding[];
}

/** The agenda of a coming meeting. */
export interface Agenda {
  id: string;
  forumId: string;
  /** As printed: "Chefforum". */
  forum: string;
  state: AgendaState;
  /** ISO date. */
  date: string;
  /** `HH:MM`, local time. */
  startTime: string;
  endTime: string | null;
  place: string | null;
  /** Until when input is wanted; null: none is asked for. */
  inputDeadlineAt: Date | null;
  /** When it is to be published by itself; null: by hand. */
  publishAt: Date | null;
  /** When it first stood in the channel. */
  publishedAt: Date | null;
  entries: AgendaEntry[];
  /** The document it was made from, with what was odd in it as read; null: made in the chat. */
  source: AgendaSource | null;
  /** Keys of findings the secretary has looked at and accepted. */
  acceptedFindings: string[];
  /** Grows with every change; a writer must have read the newest. */
  revision: number;
}
