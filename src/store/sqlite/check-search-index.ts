import type { Database } from 'better-sqlite3';
import type { Access } from '../../domain/access.js';
import { type SearchField, searchFields } from '../../domain/search-entry.js';
import type { SearchEntryRow, SearchEntryTermsRow, SearchWordRow } from '../tables.js';
import { titleTerm } from './entry-terms.js';
import { decodeSet, decodeTermIds } from './term-lists.js';

/** What the index must hold, as the entries in force say. */
interface Expected {
  /** For each term how many entries hold it, and a sum that tells other entries from these. */
  entriesByTerm: Map<string, { count: number; sum: number }>;
  /** By forum and word. */
  words: Map<string, number>;
  /** Entries that do not agree with their own terms. */
  wrongEntries: number;
}

/** Different for nearly any two sets of entries. */
const markOf = (id: number): number => (id * id + 7 * id) % 1_000_003;
const markInSql = '(doc * doc + 7 * doc) % 1000003';

type StoredEntry = Pick<SearchEntryRow, 'forum_id' | 'title' | 'term_count'> & SearchEntryTermsRow;

function readExpected(database: Database, access: Access): Expected {
  const expected: Expected = { entriesByTerm: new Map(), words: new Map(), wrongEntries: 0 };
  const terms = database.prepare<[], { id: number; term: string }>('select id, term from search_terms').all();
  const termOf = new Map(terms.map(({ id, term }) => [id, term]));
  const entries = database.prepare<[string], StoredEntry>(
    `select held.id, held.terms, held.words, entry.forum_id, entry.title, entry.term_count
      from search_entries as entry left join search_entry_terms as held on held.id = entry.id
      where entry.in_force = 1 and entry.access = ?`,
  );
  for (const row of entries.iterate(access)) {
    const ids = decodeTermIds(row.terms);
    const ofField = (field: SearchField): string[] => ids[field].map((id) => termOf.get(id) ?? '');
    const all = searchFields.flatMap(ofField);
    const title = ofField('title');
    if (title.join(' ') !== row.title || all.length !== row.term_count) expected.wrongEntries += 1;
    for (const term of new Set([...all, ...title.map(titleTerm)])) {
      const { count, sum } = expected.entriesByTerm.get(term) ?? { count: 0, sum: 0 };
      expected.entriesByTerm.set(term, { count: count + 1, sum: sum + markOf(row.id) });
    }
    for (const id of decodeSet(row.words)) {
      const key = `${row.forum_id} ${termOf.get(id) ?? ''}`;
      expected.words.set(key, (expected.words.get(key) ?? 0) + 1);
    }
  }
  return expected;
}

/** How many terms the index finds in other entries than those that hold them. */
function countWrongTerms(database: Database, access: Access, { entriesByTerm }: Expected): number {
  const name = `checked_${access}`;
  database.exec(`create virtual table temp.${name} using fts5vocab('main', 'search_${access}', 'instance')`);
  try {
    const rows = database.prepare<[], { term: string; count: number; sum: number }>(
      `select term, count(*) as count, sum(${markInSql}) as sum from temp.${name} group by term`,
    );
    let wrong = 0;
    let seen = 0;
    for (const { term, count, sum } of rows.iterate()) {
      const own = entriesByTerm.get(term);
      if (own !== undefined) seen += 1;
      if (own?.count !== count || own.sum !== sum) wrong += 1;
    }
    return wrong + entriesByTerm.size - seen;
  } finally {
    database.exec(`drop table temp.${name}`);
  }
}

/** How many words the word table counts otherwise than they stand in the entries. */
function countWrongWords(database: Database, access: Access, { words }: Expected): number {
  const left = new Map(words);
  const kept = database.prepare<[], SearchWordRow>(`select forum_id, word, entry_count from search_words_${access}`);
  let wrong = 0;
  for (const { forum_id, word, entry_count } of kept.iterate()) {
    const key = `${forum_id} ${word}`;
    if (left.get(key) !== entry_count) wrong += 1;
    left.delete(key);
  }
  return wrong + left.size;
}

/**
 * Whether the full-text index holds exactly the entries in force, and the word table exactly their words; that its own
 * parts fit together is SQLite's to say, with the pages (`findFileFaults`). English, one line a fault.
 */
export function findIndexFaults(database: Database, access: Access): string[] {
  const faults: string[] = [];
  const expected = readExpected(database, access);
  if (expected.wrongEntries > 0)
    faults.push(`search entries (${access}): ${expected.wrongEntries} do not agree with their terms`);
  const wrongTerms = countWrongTerms(database, access, expected);
  if (wrongTerms > 0) faults.push(`search index (${access}): ${wrongTerms} terms are found in the wrong entries`);
  const wrongWords = countWrongWords(database, access, expected);
  if (wrongWords > 0) faults.push(`words for spelling repair (${access}): ${wrongWords} counts are wrong`);
  return faults;
}
