import type { Kysely } from 'kysely';
import { AppError } from '../domain/app-error.js';
import { newId } from '../domain/new-id.js';
import { archiveReplies } from './phrases.js';
import type { OfferedFileStore } from './ports.js';
import type { Tables } from './tables.js';

const offerNotFound = (): AppError =>
  new AppError('not_found', 'no such file for this person', { reply: archiveReplies.offerNotFound });

export function createOfferedFileStore(database: Kysely<Tables>): OfferedFileStore {
  return {
    async offerFile({ owner, name, bytes, description, expiresAt }) {
      const handle = newId();
      await database.transaction().execute((transaction) =>
        transaction
          .insertInto('offered_files')
          .values({
            handle,
            tenant_id: owner.tenantId,
            object_id: owner.objectId,
            name,
            description,
            bytes,
            expires_at: expiresAt.toISOString(),
          })
          .execute(),
      );
      return handle;
    },

    takeFile: (handle, owner, now) =>
      database.transaction().execute(async (transaction) => {
        let taken = transaction
          .deleteFrom('offered_files')
          .where('handle', '=', handle)
          .where('expires_at', '>', now.toISOString());
        if (owner !== null)
          taken = taken.where('tenant_id', '=', owner.tenantId).where('object_id', '=', owner.objectId);
        const row = await taken.returningAll().executeTakeFirstOrThrow(offerNotFound);
        return {
          owner: { tenantId: row.tenant_id, objectId: row.object_id },
          name: row.name,
          bytes: row.bytes,
          description: row.description,
          expiresAt: new Date(row.expires_at),
        };
      }),

    removeExpired: (now) =>
      database.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('offered_files')
          .where('expires_at', '<=', now.toISOString())
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}
