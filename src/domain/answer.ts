import type { SectionKind } from './agenda-item.js';

/** What a question asks for. */
export type Intent =
  | 'decision'
  | 'deadline'
  | 'person'
  | 'date'
  | 'amount'
  | 'attendance'
  | 'case_number'
  | 'attachment'
  | 'nomination'
  | 'list'
  | 'timeline'
  | 'upcoming'
  | 'news'
  | 'item';

/** Where a meeting or an item is found again. */
export interface ItemReference {
  meetingId: string;
  /** ISO date. */
  meetingDate: string;
  forum: string;
  /** null: the meeting itself. */
  itemNumber: number | null;
  /** The item's topic; for the meeting itself its forum's name. */
  title: string;
}

/** A passage that answers, letter for letter as it stands in the section. */
export interface AnswerSource extends ItemReference {
  section: SectionKind;
  quote: string;
  /** The imported file's name. */
  file: string;
  /** On a list that is not told meeting by meeting: the heading it stands under, what is said of it there, and how such finds are ordered. */
  listed?: { under: string; says: string; order: 'nearest_deadline' | 'latest_deadline' | 'newest' | 'most' };
}

/** One of the things a question may have meant. */
export interface Choice {
  /** A few words, for a button: "13. april 2023". */
  title: string;
  /** The question with that said. */
  question: string;
}

export interface Answer {
  status: 'answered' | 'maybe' | 'not_found';
  intent: Intent;
  /** Danish, one or two sentences, plain text: what the person reads first. */
  text: string;
  /** The thing asked for alone, or the sentence that says it; absent where `text` is no more than that. */
  firstLine?: string;
  /** Sentences of Referent's own at the end of `text`, such as that there are older meetings. */
  remarks?: string[];
  /** Best first. `maybe`: the two or three finds to choose between. `not_found`: empty. */
  sources: AnswerSource[];
  /** The nearest topics, when not found. */
  suggestions: ItemReference[];
  /** Two or three, where one question is put back: which of these was meant? The status is `maybe`. */
  choices?: Choice[];
  /** True where `sources` are a whole list, newest meeting first, to be shown in pages. */
  isList?: true;
  /** Where several things were asked at once: the answer to each, in that order. `sources` begins with what they rest on. */
  parts?: Answer[];
  /** True where the question before was needed to understand this one. */
  isFollowUp?: boolean;
  /** What was searched, said when nothing was found. */
  searched: {
    /** The question's own content words, as asked. */
    topic: string;
    meetingCount: number;
    firstYear: number | null;
    lastYear: number | null;
  };
}
