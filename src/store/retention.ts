import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { insertIntents } from './intents.js';
import type { Deletion, RetentionStore } from './ports.js';
import type { Tables } from './tables.js';

export interface DeletionRow {
  kind: Deletion['kind'];
  agenda_id: string;
  forum_id: string;
  notice_id: string;
  forum_name: string;
  date: string;
  announced_at: string;
  delete_at: string;
  state: Deletion['state'];
  settled_by_name: string | null;
  settled_at: string | null;
}

const toDeletion = (row: DeletionRow): Deletion => ({
  kind: row.kind,
  agendaId: row.agenda_id,
  forumId: row.forum_id,
  noticeId: row.notice_id,
  forumName: row.forum_name,
  date: row.date,
  announcedAt: new Date(row.announced_at),
  deleteAt: new Date(row.delete_at),
  state: row.state,
  settledByName: row.settled_by_name,
  settledAt: row.settled_at === null ? null : new Date(row.settled_at),
});

async function removeInput(transaction: Transaction<Tables>, agendaId: string): Promise<void> {
  // What belongs to a round goes with it.
  await transaction.deleteFrom('input_rounds').where('agenda_id', '=', agendaId).execute();
  await transaction.deleteFrom('input_plans').where('agenda_id', '=', agendaId).execute();
}

async function removeDraft(transaction: Transaction<Tables>, agendaId: string): Promise<void> {
  await removeInput(transaction, agendaId);
  await transaction
    .updateTable('agenda_proposals')
    .set({ agenda_id: null, accepted_revision: null })
    .where('agenda_id', '=', agendaId)
    .execute();
  await transaction.deleteFrom('agenda_revisions').where('agenda_id', '=', agendaId).execute();
  await transaction.deleteFrom('agendas').where('id', '=', agendaId).execute();
}

export function createRetentionStore(database: Kysely<Tables>): RetentionStore {
  const aged = (forumId: string) =>
    database
      .selectFrom('agendas')
      .innerJoin('agenda_revisions', (join) =>
        join
          .onRef('agenda_revisions.agenda_id', '=', 'agendas.id')
          .onRef('agenda_revisions.revision', '=', 'agendas.revision'),
      )
      .select(['agendas.id as agendaId', 'agendas.forum_id as forumId', 'agendas.date'])
      .select(sql<string>`json_extract(agenda_revisions.content, '$.forum')`.as('forumName'))
      .where('agendas.forum_id', '=', forumId)
      .orderBy('agendas.date');

  const deletions = () => database.selectFrom('deletions').selectAll().orderBy('date').orderBy('kind');

  const settled = (kind: Deletion['kind'], keptSince: Date) =>
    database
      .selectFrom('deletions')
      .select('deletions.agenda_id')
      .where('kind', '=', kind)
      .where((of) => of.or([of('state', '!=', 'kept'), of('settled_at', '>', keptSince.toISOString())]));

  return {
    async listAged(forumId, { input, draft }) {
      const rounds = await aged(forumId)
        .where('agendas.date', '<', input.date)
        .where((of) =>
          of.exists(
            of
              .selectFrom('input_rounds')
              .select('input_rounds.id')
              .whereRef('input_rounds.agenda_id', '=', 'agendas.id'),
          ),
        )
        .where('agendas.id', 'not in', settled('input', input.keptSince))
        .execute();
      const drafts = await aged(forumId)
        .where('agendas.date', '<', draft.date)
        .where('agendas.state', 'in', ['draft', 'withdrawn'])
        .where(sql`json_extract(agenda_revisions.content, '$.publishedAt')`, 'is', null)
        .where('agendas.id', 'not in', settled('draft', draft.keptSince))
        .execute();
      return [
        ...rounds.map((row) => ({ kind: 'input' as const, ...row })),
        ...drafts.map((row) => ({ kind: 'draft' as const, ...row })),
      ].sort((one, other) => one.date.localeCompare(other.date));
    },

    announce: (forumId, deletions, intents) =>
      database.transaction().execute(async (transaction) => {
        for (const deletion of deletions) {
          const columns = {
            forum_id: forumId,
            notice_id: deletion.noticeId,
            forum_name: deletion.forumName,
            date: deletion.date,
            announced_at: deletion.announcedAt.toISOString(),
            delete_at: deletion.deleteAt.toISOString(),
            state: deletion.state,
            settled_by_name: null,
            settled_at: null,
          };
          await transaction
            .insertInto('deletions')
            .values({ kind: deletion.kind, agenda_id: deletion.agendaId, ...columns })
            .onConflict((conflict) => conflict.columns(['kind', 'agenda_id']).doUpdateSet(columns))
            .execute();
        }
        const [first] = deletions;
        if (first !== undefined) await insertIntents(transaction, forumId, intents, first.announcedAt);
      }),

    async listDeletions(forumId) {
      const rows = await deletions().where('forum_id', '=', forumId).execute();
      return rows.map(toDeletion);
    },

    async listNotice(noticeId) {
      const rows = await deletions().where('notice_id', '=', noticeId).execute();
      return rows.map(toDeletion);
    },

    async listDue(forumId, now) {
      const rows = await database
        .selectFrom('deletions')
        .selectAll()
        .where('forum_id', '=', forumId)
        .where('state', '=', 'announced')
        .where('delete_at', '<=', now.toISOString())
        .orderBy('date')
        .execute();
      return rows.map(toDeletion);
    },

    postpone: (noticeId, deleteAt) =>
      database.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('deletions')
          .set({ delete_at: deleteAt.toISOString() })
          .where('notice_id', '=', noticeId)
          .where('state', '=', 'announced')
          .execute();
      }),

    keep: (noticeId, byName, now) =>
      database.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('deletions')
          .set({ state: 'kept', settled_by_name: byName, settled_at: now.toISOString() })
          .where('notice_id', '=', noticeId)
          .where('state', '=', 'announced')
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows);
      }),

    remove: ({ kind, agendaId, noticeId }, now) =>
      database.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('deletions')
          .set({ state: 'deleted', settled_at: now.toISOString() })
          .where('kind', '=', kind)
          .where('agenda_id', '=', agendaId)
          .where('notice_id', '=', noticeId)
          .where('state', '=', 'announced')
          .where('delete_at', '<=', now.toISOString())
          .executeTakeFirstOrThrow();
        if (numUpdatedRows !== 1n) return false;
        await (kind === 'input' ? removeInput : removeDraft)(transaction, agendaId);
        return true;
      }),
  };
}
