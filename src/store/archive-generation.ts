import type { Kysely } from 'kysely';
import { compileOnce } from './compile-once.js';
import type { Tables } from './tables.js';

/**
 * Reads the number that goes up whenever a document is saved or taken back, by whatever process. A question reads it again and
 * again, so the statement is put together once.
 */
export function createGenerationReader(database: Kysely<Tables>): () => Promise<number> {
  const read = compileOnce(database.selectFrom('search_state').select('generation'));
  return async () => {
    const [state] = await read(database);
    if (state === undefined) throw new Error('the archive has no generation');
    return state.generation;
  };
}
