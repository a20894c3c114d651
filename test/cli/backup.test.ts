import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/domain/clock.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { acquireServeLock } from '../../src/store/sqlite/serve-lock.js';
import { builtPath } from '../support/built-sources.js';
import { runReferent } from '../support/run-referent.js';
import { sampleDocument, sampleItem, toSave } from '../support/sample-document.js';
import { startScript } from '../support/start-script.js';
import { makeTemporaryFolder } from '../support/temporary-store.js';

// Each of these starts processes; on a busy machine a start takes seconds.
describe('backup and restore on the command line', () => {
  let place: ReturnType<typeof makeTemporaryFolder>;
  let database: string;
  let backup: string;

  beforeEach(() => {
    place = makeTemporaryFolder();
    database = join(place.folder, 'referent.db');
    backup = join(place.folder, 'backups.db');
  });
  afterEach(() => place.remove());

  const run = (...args: string[]) => runReferent(args, { REFERENT_DB: database });

  /** Saves a meeting with a closed item for each date, through the store itself. */
  async function saveMeetings(...dates: string[]): Promise<void> {
    const store = await openStore({ file: database, clock: systemClock });
    const forum = await store.forums.ensureForum('home', 'Chefforum');
    const items = [sampleItem(1, { title: 'budget' }), sampleItem(2, { title: 'personale', access: 'closed' })];
    for (const date of dates) await store.minutes.saveDocument(toSave(forum.id, sampleDocument(date, { items })));
    await store.close();
  }

  /** Everything that matters of a store, to compare one with another. */
  async function readAll(file: string) {
    const store = await openStore({ file, clock: systemClock });
    try {
      expect(await store.check()).toEqual([]);
      const forums = await store.forums.listForums('home');
      const audience = { forumIds: forums.map(({ id }) => id), sees: 'open_and_closed' } as const;
      const meetings = await store.minutes.listMeetings(audience);
      const originals = await Promise.all(meetings.map(({ id }) => store.minutes.getOriginal(audience, id)));
      return { forums, meetings, originals, found: await store.search.countEntries(['budget', 'personale'], audience) };
    } finally {
      await store.close();
    }
  }

  test('the restore drill: a store that was backed up and lost comes back whole', async () => {
    await saveMeetings('2024-03-07', '2024-04-11');
    const before = await readAll(database);
    const made = await run('backup', backup, '--json');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(made.stdout)).toEqual({
      file: backup,
      bytes: statSync(backup).size,
      meetings: 2,
      by: 'command',
    });
    expect(statSync(backup).mode & 0o777).toBe(0o600);

    // The disk is gone: what a new machine has is the backup alone.
    const saved = join(place.folder, 'elsewhere.db');
    copyFileSync(backup, saved);
    for (const name of readdirSync(place.folder).filter((name) => name.startsWith('referent.db')))
      writeFileSync(join(place.folder, name), 'rust');
    const shown = await run('restore', saved);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toMatch(
      /would restore .*2 meetings, the newest of 2024-04-11, last changed 2026-01-05T08:00Z/,
    );
    expect(shown.stdout).toMatch(/in place of .*damaged.*\n.*Nothing is changed yet/);
    expect(readFileSync(database, 'utf8')).toBe('rust');
    const restored = await run('restore', saved, '--yes');
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(await readAll(database)).toEqual(before);
    // What was there is kept, damaged as it is.
    const [kept = ''] = readdirSync(place.folder).filter((name) => /before-restore-\d{8}T\d{6}Z$/.test(name));
    expect(readFileSync(join(place.folder, kept), 'utf8')).toBe('rust');
  });

  test('restore ends with 4 while the bot serves the store', async () => {
    await saveMeetings('2024-03-07');
    const lock = await acquireServeLock(database);
    const served = await run('restore', backup, '--yes');
    lock.release();
    expect(served).toMatchObject({ code: 4, stderr: expect.stringContaining('already served') });
  });

  test('a running bot makes the backup itself, and says why when it cannot', async () => {
    await saveMeetings('2024-03-07');
    const settings = { REFERENT_DB: database, REFERENT_INSECURE_LOCAL: '1', REFERENT_PORT: '0' };
    const bot = startScript(builtPath('src/main.ts'), [], settings);
    try {
      for (let line = await bot.nextLine(); !line?.includes('listening'); line = await bot.nextLine())
        expect(line).toBeDefined();
      const made = await run('backup', backup, '--json');
      expect(made).toMatchObject({ code: 0, stderr: '' });
      expect(JSON.parse(made.stdout)).toMatchObject({ meetings: 1, by: 'bot' });
      expect((await readAll(backup)).meetings).toHaveLength(1);

      const impossible = join(place.folder, 'none', 'backup.db');
      const refused = await run('backup', impossible);
      expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('there is no folder') });
      expect(existsSync(impossible)).toBe(false);
    } finally {
      expect(await bot.stop()).toBe(0);
    }
  });

  test('there is nothing to back up before there is a store', async () => {
    expect(await run('backup', backup)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there is no store'),
    });
    expect(existsSync(database)).toBe(false);
  });
});
