import { BoundedCache } from '../domain/bounded-cache.js';

/** Reads a list, or gives it as it was read before. The key says all that the list depends on beside the generation. */
export type KeptReads = <T>(key: readonly unknown[], read: () => Promise<readonly T[]>) => Promise<T[]>;

/**
 * Lists kept until the generation of what they are drawn from is another.
 *
 * @param readGeneration from the store itself, so that a change by another process counts too
 * @param keptRows at most, of all lists together
 */
export function createKeptReads(readGeneration: () => Promise<number>, keptRows: number): KeptReads {
  const empty = () => new BoundedCache<string, readonly unknown[]>(keptRows, (_, rows) => rows.length + 1);
  let state = { generation: -1, lists: empty() };

  return async <T>(key: readonly unknown[], read: () => Promise<readonly T[]>): Promise<T[]> => {
    const generation = await readGeneration();
    if (generation !== state.generation) state = { generation, lists: empty() };
    // What is read during a change belongs to the state it was asked of, and goes with it.
    const { lists } = state;
    const name = JSON.stringify(key);
    const known = lists.get(name) as readonly T[] | undefined;
    if (known !== undefined) return [...known];
    const rows = await read();
    lists.put(name, rows);
    return [...rows];
  };
}
