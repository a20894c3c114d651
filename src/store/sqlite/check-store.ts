import { isDeepStrictEqual } from 'node:util';
import type { Database } from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { AppError } from '../../domain/app-error.js';
import { readStoredContent, sha256Of } from '../document-content.js';
import { drawnTables, drawRows } from '../meeting-rows.js';
import type { Tables } from '../tables.js';
import { findIndexFaults } from './check-search-index.js';
import { findTextFaults } from './check-texts.js';
import { findSettingFaults } from './settings.js';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Pages, b-trees, indexes (those for full-text search too, since SQLite 3.44) and references. */
export function findFileFaults(database: Database): string[] {
  const rows = database.prepare('pragma integrity_check(20)').pluck().all().map(String);
  const faults = rows.filter((row) => row !== 'ok').map((row) => `file: ${row}`);
  const orphans = database.prepare('pragma foreign_key_check').all().length;
  if (orphans > 0) faults.push(`file: ${orphans} rows refer to rows that are not there`);
  return faults;
}

const sortedRows = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

/** Whether every document and original is the one that was written, and the drawn rows are those of the document in force. */
async function findDocumentFaults(kysely: Kysely<Tables>): Promise<string[]> {
  const faults: string[] = [];
  const keys = await kysely
    .selectFrom('documents')
    .innerJoin('meetings', 'meetings.id', 'documents.meeting_id')
    .select(['documents.meeting_id', 'documents.version', 'meetings.date', 'meetings.version as version_in_force'])
    .execute();
  for (const { meeting_id, version, version_in_force, date } of keys) {
    const name = `document of ${date}, version ${version}`;
    const row = await kysely
      .selectFrom('documents')
      .selectAll()
      .where('meeting_id', '=', meeting_id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    if (sha256Of(row.original) !== row.sha256) faults.push(`${name}: the original file does not match its checksum`);
    try {
      const document = readStoredContent(row);
      if (version !== version_in_force) continue;
      const drawn = drawRows({ forum_id: row.forum_id, meeting_id }, document);
      for (const table of drawnTables) {
        const stored = await kysely.selectFrom(table).selectAll().where('meeting_id', '=', meeting_id).execute();
        if (!isDeepStrictEqual(sortedRows(stored), sortedRows(drawn[table])))
          faults.push(`${name}: the rows of ${table} are not those of the document`);
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      faults.push(`${name}: ${error.message}`);
    }
  }
  return faults;
}

type Look = () => string[] | Promise<string[]>;

async function lookAll(looks: readonly Look[]): Promise<string[]> {
  const faults: string[] = [];
  for (const look of looks) {
    try {
      faults.push(...(await look()));
    } catch (error) {
      // A damaged file may stop any of them; the others still have their say.
      faults.push(`check stopped: ${reasonOf(error)}`);
    }
  }
  return faults;
}

/** Looks at everything in a file of this schema; takes seconds for a large one. English, one line a fault. */
export const findContentFaults = (database: Database, kysely: Kysely<Tables>): Promise<string[]> =>
  lookAll([
    () => findFileFaults(database),
    () => findIndexFaults(database, 'open'),
    () => findIndexFaults(database, 'closed'),
    () => findDocumentFaults(kysely),
    () => findTextFaults(database),
  ]);

/** Looks at everything in the store, and whether its settings are in force. English, one line a fault. */
export const checkStore = async (database: Database, kysely: Kysely<Tables>): Promise<string[]> => [
  ...(await lookAll([() => findSettingFaults(database)])),
  ...(await findContentFaults(database, kysely)),
];
