import type { Generated } from 'kysely';
import type { Access } from '../domain/access.js';
import type { ItemKind, SectionKind } from '../domain/agenda-item.js';
import type { Answer } from '../domain/answer.js';
import type { Reaction } from '../domain/asked-question.js';
import type { MeetingDocument } from '../domain/meeting-document.js';
import type { OutcomeCode } from '../domain/outcome.js';
import type { Role } from '../domain/role.js';
import type { AgendaProposalRow, AgendaRevisionRow, AgendaRow } from './agenda-rows.js';
import type { StoredContent } from './document-content.js';
import type { EnquiryRow } from './enquiries.js';
import type {
  InputAnswerRow,
  InputNoteRow,
  InputPlanRow,
  InputRequestRow,
  InputRespondentRow,
  InputRoundRow,
} from './input-rows.js';
import type { InboundKeyRow, JobRow, MessageSlotRow, OutgoingMessageRow, SendPaceRow } from './outbox-rows.js';
import type { PendingState } from './ports/files.js';
import type { ReaderTier } from './ports/members.js';
import type { DeletionRow } from './retention.js';

/*
 * The rows of the store. Columns are snake_case, so that a row that leaks into the domain is seen.
 * Instants are ISO text in UTC, dates ISO dates, truth 0 or 1. The migrations say what each table is for.
 */

export interface ForumRow {
  id: string;
  tenant_id: string;
  name: string;
}

export interface MeetingRow {
  id: string;
  forum_id: string;
  kind: MeetingDocument['kind'];
  date: string;
  /** The version of the document in force. */
  version: number;
  start_time: string | null;
  end_time: string | null;
  place: string | null;
}

export interface DocumentRow {
  forum_id: string;
  meeting_id: string;
  version: number;
  file_name: string;
  sha256: string;
  imported_at: string;
  /** JSON list of the closed items' numbers, ascending. */
  closed_items: string;
  /** The `MeetingDocument` as JSON: the exact record. */
  content: string;
  content_sha256: string;
  original: Uint8Array;
}

/** What the rows drawn from the document in force share. Items are told apart by position: a printed number may stand twice. */
interface PartOfItem {
  forum_id: string;
  meeting_id: string;
  item_position: number;
  position: number;
}

export interface ItemRow {
  forum_id: string;
  meeting_id: string;
  position: number;
  number: number;
  access: Access;
  kind: ItemKind;
  title: string;
  topic: string;
  case_number: string | null;
  start_time: string | null;
  end_time: string | null;
  duration_minutes: number | null;
  proposer: string | null;
  decision: string | null;
  first_line: number;
  last_line: number;
}

export interface SectionRow extends PartOfItem {
  kind: SectionKind;
  heading: string;
  body: string;
  first_line: number;
  last_line: number;
}

export interface RecommendationPointRow extends PartOfItem {
  body: string;
}

export interface OutcomeRow extends PartOfItem {
  code: OutcomeCode;
  point: number | null;
  body: string;
}

export interface CommitmentRow extends PartOfItem {
  body: string;
  owner: string | null;
  due_on: string | null;
  due_text: string | null;
  due_meeting: string | null;
  inferred: 0 | 1;
}

export interface AttachmentRow extends PartOfItem {
  title: string;
}

export interface PersonRow extends Omit<PartOfItem, 'item_position'> {
  /** null: of the meeting itself. */
  item_position: number | null;
  role: 'participant' | 'absent' | 'presenter' | 'guest';
  name: string;
  title: string | null;
}

/** A search entry of any version; those in force are in the index. */
export interface SearchEntryRow {
  id: Generated<number>;
  forum_id: string;
  meeting_id: string;
  version: number;
  in_force: 0 | 1;
  item_number: number | null;
  access: Access;
  /** The title's terms. */
  title: string;
  term_count: number;
}

/** What a search entry is written with, as numbers of `search_terms`; see `sqlite/term-lists.ts`. */
export interface SearchEntryTermsRow {
  id: number;
  terms: Uint8Array;
  words: Uint8Array;
}

export interface SearchWordRow {
  forum_id: string;
  word: string;
  entry_count: number;
}

export interface AskedQuestionRow {
  id: Generated<number>;
  forum_id: string;
  asked_on: string;
  question: string;
  context: string | null;
  status: Answer['status'];
  /** JSON list of `CitedItem`. */
  cited: string;
  message_key: string | null;
}

export interface QuestionFeedbackRow {
  id: Generated<number>;
  forum_id: string;
  question_id: number;
  given_on: string;
  reaction: Reaction;
  comment: string | null;
}

