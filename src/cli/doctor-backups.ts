import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readBackupTimes } from '../config.js';
import { toLocalTime } from '../danish/date-format.js';
import { systemClock } from '../domain/clock.js';
import { homeTenant } from '../domain/home-tenant.js';
import { scheduledBackup } from '../features/backup/backup.jobs.js';
import { type KeptBackup, listBackups } from '../features/backup/backup-folder.js';
import { openStore } from '../store/sqlite/open-store.js';
import { readSetting } from './archive.js';
import { doctorPhrases as phrases } from './doctor-phrases.js';
import { type Check, type CheckResult, fault, faultLines, note, well } from './doctor-result.js';

const hourMs = 60 * 60 * 1000;
/** What a backup may be late: the bot was being restarted, or the machine was. */
const toleratedHours = 2;
/** Backups, and copies kept beside the store, may hold what was erased since; by then they should be gone. */
const oldAfterMs = 35 * 24 * hourMs;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The longest time between two backups, in hours. */
export function longestGapHours(times: readonly string[]): number {
  const minutes = times.map(minutesOf).sort((a, b) => a - b);
  const gaps = minutes.map((minute, index) => {
    const next = minutes[index + 1] ?? (minutes[0] ?? 0) + 24 * 60;
    return next - minute;
  });
  return Math.max(...gaps) / 60;
}

/** The backups of this installation, newest first; none when there is no folder, or it cannot be read. */
export function listBackupsIn(folder = readSetting('REFERENT_BACKUP_DIR', process.env)): KeptBackup[] {
  try {
    return folder === '' ? [] : listBackups(folder);
  } catch {
    return [];
  }
}

/** Why the newest attempts failed, in the program's words. */
async function findFailures(databaseFile: string, times: readonly string[], now: Date): Promise<string[]> {
  const store = await openStore({ file: databaseFile, clock: systemClock }).catch(() => undefined);
  if (store === undefined) return [];
  try {
    const [forum] = await store.forums.listForums(homeTenant);
    if (forum === undefined) return [];
    const days = [now, new Date(now.getTime() - 24 * hourMs)].map((day) => toLocalTime(day).date);
    const keys = days.flatMap((day) => times.map((time) => `${scheduledBackup(time)}:${day}`));
    const jobs = await Promise.all(keys.map((key) => store.outbox.findJob(forum.id, key)));
    return [...new Set(jobs.flatMap((job) => job?.note ?? []))];
  } finally {
    await store.close();
  }
}

async function checkAge(databaseFile: string, folder: string): Promise<CheckResult> {
  const times = readBackupTimes(readSetting('REFERENT_BACKUP_AT', process.env));
  const now = systemClock.now();
  const allowedMs = (longestGapHours(times) + toleratedHours) * hourMs;
  const backups = listBackups(folder);
  const [newest] = backups;
  const isNew = existsSync(databaseFile) && now.getTime() - statSync(databaseFile).birthtimeMs < allowedMs;
  if (newest === undefined && isNew) return note('backups', null, phrases.backupsWaiting(folder));
  if (newest !== undefined && now.getTime() - newest.takenAt.getTime() <= allowedMs)
    return well('backups', phrases.backupsWell(backups.length, newest.takenAt));
  const line = newest === undefined ? phrases.backupsMissing(folder) : phrases.backupsOld(newest.takenAt);
  return fault('backups', phrases.backupsMend, [line], await findFailures(databaseFile, times, now));
}

/** Copies that an upgrade or a restore left beside the store, and that are old by now. */
function findOldCopies(databaseFile: string): string[] {
  const folder = dirname(resolve(databaseFile));
  const store = basename(databaseFile);
  if (!existsSync(folder)) return [];
  const isCopy = (name: string): boolean =>
    [`${store}.schema-`, `${store}.before-restore-`].some((start) => name.startsWith(start));
  return readdirSync(folder).filter(
    (name) => isCopy(name) && Date.now() - statSync(join(folder, name)).ctimeMs > oldAfterMs,
  );
}

const isOnDiskOf = (folder: string, databaseFile: string): boolean =>
  existsSync(databaseFile) && statSync(folder).dev === statSync(databaseFile).dev;

export const checkBackups: Check = async (databaseFile) => {
  const folder = readSetting('REFERENT_BACKUP_DIR', process.env);
  const old = findOldCopies(databaseFile);
  const withOld = (result: CheckResult): CheckResult =>
    old.length === 0 || result.status === 'fault'
      ? result
      : note('backups', phrases.oldCopiesMend, ...result.lines, phrases.oldCopies(old));
  if (folder === '') return withOld(note('backups', phrases.backupsNoneMend, phrases.backupsNone));
  try {
    const result = await checkAge(databaseFile, folder);
    if (result.status !== 'well' || !isOnDiskOf(folder, databaseFile)) return withOld(result);
    return withOld(note('backups', phrases.backupsSameDiskMend, ...result.lines, phrases.backupsSameDisk));
  } catch (error) {
    return fault('backups', phrases.backupsFolderMend, [phrases.backupsFolder(folder)], faultLines(error));
  }
};
