import type { AdaptiveCard } from '../cards/adaptive-card.js';

/** A source shown as a numbered reference in the message text: `[1]`. */
export interface Citation {
  /** Equals the number in the text. */
  position: number;
  /** At most 80 characters. */
  name: string;
  /** At most 160 characters. */
  abstract: string;
}

/** What is said back, in the channel-neutral form that `src/teams` turns into activities. */
export interface Reply {
  /** Markdown; text from minutes or people is escaped already. Absent when the card says it all. */
  text?: string;
  card?: AdaptiveCard;
  citations?: Citation[];
  /** Danish notification text; needed with every card, and says what it is about. */
  summary?: string;
}

/** What a press is answered with: a card for the presser alone, or a short text. */
export type CardReply = { card: AdaptiveCard; summary: string } | { text: string };
