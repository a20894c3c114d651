import type { Database } from 'better-sqlite3';
import type { Access } from '../../domain/access.js';
import { AppError } from '../../domain/app-error.js';
import { type SearchEntry, type SearchField, searchFields } from '../../domain/search-entry.js';
import type { IndexWriter } from '../index-writer.js';
import { archiveReplies } from '../phrases.js';
import type { SearchEntryRow, SearchEntryTermsRow } from '../tables.js';
import type { Room } from './room.js';
import { toAppError } from './sqlite-errors.js';
import { decodeSet, decodeTermIds, encodeFields, encodeSet, splitTerms } from './term-lists.js';

/** Marks a term of the title in the index, beside the term itself: titles can so be weighed without any places. */
export const titleTerm = (term: string): string => `¶${term}`;

type Fields = Readonly<Record<SearchField, string>>;
type EntryKeys = Pick<SearchEntryRow, 'forum_id' | 'access'> & { id: number };
type StoredEntry = EntryKeys & Pick<SearchEntryTermsRow, 'terms' | 'words'>;

/** What the full-text index is given of an entry: each term once. */
export function indexedText(fields: Fields): string {
  const terms = new Set(searchFields.flatMap((name) => splitTerms(fields[name])));
  for (const term of splitTerms(fields.title)) terms.add(titleTerm(term));
  return [...terms].join(' ');
}

/** The list of terms, and what is written with it. */
export class TermTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The numbers of terms; those not yet in the list are added in the order given. */
  numbersFor(terms: Iterable<string>): (term: string) => number {
    const wanted = [...new Set(terms)];
    const known = this.#database
      .prepare<[string], { id: number; term: string }>(
        'select id, term from search_terms where term in (select value from json_each(?))',
      )
      .all(JSON.stringify(wanted));
    const ids = new Map(known.map(({ id, term }) => [term, id]));
    const add = this.#database.prepare('insert into search_terms (term) values (?)');
    for (const term of wanted) if (!ids.has(term)) ids.set(term, Number(add.run(term).lastInsertRowid));
    return (term) => {
      const id = ids.get(term);
      if (id === undefined) throw new Error('a term without a number');
      return id;
    };
  }

  /** The terms of numbers. */
  termsOf(ids: Iterable<number>): (id: number) => string {
    const rows = this.#database
      .prepare<[string], { id: number; term: string }>(
        'select id, term from search_terms where id in (select value from json_each(?))',
      )
      .all(JSON.stringify([...new Set(ids)]));
    const terms = new Map(rows.map(({ id, term }) => [id, term]));
    return (id) => terms.get(id) ?? '';
  }

  /** Removes those of the terms that no entry of any version has: words of deleted text must not stay behind. */
  removeUnused(ids: ReadonlySet<number>): void {
    const unused = new Set(ids);
    const rows = this.#database
      .prepare<[], Pick<SearchEntryTermsRow, 'terms' | 'words'>>('select terms, words from search_entry_terms')
      .iterate();
    for (const row of rows) {
      for (const id of numbersIn(row)) unused.delete(id);
      if (unused.size === 0) return;
    }
    const remove = this.#database.prepare('delete from search_terms where id = ?');
    for (const id of unused) remove.run(id);
  }
}

function numbersIn({ terms, words }: Pick<SearchEntryTermsRow, 'terms' | 'words'>): number[] {
  return [...Object.values(decodeTermIds(terms)).flat(), ...decodeSet(words)];
}

/** An entry's fields and words as they were saved. */
export function readEntries<Row extends Pick<SearchEntryTermsRow, 'terms' | 'words'>>(
  table: TermTable,
  rows: readonly Row[],
): (Row & { fields: Fields; wordList: string[] })[] {
  const termOf = table.termsOf(rows.flatMap(numbersIn));
  return rows.map((row) => {
    const ids = decodeTermIds(row.terms);
    const fields = Object.fromEntries(searchFields.map((name) => [name, ids[name].map(termOf).join(' ')])) as Fields;
    return { ...row, fields, wordList: decodeSet(row.words).map(termOf) };
  });
}

/** Writes an entry's terms and words as numbers. */
export function storeTerms(
  database: Database,
  id: number,
  entry: Pick<SearchEntry, 'fields' | 'words'>,
  numberOf: (term: string) => number,
): void {
  database
    .prepare('insert into search_entry_terms (id, terms, words) values (?, ?, ?)')
    .run(id, encodeFields(entry.fields, numberOf), encodeSet(entry.words.map(numberOf)));
}

/** All that an entry is written with. */
export const stringsOf = ({ fields, words }: Pick<SearchEntry, 'fields' | 'words'>): string[] => [
  ...searchFields.flatMap((name) => splitTerms(fields[name])),
  ...words,
];

/** How many terms an entry has, each as often as it stands there. */
export const countTerms = (fields: Fields): number =>
  searchFields.reduce((sum, name) => sum + splitTerms(fields[name]).length, 0);

