import type { PersonKey } from './person-key.js';

/** To whom something is sent unasked. */
export type Recipient =
  | { kind: 'forum_channel'; forumId: string }
  | { kind: 'person'; forumId: string; person: PersonKey };

/**
 * A message that must go out because something changed: saved in the same transaction as that change, and sent later.
 * It carries no text. `kind` names the composer that makes the text from the state of things when it is sent, or says
 * that there is nothing to send any more.
 */
export interface MessageIntent {
  /**
   * One per purpose and recipient, such as `agenda.card:<agenda>:<recipient>`; a second intent of the same key is the same
   * message, and changes nothing of it. Only a key that was withdrawn before it was handed over can be wanted anew.
   */
  key: string;
  /** Names the composer: `agenda.card`. */
  kind: string;
  recipient: Recipient;
  /** Ids only: no text of minutes or people. Read again, untrusted, by the composer. */
  payload: Readonly<Record<string, string | number | boolean | null>>;
  /**
   * `create` sends a new message. `refresh` brings the message of `slot` up to date, or makes it when none is alive;
   * refreshes of a slot that wait are one, and none is made beside a `create` that waits. Refreshes have keys of their
   * own: `agenda.card:<agenda>:<revision>`.
   */
  action: 'create' | 'refresh';
  /** Names the message so that it can be changed later: `agenda.card:<agenda>`; null: never changed. */
  slot: string | null;
  /** Posts into the thread of this slot's message, where there is one; null: beside it. */
  inThreadOf: string | null;
  /**
   * Not before; and what lateness is measured from, so work done late gives the time at which it was to be done. A message
   * to a person waits on for working hours, unless it is sent `atAnyHour`.
   */
  dueAt: Date;
  /** Dropped, with a note, when not sent by then; null: never too late. An agenda's card: 12 hours after it was due. */
  dropAfter: Date | null;
  /** Of several that are due at once, as after a downtime, only the latest of a series is sent: `input.reminder:<round>:<person>`. */
  series?: string;
  /** For what a person waits for, or must know at once. */
  atAnyHour?: boolean;
}

/**
 * - `waiting`: to be sent when due; `sending`: being handed to the channel;
 * - `sent`; `uncertain`: handed to the channel, nobody knows whether it arrived, and so never sent again by itself;
 * - `blocked`, `not_installed`, `not_found`, `failed`: the channel said no for good;
 * - `dropped`: too late, withdrawn, made pointless by a newer one, or with nothing to say any more; the note says which.
 */
export type MessageState =
  | 'waiting'
  | 'sending'
  | 'sent'
  | 'uncertain'
  | 'blocked'
  | 'not_installed'
  | 'not_found'
  | 'failed'
  | 'dropped';

export interface OutgoingMessage extends MessageIntent {
  id: string;
  forumId: string;
  state: MessageState;
  /** How often it was handed to the channel, for it or since a person said "send again". */
  attempts: number;
  /** English, for operators; null while all is well. */
  note: string | null;
  createdAt: Date;
  settledAt: Date | null;
}

/** Work to be done at a time: closing a round, publishing what was scheduled. Done once per key. */
export interface JobIntent {
  /** One per occurrence: `input.close:<round>:2026-11-23`. */
  key: string;
  /** Names the job's definition. */
  kind: string;
  forumId: string;
  payload: Readonly<Record<string, string | number | boolean | null>>;
  dueAt: Date;
  /** Not done, with a note, when not done by then; null: never too late. */
  dropAfter: Date | null;
  /** Of several that are due at once only the latest of a series is done. */
  series?: string;
}

/** What a change sets going; saved with the change or not at all. What is withdrawn is withdrawn first. */
export interface Intents {
  messages: readonly MessageIntent[];
  jobs: readonly JobIntent[];
  /** Keys of waiting messages and jobs that the change makes pointless. A trailing `*` means every key that begins so. */
  withdrawn: readonly string[];
}

export const noIntents: Intents = { messages: [], jobs: [], withdrawn: [] };
