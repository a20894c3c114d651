import Database from 'better-sqlite3';
import { AppError } from '../../domain/app-error.js';
import { archiveReplies } from '../phrases.js';

/** What to do about a damaged store; a message that stops the program ends with it. */
export const restoreAdvice =
  'the file is left as it is; put a backup in its place: referent restore BACKUP --yes (docs/drift.md)';

const startsWithAny = (code: string, ...starts: string[]): boolean => starts.some((start) => code.startsWith(start));

/** Whether SQLite found no room on the disk; its shared memory, a file too, has a code of its own. */
export const isFull = (error: unknown): boolean =>
  error instanceof Database.SqliteError && ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'].includes(error.code);

const isBusy = (code: string): boolean => startsWithAny(code, 'SQLITE_BUSY', 'SQLITE_LOCKED');

/** Whether another process kept a lock, of an error as `toAppError` tells it. */
export const isHeldByAnother = (error: unknown): boolean =>
  error instanceof AppError && error.cause instanceof Database.SqliteError && isBusy(error.cause.code);

/** What is told of a store that has no room. */
export const noRoom = (file: string, code: string, cause?: unknown): AppError =>
  new AppError('unavailable', `the store ${file} cannot grow: the disk is full (${code})`, {
    reply: archiveReplies.full,
    cause,
  });

/**
 * Turns SQLite's failures that are no fault of the program into `AppError`: `unavailable` for a lock that was not
 * given up in time, a full disk or a failing one; `store_damaged` for a file SQLite cannot trust.
 * Everything else, a broken constraint among it, is a fault of the program and comes back unchanged.
 */
export function toAppError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  const unavailable = (what: string, reply: string): AppError =>
    new AppError('unavailable', `the store ${file} ${what} (${code})`, { reply, cause: error });
  if (isBusy(code)) return unavailable('is locked by another process', archiveReplies.busy);
  if (isFull(error)) return noRoom(file, code, error);
  if (startsWithAny(code, 'SQLITE_CORRUPT', 'SQLITE_NOTADB'))
    return new AppError('store_damaged', `the store ${file} is damaged (${code}); ${restoreAdvice}`, {
      reply: archiveReplies.damaged,
      cause: error,
    });
  if (startsWithAny(code, 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM'))
    return unavailable('cannot be read or written', archiveReplies.failing);
  return error;
}
