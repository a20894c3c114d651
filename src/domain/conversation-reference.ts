/**
 * The way to a conversation, as `src/teams` needs it to write there unasked. Everybody else keeps it and hands it back.
 */
export interface ConversationReference {
  /** The channel's conversation id; in a team's channel without the part that names a thread. */
  conversationId: string;
  tenantId: string;
  kind: 'personal' | 'channel';
  /** Set for a channel. */
  teamId: string | null;
  /** The SDK's own reference as JSON, with the version of its form. */
  sdk: { version: 1; reference: string };
}

/** A message that stands in a conversation, by which it can be changed. */
export interface MessageHandle {
  conversationId: string;
  activityId: string;
}
