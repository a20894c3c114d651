import { type SearchEntry, type SearchField, searchFields } from '../../domain/search-entry.js';

/** The terms of each field, in the order of the text. */
export type FieldTerms = Readonly<Record<SearchField, readonly string[]>>;

/** What is indexed of an entry. */
export interface EntryTerms {
  fields: FieldTerms;
  /** As people write them, without doubles. */
  words: readonly string[];
}

const splitTerms = (terms: string): string[] => (terms === '' ? [] : terms.split(' '));

export function byField<T>(read: (name: SearchField) => T): Record<SearchField, T> {
  return {
    title: read('title'),
    decision: read('decision'),
    recommendation: read('recommendation'),
    summary: read('summary'),
    case: read('case'),
    attachments: read('attachments'),
    attendance: read('attendance'),
    head: read('head'),
  };
}

/** Takes an entry's fields apart, as they come from the analysis. */
export const splitFields = (fields: SearchEntry['fields']): FieldTerms => byField((name) => splitTerms(fields[name]));

/** Marks a term of the title in the index, beside the term itself: titles can so be weighed without any places. */
export const titleTerm = (term: string): string => `¶${term}`;

/** What the full-text index is given of an entry: each term once. */
export function indexedText(fields: FieldTerms): string {
  const terms = new Set<string>();
  for (const name of searchFields) for (const term of fields[name]) terms.add(term);
  for (const term of fields.title) terms.add(titleTerm(term));
  return [...terms].join(' ');
}

/** How many terms an entry has, each as often as it stands there. */
export const countTerms = (fields: FieldTerms): number =>
  searchFields.reduce((sum, name) => sum + fields[name].length, 0);

/** Every term and word of the entries, each once, in order of appearance: an entry's terms by field, then its words. */
export function stringsOf(entries: readonly EntryTerms[]): Set<string> {
  const strings = new Set<string>();
  for (const { fields, words } of entries) {
    for (const name of searchFields) for (const term of fields[name]) strings.add(term);
    for (const word of words) strings.add(word);
  }
  return strings;
}

/** In how many of the entries each word stands. */
export function countWords(entries: readonly Pick<EntryTerms, 'words'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of entries) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
