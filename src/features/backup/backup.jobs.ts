import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import type { JobIntent } from '../../domain/outgoing-message.js';
import type { Job } from '../../routing/unasked.js';
import type { Store } from '../../store/ports.js';
import { backupName, listBackups, makeBackupFolder, removeOldBackups } from './backup-folder.js';

export interface BackingUp {
  backUp: Store['backUp'];
  clock: Clock;
  /** null: none is made by itself. */
  backups: { folder: string; kept: number; times: readonly string[] } | null;
}

/** The job that makes one backup somebody asked for; see `requestBackup`. */
export const requestedBackup = 'backup.requested';

/** The job that makes a backup at a time of the day, `HH:MM`; its occurrences add the date. */
export const scheduledBackup = (time: string): string => `backup.at:${time}`;

const requested = z.object({ file: z.string().refine(isAbsolute) });

/** What has the bot make a backup: picked up within a second or two, and forgotten when it is not. */
export const backupRequest = (key: string, forumId: string, file: string, now: Date, dropAfter: Date): JobIntent => ({
  key,
  kind: requestedBackup,
  forumId,
  payload: { file },
  dueAt: now,
  dropAfter,
});

/**
 * The jobs that copy the store: those at set times, and the one somebody asks for. One copy at a time. A time that is caught
 * up with, or done again after a crash or for another forum, finds a backup of its time or later and leaves it at that.
 */
export function createBackupJobs({ backUp, clock, backups }: BackingUp): Job[] {
  let last: Promise<unknown> = Promise.resolve();
  const oneAtATime = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const onRequest: Job = {
    kind: requestedBackup,
    run: ({ payload }) => oneAtATime(async () => void (await backUp(requested.parse(payload).file))),
  };
  if (backups === null) return [onRequest];
  const { folder, kept, times } = backups;
  const makeOne = async (dueAt: Date): Promise<void> => {
    try {
      makeBackupFolder(folder);
      const [newest] = listBackups(folder);
      if (newest === undefined || newest.takenAt < dueAt) await backUp(join(folder, backupName(clock.now())));
      removeOldBackups(folder, kept);
    } catch (cause) {
      if (!(cause instanceof Error && 'syscall' in cause && 'code' in cause)) throw cause;
      const reason = String(cause.code);
      throw new AppError('unavailable', `the folder for backups cannot be used (${reason})`, { cause });
    }
  };
  return [
    onRequest,
    ...times.map(
      (time): Job => ({
        kind: scheduledBackup(time),
        schedule: { every: 'day', time, catchUpHours: 24 },
        run: ({ dueAt }) => oneAtATime(() => makeOne(dueAt)),
      }),
    ),
  ];
}
