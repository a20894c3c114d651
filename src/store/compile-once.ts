import type { Compilable, Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** Runs a statement, on the connection or in the transaction given, with the values in the order in which it names them. */
export type CompiledStatement<Row> = (database: Kysely<Tables>, ...values: readonly unknown[]) => Promise<Row[]>;

/** Puts a statement together once, for what every turn runs: putting one together takes longer than running it. */
export function compileOnce<Row>(statement: Compilable<Row>): CompiledStatement<Row> {
  const compiled = statement.compile();
  return async (database, ...values) => (await database.executeQuery<Row>({ ...compiled, parameters: values })).rows;
}

/** Stands in such a statement where a text will be. */
export const someText = '';
