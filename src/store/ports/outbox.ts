import type { MessageHandle } from '../../domain/conversation-reference.js';
import type { Intents, JobIntent, MessageState, OutgoingMessage } from '../../domain/outgoing-message.js';

/** Says who holds a piece of work and until when; `fence` grows with every take, so that a late holder is told from the present one. */
export interface Lease {
  holder: string;
  fence: number;
  until: Date;
}

export interface LeasedMessage extends OutgoingMessage {
  lease: Lease;
  /** The slot's message, for a refresh; null: none is alive. */
  handle: MessageHandle | null;
  /** The message whose thread it belongs in; null: none. */
  thread: MessageHandle | null;
}

/** How a sending ended. */
export type SendOutcome =
  | { state: 'sent'; handle: MessageHandle }
  /** To be tried again, not before. */
  | { state: 'waiting'; notBefore: Date; note: string }
  | { state: Exclude<MessageState, 'waiting' | 'sending' | 'sent'>; note: string };

export interface DueJob extends JobIntent {
  id: string;
  lease: Lease;
}

/** Everything sent unasked and everything done at a time. Intents come in through the stores whose changes they belong to, or through `add`. */
export interface OutboxStore {
  /** For what belongs to no other change. */
  add(forumId: string, intents: Intents): Promise<void>;
  /**
   * Takes due messages: oldest first, at most one per conversation. A message whose holder's lease ran out while `sending`
   * becomes `uncertain`: nobody knows how far it came.
   */
  takeMessages(holder: string, now: Date, leaseMs: number, limit: number): Promise<LeasedMessage[]>;
  /** Marks a message as handed to the channel from now on. False: the lease is lost, nothing may be sent. */
  beginSending(message: LeasedMessage, now: Date): Promise<boolean>;
  /** Writes down how it ended, with the slot's handle. False: the lease was lost and nothing was written. */
  settleMessage(message: LeasedMessage, outcome: SendOutcome, now: Date): Promise<boolean>;
  /** The slot's message is gone; the next refresh makes a new one. */
  forgetHandle(slot: string): Promise<void>;
  findHandle(slot: string): Promise<MessageHandle | undefined>;
  takeJobs(holder: string, now: Date, leaseMs: number, limit: number): Promise<DueJob[]>;
  settleJob(
    job: DueJob,
    outcome: { state: 'done' | 'dropped' } | { state: 'waiting'; notBefore: Date; note: string },
    now: Date,
  ): Promise<boolean>;
  /** Newest first; for the secretary and for `doctor`. */
  listMessages(forumId: string, states: readonly MessageState[]): Promise<OutgoingMessage[]>;
  /** What a person says of an uncertain message: it arrived, or send it again. Throws `conflict` when it is not uncertain. */
  resolveUncertain(messageId: string, verdict: 'arrived' | 'send_again', now: Date): Promise<void>;
}

/** What was received already, so that a repeat changes nothing and is answered as the first was. */
export interface InboundStore {
  /** `first` for a key never seen, else the reply kept for it; null while the first is still under way. Keys are kept for seven days. */
  begin(key: string, now: Date): Promise<'first' | { reply: string | null }>;
  keepReply(key: string, reply: string): Promise<void>;
  removeBefore(at: Date): Promise<void>;
}
