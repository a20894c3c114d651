import type { Kysely } from 'kysely';
import { AppError } from '../domain/app-error.js';
import { newId } from '../domain/new-id.js';
import { storeReplies } from './phrases.js';
import type { CardHandle, CardHandleStore } from './ports.js';
import type { Tables } from './tables.js';

const handleNotFound = (): AppError =>
  new AppError('not_found', 'no such card handle for this person', { reply: storeReplies.handleNotFound });

export function createCardHandleStore(database: Kysely<Tables>): CardHandleStore {
  const countUse = (handle: string): Promise<unknown> =>
    database.transaction().execute((transaction) =>
      transaction
        .updateTable('card_handles')
        .set(({ eb }) => ({ use_count: eb('use_count', '+', 1) }))
        .where('handle', '=', handle)
        .execute(),
    );

  return {
    async issue({ forumId, person, purpose, payload, expiresAt }) {
      const handle = newId();
      await database.transaction().execute((transaction) =>
        transaction
          .insertInto('card_handles')
          .values({
            handle,
            forum_id: forumId,
            tenant_id: person.tenantId,
            object_id: person.objectId,
            purpose,
            payload: JSON.stringify(payload),
            expires_at: expiresAt.toISOString(),
            use_count: 0,
          })
          .execute(),
      );
      return handle;
    },

    async use(handle, person, purpose, now) {
      const row = await database
        .selectFrom('card_handles')
        .selectAll()
        .where('handle', '=', handle)
        .where('tenant_id', '=', person.tenantId)
        .where('object_id', '=', person.objectId)
        .where('purpose', '=', purpose)
        .where('expires_at', '>', now.toISOString())
        .executeTakeFirst();
      if (row === undefined) throw handleNotFound();
      // How often it was used is worth less than what the press brings: a full disk must not turn that away.
      await countUse(handle).catch(() => undefined);
      return {
        forumId: row.forum_id,
        person,
        purpose,
        payload: JSON.parse(row.payload) as CardHandle['payload'],
        expiresAt: new Date(row.expires_at),
      };
    },

    removeExpired: (now) =>
      database.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('card_handles')
          .where('expires_at', '<=', now.toISOString())
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}
