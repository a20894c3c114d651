import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';

/** What a store holds, in figures: two copies of one state agree in all of them. */
export interface StoreContents {
  /** Whose file it is, how far its schema has come, and every table and index, as one SHA-256. */
  schema: string;
  /** How many steps the schema has taken. */
  version: number;
  /** By table: how many rows, and the highest row number; null where rows have none. */
  tables: Record<string, { rows: number; highest: number | null }>;
}

interface SchemaPart {
  type: string;
  name: string;
  sql: string | null;
}

const isCounted = ({ type, sql }: SchemaPart): boolean => type === 'table' && !/^create virtual/i.test(sql ?? '');
const hasRowNumbers = ({ sql }: SchemaPart): boolean => !/without rowid/i.test(sql ?? '');

/**
 * Counts everything, one table a turn of the event loop. To be one state's, the connection must be in a transaction, or
 * alone on the file.
 */
export async function readStoreContents(database: Database): Promise<StoreContents> {
  const parts = database.prepare<[], SchemaPart>('select type, name, sql from sqlite_schema order by type, name').all();
  const version = Number(database.pragma('user_version', { simple: true }));
  const marks = [database.pragma('application_id', { simple: true }), version];
  const contents: StoreContents = {
    schema: createHash('sha256')
      .update(JSON.stringify([marks, parts]))
      .digest('hex'),
    version,
    tables: {},
  };
  for (const part of parts.filter(isCounted)) {
    await nextTurn();
    const table = `"${part.name.replaceAll('"', '""')}"`;
    const rows = Number(database.prepare(`select count(*) from ${table}`).pluck().get());
    const highest = hasRowNumbers(part) ? database.prepare(`select max(rowid) from ${table}`).pluck().get() : null;
    contents.tables[part.name] = { rows, highest: typeof highest === 'number' ? highest : null };
  }
  return contents;
}

/** English, one line for each way in which a copy is not what was copied; empty when it is the same. */
export function compareContents(copy: StoreContents, original: StoreContents): string[] {
  const faults: string[] = [];
  if (copy.schema !== original.schema) faults.push('its tables are not those of the store');
  for (const [name, { rows, highest }] of Object.entries(original.tables)) {
    const copied = copy.tables[name];
    if (copied === undefined) faults.push(`table ${name} is missing`);
    else if (copied.rows !== rows) faults.push(`table ${name} has ${copied.rows} rows instead of ${rows}`);
    else if (copied.highest !== highest) faults.push(`table ${name} ends with another row`);
  }
  return faults;
}
