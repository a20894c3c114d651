import type { Access } from './access.js';

/** The parts of an item that are weighted apart when searching. */
export const searchFields = [
  'title',
  'decision',
  'recommendation',
  'summary',
  'case',
  'attachments',
  'attendance',
  'head',
] as const;
export type SearchField = (typeof searchFields)[number];

/**
 * What the search index holds of one agenda item, or of the meeting itself (place, time, participants).
 * The terms are made by the search analysis; the store only keeps and matches them.
 */
export interface SearchEntry {
  /** null: the meeting itself. */
  itemNumber: number | null;
  access: Access;
  /** Index terms of each field, separated by single spaces, in the order of the text. */
  fields: Record<SearchField, string>;
  /** Words of the entry as people write them (lower case), for spelling repair; no duplicates. */
  words: string[];
}

/** One term of an analysed question, with its weight. */
export interface QueryTerm {
  term: string;
  /** 0–1: how much a match counts; spelling guesses, synonyms and compound parts count less than the word itself. */
  weight: number;
}

/**
 * Whether a term stands at the place of the word before it: a word inside a longer one (`~`), a date or a case number
 * (with `:`). Such terms take up no place of their own.
 */
export const sharesPlace = (term: string): boolean => term.startsWith('~') || term.includes(':');

/** One field of a candidate, as far as it was asked about. */
export interface CandidateField {
  /** How many words stand in it. */
  length: number;
  /** For each asked term that stands in it, the places of its words, rising from 1. */
  places: ReadonlyMap<string, readonly number[]>;
}

/** An entry that may answer, as the engine ranked it. The score never leaves the server. */
export interface Candidate {
  meetingId: string;
  itemNumber: number | null;
  /** ISO date of the meeting. */
  meetingDate: string;
  /** Higher is better; comparable only within one reply. */
  score: number;
  /** The title's terms, as they were saved. */
  title: string;
  fields: Record<SearchField, CandidateField>;
}
