import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/domain/clock.js';
import { toStoredContent } from '../../../src/store/document-content.js';
import { drawnTables, drawRows } from '../../../src/store/meeting-rows.js';
import { migrations } from '../../../src/store/migrations/index.js';
import { migrate } from '../../../src/store/sqlite/migrate.js';
import { openStore, upgradeCopyOf } from '../../../src/store/sqlite/open-store.js';
import { prepareRestore } from '../../../src/store/sqlite/restore-store.js';
import { type BuiltScript, buildScript } from '../../support/build-script.js';
import { sampleDocument, sampleItem, sampleOriginal } from '../../support/sample-document.js';
import { startScript } from '../../support/start-script.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

const newest = migrations.length;
const isLong = process.env.REFERENT_LONG !== undefined;

describe('a store of an older version', () => {
  const { folder, remove } = makeTemporaryFolder();
  let script: BuiltScript;
  beforeAll(async () => {
    script = await buildScript('test/support/upgrade-store.ts');
  });
  afterAll(async () => {
    await script.remove();
    remove();
  });

  /** A store as the version with so many steps left it, with one meeting in it. */
  function makeOldStore(version: number, name = `old-${version}.db`): string {
    const file = join(folder, name);
    const database = new Database(file);
    database.pragma('journal_mode = wal');
    migrate(database, systemClock, migrations.slice(0, version));
    const document = sampleDocument('2024-03-07', {
      items: [sampleItem(1, { title: 'Budget', decision: 'Godkendt.' })],
    });
    const original = sampleOriginal('referat.txt', 'Referat');
    const meeting = { forum_id: 'forum', meeting_id: 'meeting' };
    const insert = (table: string, row: object): void => {
      const columns = Object.keys(row);
      database
        .prepare(`insert into ${table} (${columns.join()}) values (${columns.map((column) => `@${column}`).join()})`)
        .run(row);
    };
    insert('forums', { id: 'forum', tenant_id: 'home', name: 'Chefforum' });
    insert('meetings', {
      id: 'meeting',
      forum_id: 'forum',
      kind: 'minutes',
      date: '2024-03-07',
      version: 1,
      start_time: '09:00',
      end_time: '11:00',
      place: 'Mødelokale 1',
    });
    insert('documents', {
      ...meeting,
      version: 1,
      file_name: original.fileName,
      sha256: original.sha256,
      imported_at: '2024-03-08T08:00:00.000Z',
      closed_items: '[]',
      ...toStoredContent(document),
      original: original.bytes,
    });
    const drawn = drawRows(meeting, document);
    for (const table of drawnTables) for (const row of drawn[table]) insert(table, row);
    database.close();
    return file;
  }

  const versionOf = (file: string): number => {
    const database = new Database(file, { readonly: true });
    const version = Number(database.pragma('user_version', { simple: true }));
    database.close();
    return version;
  };

  async function expectWhole(file: string): Promise<void> {
    const store = await openStore({ file, clock: systemClock });
    const meetings = await store.minutes.findMeetings({ forumIds: ['forum'], sees: 'open' }, '2024-03-07');
    expect(meetings.map(({ document }) => document.items[0]?.decision)).toEqual(['Godkendt.']);
    expect(await store.check()).toEqual([]);
    await store.close();
    expect(versionOf(file)).toBe(newest);
  }

  test.each(Array.from({ length: newest - 1 }, (_, index) => index + 1))(
    'with %i steps comes up to date whole, and is kept as it was',
    async (version) => {
      const file = makeOldStore(version);
      await expectWhole(file);
      const kept = upgradeCopyOf(file, version);
      expect(versionOf(kept)).toBe(version);
      // The copy can be restored: by the version that wrote it, or by this one.
      const elsewhere = join(folder, `restored-${version}.db`);
      await (await prepareRestore(elsewhere, kept, systemClock)).replace();
      await expectWhole(elsewhere);
    },
  );

  test('that is up to date is not copied', async () => {
    const file = makeOldStore(newest, 'current.db');
    await expectWhole(file);
    expect(existsSync(upgradeCopyOf(file, newest))).toBe(false);
  });

  const pairs = Array.from({ length: newest }, (_, from) =>
    Array.from({ length: newest - from }, (_unused, index) => ({ from, step: from + index + 1 })),
  ).flat();
  // An empty file has nothing to lose; of the others a few, or all.
  const killed = pairs.filter(({ from, step }) => from > 0 && (isLong || (from === 1 && step % 5 === 0)));

  test(`killed inside a step (${killed.length} times), has taken that step not at all and those before it whole`, async () => {
    for (const { from, step } of killed) {
      const file = join(folder, `killed-${from}-${step}.db`);
      copyFileSync(makeOldStore(from, `from-${from}-${step}.db`), file);
      const upgrading = startScript(script.path, [file, String(step)]);
      expect(await upgrading.nextLine()).toBe('inside');
      await upgrading.kill();
      expect({ from, step, version: versionOf(file) }).toEqual({ from, step, version: step - 1 });
      await expectWhole(file);
    }
    if (isLong)
      process.stdout.write(`${killed.length} upgrades killed inside a step: each old or new, never between\n`);
  });
});
