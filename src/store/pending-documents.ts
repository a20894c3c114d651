import type { Kysely, Transaction } from 'kysely';
import { AppError } from '../domain/app-error.js';
import { newId } from '../domain/new-id.js';
import type { PersonKey } from '../domain/person-key.js';
import { readStoredContent, toStoredContent } from './document-content.js';
import { saveInTransaction, undoVersion } from './document-writer.js';
import type { IndexWriter } from './index-writer.js';
import { insertIntents } from './intents.js';
import { storeReplies } from './phrases.js';
import type { PendingDocument, PendingDocumentStore, PendingState } from './ports.js';
import type { PendingDocumentRow, Tables } from './tables.js';

const pendingNotFound = (): AppError =>
  new AppError('not_found', 'no such pending document for this person', { reply: storeReplies.pendingNotFound });

const toPending = (row: PendingDocumentRow): PendingDocument => ({
  id: row.id,
  forumId: row.forum_id,
  owner: { tenantId: row.tenant_id, objectId: row.object_id },
  state: row.state,
  document: readStoredContent(row),
  original: { fileName: row.file_name, sha256: row.sha256, bytes: row.original },
  archivedAs:
    row.meeting_id === null || row.version === null ? null : { meetingId: row.meeting_id, version: row.version },
  expiresAt: new Date(row.expires_at),
});

async function getOwn(
  database: Kysely<Tables>,
  id: string,
  owner: PersonKey,
  now: Date,
  state?: PendingState,
): Promise<PendingDocument> {
  const row = await database
    .selectFrom('pending_documents')
    .selectAll()
    .where('id', '=', id)
    .where('tenant_id', '=', owner.tenantId)
    .where('object_id', '=', owner.objectId)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirstOrThrow(pendingNotFound);
  if (state !== undefined && row.state !== state)
    throw new AppError('conflict', `the pending document is ${row.state}, not ${state}`, {
      reply: storeReplies.pendingSettled,
    });
  return toPending(row);
}

const change = (transaction: Transaction<Tables>, id: string, columns: Partial<PendingDocumentRow>) =>
  transaction.updateTable('pending_documents').set(columns).where('id', '=', id).execute();

export function createPendingDocumentStore(database: Kysely<Tables>, index: IndexWriter): PendingDocumentStore {
  const inTransaction = <T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> =>
    database.transaction().execute(work);

  return {
    async keepPending({ forumId, owner, document, original, expiresAt }) {
      const id = newId();
      await inTransaction((transaction) =>
        transaction
          .insertInto('pending_documents')
          .values({
            id,
            forum_id: forumId,
            tenant_id: owner.tenantId,
            object_id: owner.objectId,
            state: 'waiting',
            file_name: original.fileName,
            sha256: original.sha256,
            original: original.bytes,
            ...toStoredContent(document),
            meeting_id: null,
            version: null,
            expires_at: expiresAt.toISOString(),
          })
          .execute(),
      );
      return id;
    },

    getPending: (id, owner, now) => getOwn(database, id, owner, now),

    markPending: (id, owner, document, now) =>
      inTransaction(async (transaction) => {
        const pending = await getOwn(transaction, id, owner, now, 'waiting');
        await change(transaction, id, toStoredContent(document));
        return { ...pending, document };
      }),

    discardPending: (id, owner, now) =>
      inTransaction(async (transaction) => {
        await getOwn(transaction, id, owner, now, 'waiting');
        await change(transaction, id, { state: 'discarded' });
      }),

    archivePending: (id, owner, { document, entries, now }, intentsOf) =>
      inTransaction(async (transaction) => {
        const { forumId, original, ...pending } = await getOwn(transaction, id, owner, now, 'waiting');
        const saved = await saveInTransaction(transaction, index, {
          forumId,
          document,
          original,
          entries,
          importedAt: now,
        });
        const { meetingId, version } = saved;
        const isNew = saved.status !== 'unchanged';
        const state: PendingState = isNew ? 'archived' : 'discarded';
        const archivedAs = isNew ? { meetingId, version } : null;
        await change(transaction, id, {
          state,
          ...toStoredContent(document),
          meeting_id: archivedAs?.meetingId ?? null,
          version: archivedAs?.version ?? null,
        });
        if (isNew) await insertIntents(transaction, forumId, intentsOf(saved), now);
        return { pending: { ...pending, forumId, original, document, state, archivedAs }, saved };
      }),

    takeBackPending: (id, owner, intents, now) =>
      inTransaction(async (transaction) => {
        const pending = await getOwn(transaction, id, owner, now, 'archived');
        if (pending.archivedAs === null) throw pendingNotFound();
        await undoVersion(transaction, index, pending.archivedAs);
        await change(transaction, id, { state: 'taken_back' });
        await insertIntents(transaction, pending.forumId, intents, now);
        return { ...pending, state: 'taken_back' };
      }),

    removeExpired: (now) =>
      inTransaction(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('pending_documents')
          .where('expires_at', '<=', now.toISOString())
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}
