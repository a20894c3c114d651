import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

/** What a person recognises a store by. */
export interface StoreSummary {
  meetings: number;
  /** ISO date; null: it holds no meeting. */
  newestMeetingOn: string | null;
  /** When something in it was last changed; null: nothing was. */
  lastChangeAt: Date | null;
  bytes: number;
}

/** Where an instant says that something was changed. */
const changes = [
  { table: 'documents', column: 'imported_at' },
  { table: 'agenda_revisions', column: 'changed_at' },
  { table: 'input_answers', column: 'answered_at' },
  { table: 'member_changes', column: 'changed_at' },
  { table: 'enquiries', column: 'asked_at' },
  { table: 'outgoing_messages', column: 'settled_at' },
] as const;

/** Reads a store of any version, without changing it. `unreadable`: it is damaged. */
export function readStoreSummary(file: string): StoreSummary | 'unreadable' {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    const opened = database;
    const tables = new Set(opened.prepare('select name from sqlite_schema').pluck().all());
    const read = (sql: string): unknown => opened.prepare(sql).pluck().get();
    const instants = changes
      .filter(({ table }) => tables.has(table))
      .map(({ table, column }) => read(`select max(${column}) from ${table}`))
      .filter((instant) => typeof instant === 'string')
      .sort();
    const last = instants.at(-1);
    const newest = tables.has('meetings') ? read('select max(date) from meetings') : null;
    const log = `${file}-wal`;
    return {
      meetings: tables.has('meetings') ? Number(read('select count(*) from meetings')) : 0,
      newestMeetingOn: typeof newest === 'string' ? newest : null,
      lastChangeAt: last === undefined ? null : new Date(last),
      bytes: statSync(file).size + (existsSync(log) ? statSync(log).size : 0),
    };
  } catch (error) {
    if (error instanceof Database.SqliteError) return 'unreadable';
    throw error;
  } finally {
    database?.close();
  }
}
