import type { Access } from './access.js';
import type { Answer } from './answer.js';
import type { PersonKey } from './person-key.js';

/** Somebody who did something, with the name by which they are read; never recognised by it. */
export interface Doer {
  person: PersonKey;
  /** null: not in the forum's register. */
  name: string | null;
}

/**
 * A question the minutes did not answer, sent on to the forum's secretariat. `open` until the first secretary answers or the
 * asker takes it back; nothing leads out of the other two.
 */
export interface Enquiry {
  /** 128 random bits, URL-safe. */
  id: string;
  forumId: string;
  /** `closed`: asked by somebody who sees closed items, so that the question may itself tell of one. */
  access: Access;
  asker: Doer;
  question: string;
  /** The question before, where this one goes on from it. */
  context: string | null;
  /** What was searched in vain. */
  searched: Answer['searched'];
  askedAt: Date;
  state: 'open' | 'answered' | 'taken_back';
  answer: { text: string; by: Doer; at: Date } | null;
  /** A secretary finds that the minutes should have said it. */
  isWorthAdding: boolean;
}
