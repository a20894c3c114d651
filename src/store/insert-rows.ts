import type { Insertable, Transaction } from 'kysely';
import { letOthersGo } from '../domain/steps.js';
import { type CompiledStatement, compileOnce, someText } from './compile-once.js';
import type { DrawnRows } from './meeting-rows.js';
import type { Tables } from './tables.js';

type Table = keyof DrawnRows;

/** Rows to an INSERT at most: few enough for SQLite's 32 766 parameters with the widest table. */
const mostAtOnce = 256;

/**
 * Statements by table and number of rows. A document would otherwise have its own of each, and putting one together takes longer than
 * running it; as powers of two they are few.
 */
const statements = new Map<string, CompiledStatement<unknown>>();

/** A row of the same columns, without anybody's text in it: a statement is kept as long as the process runs. */
const blankOf = <Row extends object>(row: Row): Row =>
  Object.fromEntries(Object.keys(row).map((column) => [column, someText])) as Row;

function statementFor(transaction: Transaction<Tables>, table: Table, row: Insertable<Tables[Table]>, count: number) {
  const key = `${table} ${count}`;
  const known = statements.get(key);
  if (known !== undefined) return known;
  const rows = new Array<typeof row>(count).fill(blankOf(row));
  const made = compileOnce(transaction.insertInto(table).values(rows));
  statements.set(key, made);
  return made;
}

/** Adds rows to a table, in steps. @param rows all with their columns in the same order, as `drawRows` makes them */
export async function insertRows<T extends Table>(
  transaction: Transaction<Tables>,
  table: T,
  rows: DrawnRows[T],
): Promise<void> {
  let from = 0;
  for (let count = mostAtOnce; count >= 1; count /= 2) {
    for (; rows.length - from >= count; from += count) {
      const some = rows.slice(from, from + count);
      const [first] = some;
      if (first === undefined) return;
      await statementFor(transaction, table, first, count)(transaction, ...some.flatMap(Object.values));
      await letOthersGo();
    }
  }
}
