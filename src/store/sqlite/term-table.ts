import type { Database, Statement } from 'better-sqlite3';
import type { Steps } from '../../domain/steps.js';
import type { SearchEntryTermsRow } from '../tables.js';
import { decodeSet, decodeTermIds } from './term-lists.js';

/** The numbers an entry's terms and words are kept as. */
export function numbersIn({ terms, words }: Pick<SearchEntryTermsRow, 'terms' | 'words'>): number[] {
  return [...Object.values(decodeTermIds(terms)).flat(), ...decodeSet(words)];
}

/** How many terms are looked up, and added or removed, in one step. */
const termsAStep = 500;

/** More than an archive's common terms, which are met in every document of an import. At times there are twice as many. */
const mostKnownNumbers = 20_000;

/** The list of terms: each has a number, by which entries hold it. */
export class TermTable {
  readonly #find: Statement<[string], number>;
  readonly #add: Statement<[string]>;
  readonly #read: Statement<[string], { id: number; term: string }>;
  readonly #holds: Statement<[number, string], 1>;
  readonly #changesByOthers: Statement<[], number>;
  readonly #remove: Statement<[number]>;
  /** Numbers met lately, as long as nothing speaks against them. */
  readonly #known = new Map<string, number>();
  #newest: [id: number, term: string] | undefined;
  #changesSeen: number | undefined;

  constructor(database: Database) {
    this.#find = database.prepare<[string], number>('select id from search_terms where term = ?').pluck();
    this.#add = database.prepare('insert into search_terms (term) values (?)');
    this.#read = database.prepare('select id, term from search_terms where id in (select value from json_each(?))');
    this.#holds = database.prepare<[number, string], 1>('select 1 from search_terms where id = ? and term = ?').pluck();
    this.#changesByOthers = database.prepare<[], number>('pragma data_version').pluck();
    this.#remove = database.prepare('delete from search_terms where id = ?');
  }

  /** The numbers of terms, in steps; those not yet in the list are added in the order given. */
  *numbersFor(terms: ReadonlySet<string>): Steps<(term: string) => number> {
    this.#forgetUnlessCurrent();
    if (this.#known.size > mostKnownNumbers) this.#known.clear();
    // A document with more of them than all others together has them to itself: they are not to be held on to.
    const ids = terms.size > mostKnownNumbers ? new Map<string, number>() : this.#known;
    let looked = 0;
    for (const term of terms) {
      if (!ids.has(term)) ids.set(term, this.#find.get(term) ?? this.#addOne(term));
      looked += 1;
      if (looked % termsAStep === 0) yield;
    }
    return (term) => {
      const id = ids.get(term);
      if (id === undefined) throw new Error('a term without a number');
      return id;
    };
  }

  #addOne(term: string): number {
    const id = Number(this.#add.run(term).lastInsertRowid);
    this.#newest = [id, term];
    return id;
  }

  /** Another connection may have removed terms since; and with a transaction that was undone went all it added, the newest term too. */
  #forgetUnlessCurrent(): void {
    const changes = this.#changesByOthers.get();
    const isCurrent =
      changes === this.#changesSeen && (this.#newest === undefined || this.#holds.get(...this.#newest) === 1);
    if (isCurrent) return;
    this.#known.clear();
    this.#newest = undefined;
    this.#changesSeen = changes;
  }

  /** The terms of numbers, by number. */
  termsOf(ids: Iterable<number>): ReadonlyMap<number, string> {
    const rows = this.#read.all(JSON.stringify([...new Set(ids)]));
    return new Map(rows.map(({ id, term }) => [id, term]));
  }

  /** Removes terms, in steps. Whether an entry has them is for the caller to know. */
  *remove(ids: Iterable<number>): Steps {
    this.#known.clear();
    this.#newest = undefined;
    let removed = 0;
    for (const id of ids) {
      this.#remove.run(id);
      removed += 1;
      if (removed % termsAStep === 0) yield;
    }
  }
}
