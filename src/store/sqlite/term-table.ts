import type { Database, Statement } from 'better-sqlite3';
import type { Steps } from '../../domain/steps.js';
import type { SearchEntryTermsRow } from '../tables.js';
import { decodeSet, decodeTermIds } from './term-lists.js';

/** The numbers an entry's terms and words are kept as. */
export function numbersIn({ terms, words }: Pick<SearchEntryTermsRow, 'terms' | 'words'>): number[] {
  return [...Object.values(decodeTermIds(terms)).flat(), ...decodeSet(words)];
}

/** How many terms are looked up, and added, in one step. */
const termsAStep = 2000;

/** The list of terms: each has a number, by which entries hold it. */
export class TermTable {
  readonly #find: Statement<[string], number | null>;
  readonly #add: Statement<[string]>;
  readonly #read: Statement<[string], { id: number; term: string }>;
  readonly #readEntries: Statement<[], Pick<SearchEntryTermsRow, 'terms' | 'words'>>;
  readonly #remove: Statement<[number]>;

  constructor(database: Database) {
    this.#find = database
      .prepare<[string], number | null>(
        'select terms.id from json_each(?) as wanted left join search_terms as terms on terms.term = wanted.value',
      )
      .pluck();
    this.#add = database.prepare('insert into search_terms (term) values (?)');
    this.#read = database.prepare('select id, term from search_terms where id in (select value from json_each(?))');
    this.#readEntries = database.prepare('select terms, words from search_entry_terms');
    this.#remove = database.prepare('delete from search_terms where id = ?');
  }

  /** The numbers of terms, in steps; those not yet in the list are added in the order given. */
  *numbersFor(terms: ReadonlySet<string>): Steps<(term: string) => number> {
    const wanted = [...terms];
    const ids = new Map<string, number>();
    for (let from = 0; from < wanted.length; from += termsAStep) {
      const asked = wanted.slice(from, from + termsAStep);
      const known = this.#find.all(JSON.stringify(asked));
      for (const [index, term] of asked.entries())
        ids.set(term, known[index] ?? Number(this.#add.run(term).lastInsertRowid));
      yield;
    }
    return (term) => {
      const id = ids.get(term);
      if (id === undefined) throw new Error('a term without a number');
      return id;
    };
  }

  /** The terms of numbers. */
  termsOf(ids: Iterable<number>): (id: number) => string {
    const rows = this.#read.all(JSON.stringify([...new Set(ids)]));
    const terms = new Map(rows.map(({ id, term }) => [id, term]));
    return (id) => terms.get(id) ?? '';
  }

  /** Removes those of the terms that no entry of any version has: words of deleted text must not stay behind. */
  removeUnused(ids: ReadonlySet<number>): void {
    const unused = new Set(ids);
    for (const row of this.#readEntries.iterate()) {
      for (const id of numbersIn(row)) unused.delete(id);
      if (unused.size === 0) return;
    }
    for (const id of unused) this.#remove.run(id);
  }
}
