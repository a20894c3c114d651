import type { Kysely } from 'kysely';
import { BoundedCache } from '../domain/bounded-cache.js';
import { createGenerationReader } from './archive-generation.js';
import type { Tables } from './tables.js';

/** Rows kept at most, of all lists together: about 1 MB. */
const keptRows = 4000;

/** Reads a list, or gives it as it was read before. The key says all that the list depends on beside the documents. */
export type KeptReads = <T>(key: readonly unknown[], read: () => Promise<readonly T[]>) => Promise<T[]>;

/** Lists drawn from the documents alone, kept until a document is saved or taken back, by whatever process. */
export function createKeptReads(database: Kysely<Tables>): KeptReads {
  const readGeneration = createGenerationReader(database);
  const empty = () => new BoundedCache<string, readonly unknown[]>(keptRows, (_, rows) => rows.length + 1);
  let state = { generation: -1, lists: empty() };

  return async <T>(key: readonly unknown[], read: () => Promise<readonly T[]>): Promise<T[]> => {
    const generation = await readGeneration();
    if (generation !== state.generation) state = { generation, lists: empty() };
    // What is read while a document is being saved belongs to the state it was asked of, and goes with it.
    const { lists } = state;
    const name = JSON.stringify(key);
    const known = lists.get(name) as readonly T[] | undefined;
    if (known !== undefined) return [...known];
    const rows = await read();
    lists.put(name, rows);
    return [...rows];
  };
}