class SqliteIndexWriter implements IndexWriter {
  readonly #database: Database;
  readonly #terms: TermTable;

  constructor(database: Database) {
    this.#database = database;
    this.#terms = new TermTable(database);
  }

  add(meeting: Parameters<IndexWriter['add']>[0], entries: readonly SearchEntry[]): void {
    const numberOf = this.#terms.numbersFor(entries.flatMap(stringsOf));
    const addEntry = this.#database.prepare(
      `insert into search_entries (forum_id, meeting_id, version, in_force, item_number, access, title, term_count)
        values (?, ?, ?, 1, ?, ?, ?, ?)`,
    );
    for (const { itemNumber, access, fields, words } of entries) {
      const { forum_id, id: meetingId, version } = meeting;
      const { title } = fields;
      const row = addEntry.run(forum_id, meetingId, version, itemNumber, access, title, countTerms(fields));
      const id = Number(row.lastInsertRowid);
      storeTerms(this.#database, id, { fields, words }, numberOf);
      this.#putIn({ id, forum_id, access }, fields, words);
    }
  }

  retire(meetingId: string): void {
    for (const entry of this.#read('meeting_id = ? and in_force = 1', meetingId)) this.#takeOut(entry);
    this.#database.prepare('update search_entries set in_force = 0 where meeting_id = ?').run(meetingId);
  }

  restore(meetingId: string, version: number): void {
    for (const entry of this.#read('meeting_id = ? and version = ?', meetingId, version))
      this.#putIn(entry, entry.fields, entry.wordList);
    this.#database
      .prepare('update search_entries set in_force = 1 where meeting_id = ? and version = ?')
      .run(meetingId, version);
  }

  remove(meetingId: string, version: number): void {
    const entries = this.#read('meeting_id = ? and version = ?', meetingId, version);
    for (const entry of entries) if (entry.in_force === 1) this.#takeOut(entry);
    this.#database.prepare('delete from search_entries where meeting_id = ? and version = ?').run(meetingId, version);
    this.#terms.removeUnused(new Set(entries.flatMap(numbersIn)));
  }

  #read(condition: string, ...parameters: (string | number)[]) {
    const rows = this.#database
      .prepare<(string | number)[], StoredEntry & Pick<SearchEntryRow, 'in_force'>>(
        `select entry.id, entry.forum_id, entry.access, entry.in_force, held.terms, held.words
          from search_entries as entry join search_entry_terms as held on held.id = entry.id where ${condition}`,
      )
      .all(...parameters);
    return readEntries(this.#terms, rows);
  }

  #putIn({ id, forum_id, access }: EntryKeys, fields: Fields, words: readonly string[]): void {
    this.#indexText(access, 'insert into {} (rowid, terms) values (?, ?)', id, indexedText(fields));
    this.#database
      .prepare(
        `insert into search_words_${access} (forum_id, word, entry_count)
          select ?, value, 1 from json_each(?) where true
          on conflict do update set entry_count = entry_count + 1`,
      )
      .run(forum_id, JSON.stringify(words));
  }

  #takeOut({ id, forum_id, access, fields, wordList }: EntryKeys & { fields: Fields; wordList: string[] }): void {
    this.#indexText(access, "insert into {} ({}, rowid, terms) values ('delete', ?, ?)", id, indexedText(fields));
    const ofEntry = 'forum_id = ? and word in (select value from json_each(?))';
    const words = JSON.stringify(wordList);
    this.#database
      .prepare(`update search_words_${access} set entry_count = entry_count - 1 where ${ofEntry}`)
      .run(forum_id, words);
    this.#database
      .prepare(`delete from search_words_${access} where ${ofEntry} and entry_count <= 0`)
      .run(forum_id, words);
  }

  #indexText(access: Access, statement: string, id: number, text: string): void {
    this.#database.prepare(statement.replaceAll('{}', `search_${access}`)).run(id, text);
  }
}

/**
 * The index writer over SQLite. Refuses to write once the transaction it is part of has ended.
 *
 * @param room is told of a full disk
 */
export function createIndexWriter(database: Database, room: Room): IndexWriter {
  const writer = new SqliteIndexWriter(database);
  const guard = (work: () => void): void => {
    if (!database.inTransaction)
      throw new AppError('unavailable', 'the transaction was ended by an earlier error; nothing of it is kept', {
        reply: archiveReplies.failing,
      });
    try {
      work();
    } catch (error) {
      room.notice(error);
      throw toAppError(error, database.name);
    }
  };
  return {
    add: (meeting, entries) => guard(() => writer.add(meeting, entries)),
    retire: (meetingId) => guard(() => writer.retire(meetingId)),
    restore: (meetingId, version) => guard(() => writer.restore(meetingId, version)),
    remove: (meetingId, version) => guard(() => writer.remove(meetingId, version)),
  };
}
