import { closeSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../domain/app-error.js';
import { newId } from '../../domain/new-id.js';
import { ballastBytes, freeBytes } from './ballast.js';
import { takeCopyInChild } from './check-in-child.js';
import { toCopyError } from './copy-error.js';
import type { StoreContents } from './store-contents.js';
import type { takeCopy } from './take-copy.js';

/** What a copy is called until it has been looked through: its name, 22 random letters, `.part`. */
const partName = /\.[\w-]{22}\.part(-journal|-wal|-shm)?$/;
/** No copy takes longer: one this old was left behind by a process that was killed. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;

/** Makes sure that what was written, and its name, outlive a power cut. */
export async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Removes what a killed process left half copied in a folder, where the names are those of `isOurs`. */
export function removeAbandoned(folder: string, isOurs: (name: string) => boolean): void {
  for (const name of readdirSync(folder)) {
    if (!partName.test(name) || !isOurs(name.replace(partName, ''))) continue;
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > abandonedAfterMs) rmSync(path, { force: true });
  }
}

/** Removes a copy that will not be, with what SQLite keeps beside it. */
function removePart(part: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
}

/**
 * Refuses a copy for which there is no room, before it takes the last of it from whoever else writes on that disk: the bot
 * itself, where the store lies on it too.
 */
function checkRoom(file: string, target: string): void {
  const bytes = ['', '-wal']
    .map((end) => statSync(`${file}${end}`, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size);
  const free = freeBytes(dirname(target));
  if (free < bytes + ballastBytes)
    throw new AppError(
      'unavailable',
      `there is no room for ${target}: it takes ${toMegabytes(bytes + ballastBytes)} MB, and ${toMegabytes(free)} MB are free`,
    );
}

const toMegabytes = (bytes: number): number => Math.ceil(bytes / 1e6);

export interface CopyOptions {
  /** Keeps nothing when another process has brought the schema further meanwhile. */
  onlyOfVersion?: number;
  /** Copies, and says what is wrong with the copy; in a process of its own unless there is nothing to hold up. */
  take?: typeof takeCopy;
}

/**
 * Copies a store to a file. The copy is written under another name, for its owner's eyes only, looked through and compared
 * with what was copied, both in a process of its own, and only then given its name, in the place of a file that may have had
 * it. Whoever finds the name finds a whole copy, whenever this is killed.
 *
 * @throws AppError `unavailable` when there is no room or no right to write; `store_damaged` when the copy is not sound.
 * Nothing is changed then.
 */
export async function writeCopy(
  file: string,
  target: string,
  { onlyOfVersion, take = takeCopyInChild }: CopyOptions = {},
): Promise<StoreContents> {
  const folder = dirname(target);
  const part = `${target}.${newId()}.part`;
  try {
    removeAbandoned(folder, (name) => name === basename(target));
    checkRoom(file, target);
    closeSync(openSync(part, 'wx', 0o600));
  } catch (cause) {
    throw toCopyError(cause, target);
  }
  try {
    const { contents, faults } = await take(file, part);
    if (onlyOfVersion !== undefined && contents.version !== onlyOfVersion) {
      removePart(part);
      return contents;
    }
    if (faults.length > 0)
      throw new AppError('store_damaged', `the copy of ${file} is not sound and was not kept`, {
        faults: faults.map((fault) => `copy of ${file}: ${fault}`),
      });
    await syncToDisk(part);
    // Not at once: the file that had the name goes with it, which takes its time.
    await rename(part, target);
    await syncToDisk(folder);
    return contents;
  } catch (error) {
    removePart(part);
    throw toCopyError(error, target);
  }
}
