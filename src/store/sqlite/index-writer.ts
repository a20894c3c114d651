import type { Database, Statement } from 'better-sqlite3';
import type { Access } from '../../domain/access.js';
import { AppError } from '../../domain/app-error.js';
import { runInTurns, type Steps } from '../../domain/steps.js';
import type { IndexWriter, NewEntries } from '../index-writer.js';
import { archiveReplies } from '../phrases.js';
import type { SearchEntryRow, SearchEntryTermsRow } from '../tables.js';
import { AccessIndex, type IndexedEntry } from './access-index.js';
import { byField, countTerms, splitFields, stringsOf } from './entry-terms.js';
import type { Room } from './room.js';
import { toAppError } from './sqlite-errors.js';
import { decodeSet, decodeTermIds, encodeFields, encodeSet } from './term-lists.js';
import { numbersIn, TermTable } from './term-table.js';
import { TermUse } from './term-use.js';

interface StoredEntry extends IndexedEntry, Pick<SearchEntryRow, 'access' | 'in_force'> {
  /** Of its terms and words. */
  numbers: readonly number[];
}

const accesses: readonly Access[] = ['open', 'closed'];

/** What grows with a document is done in steps, to be gone through to the end. */
class SqliteIndexWriter {
  readonly #database: Database;
  readonly #terms: TermTable;
  readonly #use: TermUse;
  readonly #indexes: Readonly<Record<Access, AccessIndex>>;
  readonly #addEntry: Statement;
  readonly #addTerms: Statement;

  constructor(database: Database) {
    this.#database = database;
    this.#terms = new TermTable(database);
    this.#use = new TermUse(database);
    this.#indexes = { open: new AccessIndex(database, 'open'), closed: new AccessIndex(database, 'closed') };
    this.#addEntry = database.prepare(
      `insert into search_entries (forum_id, meeting_id, version, in_force, item_number, access, title, term_count)
        values (?, ?, ?, 1, ?, ?, ?, ?)`,
    );
    this.#addTerms = database.prepare('insert into search_entry_terms (id, terms, words) values (?, ?, ?)');
  }

  *add(documents: readonly NewEntries[]): Steps {
    const split = documents.flatMap(({ meeting, entries }) =>
      entries.map((entry) => ({ ...entry, meeting, title: entry.fields.title, fields: splitFields(entry.fields) })),
    );
    const numberOf = yield* this.#terms.numbersFor(stringsOf(split));
    const added: (IndexedEntry & { access: Access })[] = [];
    for (const { meeting, itemNumber, access, title, fields, words } of split) {
      const { forum_id } = meeting;
      const count = countTerms(fields);
      const row = this.#addEntry.run(forum_id, meeting.id, meeting.version, itemNumber, access, title, count);
      const id = Number(row.lastInsertRowid);
      this.#addTerms.run(id, encodeFields(fields, numberOf), encodeSet(words.map(numberOf)));
      added.push({ id, forum_id, access, fields, words });
      yield;
    }
    yield* this.#putIn(added);
  }

  *retire(meetingId: string): Steps {
    yield* this.#takeOut(this.#read('meeting_id = ? and in_force = 1', meetingId));
    this.#database.prepare('update search_entries set in_force = 0 where meeting_id = ?').run(meetingId);
  }

  *restore(meetingId: string, version: number): Steps {
    yield* this.#putIn(this.#read('meeting_id = ? and version = ?', meetingId, version));
    this.#database
      .prepare('update search_entries set in_force = 1 where meeting_id = ? and version = ?')
      .run(meetingId, version);
  }

  *remove(meetingId: string, version: number): Steps {
    const entries = this.#read('meeting_id = ? and version = ?', meetingId, version);
    yield* this.#takeOut(entries.filter(({ in_force }) => in_force === 1));
    this.#database.prepare('delete from search_entries where meeting_id = ? and version = ?').run(meetingId, version);
    const terms = this.#terms.termsOf(entries.flatMap(({ numbers }) => numbers));
    yield* this.#terms.remove(yield* this.#use.findUnused(terms));
  }

  #read(condition: string, ...parameters: (string | number)[]): StoredEntry[] {
    const rows = this.#database
      .prepare<(string | number)[], Pick<StoredEntry, 'forum_id' | 'access' | 'in_force'> & SearchEntryTermsRow>(
        `select entry.id, entry.forum_id, entry.access, entry.in_force, held.terms, held.words
          from search_entries as entry join search_entry_terms as held on held.id = entry.id where ${condition}`,
      )
      .all(...parameters);
    const terms = this.#terms.termsOf(rows.flatMap(numbersIn));
    const termOf = (id: number): string => terms.get(id) ?? '';
    return rows.map(({ terms: held, words, ...entry }) => {
      const ids = decodeTermIds(held);
      const fields = byField((name) => ids[name].map(termOf));
      return { ...entry, fields, words: decodeSet(words).map(termOf), numbers: numbersIn({ terms: held, words }) };
    });
  }

  *#putIn(entries: readonly (IndexedEntry & { access: Access })[]): Steps {
    for (const access of accesses)
      yield* this.#indexes[access].putIn(entries.filter((entry) => entry.access === access));
  }

  *#takeOut(entries: readonly (IndexedEntry & { access: Access })[]): Steps {
    for (const access of accesses)
      yield* this.#indexes[access].takeOut(entries.filter((entry) => entry.access === access));
  }
}

/**
 * The index writer over SQLite. Refuses to write once the transaction it is part of has ended.
 *
 * @param room is told of a full disk
 */
export function createIndexWriter(database: Database, room: Room): IndexWriter {
  const writer = new SqliteIndexWriter(database);
  const guard = <T>(work: () => T): T => {
    if (!database.inTransaction)
      throw new AppError('unavailable', 'the transaction was ended by an earlier error; nothing of it is kept', {
        reply: archiveReplies.failing,
      });
    try {
      return work();
    } catch (error) {
      room.notice(error);
      throw toAppError(error, database.name);
    }
  };
  const guarded = function* (steps: Steps): Steps {
    while (!guard(() => steps.next()).done) yield;
  };
  return {
    add: (added) => runInTurns(guarded(writer.add(added))),
    retire: (meetingId) => runInTurns(guarded(writer.retire(meetingId))),
    restore: (meetingId, version) => runInTurns(guarded(writer.restore(meetingId, version))),
    remove: (meetingId, version) => runInTurns(guarded(writer.remove(meetingId, version))),
  };
}
