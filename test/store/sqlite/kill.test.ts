import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/domain/clock.js';
import { openStore } from '../../../src/store/sqlite/open-store.js';
import { startScript } from '../../support/start-script.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

const kills = process.env.REFERENT_LONG === undefined ? 3 : 40;

describe('a process killed while it imports', () => {
  const { folder, remove } = makeTemporaryFolder();
  afterAll(remove);

  test(`has lost nothing it had reported, and left nothing half done (${kills} kills)`, {
    timeout: 180_000,
  }, async () => {
    const file = join(folder, 'referent.db');
    const reported = new Set<string>();
    for (let round = 0; round < kills; round++) {
      const writer = startScript('test/support/write-documents.ts', [file, String(reported.size)]);
      reported.add((await writer.nextLine()) ?? 'the writer has ended');
      // Some other moment each time.
      await pause(60 + ((round * 37) % 150));
      for (const line of await writer.kill()) reported.add(line);

      const store = await openStore({ file, clock: systemClock });
      const [forum] = await store.forums.listForums('nordvang');
      const audience = { forumIds: [forum?.id ?? ''], sees: 'open_and_closed' } as const;
      const present = new Map((await store.minutes.listMeetings(audience)).map((meeting) => [meeting.date, meeting]));
      expect([...reported].filter((date) => !present.has(date))).toEqual([]);
      expect([...present.values()].filter(({ itemCount }) => itemCount !== 3)).toEqual([]);
      expect((await store.search.countEntries(['sag'], audience)).total).toBe(present.size * 3);
      expect(await store.check()).toEqual([]);
      await store.close();
    }
    expect(reported.size).toBeGreaterThan(kills);
  });
});
