import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, systemClock } from '../../src/domain/clock.js';
import type { Store } from '../../src/store/ports.js';
import { openStore } from '../../src/store/sqlite/open-store.js';

export interface TemporaryStore {
  store: Store;
  file: string;
  /** Closes the store and removes its folder. */
  remove(): Promise<void>;
}

/** A folder of the test's own. */
export function makeTemporaryFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'referent-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A real store on disk. */
export async function openTemporaryStore(clock: Clock = systemClock): Promise<TemporaryStore> {
  const { folder, remove } = makeTemporaryFolder();
  const file = join(folder, 'referent.db');
  const store = await openStore({ file, clock });
  return {
    store,
    file,
    remove: async () => {
      await store.close();
      remove();
    },
  };
}
