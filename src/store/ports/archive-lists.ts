import type { Audience } from '../../domain/access.js';
import type { ItemKind } from '../../domain/agenda-item.js';
import type { MeetingDocument } from '../../domain/meeting-document.js';

/** An item as far as it takes to name it in a list. */
export interface ListedItem {
  meetingId: string;
  forumId: string;
  forum: string;
  kind: MeetingDocument['kind'];
  /** ISO date. */
  meetingDate: string;
  itemNumber: number;
  itemKind: ItemKind;
  topic: string;
}

export interface ListedCase extends ListedItem {
  /** As printed. */
  caseNumber: string;
  /** Full text; null where nothing is decided, or not yet. */
  decision: string | null;
}

export interface ListedAttachment extends ListedItem {
  title: string;
}

/** A commitment that says until when. */
export interface ListedCommitment extends ListedItem {
  text: string;
  owner: string | null;
  /** ISO date; null: until the next meeting, whose date was not known when it was written. */
  due: string | null;
  dueText: string | null;
  isInferred: boolean;
}

export interface ListedAbsence extends ListedItem {
  name: string;
  title: string | null;
}

/**
 * What stands in the archive's items, all of it, as lists: newest meeting first, each meeting's in the order of its agenda.
 * Of a meeting with minutes, the agenda that called it is left out. An item not to be seen adds nothing.
 */
export interface ArchiveLists {
  /** @param caseNumber only what stands under it, printed just so. */
  listCases(audience: Audience, caseNumber?: string): Promise<ListedCase[]>;
  listAttachments(audience: Audience): Promise<ListedAttachment[]>;
  listCommitments(audience: Audience): Promise<ListedCommitment[]>;
  /** Who is printed as absent, item by item. */
  listAbsences(audience: Audience): Promise<ListedAbsence[]>;
}
