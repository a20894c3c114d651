import type { Kysely, Selectable, Transaction } from 'kysely';
import type { JobIntent } from '../domain/outgoing-message.js';
import type { JobRow } from './outbox-rows.js';
import { dropPointless, isDue, isFree, isInState, momentOf } from './outbox-taking.js';
import { toInstant, toPayload } from './outgoing-message-row.js';
import type { DueJob, OutboxStore, TakeOptions } from './ports.js';
import type { Tables } from './tables.js';

const toIntent = (row: Selectable<JobRow>): JobIntent => ({
  key: row.key,
  kind: row.kind,
  forumId: row.forum_id,
  payload: toPayload(row.payload),
  dueAt: new Date(row.due_at),
  dropAfter: toInstant(row.drop_after),
  ...(row.series !== null && { series: row.series }),
});

async function lease(
  transaction: Transaction<Tables>,
  row: Selectable<JobRow>,
  { holder, now, leaseMs }: TakeOptions,
): Promise<DueJob> {
  const until = new Date(now.getTime() + leaseMs);
  const fence = row.fence + 1;
  const attempts = row.attempts + 1;
  await transaction
    .updateTable('jobs')
    .set({ fence, holder, attempts, lease_until: until.toISOString() })
    .where('id', '=', row.id)
    .execute();
  return { ...toIntent(row), id: row.id, attempts, lease: { holder, fence, until } };
}

/** The part of the outbox that is about jobs. */
export function createJobTaking(
  database: Kysely<Tables>,
): Pick<OutboxStore, 'findJob' | 'listJobs' | 'takeJobs' | 'renewJob' | 'settleJob'> {
  return {
    findJob: (forumId, key) =>
      database
        .selectFrom('jobs')
        .select(['state', 'attempts', 'note'])
        .where('forum_id', '=', forumId)
        .where('key', '=', key)
        .executeTakeFirst(),

    async listJobs(forumId) {
      const rows = await database
        .selectFrom('jobs')
        .selectAll()
        .where('forum_id', '=', forumId)
        .orderBy('due_at')
        .orderBy('sequence')
        .execute();
      return rows.map((row) => ({
        ...toIntent(row),
        id: row.id,
        state: row.state,
        attempts: row.attempts,
        note: row.note,
        settledAt: toInstant(row.settled_at),
      }));
    },

    async takeJobs(options) {
      const moment = momentOf(options);
      const toTake = (source: Kysely<Tables>) =>
        source
          .selectFrom('jobs')
          .selectAll()
          .where(isInState('waiting'))
          .where(isDue(moment))
          .where(isFree(moment))
          .orderBy('due_at')
          .orderBy('sequence')
          .limit(options.limit)
          .execute();
      // A look without a lock, since most looks find nothing.
      if ((await toTake(database)).length === 0) return [];
      return database.transaction().execute(async (transaction) => {
        await dropPointless(transaction, 'jobs', moment);
        const taken: DueJob[] = [];
        for (const row of await toTake(transaction)) taken.push(await lease(transaction, row, options));
        return taken;
      });
    },

    renewJob: (job, now, leaseMs) =>
      database.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('jobs')
          .set({ lease_until: new Date(now.getTime() + leaseMs).toISOString() })
          .where('id', '=', job.id)
          .where('fence', '=', job.lease.fence)
          .where('state', '=', 'waiting')
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n;
      }),

    settleJob: (job, outcome, now) =>
      database.transaction().execute(async (transaction) => {
        const isWaiting = outcome.state === 'waiting';
        const { numUpdatedRows } = await transaction
          .updateTable('jobs')
          .set({
            state: outcome.state,
            note: outcome.state === 'done' ? null : outcome.note,
            not_before: isWaiting ? outcome.notBefore.toISOString() : null,
            settled_at: isWaiting ? null : now.toISOString(),
            holder: null,
            lease_until: null,
          })
          .where('id', '=', job.id)
          .where('fence', '=', job.lease.fence)
          .where('state', '=', 'waiting')
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n;
      }),
  };
}
