import type { Database } from 'better-sqlite3';

/** How long a statement waits for another process's lock, and a transaction until it can begin, in milliseconds. */
export const longestWaitMs = 5000;

/**
 * The settings the store is to run with, each with the value SQLite must report.
 *
 * `synchronous = FULL`: better-sqlite3 is built with NORMAL for write-ahead logs, where a power loss may undo
 * acknowledged work. `secure_delete`: deleted text is overwritten (the full-text tables carry their own such mark).
 * `trusted_schema = 0`: a schema put into the file by someone else runs no function with side effects.
 */
const wantedSettings = [
  { name: 'busy_timeout', value: longestWaitMs },
  { name: 'journal_mode', value: 'wal' },
  { name: 'synchronous', value: 2 },
  { name: 'foreign_keys', value: 1 },
  { name: 'secure_delete', value: 1 },
  { name: 'trusted_schema', value: 0 },
] as const;

/**
 * Figures that change speed only: 4 MB page cache (the system keeps the file's pages too), sorting in memory (no text in
 * temporary files), a log cut to 16 MB.
 */
const tuning = ['cache_size = -4000', 'temp_store = memory', 'journal_size_limit = 16777216'] as const;

/** Puts the settings in force; `findSettingFaults` says whether they are. */
export function applySettings(database: Database): void {
  for (const { name, value } of wantedSettings) database.pragma(`${name} = ${value}`);
  for (const setting of tuning) database.pragma(setting);
}

/** English, one line for each setting that is not in force or part that is not compiled in; empty when all is well. */
export function findSettingFaults(database: Database): string[] {
  const faults: string[] = [];
  for (const { name, value } of wantedSettings) {
    const actual: unknown = database.pragma(name, { simple: true });
    if (actual !== value) faults.push(`setting ${name} is ${String(actual)}, must be ${value}`);
  }
  const hasFts5 = database.prepare("select sqlite_compileoption_used('ENABLE_FTS5') as used").pluck().get();
  if (hasFts5 !== 1) faults.push('SQLite is built without full-text search (FTS5)');
  return faults;
}
