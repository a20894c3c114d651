import type { Audience } from '../domain/access.js';
import type { AgendaItem } from '../domain/agenda-item.js';
import type { AskedQuestion, Feedback } from '../domain/asked-question.js';
import type { MeetingDocument } from '../domain/meeting-document.js';
import type { Candidate, QueryTerm, SearchEntry } from '../domain/search-entry.js';
import type { AgendaStore } from './ports/agendas.js';
import type { ArchiveLists } from './ports/archive-lists.js';
import type { EnquiryStore } from './ports/enquiries.js';
import type { OfferedFileStore, PendingDocumentStore } from './ports/files.js';
import type { CardHandleStore, InputStore } from './ports/input.js';
import type { ConversationStore, MemberStore } from './ports/members.js';
import type { InboundStore, OutboxStore } from './ports/outbox.js';
import type { RetentionStore } from './ports/retention.js';

export type * from './ports/agendas.js';
export type * from './ports/archive-lists.js';
export type * from './ports/enquiries.js';
export type * from './ports/files.js';
export type * from './ports/input.js';
export type * from './ports/members.js';
export type * from './ports/outbox.js';
export type * from './ports/retention.js';

/*
 * What the features ask of a store. Every method is one unit of work and asynchronous, so that an engine over a
 * network can keep the same promise. Domain values go in and come out; no row, no SQL, no driver type passes here.
 */

export interface Forum {
  id: string;
  tenantId: string;
  /** As printed in the documents: "Chefforum". */
  name: string;
}

/** A file as it arrived, kept byte for byte. */
export interface OriginalFile {
  /** Base name only, never a path. */
  fileName: string;
  bytes: Uint8Array;
  /** Lower-case hex SHA-256 of the bytes: the identity of the content. */
  sha256: string;
}

/** An imported file, as one chooses among several. */
export interface ListedOriginal {
  version: number;
  /** It is what the archive answers from. */
  isInForce: boolean;
  fileName: string;
  importedAt: Date;
  /** In bytes. */
  size: number;
}

export interface DocumentToSave {
  forumId: string;
  document: MeetingDocument;
  original: OriginalFile;
  entries: SearchEntry[];
  importedAt: Date;
}

export interface SavedDocument {
  /** `unchanged`: the newest version has the same content, nothing was written. */
  status: 'new' | 'unchanged' | 'updated';
  meetingId: string;
  /** 1 for the first import of a meeting's document. */
  version: number;
}

/** A meeting in a list. Counts only what the audience may see. */
export interface MeetingSummary {
  id: string;
  forumId: string;
  forum: string;
  kind: MeetingDocument['kind'];
  date: string;
  startTime: string | null;
  place: string | null;
  itemCount: number;
}

/** How many meetings of a forum a year has, as `listSeenMeetings` lists them. */
export interface YearOfMeetings {
  year: number;
  forumId: string;
  meetings: number;
  /** Those of which there are minutes. */
  held: number;
}

/** A part of a list of meetings. */
export interface MeetingsWanted {
  kind?: MeetingDocument['kind'];
  /** ISO dates, both inclusive. */
  from?: string;
  to?: string;
  /** Newest first if absent. */
  order?: 'newest_first' | 'oldest_first';
  limit: number;
  offset?: number;
}

/** A person as the documents name them; one name may come with several titles over the years. */
export interface PersonInMinutes {
  name: string;
  /** ISO date of the newest meeting that names them. */
  lastNamedOn: string;
}

/** A meeting's newest document, reduced to what the audience may see. */
export interface StoredMeeting {
  id: string;
  forumId: string;
  version: number;
  fileName: string;
  importedAt: Date;
  document: MeetingDocument;
}

export interface StoredItem {
  meetingId: string;
  forumId: string;
  forum: string;
  kind: MeetingDocument['kind'];
  meetingDate: string;
  fileName: string;
  item: AgendaItem;
}

/** A version of a meeting's document that a newer one took the place of. */
export interface EarlierVersion {
  version: number;
  fileName: string;
  /** Of the original file. */
  sha256: string;
  importedAt: Date;
  document: MeetingDocument;
}

/** What an import can be taken back by: the file's name as imported, or the meeting's ISO date. */
export type ImportReference = { fileName: string } | { date: string };

export interface UndoneImport {
  date: string;
  fileName: string;
  /** The version that is in force again; null when the meeting is gone from the archive. */
  restoredVersion: number | null;
}

export interface ForumStore {
  /** Makes the forum if it is not there. */
  ensureForum(tenantId: string, name: string): Promise<Forum>;
  listForums(tenantId: string): Promise<Forum[]>;
  /** undefined for one that is not there, or another tenant's. */
  findForum(tenantId: string, forumId: string): Promise<Forum | undefined>;
}

