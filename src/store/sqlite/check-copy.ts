import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { migrations } from '../migrations/index.js';
import type { Tables } from '../tables.js';
import { findContentFaults, findFileFaults } from './check-store.js';
import { ImmediateSqliteDialect } from './sqlite-driver.js';
import { compareContents, readStoreContents, type StoreContents } from './store-contents.js';

/**
 * Looks at everything in a copy nobody else has opened, and makes it one file: without a log beside it. One of an older
 * schema is compared and looked through as a file; its index and documents are read by the program that wrote them.
 *
 * @returns English, one line a fault
 */
export async function findCopyFaults(file: string, contents: StoreContents): Promise<string[]> {
  const database = new Database(file, { fileMustExist: true });
  const kysely = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database) });
  try {
    database.pragma('journal_mode = delete');
    const differences = compareContents(await readStoreContents(database), contents);
    if (differences.length > 0) return differences;
    return contents.version === migrations.length
      ? await findContentFaults(database, kysely)
      : findFileFaults(database);
  } finally {
    // Not through Kysely, which closes only what it has used.
    database.close();
  }
}
