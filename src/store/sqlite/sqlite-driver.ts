import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Statement } from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { AppError } from '../../domain/app-error.js';
import { letOthersGo } from '../../domain/steps.js';
import { archiveReplies } from '../phrases.js';
import { isReservedTable } from './reserved-tables.js';
import type { Room } from './room.js';
import { longestWaitMs } from './settings.js';
import { isHeldByAnother, noRoom, toAppError } from './sqlite-errors.js';

/** More distinct statements than the program has; keeps a fault from growing the cache without end. */
const statementCacheLimit = 500;

/** How soon a transaction that waits for another process looks again, in milliseconds: the gap between two of its may be short. */
const lookAgainMs = 2;

/**
 * The one connection, watched. Kysely's own lets the next statement commit by itself when SQLite has ended the
 * transaction on an error (a full disk); here
 * - a statement of a transaction runs only while that transaction is alive,
 * - a statement that writes runs only inside a transaction, and
 * - while room is short, only rows that are meant for then are added.
 */
class WatchedConnection implements DatabaseConnection {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();
  readonly #room: Room | undefined;
  #inTransaction = false;
  #isShort = false;

  constructor(database: Database, room: Room | undefined) {
    this.#database = database;
    this.#room = room;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.#refuseAfterLostTransaction();
    return this.#translatingErrors(() => {
      const statement = this.#prepare(query.sql);
      if (!this.#inTransaction && !statement.readonly)
        throw new Error('a statement that writes must run inside a transaction');
      if (this.#isShort && isGrowth(query)) throw noRoom(this.#database.name, 'the ballast is released');
      if (statement.reader) return { rows: statement.all(query.parameters) as R[] };
      const { changes, lastInsertRowid } = statement.run(query.parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    });
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    this.#refuseAfterLostTransaction();
    for (const row of this.#database.prepare(query.sql).iterate(query.parameters)) yield { rows: [row as R] };
  }

  /** @throws AppError at once when another process is writing; see `isHeldByAnother`. */
  begin(): void {
    // Immediate: a deferred transaction that reads first and then writes fails at once when another has written,
    // whatever the busy timeout.
    this.#isShort = this.#room?.isShort() ?? false;
    this.#translatingErrors(() => {
      // SQLite's own waiting would hold up everything else in this process.
      this.#prepare('pragma busy_timeout = 0').get();
      try {
        this.#database.exec('begin immediate');
      } finally {
        this.#prepare(`pragma busy_timeout = ${longestWaitMs}`).get();
      }
    });
    this.#inTransaction = true;
  }

  commit(): void {
    this.#refuseAfterLostTransaction();
    this.#translatingErrors(() => this.#database.exec('commit'));
    this.#inTransaction = false;
  }

  rollback(): void {
    this.#inTransaction = false;
    if (this.#database.inTransaction) this.#translatingErrors(() => this.#database.exec('rollback'));
  }

  #refuseAfterLostTransaction(): void {
    if (this.#inTransaction && !this.#database.inTransaction)
      throw new AppError('unavailable', 'the transaction was ended by an earlier error; nothing of it is kept', {
        reply: archiveReplies.failing,
      });
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= statementCacheLimit) this.#statements.clear();
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #translatingErrors<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#room?.notice(error);
      throw toAppError(error, this.#database.name);
    }
  }
}

/** Whether a statement adds rows for which there must be room. */
function isGrowth({ query }: CompiledQuery): boolean {
  if (query.kind !== 'InsertQueryNode') return false;
  const table = query.into?.table.identifier.name;
  return table === undefined || !isReservedTable(table);
}

/** How long statements may follow one another before whatever else waits in this process is heard, in milliseconds. */
const longestTurnMs = 5;

/**
 * Statements are answered at once, so one question would go through all of its own, and the next person's after it, before anything
 * that has come in meanwhile is heard. Between two statements is where it may be.
 */
class Turns {
  #begunAt: number | undefined;

  async takePart(): Promise<void> {
    if (this.#begunAt === undefined) {
      this.#begunAt = performance.now();
      setImmediate(() => {
        this.#begunAt = undefined;
      });
    } else if (performance.now() - this.#begunAt > longestTurnMs) await letOthersGo();
  }
}

/** Kysely's SQLite driver with immediate transactions and a watched connection. */
class ImmediateSqliteDriver extends SqliteDriver {
  readonly #database: Database;
  readonly #connection: WatchedConnection;
  readonly #turns = new Turns();

  constructor(database: Database, room: Room | undefined) {
    super({ database });
    this.#database = database;
    this.#connection = new WatchedConnection(database, room);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.takePart();
    // The parent's lock gives the connection to one user at a time; what it locks is our own connection.
    await super.acquireConnection();
    return this.#connection;
  }

  override async beginTransaction(): Promise<void> {
    const startedAt = performance.now();
    for (;;) {
      try {
        this.#connection.begin();
        return;
      } catch (error) {
        if (!isHeldByAnother(error) || performance.now() - startedAt > longestWaitMs) throw error;
      }
      await this.#standAside();
    }
  }

  /** Reading need not wait for another process, nor for who does. Whoever comes in between finds the usual setting. */
  async #standAside(): Promise<void> {
    const synchronous = this.#database.pragma('synchronous', { simple: true });
    this.#database.pragma('synchronous = full');
    await super.releaseConnection();
    await pause(lookAgainMs);
    await super.acquireConnection();
    this.#database.pragma(`synchronous = ${synchronous}`);
  }

  override async commitTransaction(): Promise<void> {
    this.#connection.commit();
  }

  override async rollbackTransaction(): Promise<void> {
    this.#connection.rollback();
  }
}

/** How Kysely speaks to an open better-sqlite3 database. */
export class ImmediateSqliteDialect implements Dialect {
  readonly #database: Database;
  readonly #room: Room | undefined;

  /** @param room absent: a full disk is no concern of whoever uses it */
  constructor(database: Database, room?: Room) {
    this.#database = database;
    this.#room = room;
  }

  createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#database, this.#room);
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new SqliteAdapter();
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(database);
  }
}
