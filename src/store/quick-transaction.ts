import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Tables } from './tables.js';

const toMemory = CompiledQuery.raw('pragma synchronous = normal');
const toDisk = CompiledQuery.raw('pragma synchronous = full');

/**
 * A transaction that does not wait for the disk. It outlives the process at once; a power cut may undo it as long as no usual
 * transaction has followed, for that brings everything before it to disk too: the log is written in order. So it may hold
 * what guards other work or tells of it, and never what somebody was promised.
 */
export const quickTransaction = <T>(
  database: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> =>
  database.connection().execute(async (connection) => {
    await connection.executeQuery(toMemory);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await connection.executeQuery(toDisk);
    }
  });
