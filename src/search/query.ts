/** One way a concept may stand in the archive: all these terms in one field. */
export interface Alternative {
  terms: readonly string[];
  /** 0–1: how sure it is that this is what was meant. */
  weight: number;
  /** How rare these terms are, at most as rare as the word that was asked for; the concept's own rarity when not given. */
  rarity?: number;
}

/** One thing a question is about: a word with its synonyms, spelling guesses and parts. */
export interface Concept {
  /** As asked, for showing. */
  label: string;
  /**
   * `word`: counts for coverage. `weak`: a word that tells little. `part`: a compound's part, or a pair of neighbours
   * read as one word; helps the order and nothing else. `number` and `case_number`: units.
   */
  kind: 'word' | 'weak' | 'part' | 'number' | 'case_number';
  /** The noun after "hvor mange" or "hvilken": what the answer must speak of. */
  namesKind?: boolean;
  /** It stands in the question before only: it says which item is meant, and less of what is asked about it. */
  fromBefore?: true;
  /** 0–1: how much the word says about the topic. */
  importance: number;
  alternatives: readonly Alternative[];
  /** How rare it is in the archive: log of one over its share of entries. */
  rarity: number;
  /** Whether any alternative stands anywhere in the archive. */
  found: boolean;
  /** The Danish word meant, folded: itself, or one a slip away. Absent for a name, or a word misspelt beyond repair. */
  meant?: string;
}

/** A date, month or year the question states. */
export interface StatedDate {
  label: string;
  /** The finest term it is found by. */
  term: string;
  /** Whether it stands anywhere in the archive. */
  found: boolean;
  /** "i 2023", "på mødet den 3. maj": the date is the meeting's rather than the topic's ("budget 2023"). */
  ofMeeting: boolean;
}

/** An analysed question, ready for ranking. */
export interface Query {
  concepts: readonly Concept[];
  dates: readonly StatedDate[];
  /** How many entries the asker can see. */
  entryCount: number;
}
