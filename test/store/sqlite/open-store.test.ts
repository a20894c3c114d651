import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/domain/clock.js';
import { migrations } from '../../../src/store/migrations/index.js';
import { applicationId, migrate } from '../../../src/store/sqlite/migrate.js';
import { openStore } from '../../../src/store/sqlite/open-store.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('opening a store', () => {
  let place: ReturnType<typeof makeTemporaryFolder>;
  let file: string;

  beforeEach(() => {
    place = makeTemporaryFolder();
    file = join(place.folder, 'data', 'referent.db');
  });
  afterEach(() => place.remove());

  const open = () => openStore({ file, clock: systemClock });
  const makeFile = (bytes: string | Uint8Array): string => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return digest(file);
  };

  test('makes it for its owner’s eyes only, its logs and folder too', async () => {
    const store = await open();
    await store.forums.ensureForum('nordvang', 'Chefforum');
    expect(modeOf(dirname(file))).toBe(0o700);
    for (const end of ['', '-wal', '-shm']) expect(modeOf(`${file}${end}`)).toBe(0o600);
    await store.close();
  });

  test('narrows the rights of a store that others could read', async () => {
    await (await open()).close();
    chmodSync(file, 0o644);
    await (await open()).close();
    expect(modeOf(file)).toBe(0o600);
  });

  test('finds everything again after closing', async () => {
    const first = await open();
    const forum = await first.forums.ensureForum('nordvang', 'Chefforum');
    await first.minutes.saveDocument(toSave(forum.id, sampleDocument('2024-03-07')));
    await first.close();
    const second = await open();
    expect(await second.minutes.listMeetings({ forumIds: [forum.id], sees: 'open' })).toHaveLength(1);
    expect(await second.check()).toEqual([]);
    await second.close();
  });

  test.each([
    ['a text file', Buffer.from('Dette er ikke en database.')],
    ['one byte', Buffer.from('S')],
    ['zeroes', Buffer.alloc(8192)],
  ])('refuses %s, says how to restore, and leaves it as it is', async (_, bytes) => {
    const before = makeFile(bytes);
    await expect(open()).rejects.toMatchObject({
      code: 'store_damaged',
      message: expect.stringContaining('referent restore'),
      reply: expect.stringContaining('beskadiget'),
    });
    expect(digest(file)).toBe(before);
  });

  test('refuses another program’s database and leaves it as it is', async () => {
    mkdirSync(dirname(file));
    const other = new Database(file);
    other.exec('create table bookmarks (address text)');
    other.close();
    const before = digest(file);
    await expect(open()).rejects.toMatchObject({
      code: 'store_damaged',
      message: expect.stringContaining('not one of'),
    });
    expect(digest(file)).toBe(before);
  });

  test('refuses a store written by a newer version and leaves it as it is', async () => {
    await (await open()).close();
    const raw = new Database(file);
    raw.pragma(`user_version = ${migrations.length + 1}`);
    raw.pragma('wal_checkpoint(truncate)');
    raw.close();
    const before = digest(file);
    await expect(open()).rejects.toMatchObject({
      code: 'store_damaged',
      message: expect.stringContaining('newer Referent'),
    });
    expect(digest(file)).toBe(before);
  });

  test('refuses an emptied file whose log is still there', async () => {
    makeFile('');
    writeFileSync(`${file}-wal`, 'rest');
    await expect(open()).rejects.toMatchObject({ code: 'store_damaged' });
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('rest');
  });

  test('says so when the folder cannot be made', async () => {
    writeFileSync(join(place.folder, 'data'), 'a file where the folder should be');
    await expect(open()).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('cannot be opened'),
    });
  });

  test('tells of another process’s lock in Danish when it is not given up', async () => {
    const store = await open();
    const other = new Database(file);
    other.exec('begin immediate');
    await expect(store.forums.ensureForum('nordvang', 'Chefforum')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('locked by another process'),
      reply: expect.stringContaining('optaget'),
    });
    // Reading goes on meanwhile.
    expect(await store.forums.listForums('nordvang')).toEqual([]);
    other.exec('rollback');
    other.close();
    expect(await store.forums.ensureForum('nordvang', 'Chefforum')).toMatchObject({ name: 'Chefforum' });
    await store.close();
  });

  test('leaves no word of a deleted document in the file', async () => {
    const store = await open();
    const forum = await store.forums.ensureForum('nordvang', 'Chefforum');
    const items = [sampleItem(1, { title: 'kanariefuglen', decision: 'zebrastriber '.repeat(500) })];
    for (const date of ['2024-01-01', '2024-02-01'])
      await store.minutes.saveDocument(toSave(forum.id, sampleDocument(date)));
    await store.minutes.saveDocument(toSave(forum.id, sampleDocument('2024-03-07', { items })));
    await store.minutes.undoImport(forum.id, { date: '2024-03-07' });
    await store.close();
    const bytes = readFileSync(file).toString('latin1');
    expect(bytes).not.toContain('kanariefugl');
    expect(bytes).not.toContain('zebrastriber');
  });
});

describe('the schema’s steps', () => {
  test('are taken whole or not at all', () => {
    const { folder, remove } = makeTemporaryFolder();
    const database = new Database(join(folder, 'x.db'));
    const steps = [
      { name: '0001-good', statements: ['create table a (x)'] },
      { name: '0002-bad', statements: ['create table b (x)', 'create table b (x)'] },
    ];
    expect(() => migrate(database, systemClock, steps)).toThrow(/already exists/);
    expect(database.pragma('user_version', { simple: true })).toBe(1);
    expect(database.pragma('application_id', { simple: true })).toBe(applicationId);
    const tables = database.prepare("select name from sqlite_schema where name in ('a', 'b')").pluck().all();
    expect(tables).toEqual(['a']);
    database.close();
    remove();
  });

  test('are listed in the order of their numbers, and as their files are called', () => {
    const numbers = migrations.map(({ name }) => Number(name.slice(0, 4)));
    expect(numbers).toEqual(migrations.map((_, index) => index + 1));
  });
});
