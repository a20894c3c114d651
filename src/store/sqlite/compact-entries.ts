import type { Database } from 'better-sqlite3';
import type { SearchEntry } from '../../domain/search-entry.js';
import { runThrough } from '../../domain/steps.js';
import { countTerms, indexedText, splitFields, stringsOf } from './entry-terms.js';
import { encodeFields, encodeSet } from './term-lists.js';
import { TermTable } from './term-table.js';

/** An entry as it was before step 0004. */
interface FullEntry extends Record<keyof SearchEntry['fields'], string> {
  forum_id: string;
  meeting_id: string;
  version: number;
  in_force: 0 | 1;
  item_number: number | null;
  access: SearchEntry['access'];
  /** JSON list. */
  words: string;
}

/** Moves every entry from `search_entries_in_full`, where its terms are text, to where they are numbers. */
export function compactEntries(database: Database): void {
  const table = new TermTable(database);
  const ids = database.prepare<[], number>('select id from search_entries_in_full order by id').pluck().all();
  const read = database.prepare<[number], FullEntry>('select * from search_entries_in_full where id = ?');
  const add = database.prepare(
    `insert into search_entries (id, forum_id, meeting_id, version, in_force, item_number, access, title, term_count)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addTerms = database.prepare('insert into search_entry_terms (id, terms, words) values (?, ?, ?)');
  for (const id of ids) {
    const row = read.get(id);
    if (row === undefined) continue;
    const fields = splitFields(row);
    const words = JSON.parse(row.words) as string[];
    const numberOf = runThrough(table.numbersFor(stringsOf([{ fields, words }])));
    const { forum_id, meeting_id, version, in_force, item_number, access, title } = row;
    add.run(id, forum_id, meeting_id, version, in_force, item_number, access, title, countTerms(fields));
    addTerms.run(id, encodeFields(fields, numberOf), encodeSet(words.map(numberOf)));
    if (in_force === 1)
      database.prepare(`insert into search_${access} (rowid, terms) values (?, ?)`).run(id, indexedText(fields));
  }
}
