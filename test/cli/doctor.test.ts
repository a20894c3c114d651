import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkBackups, longestGapHours } from '../../src/cli/doctor-backups.js';
import { tryHost } from '../../src/cli/doctor-checks.js';
import { checkRoom } from '../../src/cli/doctor-room.js';
import { checkSendings, checkStore } from '../../src/cli/doctor-store.js';
import { noIntents } from '../../src/domain/outgoing-message.js';
import { backupName } from '../../src/features/backup/backup-folder.js';
import { ballastBytes } from '../../src/store/sqlite/ballast.js';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.js';

describe('the doctor', () => {
  let temporary: TemporaryStore;
  let folder: string;
  const before = { ...process.env };
  beforeEach(async () => {
    temporary = await openTemporaryStore();
    folder = join(temporary.file, '..', 'backups');
    mkdirSync(folder);
    process.env.REFERENT_BACKUP_DIR = folder;
  });
  afterEach(async () => {
    process.env = { ...before };
    await temporary.remove();
  });

  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const keep = (takenAt: Date) => writeFileSync(join(folder, backupName(takenAt)), 'copy');

  describe('of backups', () => {
    test('is content with one of last night, and says when it shares the store’s disk', async () => {
      keep(hoursAgo(30));
      keep(hoursAgo(3));
      const found = await checkBackups(temporary.file);
      expect(found).toMatchObject({ status: 'note', mend: expect.stringContaining('anden disk') });
      expect(found.lines[0]).toMatch(/^2 kopier, den nyeste fra \p{L}+dag \d/u);
    });

    test('finds fault with one that is too old, by the times that are set', async () => {
      keep(hoursAgo(5));
      process.env.REFERENT_BACKUP_AT = 'hourly';
      expect(await checkBackups(temporary.file)).toMatchObject({
        status: 'fault',
        lines: [expect.stringMatching(/Den nyeste sikkerhedskopi er fra .* for gammelt/)],
        mend: expect.stringContaining('referent backup FIL'),
      });
      expect(longestGapHours(['02:15'])).toBe(24);
      expect(longestGapHours(['06:00', '18:00', '12:00'])).toBe(12);
    });

    test('finds fault with a folder that is not there, and only notes that none is set', async () => {
      process.env.REFERENT_BACKUP_DIR = join(folder, 'gone');
      expect(await checkBackups(temporary.file)).toMatchObject({
        status: 'fault',
        details: [expect.stringContaining('ENOENT')],
      });
      process.env.REFERENT_BACKUP_DIR = '';
      expect(await checkBackups(temporary.file)).toMatchObject({ status: 'note' });
    });

    test('does not ask a new installation for what it cannot have yet', async () => {
      expect(await checkBackups(temporary.file)).toMatchObject({ status: 'note', mend: null });
    });
  });

  test('tells of a disk that was full, and is content with one that has room', async () => {
    const ballast = `${temporary.file}.ballast`;
    expect(await checkRoom(temporary.file)).toMatchObject({ status: 'well' });
    writeFileSync(ballast, '', { mode: 0o600 });
    expect(await checkRoom(temporary.file)).toMatchObject({
      status: 'note',
      lines: [expect.stringMatching(/^Disken har været fuld. Nu er \d+ .B ledig/)],
    });
    // Whoever writes next takes it back.
    await temporary.store.forums.ensureForum('home', 'Chefforum');
    expect(statSync(ballast).size).toBe(ballastBytes);
    expect(statSync(ballast).mode & 0o777).toBe(0o600);
    expect(await checkRoom(temporary.file)).toMatchObject({ status: 'well' });
  });

  test('names the newest backup when the store is damaged', async () => {
    keep(hoursAgo(3));
    const broken = join(folder, '..', 'broken.db');
    writeFileSync(broken, 'rust');
    expect(await checkStore(broken)).toMatchObject({
      storeDamaged: true,
      lines: [expect.stringContaining('er beskadiget')],
      mend: expect.stringContaining(`referent restore ${join(folder, 'referent-')}`),
    });
  });

  test('tells of jobs that were given up', async () => {
    expect(await checkSendings(temporary.file)).toMatchObject({ status: 'well' });
    const { outbox, forums } = temporary.store;
    const forum = await forums.ensureForum('home', 'Chefforum');
    const now = new Date();
    const job = { key: 'k', kind: 'x', forumId: forum.id, payload: {}, dueAt: now, dropAfter: null };
    await outbox.add(forum.id, { ...noIntents, jobs: [job] }, now);
    const [taken] = await outbox.takeJobs({ holder: 'h', now, leaseMs: 1000, limit: 1 });
    if (taken !== undefined) await outbox.settleJob(taken, { state: 'failed', note: 'no' }, now);
    expect(await checkSendings(temporary.file)).toMatchObject({
      status: 'note',
      lines: [expect.stringContaining('Én opgave er opgivet')],
    });
  });

  test('takes any answer for a way out, and says why there is none', async () => {
    const server = createServer((_request, response) => response.writeHead(405).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await tryHost(origin)).toBeUndefined();
    const closed = new Promise((resolve) => server.close(resolve));
    // The connection of the first try is kept for the next.
    server.closeAllConnections();
    await closed;
    expect(await tryHost(origin)).toBe('ECONNREFUSED');
  });
});
