import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A backup that was made by itself. */
export interface KeptBackup {
  file: string;
  /** The moment whose state it holds, as its name says. */
  takenAt: Date;
  bytes: number;
}

/** `referent-20261122T021500Z.db`: the moment in UTC, so that names and age have one order. */
const named = /^referent-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.db$/;

/** What a backup of this moment is called. */
export const backupName = (takenAt: Date): string =>
  `referent-${takenAt.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z.db`;

/** Makes the folder, for its owner's eyes only, where it is not there. */
export const makeBackupFolder = (folder: string): void => void mkdirSync(folder, { recursive: true, mode: 0o700 });

/** Newest first. Files of other names are no concern of ours. Throws what the file system does. */
export function listBackups(folder: string): KeptBackup[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const parts = named.exec(name)?.slice(1).map(Number);
      if (parts === undefined) return [];
      const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
      const file = join(folder, name);
      return [
        { file, takenAt: new Date(Date.UTC(year, month - 1, day, hour, minute, second)), bytes: statSync(file).size },
      ];
    })
    .sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime());
}

/** Removes all but the newest. Says how many went. */
export function removeOldBackups(folder: string, kept: number): number {
  const old = listBackups(folder).slice(kept);
  for (const { file } of old) rmSync(file, { force: true });
  return old.length;
}
