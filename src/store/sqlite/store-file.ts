import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../domain/app-error.js';
import { applicationId } from './migrate.js';

/** The first bytes of every SQLite file, and where in them it says whose it is: https://sqlite.org/fileformat.html */
const sqliteHeader = Buffer.from('SQLite format 3\0', 'latin1');
const headerLength = 100;
const applicationIdAt = 68;
/** Whether writers keep a log beside the file, which the file remembers, and the store's version. */
const writeVersionAt = 18;
const writeAheadLog = 2;
const userVersionAt = 60;

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(headerLength);
  const descriptor = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(descriptor, header, 0, headerLength, 0));
  } finally {
    closeSync(descriptor);
  }
}

export const isSqliteFile = (file: string): boolean =>
  readHeader(file).subarray(0, sqliteHeader.length).equals(sqliteHeader);

/** By its header alone: whether SQLite, and Referent, wrote the file. */
export function isStoreFile(file: string): boolean {
  const header = readHeader(file);
  return (
    header.length === headerLength &&
    header.subarray(0, sqliteHeader.length).equals(sqliteHeader) &&
    header.readUInt32BE(applicationIdAt) === applicationId
  );
}

/** Whether a store is written by way of a log beside it: false for a copy that was never used. */
export const hasOwnLog = (file: string): boolean => readHeader(file)[writeVersionAt] === writeAheadLog;

/** How many steps a store's schema has taken, by its header; what still lies in the log does not count. */
export const schemaVersionOf = (file: string): number => readHeader(file).readUInt32BE(userVersionAt);

/** The file's one name, though it is reached by links or is not there yet. */
function trueName(file: string): string {
  if (existsSync(file)) return realpathSync(file);
  const folder = dirname(resolve(file));
  return join(existsSync(folder) ? realpathSync(folder) : folder, basename(file));
}

/** What SQLite keeps beside a store. */
export const besides = ['-wal', '-shm', '-journal'] as const;

/**
 * Makes sure that a copy of a store destroys nothing but an older copy.
 *
 * @throws AppError `invalid_input` for the store itself, what belongs to it, or a file that is no store of Referent's
 */
export function checkCopyTarget(file: string, target: string): void {
  const own = ['', ...besides, '.serve-lock', '.ballast'].map((end) => `${trueName(file)}${end}`);
  if (own.includes(trueName(target)))
    throw new AppError('invalid_input', `${target} is the store itself or belongs to it; name another file`);
  if (existsSync(target) && !isStoreFile(target))
    throw new AppError('invalid_input', `${target} is there already and is no backup of Referent's; name another file`);
}
