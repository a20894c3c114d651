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

/** A file offered to a person, who takes or declines it. Only in a personal conversation. */
export interface OfferedFile {
  /** With its ending: `Beslutninger om budget.csv`. */
  name: string;
  bytes: Uint8Array;
  /** One line of Danish: what it is. */
  description: string;
}

/** What is said back, in the channel-neutral form that `src/teams` turns into activities. */
export interface Reply {
  /** Markdown; text from minutes or people is escaped already. Absent when the card says it all. */
  text?: string;
  card?: AdaptiveCard;
  citations?: Citation[];
  /** Danish notification text; needed with every card, and says what it is about. */
  summary?: string;
  /** Offered beside the text, which says what to do where no file can be given. */
  file?: OfferedFile;
  /** What takes longer: worked out when this reply stands in the conversation, and sent after it. Its failures are told like a reply's. */
  followUp?(): Promise<Reply>;
  /** Makes the message ask whether the answer was right. */
  feedback?: {
    /** Told the channel's id of the message once it stands in the conversation. May fail without harm to the answer. */
    onSent(messageId: string): Promise<void>;
  };
}

/** One find of the search beside the box where a person writes, ready to be put into any conversation. */
export interface SearchExtensionResult {
  /** Plain text, as the two below: what stands in the list of finds. */
  title: string;
  /** Where it stands, in few words. */
  subtitle: string;
  /** The beginning of what the card says. */
  preview: string;
  /** Stands in a conversation the bot may not be in, so it has no button that needs the bot. */
  card: AdaptiveCard;
}

/** The finds, best first, or a line saying why there are none. */
export type SearchExtensionReply = { results: SearchExtensionResult[] } | { text: string };

/** What a press is answered with: a card for the presser alone, or a short text. A file follows in a message of its own. */
export type CardReply = ({ card: AdaptiveCard; summary: string } | { text: string }) & { file?: OfferedFile };
