import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { AppError } from '../../domain/app-error.js';
import { migrations } from '../migrations/index.js';
import type { Tables } from '../tables.js';
import { lookInChild } from './check-in-child.js';
import { findContentFaults, findFileFaults } from './check-store.js';
import { versionOf } from './migrate.js';
import { ImmediateSqliteDialect } from './sqlite-driver.js';
import { restoreAdvice } from './sqlite-errors.js';
import { hasOwnLog, isStoreFile, schemaVersionOf } from './store-file.js';

/**
 * Looks at everything in a store as it is at one moment, without changing it or holding anybody up: on a connection that
 * only reads, in one transaction.
 */
export async function findStoreFaults(file: string): Promise<string[]> {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  database.exec('begin');
  const kysely = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database) });
  return versionOf(database) === migrations.length ? findContentFaults(database, kysely) : findFileFaults(database);
}

async function refuseDamaged(file: string, signal?: AbortSignal): Promise<void> {
  const faults = await lookInChild(file, signal);
  if (faults.length > 0)
    throw new AppError('store_damaged', `the store ${file} is damaged`, {
      faults: [...faults.map((fault) => `${file}: ${fault}`), `${file} is damaged; ${restoreAdvice}`],
    });
}

/**
 * Makes sure that nothing in a store is damaged where opening it would already change its file: one of an older schema,
 * which is brought up to date, and one that was put there as a copy. What is no store of Referent's, or of a newer one, is
 * left to `openStore` to refuse.
 *
 * @returns whether everything was looked at; if not, it remains to be done while the store is used
 * @throws AppError `store_damaged`; the file is as it was
 */
export async function checkBeforeChange(databaseFile: string): Promise<boolean> {
  const file = resolve(databaseFile);
  if (!existsSync(file) || !isStoreFile(file)) return true;
  if (hasOwnLog(file) && schemaVersionOf(file) >= migrations.length) return false;
  await refuseDamaged(file);
  return true;
}

/** A look at everything that goes on while the store is used. */
export interface RunningCheck {
  /** Rejects with AppError `store_damaged` when something is, `unavailable` when it could not be finished. */
  done: Promise<'sound' | 'stopped'>;
  stop(): void;
}

/** Looks at everything in a store that is open, in a process of its own that gives way to all others. */
export function checkWhileServing(databaseFile: string): RunningCheck {
  const stopping = new AbortController();
  const look = async (): Promise<'sound' | 'stopped'> => {
    try {
      await refuseDamaged(resolve(databaseFile), stopping.signal);
      return 'sound';
    } catch (error) {
      if (stopping.signal.aborted) return 'stopped';
      throw error;
    }
  };
  return { done: look(), stop: () => stopping.abort() };
}
