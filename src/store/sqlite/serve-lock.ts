import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../domain/app-error.js';
import { toAppError } from './sqlite-errors.js';

export interface ServeLock {
  release(): void;
}

/**
 * Takes the place of the one process that serves a store. The place is an exclusive lock that SQLite holds on a file
 * beside the store; the operating system gives it up when the process ends, however it ends, so nothing is ever stale.
 * Import and questions from the command line need no such place.
 *
 * @throws AppError `store_in_use` at once when another process serves the same store.
 */
export async function acquireServeLock(databaseFile: string): Promise<ServeLock> {
  const file = `${resolve(databaseFile)}.serve-lock`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  const database = new Database(file, { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new AppError('store_in_use', `the store ${resolve(databaseFile)} is already served by another process`, {
        cause: error,
      });
    throw toAppError(error, file);
  }
  return { release: () => void database.close() };
}

/** Whether a process serves the store now. */
export async function isServed(databaseFile: string): Promise<boolean> {
  if (!existsSync(`${resolve(databaseFile)}.serve-lock`)) return false;
  try {
    (await acquireServeLock(databaseFile)).release();
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === 'store_in_use') return true;
    throw error;
  }
}
