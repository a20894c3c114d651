import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorkingDays } from '../../../src/danish/working-days.js';
import { AppError } from '../../../src/domain/app-error.js';
import { type BackingUp, backupRequest, createBackupJobs } from '../../../src/features/backup/backup.jobs.js';
import { backupName, listBackups } from '../../../src/features/backup/backup-folder.js';
import { doJob, type JobSchedulerOptions, planJobs } from '../../../src/jobs/job-scheduler.js';
import { createLog } from '../../../src/logging.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

describe('the backups the bot makes', () => {
  let temporary: TemporaryStore;
  let folder: string;
  let forumIds: string[];
  let now: Date;
  const clock = { now: () => now };
  beforeEach(async () => {
    now = new Date('2026-11-23T02:00:00Z');
    temporary = await openTemporaryStore(clock);
    folder = join(temporary.file, '..', 'backups');
    forumIds = [(await temporary.store.forums.ensureForum('home', 'Chefforum')).id];
  });
  afterEach(() => temporary.remove());

  const jobLog: string[] = [];
  const schedulerOf = (backups: BackingUp['backups'], backUp: BackingUp['backUp']): JobSchedulerOptions => ({
    outbox: temporary.store.outbox,
    listForumIds: async () => forumIds,
    jobs: createBackupJobs({ backUp, clock, backups }),
    workingDays: createWorkingDays(),
    clock,
    random: () => 0.5,
    log: createLog({ level: 'info', destination: { write: (line) => jobLog.push(line) } }),
    holder: 'test',
    countJob: () => undefined,
  });
  /** Plans and does what is due, as the bot does every minute. */
  async function runDue(scheduler: JobSchedulerOptions): Promise<void> {
    await planJobs(scheduler);
    const due = await scheduler.outbox.takeJobs({ holder: 'test', now, leaseMs: 60_000, limit: 50 });
    await Promise.all(due.map((job) => doJob(job, scheduler)));
  }
  /** Stands for the store's own copying, which has tests of its own. */
  const plainCopy: BackingUp['backUp'] = async (target) => {
    writeFileSync(target, 'copy', { mode: 0o600 });
    return { bytes: 4, meetings: 0 };
  };
  const names = () => readdirSync(folder).sort();

  test('are made once at their time, checked, for all forums together', async () => {
    forumIds.push((await temporary.store.forums.ensureForum('home', 'Direktionen')).id);
    const backups = { folder, kept: 3, times: ['02:15'] };
    const scheduler = schedulerOf(backups, (target) => temporary.store.backUp(target));
    now = new Date('2026-11-23T01:14:59Z');
    await runDue(scheduler);
    now = new Date('2026-11-23T01:16:00Z');
    await runDue(scheduler);
    await runDue(scheduler);
    expect(names().at(-1)).toBe('referent-20261123T011600Z.db');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    // The one of the day before, not older than a day, was caught up with first.
    expect(names()).toHaveLength(2);
  });

  test('are kept in the number asked for, the newest of them, and other files are left alone', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    const scheduler = schedulerOf({ folder, kept: 3, times: ['02:15', '14:15'] }, plainCopy);
    for (let hour = 0; hour < 24 * 4; hour++) {
      now = new Date(Date.UTC(2026, 10, 23, hour, 30));
      await runDue(scheduler);
    }
    expect(names()).toEqual([
      'notes.txt',
      'referent-20261125T133000Z.db',
      'referent-20261126T013000Z.db',
      'referent-20261126T133000Z.db',
    ]);
  });

  test('after a day without the bot, one is made, not one for every hour missed', async () => {
    const times = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:15`);
    await runDue(schedulerOf({ folder, kept: 100, times }, plainCopy));
    expect(names()).toEqual([backupName(now)]);
  });

  test('one that fails leaves the old ones where they are, says why, and is tried again', async () => {
    mkdirSync(folder);
    for (const day of [1, 2, 3]) writeFileSync(join(folder, backupName(new Date(Date.UTC(2026, 10, day)))), 'old');
    let isFull = true;
    const scheduler = schedulerOf({ folder, kept: 1, times: ['02:15'] }, async (target) => {
      if (isFull) throw new AppError('unavailable', 'the disk is full');
      return plainCopy(target);
    });
    await runDue(scheduler);
    expect(names()).toHaveLength(3);
    const [forumId = ''] = forumIds;
    const job = await temporary.store.outbox.findJob(forumId, 'backup.at:02:15:2026-11-23');
    expect(job).toEqual({ state: 'waiting', attempts: 1, note: 'the disk is full' });
    expect(jobLog.join('\n')).toContain('job_failed');
    isFull = false;
    now = new Date(now.getTime() + 60_000);
    await runDue(scheduler);
    expect(names()).toEqual([backupName(now)]);
  });

  test('one that somebody asks for goes where they say, and to no place that is not whole', async () => {
    const target = join(folder, '..', 'asked.db');
    const scheduler = schedulerOf(null, plainCopy);
    const [forumId = ''] = forumIds;
    const ask = (key: string, file: string) =>
      temporary.store.outbox.add(
        forumId,
        { messages: [], withdrawn: [], jobs: [backupRequest(key, forumId, file, now, new Date(now.getTime() + 9000))] },
        now,
      );
    await ask('one', target);
    await ask('two', '../elsewhere.db');
    await runDue(scheduler);
    expect(statSync(target).size).toBe(4);
    expect(await temporary.store.outbox.findJob(forumId, 'one')).toMatchObject({ state: 'done' });
    expect(await temporary.store.outbox.findJob(forumId, 'two')).toMatchObject({ state: 'waiting', attempts: 1 });
    expect(await temporary.store.outbox.findJob(forumId, 'three')).toBeUndefined();
  });

  test('have names in the order of their age', () => {
    mkdirSync(folder);
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }), (date) => {
        const name = backupName(date);
        writeFileSync(join(folder, name), '');
        const found = listBackups(folder).find(({ file }) => file.endsWith(name));
        expect(found?.takenAt.getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
      { numRuns: 50 },
    );
    const byAge = listBackups(folder).map(({ file }) => file);
    expect(byAge).toEqual([...byAge].sort().reverse());
  });
});
