import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, statfsSync, statSync, truncateSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Room for some ten thousand log rows and deletions; a log that is brought into the store in time takes 4 MB of it. */
export const ballastBytes = 16 * 1024 * 1024;

/** Taken back only where as much again stays free for what is to be written: else it would be given up at once. */
export const roomToHold = 2 * ballastBytes;

/** How long nothing is tried after an attempt that failed though there seemed to be room, as under a quota. */
const patienceMs = 5000;

const blockBytes = 1024 * 1024;

export const ballastOf = (databaseFile: string): string => `${resolve(databaseFile)}.ballast`;

/**
 * `held`: it takes up its room; `released`: the disk was full, and has not had room for it since; `none`: no bot has
 * served the store yet, or the disk never had room.
 */
export type BallastState = 'held' | 'released' | 'none';

/** A file beside a store that takes up room while there is some, and is emptied when the disk is full. */
export interface Ballast {
  state(): BallastState;
  /** Makes the file take up its room, where there is enough. Says whether it does. */
  hold(): boolean;
  /** Gives the room to the store. Without a file nothing happens. */
  release(): void;
}

/** What other programs may write on the disk of a path, in bytes. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** Writes what no file system can make smaller. */
function fill(file: string): void {
  const block = randomBytes(blockBytes);
  const descriptor = openSync(file, 'w', 0o600);
  try {
    for (let at = 0; at < ballastBytes; at += blockBytes)
      if (writeSync(descriptor, block, 0, blockBytes, at) < blockBytes) throw new Error('the disk is full');
  } finally {
    closeSync(descriptor);
  }
}

/** The ballast of a store, whose state is the file's: all processes that have the store open see the same. */
export function createBallast(databaseFile: string): Ballast {
  const file = ballastOf(databaseFile);
  let triedAt = Number.NEGATIVE_INFINITY;

  const state = (): BallastState => {
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) return 'none';
    return size >= ballastBytes ? 'held' : 'released';
  };
  const release = (): void => {
    if (existsSync(file)) truncateSync(file);
  };
  return {
    state,
    release,
    hold() {
      if (state() === 'held') return true;
      if (performance.now() - triedAt < patienceMs || freeBytes(dirname(file)) < roomToHold) return false;
      try {
        fill(file);
        return true;
      } catch {
        triedAt = performance.now();
        release();
        return false;
      }
    },
  };
}
