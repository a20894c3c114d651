import type { Database } from 'better-sqlite3';
import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import { migrations } from '../migrations/index.js';
import type { Migration } from '../migrations/migration.js';
import { archiveReplies } from '../phrases.js';

/** "Refr": marks the file as Referent's. */
export const applicationId = 0x52656672;

const readNumber = (database: Database, pragma: string): number => Number(database.pragma(pragma, { simple: true }));

const isEmpty = (database: Database): boolean =>
  database.prepare('select count(*) from sqlite_schema').pluck().get() === 0;

/** The store's version is how many of the steps it has taken. */
export const versionOf = (database: Database): number => readNumber(database, 'user_version');

/**
 * Reads the whole schema, and whose file it is: cheap whatever the file's size.
 *
 * @throws AppError `store_damaged` for another program's database or one of a newer Referent.
 */
export function checkOrigin(database: Database, steps: readonly Migration[] = migrations): void {
  if (!isEmpty(database) && readNumber(database, 'application_id') !== applicationId)
    throw new AppError(
      'store_damaged',
      `${database.name} is a database, but not one of Referent's; it is left as it is`,
    );
  const version = versionOf(database);
  if (version > steps.length)
    throw new AppError(
      'store_damaged',
      `${database.name} was written by a newer Referent (schema ${version}, this program knows ${steps.length}); ` +
        'install that version again, the file is left as it is',
      { reply: archiveReplies.failing },
    );
}

/** When each step was taken: for whoever has to find out what happened to a store. */
const historyTable =
  'create table if not exists schema_steps (version integer primary key, name text not null, taken_at text not null) strict';

function takeStep(database: Database, clock: Clock, version: number, step: Migration): void {
  database
    .transaction(() => {
      // Read again under the write lock: another process may have taken the step meanwhile.
      if (versionOf(database) >= version) return;
      for (const statement of step.statements) database.exec(statement);
      step.rewrite?.(database);
      database.exec(historyTable);
      database
        .prepare('insert into schema_steps (version, name, taken_at) values (?, ?, ?)')
        .run(version, step.name, clock.now().toISOString());
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${version}`);
    })
    .immediate();
}

/** Brings the schema up to date, each step in one transaction: a process killed in between leaves whole steps behind. */
export function migrate(database: Database, clock: Clock, steps: readonly Migration[] = migrations): void {
  for (const [index, step] of steps.entries()) {
    const version = index + 1;
    if (versionOf(database) < version) takeStep(database, clock, version, step);
  }
}
