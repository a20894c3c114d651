import type { Access } from './access.js';
import type { CaseNumber } from './case-number.js';
import type { Commitment } from './commitment.js';
import type { Outcome } from './outcome.js';
import type { PersonName } from './person.js';
import type { SourceLines } from './source-lines.js';

export type ItemKind =
  | 'decision'
  | 'discussion'
  | 'briefing'
  | 'written_briefing'
  | 'theme'
  | 'approval'
  | 'nomination'
  | 'any_other_business'
  | 'other';

export type SectionKind =
  | 'occasion'
  | 'summary'
  | 'case'
  | 'supplementaryCase'
  | 'recommendation'
  | 'vision'
  | 'economy'
  | 'legal'
  | 'citizens'
  | 'history'
  | 'decision'
  | 'attachments'
  | 'absent'
  | 'other';

/** One part of an item, in document order. */
export interface Section {
  kind: SectionKind;
  /** As printed; empty where the section has no heading of its own. */
  heading: string;
  /**
   * The body: paragraphs separated by an empty line; list points keep their marks, one a line,
   * nested ones indented by two spaces.
   */
  text: string;
  lines: SourceLines;
}

/** This forum's recommendation (indstilling) on an item. */
export interface Recommendation {
  /** As printed before "indstiller,": "Kommunaldirektøren". */
  proposer: string;
  /** Each point without its number, as printed: "at …". */
  points: string[];
}

export interface TimeSlot {
  /** `HH:MM` */
  start: string;
  /** `HH:MM` */
  end: string;
}

export interface AttachmentTitle {
  title: string;
}

/** One numbered item (dagsordenspunkt) of a meeting. */
export interface AgendaItem {
  number: number;
  /** As printed after "Punkt N: ", white space folded, Markdown marks gone. */
  title: string;
  /** The title without forum prefix, presenter, guests and time. */
  topic: string;
  kind: ItemKind;
  access: Access;
  caseNumber: CaseNumber | null;
  timeSlot: TimeSlot | null;
  /** From the time slot, or from "(10 min.)". */
  durationMinutes: number | null;
  presenters: string[];
  guests: string[];
  sections: Section[];
  recommendation: Recommendation | null;
  /** Full text of the decision, paragraphs and list marks kept. */
  decision: string | null;
  outcomes: Outcome[];
  commitments: Commitment[];
  attachments: AttachmentTitle[];
  absent: PersonName[];
  lines: SourceLines;
}
