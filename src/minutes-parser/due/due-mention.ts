/** Words that say by when something is to be done. */
export interface DueMention {
  start: number;
  end: number;
  /** As printed: "senest den 27. april". */
  text: string;
  /** ISO date; null where the words imply none that can be known. */
  due: string | null;
  meeting: 'next' | null;
  /** True unless day, month and year are all written out. */
  inferred: boolean;
  /** "fra den 1. marts": when it begins, not by when it is done. It dates a promise and makes none. */
  begins?: boolean;
}

/** Reads one form of due words in a sentence of a meeting's minutes. Meeting date: ISO. */
export type DueReader = (sentence: string, meetingDate: string) => DueMention[];

/** What makes a date a limit, in front of it. */
export const limitWords = '(?:(?:senest|inden|inden udgangen af|deadline|frist|fristen er|til og med) (?:til )?)?';

export const notInWord = { before: '(?<![\\p{L}\\p{N}])', after: '(?![\\p{L}\\p{N}])' } as const;
