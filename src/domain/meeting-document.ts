import type { AgendaItem } from './agenda-item.js';
import type { PersonName } from './person.js';

/** Something odd in a document: kept, shown, never silently thrown away. */
export interface Finding {
  /** snake_case, stable: scripts may rely on it. */
  code: string;
  /** 1-based line of the document as read. */
  line: number;
  /** Plain Danish: the secretary reads it, or its English (`sayFinding`). */
  message: string;
}

/** One line of the printed table of contents: a check on the items, never their source. */
export interface ContentsEntry {
  title: string;
  page: number | null;
}

/** Minutes (referat) or an agenda (dagsorden) as read from one document. */
export interface MeetingDocument {
  kind: 'minutes' | 'agenda';
  /** As printed: "Chefforum". */
  forum: string;
  /** ISO date. */
  date: string;
  /** `HH:MM`, local time. */
  startTime: string | null;
  endTime: string | null;
  place: string | null;
  participants: PersonName[];
  contents: ContentsEntry[];
  items: AgendaItem[];
  findings: Finding[];
}
