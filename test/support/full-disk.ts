import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Clock } from '../../src/domain/clock.js';
import { openStore, storeOn } from '../../src/store/sqlite/open-store.js';
import { applySettings } from '../../src/store/sqlite/settings.js';
import { makeTemporaryFolder, type TemporaryStore } from './temporary-store.js';

/** A store whose disk can be filled: from then on nothing is taken in that needs another page. */
export interface FillableStore extends TemporaryStore {
  fill(): Promise<void>;
  /** There is room again. */
  free(): void;
}

/** More pages than any test writes. */
const plenty = 1_000_000;

/** What a page of 4 096 bytes holds of a row too large for one. */
const bytesOfOverflow = 4092;

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
    async fill() {
      // What fills the disk within somebody else's transaction is gone with it, and leaves the room.
      while (database.inTransaction) await pause(5);
      database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true })}`);
      // Pages that are in the file and free would be room still. One row that fills them exactly: many small ones would end
      // where their tree needs two pages to grow, with one left.
      const free = Number(database.pragma('freelist_count', { simple: true }));
      if (free > 0) database.prepare('insert into ballast values (zeroblob(?))').run(free * bytesOfOverflow + 400);
      if (database.pragma('freelist_count', { simple: true }) !== 0) throw new Error('there is room on the full disk');
    },
    free: () => void database.pragma(`max_page_count = ${plenty}`),
    remove: async () => {
      await store.close();
      remove();
    },
  };
}
