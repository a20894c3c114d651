/** What became of an item or of one recommendation point. */
export type OutcomeCode =
  | 'approved'
  | 'approved_with_remarks'
  | 'noted'
  | 'discussed'
  | 'resolved'
  | 'nominated'
  | 'postponed'
  | 'withdrawn'
  | 'none'
  | 'unclassified';

export interface Outcome {
  code: OutcomeCode;
  /** The recommendation point (1-based) it answers; null when it answers the item as a whole. */
  point: number | null;
  /** The words of the decision it was read from. */
  text: string;
}
