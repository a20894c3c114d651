import type { Access } from '../domain/access.js';
import type { PersonKey } from '../domain/person-key.js';
import type { Operation, Standing } from '../domain/rights.js';
import type { Turn } from './turn.js';

/** What the sender of one turn may do, as the registers say today. */
export interface Rights {
  /** null: the channel did not tell who it is; nothing is allowed then. */
  person: PersonKey | null;
  /** The sender's name in the forum's register; null for those who are not in it. */
  nameIn(forumId: string): string | null;
  standingsIn(forumId: string): readonly Standing[];
  mayDo(forumId: string, operation: Operation, access: Access): boolean;
  /** The installation's forums in which it is allowed, in the order of their names. */
  forumsWhere(operation: Operation, access: Access): readonly string[];
  /** As `forumsWhere`. Throws AppError `forbidden`, with Danish that says what to do, when it is allowed nowhere. */
  requireSomewhere(operation: Operation, access: Access): readonly string[];
  /** Throws AppError `forbidden`, with Danish that says what to do, when it is not allowed. */
  require(forumId: string, operation: Operation, access: Access): void;
}

/**
 * Finds out what the sender of a turn may do; asked anew at every turn, so that a change holds from the next one on.
 * It looks at the person alone: what may be shown in the place is `AudienceOf`'s to say.
 */
export type RightsOf = (turn: Pick<Turn, 'sender' | 'conversation'>) => Promise<Rights>;
