import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acquireServeLock } from '../../../src/store/sqlite/serve-lock.js';
import { startScript } from '../../support/start-script.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

describe('the place of the one serving process', () => {
  let place: ReturnType<typeof makeTemporaryFolder>;
  let file: string;

  beforeEach(() => {
    place = makeTemporaryFolder();
    file = join(place.folder, 'referent.db');
  });
  afterEach(() => place.remove());

  test('is taken by one at a time and free again when given up', async () => {
    const first = await acquireServeLock(file);
    await expect(acquireServeLock(file)).rejects.toMatchObject({ code: 'store_in_use' });
    first.release();
    (await acquireServeLock(file)).release();
  });

  test('is free again when its holder was killed', async () => {
    const holder = startScript('test/support/hold-serve-lock.ts', [file]);
    expect(await holder.nextLine()).toBe('held');
    await expect(acquireServeLock(file)).rejects.toMatchObject({ code: 'store_in_use' });
    await holder.kill();
    (await acquireServeLock(file)).release();
  });
});
