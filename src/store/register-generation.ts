import { type Kysely, sql } from 'kysely';
import { compileOnce } from './compile-once.js';
import type { Tables } from './tables.js';

/**
 * Reads the number that goes up whenever the register of any forum, or who else may read along, is changed, by whatever process:
 * each change leaves a note in the same transaction, and notes are never removed.
 */
export function createRegisterGenerationReader(database: Kysely<Tables>): () => Promise<number> {
  const read = compileOnce(
    database
      .selectFrom('member_changes')
      .select(({ fn }) => sql<number>`coalesce(${fn.max('id')}, 0)`.as('generation')),
  );
  return async () => {
    const [state] = await read(database);
    return state?.generation ?? 0;
  };
}
