import type { Reaction } from '../domain/asked-question.js';
import type { ConversationReference } from '../domain/conversation-reference.js';

/*
 * One thing a person did, as the channel reports it. Everything under `sender` and `conversation` is written by the
 * channel and may be trusted for identity; `text` and `data` are whatever the person's client sent.
 */

export interface Conversation {
  id: string;
  kind: 'personal' | 'group' | 'channel';
  tenantId: string;
  /** Set in a team's channel. */
  teamId: string | null;
}

export interface Sender {
  /** The channel's id of the person ("29:…"). */
  id: string;
  /** Entra object id; with the tenant the only key to rights. */
  objectId: string | null;
  isGuest: boolean;
}

interface TurnBase {
  activityId: string;
  conversation: Conversation;
  sender: Sender;
  /** The client's language tag, such as `da-DK`; null when not told. */
  locale: string | null;
  /** The way back to this conversation, for writing there later; null in a group chat, and where the tenant is in doubt. */
  reference: ConversationReference | null;
}

/** A message to the bot, its mention removed and white space folded. */
export interface MessageTurn extends TurnBase {
  kind: 'message';
  text: string;
}

/** A file a person sent, fetched when it is asked for. */
export interface SentFile {
  /** Base name, as the person's client tells it. */
  name: string;
  /** Throws AppError, with a Danish reply, for one that cannot or may not be fetched. */
  download(): Promise<Uint8Array>;
}

/** Files sent to the bot; Teams brings them in personal conversations only. */
export interface FileTurn extends TurnBase {
  kind: 'file';
  /** At least one. */
  files: readonly SentFile[];
}

/** A press on a card's button. */
export interface CardActionTurn extends TurnBase {
  kind: 'card_action';
  verb: string;
  data: unknown;
  /** `automatic`: the client refreshed the card by itself, nobody pressed; absent where the channel does not tell. */
  trigger?: 'manual' | 'automatic';
  /** Pressed to open a dialog, or within one: only the presser sees the answer, wherever it was opened. */
  isInDialog?: true;
}

/** The bot was added to a conversation. */
export interface InstalledTurn extends TurnBase {
  kind: 'installed';
}

/** The bot was taken out of a conversation, or of a whole team. Nothing can be said back. */
export interface RemovedTurn extends TurnBase {
  kind: 'removed';
}

/**
 * Words typed into the search beside the box where a person writes, in any chat: also one Referent is not in, with
 * people in it who may see nothing of the archive.
 */
export interface SearchExtensionTurn extends TurnBase {
  kind: 'search';
  /** Often half a word; empty when the search is opened. */
  text: string;
  /** How many finds are shown already, and how many more are asked for. */
  skip: number;
  count: number;
}

/** A thumb on one of the bot's answers. */
export interface FeedbackTurn extends TurnBase {
  kind: 'feedback';
  /** The channel's id of the message with the answer. */
  messageId: string;
  reaction: Reaction;
  /** As written; null when nothing was. */
  comment: string | null;
}

export type Turn = MessageTurn | FileTurn | CardActionTurn | InstalledTurn | SearchExtensionTurn | FeedbackTurn;
