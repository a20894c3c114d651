import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Clock } from '../../src/domain/clock.js';
import { openStore, storeOn } from '../../src/store/sqlite/open-store.js';
import { applySettings } from '../../src/store/sqlite/settings.js';
import { makeTemporaryFolder, type TemporaryStore } from './temporary-store.js';

/** A store whose disk can be filled: from then on nothing is taken in that needs another page. */
export interface FillableStore extends TemporaryStore {
  fill(): void;
  /** There is room again. */
  free(): void;
}

/** More pages than any test writes. */
const plenty = 1_000_000;

export async function openFillableStore(clock: Clock): Promise<FillableStore> {
  const { folder, remove } = makeTemporaryFolder();
  const file = join(folder, 'referent.db');
  await (await openStore({ file, clock })).close();
  // A limit holds for one connection, so it is set on the store's own.
  const database = new Database(file);
  applySettings(database);
  database.exec('create table ballast (bytes blob)');
  const store = storeOn(database);
  return {
    store,
    file,
    fill() {
      database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true })}`);
      // Pages that are in the file and free would be room still.
      // Large rows first; they may leave the one page that they would need two of, which small rows take.
      const add = database.prepare('insert into ballast values (zeroblob(?))');
      for (const bytes of [5000, 100])
        try {
          for (;;) add.run(bytes);
        } catch (error) {
          if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_FULL') throw error;
        }
    },
    free: () => void database.pragma(`max_page_count = ${plenty}`),
    remove: async () => {
      await store.close();
      remove();
    },
  };
}