export interface MinutesStore {
  /**
   * Saves document, original, search entries and a new version in one transaction; nothing when the content is
   * the one already stored. Minutes and agenda of the same date are documents apart.
   */
  saveDocument(input: DocumentToSave): Promise<SavedDocument>;
  /** The same with several, in the order given, in one transaction: all of them or, where one cannot be saved, none. */
  saveDocuments(inputs: readonly DocumentToSave[]): Promise<SavedDocument[]>;
  /** Takes the newest import back; versions before it return. Throws `not_found`, or `conflict` when a date names several. */
  undoImport(forumId: string, reference: ImportReference): Promise<UndoneImport>;
  /** Newest first. */
  listMeetings(audience: Audience, kind?: MeetingDocument['kind']): Promise<MeetingSummary[]>;
  /** Part of the meetings the audience may see, each once: by its minutes where there are some, else by its agenda. */
  listSeenMeetings(audience: Audience, wanted: MeetingsWanted): Promise<MeetingSummary[]>;
  /** The years of those meetings, newest first. */
  countSeenMeetings(audience: Audience): Promise<YearOfMeetings[]>;
  /** Everybody the documents name as there, absent, presenting or guest; by name. */
  listPersons(audience: Audience): Promise<PersonInMinutes[]>;
  /** Those held (or to be held) on an ISO date. */
  findMeetings(audience: Audience, date: string): Promise<StoredMeeting[]>;
  /** Throws `not_found`, the same whether the meeting is absent or not to be seen. */
  getMeeting(audience: Audience, meetingId: string): Promise<StoredMeeting>;
  /** Throws `not_found`, the same whether the item is absent or not to be seen. */
  getItem(audience: Audience, meetingId: string, itemNumber: number): Promise<StoredItem>;
  /**
   * The versions of a meeting's document whose file the audience may be given, newest first: a file that holds closed items, or
   * items that a newer version closed, only to one that sees them. Throws `not_found`, the same whether the meeting is absent or
   * not to be seen.
   */
  listOriginals(audience: Audience, meetingId: string): Promise<ListedOriginal[]>;
  /**
   * The versions of a meeting's document that are not in force, oldest first. None for an audience that does not see closed
   * items: an item that a newer version closed stands open in them.
   */
  listEarlierVersions(audience: Audience, meetingId: string): Promise<EarlierVersion[]>;
  /**
   * The file as it arrived; without a version that of the one in force. Throws `not_found`, the same whether there is none or the
   * audience may not be given it.
   */
  getOriginal(audience: Audience, meetingId: string, version?: number): Promise<OriginalFile>;
}

export interface SearchIndex {
  /** The best entries holding any of the terms, best first. Closed entries are looked for in an index of their own. */
  findCandidates(terms: readonly QueryTerm[], audience: Audience, limit: number): Promise<Candidate[]>;
  /** How many entries the audience can see, and in how many of them each term stands. */
  countEntries(terms: readonly string[], audience: Audience): Promise<{ total: number; byTerm: Map<string, number> }>;
  /** The archive's own words with the number of entries each stands in, for spelling repair. */
  listWords(audience: Audience): Promise<ReadonlyMap<string, number>>;
  /** Changes whenever the index does, so that derived tables can be kept. */
  generation(): Promise<number>;
}

export interface QuestionToKeep extends AskedQuestion {
  forumId: string;
  /** A fingerprint of the message that answered, by which feedback finds the question; null: none can. */
  messageKey: string | null;
}

/** ISO dates. */
export interface QuestionRetention {
  /** Questions asked before this day are removed, with all that was said of them. */
  removeBefore: string;
  /** Questions asked before this day lose the fingerprint of their message. */
  forgetMessagesBefore: string;
}

export interface FeedbackToKeep extends Feedback {
  messageKey: string;
  /** An earlier feedback of the same person on the same answer; null: none. */
  replaces: string | null;
}

export interface KeptQuestion extends AskedQuestion {
  /** Oldest first. */
  feedback: Feedback[];
}

/** What was asked of the bot, for those who keep the archive. It knows nobody. */
export interface QuestionLog {
  /** Keeps a question, and says how many of the forum's were removed for their age. */
  keepQuestion(question: QuestionToKeep, retention: QuestionRetention): Promise<{ removed: number }>;
  /** The kept feedback's id; undefined, and nothing kept, when no question is known by the message any more. */
  keepFeedback(feedback: FeedbackToKeep): Promise<string | undefined>;
  /** Every question that is kept, oldest first. */
  listQuestions(forumId: string): Promise<KeptQuestion[]>;
  /** Questions whose answer was not found or got a thumb down, newest first; `since` is an ISO date, included. */
  listUnanswered(forumId: string, since?: string): Promise<KeptQuestion[]>;
}

/** A copy of the whole store, looked through. */
export interface Backup {
  bytes: number;
  meetings: number;
}

export interface Store {
  forums: ForumStore;
  minutes: MinutesStore;
  lists: ArchiveLists;
  search: SearchIndex;
  questions: QuestionLog;
  members: MemberStore;
  conversations: ConversationStore;
  agendas: AgendaStore;
  input: InputStore;
  handles: CardHandleStore;
  retention: RetentionStore;
  pendingDocuments: PendingDocumentStore;
  offeredFiles: OfferedFileStore;
  enquiries: EnquiryStore;
  outbox: OutboxStore;
  inbound: InboundStore;
  /** From now on the file itself is written to as usual, where it was opened to be kept as it is. */
  takeAsSound(): void;
  /** Looks for damage and for settings out of force. English, one line a fault; empty when well. */
  check(): Promise<string[]>;
  /**
   * Copies everything as it is at one moment, closed items and originals too, to a file for its owner's eyes only; in the place
   * of a file of that name, once the copy is found sound. Others read and write meanwhile. Throws `unavailable` when it cannot be
   * written, `store_damaged` when what was copied is not sound; a file of that name is then as it was.
   */
  backUp(target: string): Promise<Backup>;
  close(): Promise<void>;
}
