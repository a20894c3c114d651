import { open } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { findCopyFaults } from './check-copy.js';
import { readStoreContents, type StoreContents } from './store-contents.js';

/** Copied in one go, between which the process does other things: about a millisecond each. */
const pagesAtOnce = 200;

/** 4 MB: brought to the disk while more is copied. */
const pagesToSync = 1000;

/**
 * Brings a growing file to the disk piece by piece. Else SQLite does it in one go when the last page is copied, and the process
 * stands still for it: a quarter of a second for 90 MB.
 */
async function syncAsItGrows(path: string): Promise<{ sync(pages: number): number; end(): Promise<void> }> {
  const file = await open(path, 'r+');
  let synced = 0;
  let underWay: Promise<void> | undefined;
  let failure: unknown;
  return {
    /** @returns how many pages to copy next */
    sync(pages) {
      if (underWay === undefined && pages - synced >= pagesToSync) {
        synced = pages;
        underWay = file
          .datasync()
          .catch((error: unknown) => {
            failure = error;
          })
          .finally(() => {
            underWay = undefined;
          });
      }
      return pagesAtOnce;
    },
    async end() {
      await underWay;
      await file.close();
      if (failure !== undefined) throw failure;
    },
  };
}

/**
 * Copies one state of a store, whatever is written to it meanwhile and by whom: the copying connection holds a read
 * transaction, so that SQLite need never begin again.
 */
async function copySnapshot(file: string, part: string): Promise<StoreContents> {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    database.pragma('busy_timeout = 5000');
    database.exec('begin');
    const contents = await readStoreContents(database);
    const writing = await syncAsItGrows(part);
    try {
      await database.backup(part, {
        progress: ({ totalPages, remainingPages }) => writing.sync(totalPages - remainingPages),
      });
    } finally {
      await writing.end();
    }
    return contents;
  } finally {
    database.close();
  }
}

/** What was copied, and what is wrong with the copy: English, one line a fault. */
export interface TakenCopy {
  contents: StoreContents;
  faults: string[];
}

/** Copies a store into an empty file and looks the copy through, in this process. @param part the empty file */
export async function takeCopy(file: string, part: string): Promise<TakenCopy> {
  const contents = await copySnapshot(file, part);
  return { contents, faults: await findCopyFaults(part, contents) };
}
