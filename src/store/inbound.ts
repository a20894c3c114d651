import type { Kysely } from 'kysely';
import { compileOnce, someText } from './compile-once.js';
import type { InboundStore } from './ports.js';
import { quickTransaction } from './quick-transaction.js';
import type { Tables } from './tables.js';

/**
 * What was received. A power cut may take the last keys with it, but none whose work has written anything: that work's own
 * commit came after the key, and brought it to disk.
 */
export function createInboundStore(database: Kysely<Tables>): InboundStore {
  // Run at every turn.
  const insert = compileOnce(
    database
      .insertInto('inbound_keys')
      .values({ key: someText, begun_at: someText, reply: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key'),
  );
  return {
    begin: (key, now) =>
      quickTransaction(database, async (transaction) => {
        if ((await insert(transaction, key, now.toISOString(), null)).length > 0) return 'first';
        return transaction.selectFrom('inbound_keys').select('reply').where('key', '=', key).executeTakeFirstOrThrow();
      }),

    keepReply: (key, reply) =>
      quickTransaction(database, async (transaction) => {
        await transaction.updateTable('inbound_keys').set({ reply }).where('key', '=', key).execute();
      }),

    forget: (key) =>
      database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('inbound_keys').where('key', '=', key).execute();
      }),

    removeBefore: (keysBefore, repliesBefore) =>
      database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('inbound_keys').where('begun_at', '<', keysBefore.toISOString()).execute();
        await transaction
          .updateTable('inbound_keys')
          .set({ reply: null })
          .where('begun_at', '<', repliesBefore.toISOString())
          .where('reply', 'is not', null)
          .execute();
      }),
  };
}
