import type { Database, Statement } from 'better-sqlite3';
import type { Access } from '../../domain/access.js';
import type { Steps } from '../../domain/steps.js';
import type { SearchEntryRow } from '../tables.js';
import { countWords, type EntryTerms, indexedText } from './entry-terms.js';

/** An entry as it stands in the index, or is to. */
export type IndexedEntry = EntryTerms & Pick<SearchEntryRow, 'forum_id'> & { id: number };

/** How many words are written in one step. */
const wordsAStep = 2000;

/** The words of the entries with their counts, as JSON objects of so many each, and whose they are. */
function* wordsInSteps(entries: readonly IndexedEntry[]): Generator<[forumId: string, counts: string]> {
  for (const forumId of new Set(entries.map(({ forum_id }) => forum_id))) {
    const counts = countWords(entries.filter(({ forum_id }) => forum_id === forumId));
    for (let from = 0; from < counts.length; from += wordsAStep) {
      // Neighbours in the table are written faster one after another.
      const step = counts.slice(from, from + wordsAStep).sort(([one], [other]) => (one < other ? -1 : 1));
      yield [forumId, JSON.stringify(Object.fromEntries(step))];
    }
  }
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

  /** In steps, to be gone through to the end. */
  *putIn(entries: readonly IndexedEntry[]): Steps {
    for (const { id, fields } of entries) yield void this.#putIn.run(id, indexedText(fields));
    for (const [forumId, counts] of wordsInSteps(entries)) yield void this.#addWords.run(forumId, counts);
  }

  /** In steps, to be gone through to the end. */
  *takeOut(entries: readonly IndexedEntry[]): Steps {
    for (const { id, fields } of entries) yield void this.#takeOut.run(id, indexedText(fields));
    for (const [forumId, counts] of wordsInSteps(entries)) {
      this.#subtractWords.run(counts, forumId);
      yield void this.#removeWords.run(forumId, counts);
    }
  }
}
