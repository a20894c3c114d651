import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.js';

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
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
