import type { ConversationReference, MessageHandle } from '../domain/conversation-reference.js';
import type { JobIntent, OutgoingMessage } from '../domain/outgoing-message.js';
import type { Reply } from './reply.js';

/** Makes the text of a message sent unasked, from the state of things at that moment. */
export interface MessageComposer {
  /** The `kind` of the intents it composes: `agenda.card`. */
  kind: string;
  /** What the secretary's list of sendings calls it, with a capital: "Dagsorden". */
  title: string;
  /** null: there is nothing to say any more. `isLate`: the message goes out long after it was due, and says so. */
  compose(message: OutgoingMessage, isLate: boolean): Promise<Reply | null>;
}

/**
 * When a job is done by itself, in local time, once a local date and forum: its payload is then `{ date }`. A time the clock
 * skips is taken when it is put forward, one it shows twice at the first.
 */
export type Schedule = {
  /** `HH:MM` */
  time: string;
  /** After a downtime only the latest time is caught up with, and none that is further back than this. */
  catchUpHours: number;
} & (
  | { every: 'day' | 'working_day' }
  /** 1 Monday – 7 Sunday. */
  | { every: 'week'; weekday: number }
  /** The last day where the month is shorter. */
  | { every: 'month'; day: number }
);

/** Work done at a time. Run again after a crash, so a second run must find its work done. */
export interface Job {
  kind: string;
  /** Absent: only when an intent asks for it. */
  schedule?: Schedule;
  run(job: JobIntent): Promise<void>;
}

/** The kind of the notice that tells secretaries of messages in trouble. Nobody is told of trouble with it. */
export const troubleNotice = 'outbox.trouble';

/** How a hand-over to the channel ended. `uncertain`: it may have arrived. */
export type SendResult =
  | { state: 'sent'; handle: MessageHandle }
  /** Surely not sent; the channel asks to wait. */
  | { state: 'refused_for_now'; retryAfterMs: number | null; note: string }
  | { state: 'uncertain'; note: string }
  | { state: 'blocked' | 'not_installed' | 'not_found' | 'failed'; note: string };

/** Writes into conversations unasked; made by `src/teams`. Never rejects, and hands each message over once. */
export interface ChannelSender {
  send(to: ConversationReference, reply: Reply, thread: MessageHandle | null): Promise<SendResult>;
  /** Changes a message. `not_found`: it is gone. */
  update(to: ConversationReference, handle: MessageHandle, reply: Reply): Promise<SendResult>;
  /** Opens the personal conversation with a member of the tenant who has the app. Opening it again opens the same. */
  openPersonal(
    tenantId: string,
    objectId: string,
    serviceUrlOf: ConversationReference,
  ): Promise<{ reference: ConversationReference } | Exclude<SendResult, { state: 'sent' }>>;
}
