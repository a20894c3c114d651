/**
 * A Danish municipal case number (journalnummer): KLE subject, facet, sequence and year, as in `00.13.00-A00-1-18`.
 * The KLE scheme: a subject of three two-digit groups, a facet of a letter and two digits.
 */
export interface CaseNumber {
  /** As printed, damaged or not. */
  text: string;
  /** `00.13.00` */
  subject: string;
  /** `A00`; a damaged facet is kept as printed (`000`). */
  facet: string;
  sequence: number;
  /** Four digits: a printed `18` is 2018. */
  year: number;
}
