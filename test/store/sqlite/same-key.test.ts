import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeOn } from '../../../src/store/sqlite/open-store.js';
import { applySettings } from '../../../src/store/sqlite/settings.js';
import { makeAnsweringStore, readWrittenAnswers, saveKeyedAnswer } from '../../support/answering-store.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

const runs = process.env.REFERENT_LONG === undefined ? 60 : 1000;
const plenty = 1_000_000;

describe('an answer whose saving failed', () => {
  const { folder, remove } = makeTemporaryFolder();
  const file = join(folder, 'referent.db');
  let database: Database.Database;
  beforeAll(async () => {
    await makeAnsweringStore(file);
    database = new Database(file);
    applySettings(database);
  });
  afterAll(() => {
    database.close();
    remove();
  });

  test(`is there exactly once when it is sent again with its key, however far the first try came (${runs} faults)`, async () => {
    const store = storeOn(database);
    const [forum] = await store.forums.listForums('home');
    const forumId = forum?.id ?? '';
    let number = 0;
    let failures = 0;
    const save = (key: string, length: number) =>
      saveKeyedAnswer(store, forumId, { key, number, text: 'x'.repeat(length) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
        fc.integer({ min: 1, max: 12_000 }),
        async (rooms, length) => {
          number += 1;
          const key = `key-${String(number).padStart(6, '0')}`;
          // Each try finds the disk with so many pages left; the last with plenty.
          for (const room of rooms) {
            database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true })) + room}`);
            await save(key, length).catch((error: unknown) => {
              expect(error).toMatchObject({ code: 'unavailable', reply: expect.stringContaining('plads') });
              failures += 1;
            });
          }
          database.pragma(`max_page_count = ${plenty}`);
          await save(key, length);
          expect(database.prepare('select count(*) from input_answers where nonce = ?').pluck().get(key)).toBe(1);
          expect(database.prepare('select count(*) from outgoing_messages where key = ?').pluck().get(key)).toBe(1);
        },
      ),
      { numRuns: runs },
    );
    expect(failures).toBeGreaterThan(runs / 10);
    const { answers, messages, integrity } = readWrittenAnswers(file);
    expect(answers).toHaveLength(number);
    expect(messages).toEqual(answers);
    expect(integrity).toBe('ok');
    if (process.env.REFERENT_LONG !== undefined) process.stdout.write(`${number} answers, ${failures} failed tries\n`);
  });
});
