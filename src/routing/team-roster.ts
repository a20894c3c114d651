import type { ConversationReference } from '../domain/conversation-reference.js';
import type { PersonKey } from '../domain/person-key.js';

/** Somebody in a team, as Teams says. The name is for reading, never for recognising. */
export interface TeamMember {
  /** null: without an account in the organisation. */
  person: PersonKey | null;
  name: string;
  isGuest: boolean;
}

/**
 * Who is in a channel's team, asked of Teams; made by `src/teams`.
 *
 * Throws AppError `not_found` when the bot is not in the team any more, `unavailable` when Teams does not say.
 */
export type ListTeam = (channel: ConversationReference) => Promise<TeamMember[]>;
