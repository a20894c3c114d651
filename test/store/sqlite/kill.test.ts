import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/domain/clock.js';
import { openStore } from '../../../src/store/sqlite/open-store.js';
import { makeAnsweringStore, readWrittenAnswers } from '../../support/answering-store.js';
import { buildScript } from '../../support/build-script.js';
import { startScript } from '../../support/start-script.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

const kills = process.env.REFERENT_LONG === undefined ? 3 : 40;

describe('a process killed while it imports', () => {
  const { folder, remove } = makeTemporaryFolder();
  afterAll(remove);

  test(`has lost nothing it had reported, and left nothing half done (${kills} kills)`, async () => {
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

const wanted = process.env.REFERENT_LONG === undefined ? { kills: 3, writes: 100 } : { kills: 40, writes: 20_000 };

test(`a process killed ${wanted.kills} times while it answers has lost none of ${wanted.writes} acknowledged answers, and saved none without its message`, {
  timeout: 1_800_000,
}, async () => {
  const { folder, remove } = makeTemporaryFolder();
  const script = await buildScript('test/support/write-answers.ts');
  const file = join(folder, 'referent.db');
  await makeAnsweringStore(file);
  const acknowledged = new Set<string>();
  let kills = 0;
  for (let number = 0; kills < wanted.kills || acknowledged.size < wanted.writes; kills += 1) {
    const writer = startScript(script.path, [file, String(number), '1000000']);
    const note = (line: string | undefined) => {
      const [what, key] = (line ?? 'ended').split(' ');
      expect(what).toBe('acknowledged');
      acknowledged.add(key ?? '');
    };
    try {
      note(await writer.nextLine());
      // Some other moment each time, while lines are read as they come; never longer than what is wanted needs.
      const until = performance.now() + 150 + ((kills * 37) % 150);
      const enough = acknowledged.size + wanted.writes / wanted.kills;
      while (performance.now() < until || acknowledged.size < enough) note(await writer.nextLine());
    } finally {
      for (const line of await writer.kill()) note(line);
    }

    const { answers, messages, integrity } = readWrittenAnswers(file);
    expect(integrity).toBe('ok');
    // One answer, one message; what was under way at the kill may be there or not, but whole.
    expect(new Set(answers).size).toBe(answers.length);
    expect(messages).toEqual(answers);
    const present = new Set(answers);
    expect([...acknowledged].filter((key) => !present.has(key))).toEqual([]);
    expect(answers.length - acknowledged.size).toBeLessThanOrEqual(kills + 1);
    number = answers.length;
    if (process.env.REFERENT_LONG !== undefined && kills % 10 === 9)
      process.stdout.write(`${acknowledged.size} acknowledged after ${kills + 1} kills\n`);
  }
  const store = await openStore({ file, clock: systemClock });
  expect(await store.check()).toEqual([]);
  await store.close();
  if (process.env.REFERENT_LONG !== undefined)
    process.stdout.write(`${acknowledged.size} acknowledged, ${kills} kills, none lost, none half\n`);
  await script.remove();
  remove();
});
