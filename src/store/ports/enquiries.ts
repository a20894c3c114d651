import type { Audience } from '../../domain/access.js';
import type { Enquiry } from '../../domain/enquiry.js';
import type { Intents } from '../../domain/outgoing-message.js';
import type { PersonKey } from '../../domain/person-key.js';

export interface EnquiryToAsk extends Omit<Enquiry, 'id' | 'state' | 'answer' | 'isWorthAdding'> {
  /** The same for questions that are the same. */
  questionKey: string;
}

/**
 * Questions sent on to the secretariat. Whoever is neither the asker nor the forum's secretary must not be shown one; that
 * is the caller's to see to.
 */
export interface EnquiryStore {
  /**
   * Saves an enquiry with what it sets going. The same question of the same person to the same forum is one enquiry until it is
   * taken back: it is given as it stands, and nothing is set going. `undefined`: the person has `mostOpen` open ones already.
   */
  ask(
    enquiry: EnquiryToAsk,
    mostOpen: number,
    intentsOf: (asked: Enquiry) => Intents,
  ): Promise<{ enquiry: Enquiry; isNew: boolean } | undefined>;
  /** Throws `not_found`. */
  getEnquiry(id: string): Promise<Enquiry>;
  /** The first answer counts: where it is not open any more it is given as it stands, and nothing is set going. */
  answer(
    id: string,
    answer: NonNullable<Enquiry['answer']>,
    isWorthAdding: boolean,
    intents: Intents,
  ): Promise<{ enquiry: Enquiry; isFirst: boolean }>;
  /** Only the asker takes back; for everybody else it is `not_found`. Where it is not open any more nothing changes. */
  takeBack(id: string, asker: PersonKey, intents: Intents, now: Date): Promise<Enquiry>;
  mark(id: string, isWorthAdding: boolean): Promise<Enquiry>;
  /** All of a forum's, whatever became of them, oldest first. */
  listEnquiries(forumId: string): Promise<Enquiry[]>;
  /** Oldest first. */
  listOpen(forumId: string): Promise<Enquiry[]>;
  /** Those worth adding to the minutes that an audience may know of, newest first; `since`: asked then or later. */
  listWorthAdding(audience: Audience, since?: Date): Promise<Enquiry[]>;
  /** Removes those asked before an instant, whatever became of them. Says how many went. */
  removeBefore(askedBefore: Date): Promise<number>;
}
