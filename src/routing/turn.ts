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
}

/** A message to the bot, its mention removed and white space folded. */
export interface MessageTurn extends TurnBase {
  kind: 'message';
  text: string;
}

/** A press on a card's button. */
export interface CardActionTurn extends TurnBase {
  kind: 'card_action';
  verb: string;
  data: unknown;
  /** `automatic`: the client refreshed the card by itself, nobody pressed; absent where the channel does not tell. */
  trigger?: 'manual' | 'automatic';
}

/** The bot was added to a conversation. */
export interface InstalledTurn extends TurnBase {
  kind: 'installed';
}

export type Turn = MessageTurn | CardActionTurn | InstalledTurn;
