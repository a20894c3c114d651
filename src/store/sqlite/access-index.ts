import type { Database, Statement } from 'better-sqlite3';
import type { Access } from '../../domain/access.js';
import type { SearchEntryRow } from '../tables.js';
import { countWords, type EntryTerms, indexedText } from './entry-terms.js';

/** An entry as it stands in the index, or is to. */
export type IndexedEntry = EntryTerms & Pick<SearchEntryRow, 'forum_id'> & { id: number };

/** By forum, the words of its entries with their counts, as a JSON object. */
function wordsByForum(entries: readonly IndexedEntry[]): [forumId: string, counts: string][] {
  const forumIds = new Set(entries.map(({ forum_id }) => forum_id));
  const countsOf = (forumId: string): string =>
    JSON.stringify(Object.fromEntries(countWords(entries.filter(({ forum_id }) => forum_id === forumId))));
  return [...forumIds].map((forumId) => [forumId, countsOf(forumId)]);
}

/** The full-text index of one access, and its table of words. */
export class AccessIndex {
  readonly #putIn: Statement<[number, string]>;
  readonly #takeOut: Statement<[number, string]>;
  readonly #addWords: Statement<[string, string]>;
  readonly #subtractWords: Statement<[string, string]>;
  readonly #removeWords: Statement<[string, string]>;

  constructor(database: Database, access: Access) {
    const [index, words] = [`search_${access}`, `search_words_${access}`];
    this.#putIn = database.prepare(`insert into ${index} (rowid, terms) values (?, ?)`);
    this.#takeOut = database.prepare(`insert into ${index} (${index}, rowid, terms) values ('delete', ?, ?)`);
    this.#addWords = database.prepare(
      `insert into ${words} (forum_id, word, entry_count) select ?, key, value from json_each(?) where true
        on conflict do update set entry_count = entry_count + excluded.entry_count`,
    );
    this.#subtractWords = database.prepare(
      `update ${words} set entry_count = entry_count - counted.value from json_each(?) as counted
        where forum_id = ? and word = counted.key`,
    );
    this.#removeWords = database.prepare(
      `delete from ${words} where forum_id = ? and word in (select key from json_each(?)) and entry_count <= 0`,
    );
  }

  putIn(entries: readonly IndexedEntry[]): void {
    for (const { id, fields } of entries) this.#putIn.run(id, indexedText(fields));
    for (const [forumId, counts] of wordsByForum(entries)) this.#addWords.run(forumId, counts);
  }

  takeOut(entries: readonly IndexedEntry[]): void {
    for (const { id, fields } of entries) this.#takeOut.run(id, indexedText(fields));
    for (const [forumId, counts] of wordsByForum(entries)) {
      this.#subtractWords.run(counts, forumId);
      this.#removeWords.run(forumId, counts);
    }
  }
}
