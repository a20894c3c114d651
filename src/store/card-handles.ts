import type { Kysely } from 'kysely';
import { AppError } from '../domain/app-error.js';
import { newId } from '../domain/new-id.js';
import { storeReplies } from './phrases.js';
import type { CardHandle, CardHandleStore } from './ports.js';
import { quickTransaction } from './quick-transaction.js';
import type { Tables } from './tables.js';

const handleNotFound = (): AppError =>
  new AppError('not_found', 'no such card handle for this person', { reply: storeReplies.handleNotFound });

export function createCardHandleStore(database: Kysely<Tables>): CardHandleStore {
  return {
    async issueAll(handles) {
      const rows = handles.map(({ forumId, person, purpose, payload, expiresAt }) => ({
        handle: newId(),
        forum_id: forumId,
        tenant_id: person.tenantId,
        object_id: person.objectId,
        purpose,
        payload: JSON.stringify(payload),
        expires_at: expiresAt.toISOString(),
      }));
      // A handle that a power cut takes back is one that has expired: the person is told how to get another.
      await quickTransaction(database, (transaction) => transaction.insertInto('card_handles').values(rows).execute());
      return rows.map(({ handle }) => handle);
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
