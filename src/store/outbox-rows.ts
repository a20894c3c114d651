import type { Generated } from 'kysely';
import type { MessageIntent, MessageState, Recipient } from '../domain/outgoing-message.js';
import type { JobState } from './ports/outbox.js';

/** What a message and a job share: when it is to be done, who holds it, what became of it. */
interface WorkColumns {
  sequence: Generated<number>;
  id: string;
  forum_id: string;
  key: string;
  kind: string;
  /** JSON object of ids. */
  payload: string;
  series: string | null;
  due_at: string;
  drop_after: string | null;
  /** Set when a try is to be repeated. */
  not_before: string | null;
  attempts: number;
  note: string | null;
  /** 1: dropped because a change made it pointless, before it was handed over. */
  is_withdrawn: 0 | 1;
  fence: number;
  holder: string | null;
  lease_until: string | null;
  created_at: string;
  settled_at: string | null;
}

export interface OutgoingMessageRow extends WorkColumns {
  recipient_kind: Recipient['kind'];
  tenant_id: string | null;
  object_id: string | null;
  /** Where it is sent, as far as limits and order go: `channel:<forum>` or `person:<tenant>:<object>`. */
  conversation: string;
  action: MessageIntent['action'];
  slot: string | null;
  in_thread_of: string | null;
  at_any_hour: 0 | 1;
  state: MessageState;
  /** 1: what is being handed over changes a message that stands, and so may be repeated. */
  is_update: 0 | 1;
  /** The notice in which the secretaries were told that it is in trouble. */
  told_in: string | null;
}

export interface JobRow extends WorkColumns {
  state: JobState;
}

export interface MessageSlotRow {
  slot: string;
  forum_id: string;
  conversation_id: string;
  activity_id: string;
  touched_at: string;
  failed_updates: number;
}

export interface SendPaceRow {
  name: string;
  /** Milliseconds since 1970. */
  spent_until: number;
}

export interface InboundKeyRow {
  key: string;
  begun_at: string;
  reply: string | null;
}
