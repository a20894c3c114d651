import { constants, copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import { newId } from '../../domain/new-id.js';
import type { Tables } from '../tables.js';
import { findContentFaults, findFileFaults } from './check-store.js';
import { checkOrigin, migrate } from './migrate.js';
import { ImmediateSqliteDialect } from './sqlite-driver.js';
import { besides, isStoreFile } from './store-file.js';
import { readStoreSummary, type StoreSummary } from './store-summary.js';
import { syncToDisk } from './write-copy.js';

/** A backup that lies checked beside the store, and has not taken its place yet. */
export interface PreparedRestore {
  backup: StoreSummary;
  /** What it will replace; null: there is no store yet; `unreadable`: there is one, and it is damaged. */
  current: StoreSummary | null | 'unreadable';
  /**
   * Puts the backup in the store's place.
   *
   * @returns the name under which the store that was there is kept; null: there was none
   * @throws AppError `store_in_use` when a process has the store open; nothing is changed then
   */
  replace(): Promise<string | null>;
  /** Removes what was prepared, unless it has taken its place. */
  discard(): void;
}

const faulty = (backup: string, faults: readonly string[]): AppError =>
  new AppError('invalid_input', `${backup} cannot be restored`, {
    faults: faults.map((fault) => `${backup}: ${fault}`),
  });

/** Copies a backup, with a log that may lie beside it; the backup itself is only read. */
function copyBeside(backup: string, part: string): void {
  for (const end of ['', '-wal'] as const)
    if (existsSync(`${backup}${end}`)) copyFileSync(`${backup}${end}`, `${part}${end}`, constants.COPYFILE_EXCL);
}

/** Looks at everything in the copy, brings its schema up to date, and makes it one file. */
async function findFaults(part: string, clock: Clock): Promise<string[]> {
  const database = new Database(part);
  const kysely = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database) });
  try {
    checkOrigin(database);
    database.pragma('secure_delete = 1');
    database.pragma('journal_mode = delete');
    const faults = findFileFaults(database);
    if (faults.length > 0) return faults;
    migrate(database, clock);
    return await findContentFaults(database, kysely);
  } catch (error) {
    if (error instanceof AppError || error instanceof Database.SqliteError) return [error.message];
    throw error;
  } finally {
    // Not through Kysely, which closes only what it has used.
    database.close();
  }
}

/** Brings what the log beside a store holds into its file, and makes sure that nobody else has it open. */
function settleOld(file: string): void {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: 1000 });
    database.pragma('journal_mode = delete');
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code.startsWith('SQLITE_BUSY'))
      throw new AppError('store_in_use', `a process has the store ${file} open; wait until it has ended`, {
        cause: error,
      });
    // A damaged store is kept as it is, with its log.
  } finally {
    database?.close();
  }
}

/**
 * Keeps the store under another name and puts the new one in its place. The store's own name always leads to a whole
 * store, the old one or the new one, at whatever moment this is broken off.
 */
function exchange(file: string, part: string, keptAs: string): void {
  try {
    linkSync(file, keptAs);
  } catch {
    // A file system without links.
    copyFileSync(file, keptAs, constants.COPYFILE_EXCL);
  }
  // The log of the old store must not be read into the new one.
  for (const end of besides) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${keptAs}${end}`);
  renameSync(part, file);
}

/**
 * Prepares the restoring of a backup. The caller holds the place of the process that serves the store.
 *
 * @throws AppError `invalid_input` when the backup is not there, not Referent's, of a newer Referent, or not sound
 */
export async function prepareRestore(databaseFile: string, backup: string, clock: Clock): Promise<PreparedRestore> {
  const file = resolve(databaseFile);
  if (!existsSync(backup) || !statSync(backup).isFile()) throw faulty(backup, ['there is no such file']);
  if (!isStoreFile(backup)) throw faulty(backup, ["it is no backup of Referent's"]);
  if (existsSync(file) && statSync(file).ino === statSync(backup).ino) throw faulty(backup, ['it is the store itself']);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.${newId()}.part`;
  const discard = (): void => {
    for (const end of ['', ...besides]) rmSync(`${part}${end}`, { force: true });
  };
  try {
    copyBeside(backup, part);
    const faults = await findFaults(part, clock);
    if (faults.length > 0) throw faulty(backup, faults);
    const summary = readStoreSummary(part);
    if (summary === 'unreadable') throw faulty(backup, ['it cannot be read']);
    return {
      backup: { ...summary, bytes: statSync(backup).size },
      current: existsSync(file) ? readStoreSummary(file) : null,
      discard,
      async replace() {
        await syncToDisk(part);
        if (!existsSync(file)) {
          renameSync(part, file);
          await syncToDisk(dirname(file));
          return null;
        }
        settleOld(file);
        const stamp = clock.now().toISOString().slice(0, 19).replace(/[-:]/g, '');
        const keptAs = `${file}.before-restore-${stamp}Z`;
        exchange(file, part, keptAs);
        await syncToDisk(dirname(file));
        return keptAs;
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
}
