import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import { AppError } from '../domain/app-error.js';
import { systemClock } from '../domain/clock.js';
import { newId } from '../domain/new-id.js';
import { noIntents } from '../domain/outgoing-message.js';
import { type Archive, databaseOption, withArchive } from './archive.js';
import { count, print, printJson } from './output.js';
import { describeBytes } from './store-lines.js';

/** The bot looks for work every second; one that has not begun by then stands still, or has only just stopped. */
const takenUpWithinMs = 20_000;
const lookEveryMs = 250;

/**
 * Has the bot that serves the store make the backup.
 *
 * @returns false when it did not take it up, and will not any more
 * @throws AppError `unavailable` with the bot's own words when it could not
 */
async function askBot({ store, forum }: Archive, databaseFile: string, target: string): Promise<boolean> {
  const { backupRequest } = await import('../features/backup/backup.jobs.js');
  const { isServed } = await import('../store/sqlite/serve-lock.js');
  const key = `backup.requested:${newId()}`;
  const now = systemClock.now();
  const until = new Date(now.getTime() + takenUpWithinMs);
  await store.outbox.add(forum.id, { ...noIntents, jobs: [backupRequest(key, forum.id, target, now, until)] }, now);
  const takeBack = () => store.outbox.add(forum.id, { ...noIntents, withdrawn: [key] }, systemClock.now());
  for (;;) {
    await pause(lookEveryMs);
    const job = await store.outbox.findJob(forum.id, key);
    if (job?.state === 'done') return true;
    if (job !== undefined && job.note !== null && job.attempts > 0) {
      await takeBack();
      throw new AppError('unavailable', `the bot could not make the backup: ${job.note}`);
    }
    const hasNotBegun = (job?.attempts ?? 0) === 0 && systemClock.now() > until;
    if (hasNotBegun || !(await isServed(databaseFile))) {
      await takeBack();
      return false;
    }
  }
}

async function runBackup(path: string, { db, json }: { db: string; json?: boolean }): Promise<void> {
  const { isServed } = await import('../store/sqlite/serve-lock.js');
  const { readStoreSummary } = await import('../store/sqlite/store-summary.js');
  const { existsSync } = await import('node:fs');
  if (!existsSync(db)) throw new AppError('not_found', `there is no store at ${db}`);
  const target = resolve(path);
  const by = await withArchive(db, async (archive) => {
    if ((await isServed(db)) && (await askBot(archive, db, target))) return 'bot';
    // The bot is not running, or stands still. A copy by this process is as good: others may write meanwhile.
    await archive.store.backUp(target);
    return 'command';
  });
  const summary = readStoreSummary(target);
  if (summary === 'unreadable')
    throw new AppError('unavailable', `the bot wrote ${target}, but it is not to be read here`);
  const { bytes, meetings } = summary;
  if (json === true) printJson({ file: target, bytes, meetings, by });
  else
    print(
      `${target}: ${count(meetings, 'meeting')}, ${describeBytes(bytes)}, checked`,
      'It holds closed items and original files too: keep it where only those entitled can read it.',
    );
}

export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description('copy the store to a file, also while the bot runs; the copy is checked before it gets its name')
    .argument('<file>', 'the copy; an older backup of this name is replaced')
    .addOption(databaseOption())
    .option('--json', 'print the result as JSON')
    .action(runBackup);
}
