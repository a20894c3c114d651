import type { Tables } from '../tables.js';

/**
 * The tables to which rows may still be added while room is short. They are those that deleting and undoing need, the log of what was
 * received and sent, who may read, and a chef's answer before a deadline: all of them small. Whatever else people bring in waits
 * until there is room, else an import would eat up what deleting needs. Changing and removing rows is always tried.
 */
const mayGrowWhenFull: Readonly<Record<keyof Tables, boolean>> = {
  forums: false,
  meetings: false,
  documents: false,
  pending_documents: false,
  offered_files: false,
  agendas: false,
  agenda_revisions: false,
  agenda_proposals: false,
  input_plans: false,
  input_rounds: false,
  input_requests: false,
  input_respondents: false,
  enquiries: false,

  // Drawn anew from an earlier version when an import is undone.
  items: true,
  sections: true,
  recommendation_points: true,
  outcomes: true,
  commitments: true,
  attachments: true,
  persons: true,
  search_entries: true,
  search_entry_terms: true,
  search_terms: true,
  search_words_open: true,
  search_words_closed: true,
  search_state: true,
  deletions: true,

  asked_questions: true,
  question_feedback: true,
  inbound_keys: true,
  outgoing_messages: true,
  message_slots: true,
  send_pace: true,
  jobs: true,
  card_handles: true,
  personal_conversations: true,
  bound_channels: true,

  registers: true,
  register_versions: true,
  member_changes: true,
  departments: true,
  department_aliases: true,
  memberships: true,
  deputies: true,

  input_answers: true,
  input_notes: true,
};

/** Whether rows may be added to a table while room is short. */
export const isReservedTable = (table: string): boolean =>
  Object.hasOwn(mayGrowWhenFull, table) && mayGrowWhenFull[table as keyof Tables];
