import type { Answer } from './answer.js';

/** The thumb a person gave an answer. */
export type Reaction = 'like' | 'dislike';

/** An item an answer rested on; without its number the meeting itself. */
export interface CitedItem {
  meetingId: string;
  itemNumber: number | null;
}

/** A question and what became of it. Who asked, where, and at what hour is no part of it. */
export interface AskedQuestion {
  /** ISO date. */
  askedOn: string;
  question: string;
  /** The question before, where this one goes on from it. */
  context: string | null;
  status: Answer['status'];
  cited: readonly CitedItem[];
}

/** What somebody said of an answer. */
export interface Feedback {
  /** ISO date. */
  givenOn: string;
  reaction: Reaction;
  comment: string | null;
}
