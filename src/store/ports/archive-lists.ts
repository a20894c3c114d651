import type { Audience } from '../../domain/access.js';
import type { ItemKind } from '../../domain/agenda-item.js';
import type { MeetingDocument } from '../../domain/meeting-document.js';
import type { Outcome, OutcomeCode } from '../../domain/outcome.js';

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

export interface ListedCommitment extends ListedItem {
  text: string;
  owner: string | null;
  /** ISO date; null: it says no day, or only the next meeting, whose date was not known when it was written. */
  due: string | null;
  /** True: it is due at the next meeting. */
  isUntilNext: boolean;
  dueText: string | null;
  isInferred: boolean;
  /** ISO date of the forum's next meeting after this one, held or called; null: none is known yet. */
  nextMeetingOn: string | null;
}

export interface ListedAbsence extends ListedItem {
  name: string;
  title: string | null;
  /** How many items of the meeting the audience sees. */
  itemsOfMeeting: number;
}

/** An item with what became of it; without any outcome where its minutes tell none. */
export interface ListedDecision extends ListedItem {
  /** Full text; null where nothing is decided, or not yet. */
  decision: string | null;
  outcomes: Outcome[];
}

/** Somebody on the list of those present at a meeting, as printed. */
export interface ListedParticipant extends Omit<ListedItem, 'itemNumber' | 'itemKind' | 'topic'> {
  name: string;
  title: string | null;
}

/** ISO dates, both inclusive. */
export interface Period {
  from: string;
  to: string;
}

/**
 * What stands in the archive's items, as lists: newest meeting first, each meeting's in the order of its agenda.
 * Of a meeting with minutes, the agenda that called it is left out. An item not to be seen adds nothing.
 */
export interface ArchiveLists {
  /** Every case number as printed, each once, in no order. */
  listCaseNumbers(audience: Audience): Promise<string[]>;
  /** What stands under any of the numbers, printed just so. */
  listCases(audience: Audience, caseNumbers: readonly string[]): Promise<ListedCase[]>;
  listAttachments(audience: Audience): Promise<ListedAttachment[]>;
  listCommitments(audience: Audience): Promise<ListedCommitment[]>;
  /** Who is printed as absent, item by item; at any time, or within a period. */
  listAbsences(audience: Audience, within?: Period): Promise<ListedAbsence[]>;
  /** What became of every item; with `codes` only those that one of them became of, with all that became of them. */
  listDecisions(
    audience: Audience,
    wanted: { within?: Period | undefined; codes?: readonly OutcomeCode[] | undefined },
  ): Promise<ListedDecision[]>;
  /** Who is printed as present, meeting by meeting. */
  listParticipants(audience: Audience, within?: Period): Promise<ListedParticipant[]>;
}
