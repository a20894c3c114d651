import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { compileOnce, someText } from './compile-once.js';
import type { Forum, ForumStore } from './ports.js';
import type { ForumRow, Tables } from './tables.js';

const toForum = (row: ForumRow): Forum => ({ id: row.id, tenantId: row.tenant_id, name: row.name });

export function createForumStore(database: Kysely<Tables>): ForumStore {
  const find = (tenantId: string, name: string) =>
    database.selectFrom('forums').selectAll().where('tenant_id', '=', tenantId).where('name', '=', name);
  // Read at every turn.
  const list = compileOnce(database.selectFrom('forums').selectAll().where('tenant_id', '=', someText).orderBy('name'));

  return {
    async ensureForum(tenantId, name) {
      const known = await find(tenantId, name).executeTakeFirst();
      if (known !== undefined) return toForum(known);
      await database.transaction().execute((transaction) =>
        transaction
          .insertInto('forums')
          .values({ id: randomUUID(), tenant_id: tenantId, name })
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
      return toForum(await find(tenantId, name).executeTakeFirstOrThrow());
    },

    listForums: async (tenantId) => (await list(database, tenantId)).map(toForum),

    async findForum(tenantId, forumId) {
      const row = await database
        .selectFrom('forums')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('id', '=', forumId)
        .executeTakeFirst();
      return row === undefined ? undefined : toForum(row);
    },
  };
}
