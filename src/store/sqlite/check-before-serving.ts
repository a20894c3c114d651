import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { AppError } from '../../domain/app-error.js';
import { migrations } from '../migrations/index.js';
import type { Tables } from '../tables.js';
import { findContentFaults, findFileFaults } from './check-store.js';
import { lookInChild } from './look-in-child.js';
import { versionOf } from './migrate.js';
import { ImmediateSqliteDialect } from './sqlite-driver.js';
import { restoreAdvice } from './sqlite-errors.js';
import { isStoreFile } from './store-file.js';

/**
 * Looks at everything in a store without changing it. The connection is never closed, since closing the last one brings
 * the log into the file: for a process that is killed afterwards.
 */
export async function findStoreFaults(file: string): Promise<string[]> {
  const database = new Database(file, { fileMustExist: true, timeout: 5000 });
  const kysely = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database) });
  return versionOf(database) === migrations.length ? findContentFaults(database, kysely) : findFileFaults(database);
}

/**
 * Makes sure, before a store is served and so written to, that nothing in it is damaged. What is no store of Referent's, or
 * of a newer one, is left to `openStore` to refuse.
 *
 * @throws AppError `store_damaged`; the file is as it was
 */
export async function checkBeforeServing(databaseFile: string): Promise<void> {
  const file = resolve(databaseFile);
  if (!existsSync(file) || !isStoreFile(file)) return;
  const faults = await lookInChild({ store: file });
  if (faults.length > 0)
    throw new AppError('store_damaged', `the store ${file} is damaged`, {
      faults: [...faults.map((fault) => `${file}: ${fault}`), `${file} is damaged; ${restoreAdvice}`],
    });
}
