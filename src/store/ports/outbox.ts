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
  /** How often in a row the slot's message could not be changed. */
  failedUpdates: number;
  /** The message whose thread it belongs in; null: none. */
  thread: MessageHandle | null;
}

/** How a sending ended. */
export type SendOutcome =
  | { state: 'sent'; handle: MessageHandle }
  /** To be tried again, not before. `handle`: what the failed change says of the slot's message. */
  | { state: 'waiting'; notBefore: Date; note: string; handle?: 'doubtful' | 'dead' }
  | { state: Exclude<MessageState, 'waiting' | 'sending' | 'sent'>; note: string };

/** `failed`: given up after many tries. */
export type JobState = 'waiting' | 'done' | 'failed' | 'dropped';

export interface DueJob extends JobIntent {
  id: string;
  /** How often it was begun, this time included. */
  attempts: number;
  lease: Lease;
}

/** How a job stands. */
export interface StoredJob {
  state: JobState;
  /** How often it was begun. */
  attempts: number;
  /** English, for operators: why it failed the last time; null: it did not. */
  note: string | null;
}

/** A job with what became of it. */
export interface ListedJob extends JobIntent, StoredJob {
  id: string;
  settledAt: Date | null;
}

export type JobOutcome =
  | { state: 'done' }
  | { state: 'failed' | 'dropped'; note: string }
  | { state: 'waiting'; notBefore: Date; note: string };

/** A limit: `burst` at once, then one each `intervalMs`. */
export interface Pace {
  intervalMs: number;
  burst: number;
}

/** Limits the takers of messages share, whichever process they are in. Every limit of a list is kept. */
export interface Paces {
  conversation: readonly Pace[];
  /** All conversations together: an installation has one tenant. */
  overall: readonly Pace[];
  /** No two updates of one message are closer than this. */
  refreshMs: number;
  /** What is later than this comes without a burst: one message a conversation and interval. */
  lateAfterMs: number;
}

export interface TakeOptions {
  holder: string;
  now: Date;
  leaseMs: number;
  limit: number;
}

export interface TakeMessagesOptions extends TakeOptions {
  /** False: messages to persons stay, except those sent at any hour. */
  arePeopleAtWork: boolean;
}

/** Everything sent unasked and everything done at a time. Intents come in through the stores whose changes they belong to, or through `add`. */
export interface OutboxStore {
  /** For what belongs to no other change. */
  add(forumId: string, intents: Intents, now: Date): Promise<void>;
  /**
   * Takes due messages: oldest first, at most one per conversation, no more than the paces allow, and of a series only the
   * latest that is due. A refresh waits while its slot has an uncertain message: it might make a second one.
   *
   * What was being handed over when its holder's lease ran out becomes `uncertain`, since nobody knows how far it came; an
   * update, which can be repeated, waits again. Leases that reach further than `leaseMs` from now are void too: the clock
   * was set back.
   */
  takeMessages(options: TakeMessagesOptions, paces: Paces): Promise<LeasedMessage[]>;
  /** Marks a message as handed to the channel from now on, and holds it for `leaseMs`. False: the lease is lost, nothing may be sent. */
  beginSending(message: LeasedMessage, now: Date, leaseMs: number): Promise<boolean>;
  /**
   * Writes down how it ended, with the slot's handle. False: the lease was lost and nothing was written. A holder that
   * comes late still clears up an uncertain message of which nobody has said anything.
   */
  settleMessage(message: LeasedMessage, outcome: SendOutcome, now: Date): Promise<boolean>;
  findHandle(slot: string): Promise<MessageHandle | undefined>;
  /** Whether a message of this slot stands in the channel, stood there once, or may stand there. */
  mayHaveStood(slot: string): Promise<boolean>;
  /** Takes due jobs, oldest first; of a series only the latest that is due. */
  takeJobs(options: TakeOptions): Promise<DueJob[]>;
  /** Holds a job that takes longer than its lease. False: the lease is lost. */
  renewJob(job: DueJob, now: Date, leaseMs: number): Promise<boolean>;
  /** False: the lease was lost and nothing was written. */
  settleJob(job: DueJob, outcome: JobOutcome, now: Date): Promise<boolean>;
  /** A job by its key; undefined when there is none. */
  findJob(forumId: string, key: string): Promise<StoredJob | undefined>;
  /** All of a forum's, in the order they are due. */
  listJobs(forumId: string): Promise<ListedJob[]>;
  /** Newest first; for the secretary and for `doctor`. */
  listMessages(forumId: string, states: readonly MessageState[], limit?: number): Promise<OutgoingMessage[]>;
  /** Throws `not_found`. */
  getMessage(messageId: string): Promise<OutgoingMessage>;
  /**
   * What a person says of a message in trouble: an uncertain one arrived; an uncertain one, or one that the channel refused for
   * good, is to be sent again. Throws `conflict` when its state is another by now, `not_found`.
   */
  resolveMessage(messageId: string, verdict: 'arrived' | 'send_again', now: Date): Promise<void>;
  /**
   * Messages in trouble since an instant of which no secretary was told: uncertain, refused for good, or dropped because it
   * became too late. Oldest first. Notices themselves, which are of `noticeKind`, are told of by nobody.
   */
  listUntold(forumId: string, noticeKind: string, since: Date, limit: number): Promise<OutgoingMessage[]>;
  /** Notes that a notice tells of messages, and adds it, in one transaction. */
  tell(forumId: string, noticeId: string, messageIds: readonly string[], intents: Intents, now: Date): Promise<void>;
  /** What a notice tells of, as it is by now. */
  listToldIn(noticeId: string): Promise<OutgoingMessage[]>;
  /** How many messages are in each state, all forums together. */
  countMessages(): Promise<ReadonlyMap<MessageState, number>>;
  countJobs(): Promise<ReadonlyMap<JobState, number>>;
  /** Removes what was settled before an instant, and what the paces keep of long ago. Says how many messages and jobs went. */
  removeBefore(settledBefore: Date): Promise<number>;
}

/** What was received already, so that a repeat changes nothing and is answered as the first was. */
export interface InboundStore {
  /** `first` for a key never seen, else the reply kept for it; null: the first is still under way, or was broken off. Keys are kept for seven days. */
  begin(key: string, now: Date): Promise<'first' | { reply: string | null }>;
  keepReply(key: string, reply: string): Promise<void>;
  /** Forgets a key whose work was not done after all. */
  forget(key: string): Promise<void>;
  /** Removes keys begun before an instant, and empties the replies of those begun before a later one. */
  removeBefore(keysBefore: Date, repliesBefore: Date): Promise<void>;
}
