import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../../src/domain/app-error.js';
import { systemClock } from '../../../src/domain/clock.js';
import { openStore } from '../../../src/store/sqlite/open-store.js';
import { fillEveryTable, markOf } from '../../support/full-store.js';
import { makeTemporaryFolder, openTemporaryStore } from '../../support/temporary-store.js';

const isLong = process.env.REFERENT_LONG !== undefined;

/** Tables in which no text stands that a mark could be put into. */
const withoutText = new Set([
  'input_rounds',
  'registers',
  'schema_steps',
  'search_entries',
  'search_entry_terms',
  'search_state',
  'search_terms',
  'search_words_closed',
  'search_words_open',
  'send_pace',
  // Kept for an hour, and handed out once.
  'offered_files',
]);

describe('damage in a row', () => {
  const { folder, remove } = makeTemporaryFolder();
  const sound = join(folder, 'sound.db');
  let tables: string[];
  beforeAll(async () => {
    const store = await openStore({ file: sound, clock: systemClock });
    await fillEveryTable(store);
    expect(await store.check()).toEqual([]);
    await store.close();
    const database = new Database(sound, { readonly: true });
    tables = database
      .prepare<[], string>("select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'")
      .pluck()
      .all()
      .filter((table) => !/^sqlite_|^search_(open|closed)_/.test(table));
    for (const table of tables)
      expect([table, database.prepare(`select count(*) from ${table}`).pluck().get()]).not.toEqual([table, 0]);
    database.close();
  });
  afterAll(remove);

  /** Whether 64 bytes flipped at a place are found when the store is opened, or looked through. */
  async function isFound(place: number): Promise<boolean> {
    const file = join(folder, `flipped-${place}.db`);
    copyFileSync(sound, file);
    const bytes = readFileSync(file);
    for (let index = place; index < place + 64; index += 1) bytes[index] = (bytes[index] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
    const digest = () => createHash('sha256').update(readFileSync(file)).digest('hex');
    const before = digest();
    const store = await openStore({ file, clock: systemClock }).catch((error: unknown) => {
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: 'store_damaged' });
      return undefined;
    });
    if (store === undefined) return true;
    const faults = await store.check();
    expect(digest(), 'the file is left as it is').toBe(before);
    await store.close();
    return faults.length > 0;
  }

  test('is found in whatever table people’s words stand', async () => {
    const bytes = readFileSync(sound);
    const marked = tables.filter((table) => !withoutText.has(table));
    expect(marked.length).toBeGreaterThan(30);
    const chosen = isLong ? marked : marked.filter((_table, index) => index % 3 === 0);
    expect(chosen.length).toBeGreaterThanOrEqual(10);
    const hidden: string[] = [];
    let count = 0;
    for (const table of chosen) {
      const mark = markOf(table);
      const places: number[] = [];
      for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) places.push(at + 40);
      expect([table, places.length]).not.toEqual([table, 0]);
      count += places.length;
      for (const place of places) if (!(await isFound(place))) hidden.push(table);
    }
    expect(hidden).toEqual([]);
    if (isLong)
      process.stdout.write(`64 bytes flipped at ${count} places in ${chosen.length} tables: found each time\n`);
  });

  test('is not what a text that was cut in the middle of an emoji is taken for', async () => {
    const { store, remove: removeStore } = await openTemporaryStore();
    const forum = await store.forums.ensureForum('home', 'Chefforum');
    const question = {
      askedOn: '2026-11-19',
      question: `Hvad med ${'🌻'.slice(0, 1)}`,
      context: '\udf3b ø',
      cited: [],
    };
    await store.questions.keepQuestion(
      { ...question, status: 'not_found', forumId: forum.id, messageKey: null },
      { removeBefore: '2000-01-01', forgetMessagesBefore: '2000-01-01' },
    );
    expect(await store.check()).toEqual([]);
    await removeStore();
  });
});
