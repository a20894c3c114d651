/** What someone is to do after the meeting (a promise, løfte), read from a decision or an approved recommendation point. */
export interface Commitment {
  /** The sentence or point that says it, letter for letter. */
  text: string;
  /** Who is to do it, as printed; null where the text names nobody. */
  owner: string | null;
  /** ISO date the text gives or implies; null where it gives none, or only a meeting not yet known. */
  due: string | null;
  /** The words the date was read from, as printed. */
  dueText: string | null;
  /** `next` where the text says "next meeting" and that meeting's date is not known; else null. */
  meeting: string | null;
  /** True where the date was implied and not written out. */
  inferred: boolean;
}