/** What a random handle on a person's card stands for. */
export interface CardHandleRow {
  handle: string;
  forum_id: string;
  tenant_id: string;
  object_id: string;
  purpose: string;
  /** JSON object. */
  payload: string;
  expires_at: string;
}

/** The register's version in force; `revision` 0: only a reader tier was set. */
export interface RegisterRow {
  forum_id: string;
  revision: number;
  reader_tier: ReaderTier | null;
}

export interface RegisterVersionRow {
  forum_id: string;
  revision: number;
  /** JSON of `Register`. */
  content: string;
}

export interface MemberChangeRow {
  id: Generated<number>;
  forum_id: string;
  changed_at: string;
  by_tenant_id: string | null;
  by_object_id: string | null;
  note: string;
}

export interface DepartmentRow {
  id: string;
  forum_id: string;
  position: number;
  name: string;
}

export interface DepartmentAliasRow {
  forum_id: string;
  department_id: string;
  position: number;
  body: string;
  first_day: string | null;
  last_day: string | null;
}

export interface MembershipRow {
  id: string;
  forum_id: string;
  position: number;
  person_tenant_id: string;
  person_object_id: string;
  name: string;
  title: string | null;
  role: Role;
  department_id: string | null;
  first_day: string;
  last_day: string | null;
}

export interface DeputyRow {
  id: string;
  forum_id: string;
  position: number;
  principal_tenant_id: string;
  principal_object_id: string;
  deputy_tenant_id: string;
  deputy_object_id: string;
  deputy_name: string;
  first_day: string;
  last_day: string | null;
}

interface ReferenceColumns {
  conversation_id: string;
  tenant_id: string;
  team_id: string | null;
  sdk_version: number;
  sdk_reference: string;
}

export interface PersonalConversationRow extends ReferenceColumns {
  person_tenant_id: string;
  person_object_id: string;
}

export interface BoundChannelRow extends ReferenceColumns {
  forum_id: string;
}

/** Minutes sent as a file, until their sender says what becomes of them. */
export interface PendingDocumentRow extends StoredContent {
  id: string;
  forum_id: string;
  tenant_id: string;
  object_id: string;
  state: PendingState;
  file_name: string;
  sha256: string;
  original: Uint8Array;
  meeting_id: string | null;
  version: number | null;
  expires_at: string;
}

/** A file offered to a person: of a tenant, not of a forum. */
export interface OfferedFileRow {
  handle: string;
  tenant_id: string;
  object_id: string;
  name: string;
  description: string;
  bytes: Uint8Array;
  expires_at: string;
}

export interface Tables {
  agendas: AgendaRow;
  agenda_revisions: AgendaRevisionRow;
  agenda_proposals: AgendaProposalRow;
  forums: ForumRow;
  meetings: MeetingRow;
  documents: DocumentRow;
  items: ItemRow;
  sections: SectionRow;
  recommendation_points: RecommendationPointRow;
  outcomes: OutcomeRow;
  commitments: CommitmentRow;
  attachments: AttachmentRow;
  persons: PersonRow;
  search_entries: SearchEntryRow;
  search_entry_terms: SearchEntryTermsRow;
  search_terms: { id: Generated<number>; term: string };
  search_words_open: SearchWordRow;
  search_words_closed: SearchWordRow;
  search_state: { generation: number };
  asked_questions: AskedQuestionRow;
  question_feedback: QuestionFeedbackRow;
  registers: RegisterRow;
  register_versions: RegisterVersionRow;
  member_changes: MemberChangeRow;
  departments: DepartmentRow;
  department_aliases: DepartmentAliasRow;
  memberships: MembershipRow;
  deputies: DeputyRow;
  personal_conversations: PersonalConversationRow;
  bound_channels: BoundChannelRow;
  input_plans: InputPlanRow;
  input_rounds: InputRoundRow;
  input_requests: InputRequestRow;
  input_respondents: InputRespondentRow;
  input_answers: InputAnswerRow;
  input_notes: InputNoteRow;
  deletions: DeletionRow;
  card_handles: CardHandleRow;
  pending_documents: PendingDocumentRow;
  offered_files: OfferedFileRow;
  enquiries: EnquiryRow & { sequence: Generated<number> };
  outgoing_messages: OutgoingMessageRow;
  message_slots: MessageSlotRow;
  send_pace: SendPaceRow;
  jobs: JobRow;
  inbound_keys: InboundKeyRow;
}
