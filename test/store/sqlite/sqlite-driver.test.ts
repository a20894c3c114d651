import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ImmediateSqliteDialect } from '../../../src/store/sqlite/sqlite-driver.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

interface Notes {
  notes: { text: string };
}

describe('the SQLite driver', () => {
  let place: ReturnType<typeof makeTemporaryFolder>;
  let file: string;
  let raw: Database.Database;
  let database: Kysely<Notes>;

  beforeEach(() => {
    place = makeTemporaryFolder();
    file = join(place.folder, 'notes.db');
    raw = new Database(file);
    raw.pragma('journal_mode = wal');
    raw.exec('create table notes (text text not null)');
    database = new Kysely<Notes>({ dialect: new ImmediateSqliteDialect(raw) });
  });
  afterEach(async () => {
    await database.destroy();
    place.remove();
  });

  const noteCount = () => raw.prepare('select count(*) from notes').pluck().get();
  const add = (to: Pick<Kysely<Notes>, 'insertInto'>, text: string) =>
    to.insertInto('notes').values({ text }).execute();
  const fillDisk = () => raw.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true })}`);

  test('lets others go first between statements, however many follow one another', async () => {
    let isDone = false;
    let heard = 0;
    const listen = (): void => {
      if (isDone) return;
      heard += 1;
      setImmediate(listen);
    };
    setImmediate(listen);
    // Seconds of statements, where a few hundredths are enough.
    for (let statement = 0; heard <= 3 && statement < 200_000; statement += 1)
      await database.selectFrom('notes').selectAll().execute();
    isDone = true;
    expect(heard).toBeGreaterThan(3);
  });

  test('keeps nothing of a transaction that a full disk has ended, though the error was caught', async () => {
    fillDisk();
    const work = database.transaction().execute(async (transaction) => {
      await add(transaction, 'before');
      await add(transaction, 'x'.repeat(1_000_000)).catch(() => 'caught and forgotten');
      await add(transaction, 'after');
    });
    await expect(work).rejects.toMatchObject({ code: 'unavailable' });
    expect(noteCount()).toBe(0);
  });

  test('refuses to commit a transaction that has ended', async () => {
    fillDisk();
    const work = database.transaction().execute(async (transaction) => {
      await add(transaction, 'x'.repeat(1_000_000)).catch(() => 'caught and forgotten');
    });
    await expect(work).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('nothing of it'),
    });
  });

  test('says that the disk is full, in Danish for the chat, and goes on when there is room again', async () => {
    fillDisk();
    const tooMuch = database.transaction().execute((transaction) => add(transaction, 'x'.repeat(1_000_000)));
    await expect(tooMuch).rejects.toMatchObject({ code: 'unavailable', reply: expect.stringContaining('plads') });
    raw.pragma('max_page_count = 100000');
    await database.transaction().execute((transaction) => add(transaction, 'after'));
    expect(noteCount()).toBe(1);
  });

  test('rolls back when the work fails', async () => {
    const work = database.transaction().execute(async (transaction) => {
      await add(transaction, 'before');
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(noteCount()).toBe(0);
  });

  test('takes the write lock when a transaction begins, so that what it has read cannot go stale', async () => {
    const other = new Database(file, { timeout: 0 });
    await database.transaction().execute(async (transaction) => {
      await transaction.selectFrom('notes').selectAll().execute();
      expect(() => other.exec("insert into notes values ('other')")).toThrow(/locked/);
    });
    other.exec("insert into notes values ('other')");
    other.close();
    expect(noteCount()).toBe(1);
  });

  describe('while another process writes', () => {
    let other: Database.Database;
    beforeEach(() => {
      raw.pragma('busy_timeout = 5000');
      raw.pragma('synchronous = full');
      other = new Database(file);
      other.exec('begin immediate');
    });
    afterEach(() => other.close());

    test('reading goes on, and so does all else this process has to do; the writer waits and comes after', async () => {
      const seen: string[] = [];
      const writing = database
        .transaction()
        .execute((transaction) => add(transaction, 'late'))
        .then(() => seen.push('written'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push(`read ${(await database.selectFrom('notes').selectAll().execute()).length}`);
      other.exec("insert into notes values ('early'); commit");
      await writing;
      expect(seen).toEqual(['read 0', 'written']);
      expect(raw.prepare('select text from notes').pluck().all()).toEqual(['early', 'late']);
    });

    test('a transaction that need not reach the disk leaves the setting to itself', async () => {
      const settings = () => sql<{ synchronous: number }>`pragma synchronous`.execute(database);
      const isQuick: unknown[] = [];
      const writing = database.connection().execute(async (connection) => {
        await sql`pragma synchronous = normal`.execute(connection);
        await connection.transaction().execute(async (transaction) => {
          isQuick.push((await sql<{ synchronous: number }>`pragma synchronous`.execute(transaction)).rows);
          await add(transaction, 'quick');
        });
      });
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect((await settings()).rows).toEqual([{ synchronous: 2 }]);
      other.exec('commit');
      await writing;
      expect(isQuick).toEqual([[{ synchronous: 1 }]]);
    });
  });

  test('refuses a statement that writes outside a transaction', async () => {
    await expect(add(database, 'alone')).rejects.toThrow('inside a transaction');
    await expect(sql`delete from notes`.execute(database)).rejects.toThrow('inside a transaction');
    expect(noteCount()).toBe(0);
  });

  test('runs transactions begun at the same time one after the other', async () => {
    const texts = Array.from({ length: 50 }, (_, index) => `note ${index}`);
    await Promise.all(
      texts.map((text) =>
        database.transaction().execute(async (transaction) => {
          await transaction.selectFrom('notes').selectAll().execute();
          await add(transaction, text);
        }),
      ),
    );
    expect(noteCount()).toBe(50);
  });
});
