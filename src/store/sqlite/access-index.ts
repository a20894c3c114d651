import type { Database, Statement } from 'better-sqlite3';
import type { Access } from '../../domain/access.js';
import type { Steps } from '../../domain/steps.js';
import type { SearchEntryRow } from '../tables.js';
import { countWords, type EntryTerms, indexedText } from './entry-terms.js';

/** An entry as it stands in the index, or is to. */
export type IndexedEntry = EntryTerms & Pick<SearchEntryRow, 'forum_id'> & { id: number };

/** How many words are written in one step. */
const wordsAStep = 500;

interface CountedWord {
  forumId: string;
  word: string;
  count: number;
}

/** In how many of the entries each word stands, forum by forum. Neighbours in the table are written faster one after another. */
function countedWords(entries: readonly IndexedEntry[]): CountedWord[] {
  return [...new Set(entries.map(({ forum_id }) => forum_id))].flatMap((forumId) => {
    const counts = countWords(entries.filter(({ forum_id }) => forum_id === forumId));
    return [...counts.keys()].sort().map((word) => ({ forumId, word, count: counts.get(word) ?? 0 }));
  });
}

/** The full-text index of one access, and its table of words. */
export class AccessIndex {
  readonly #putIn: Statement<[number, string]>;
  readonly #takeOut: Statement<[number, string]>;
  readonly #addWord: Statement<[forumId: string, word: string, count: number]>;
  readonly #subtractWord: Statement<CountedWord>;
  readonly #removeWord: Statement<CountedWord>;

  constructor(database: Database, access: Access) {
    const [index, words] = [`search_${access}`, `search_words_${access}`];
    this.#putIn = database.prepare(`insert into ${index} (rowid, terms) values (?, ?)`);
    this.#takeOut = database.prepare(`insert into ${index} (${index}, rowid, terms) values ('delete', ?, ?)`);
    this.#addWord = database.prepare(
      `insert into ${words} (forum_id, word, entry_count) values (?, ?, ?)
        on conflict do update set entry_count = entry_count + excluded.entry_count`,
    );
    this.#subtractWord = database.prepare(
      `update ${words} set entry_count = entry_count - :count where forum_id = :forumId and word = :word`,
    );
    this.#removeWord = database.prepare(
      `delete from ${words} where forum_id = :forumId and word = :word and entry_count <= 0`,
    );
  }

  /** In steps, to be gone through to the end. */
  *putIn(entries: readonly IndexedEntry[]): Steps {
    for (const { id, fields } of entries) yield void this.#putIn.run(id, indexedText(fields));
    for (const [place, { forumId, word, count }] of countedWords(entries).entries()) {
      this.#addWord.run(forumId, word, count);
      if (place % wordsAStep === 0) yield;
    }
  }

  /** In steps, to be gone through to the end. */
  *takeOut(entries: readonly IndexedEntry[]): Steps {
    for (const { id, fields } of entries) yield void this.#takeOut.run(id, indexedText(fields));
    for (const [place, word] of countedWords(entries).entries()) {
      this.#subtractWord.run(word);
      this.#removeWord.run(word);
      if (place % wordsAStep === 0) yield;
    }
  }
}
