import { isUtf8 } from 'node:buffer';
import type { Database } from 'better-sqlite3';
import { drawnTables } from '../meeting-rows.js';

/** Tables whose texts other looks hold against a checksum, or against what they were made from. */
const lookedAtElsewhere: ReadonlySet<string> = new Set([...drawnTables, 'documents']);
const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Half of a pair of UTF-16, as the driver writes it: a text that somebody cut through the middle of an emoji is odd, but
 * nothing a disk did.
 */
const loneSurrogate = /\xed[\xa0-\xbf][\x80-\xbf]/g;

const isText = (bytes: Uint8Array): boolean =>
  isUtf8(bytes) || isUtf8(Buffer.from(Buffer.from(bytes).toString('latin1').replace(loneSurrogate, ''), 'latin1'));

/** How many rows of a table hold bytes that are no text. SQLite itself takes any bytes for text. */
function countUnreadable(database: Database, table: string): number {
  const columns = database.prepare<[string], string>("select name from pragma_table_info(?) where type = 'TEXT'");
  const texts = columns.pluck().all(table);
  if (texts.length === 0) return 0;
  const asBytes = texts.map((name) => `cast(${quote(name)} as blob)`).join();
  const rows = database.prepare<[], (Uint8Array | null)[]>(`select ${asBytes} from ${quote(table)}`).raw();
  let count = 0;
  for (const row of rows.iterate()) if (!row.every((text) => text === null || isText(text))) count += 1;
  return count;
}

/**
 * Looks at what people wrote and no checksum vouches for: whether it still is text. Bytes that a disk has spoilt hardly ever
 * are. English, one line a fault.
 */
export function findTextFaults(database: Database): string[] {
  const tables = database.prepare<[string], string>(
    'select name from pragma_table_list where schema = ? and strict order by name',
  );
  return tables
    .pluck()
    .all('main')
    .filter((table) => !lookedAtElsewhere.has(table))
    .flatMap((table) => {
      const count = countUnreadable(database, table);
      return count === 0
        ? []
        : [`table ${table}: ${count === 1 ? '1 row holds' : `${count} rows hold`} bytes that are no text`];
    });
}
