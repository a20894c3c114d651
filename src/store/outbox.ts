import type { Kysely, Transaction } from 'kysely';
import { AppError } from '../domain/app-error.js';
import type { MessageState } from '../domain/outgoing-message.js';
import { insertIntents } from './intents.js';
import { createJobTaking } from './outbox-jobs.js';
import type { MessageSlotRow } from './outbox-rows.js';
import { isDue, isFree, isInState, mayDisturb, momentOf, takeMessages } from './outbox-taking.js';
import { toOutgoingMessage, tooLate } from './outgoing-message-row.js';
import { storeReplies } from './phrases.js';
import type { JobState, LeasedMessage, OutboxStore, SendOutcome } from './ports.js';
import type { Tables } from './tables.js';

/** What the channel refused for good; a person may try again. */
const refusedStates = ['blocked', 'not_installed', 'not_found', 'failed'] as const satisfies readonly MessageState[];

const messageNotFound = (): AppError =>
  new AppError('not_found', 'no such outgoing message', { reply: storeReplies.messageNotFound });

async function keepHandle(
  transaction: Transaction<Tables>,
  { slot, forumId }: LeasedMessage,
  { conversationId, activityId }: { conversationId: string; activityId: string },
  now: Date,
): Promise<void> {
  if (slot === null) return;
  const stands: Omit<MessageSlotRow, 'slot' | 'forum_id'> = {
    conversation_id: conversationId,
    activity_id: activityId,
    touched_at: now.toISOString(),
    failed_updates: 0,
  };
  await transaction
    .insertInto('message_slots')
    .values({ slot, forum_id: forumId, ...stands })
    .onConflict((conflict) => conflict.column('slot').doUpdateSet(stands))
    .execute();
}

const removeHandle = (transaction: Transaction<Tables>, slot: string) =>
  transaction.deleteFrom('message_slots').where('slot', '=', slot).execute();

/** What a failed change says of the slot's message. */
async function doubtHandle(transaction: Transaction<Tables>, slot: string | null, handle: 'doubtful' | 'dead') {
  if (slot === null) return;
  if (handle === 'dead') await removeHandle(transaction, slot);
  else
    await transaction
      .updateTable('message_slots')
      .set(({ eb }) => ({ failed_updates: eb('failed_updates', '+', 1) }))
      .where('slot', '=', slot)
      .execute();
}

async function settle(transaction: Transaction<Tables>, message: LeasedMessage, outcome: SendOutcome, now: Date) {
  const isWaiting = outcome.state === 'waiting';
  const { numUpdatedRows } = await transaction
    .updateTable('outgoing_messages')
    .set({
      state: outcome.state,
      note: outcome.state === 'sent' ? null : outcome.note,
      not_before: isWaiting ? outcome.notBefore.toISOString() : null,
      settled_at: isWaiting ? null : now.toISOString(),
      holder: null,
      lease_until: null,
    })
    .where('id', '=', message.id)
    .where('fence', '=', message.lease.fence)
    .where('state', 'in', ['waiting', 'sending', 'uncertain'])
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  if (outcome.state === 'sent') await keepHandle(transaction, message, outcome.handle, now);
  if (isWaiting && outcome.handle !== undefined) await doubtHandle(transaction, message.slot, outcome.handle);
  return true;
}

/** The states of a table with how many rows are in each. */
async function countStates<State extends string>(database: Kysely<Tables>, table: 'outgoing_messages' | 'jobs') {
  const rows = await database
    .selectFrom(table)
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state as State, Number(count)]));
}

export function createOutboxStore(database: Kysely<Tables>): OutboxStore {
  const inTransaction = <T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> =>
    database.transaction().execute(work);
  const messages = () => database.selectFrom('outgoing_messages').selectAll();

  return {
    ...createJobTaking(database),

    add: (forumId, intents, now) => inTransaction((transaction) => insertIntents(transaction, forumId, intents, now)),

    async takeMessages(options, paces) {
      const moment = momentOf(options);
      // A look without a lock, since most looks find nothing.
      const looked = () => database.selectFrom('outgoing_messages').select('id').where(isFree(moment)).limit(1);
      const any =
        (await looked()
          .where(isInState('waiting'))
          .where(isDue(moment))
          .where(mayDisturb(options.arePeopleAtWork))
          .executeTakeFirst()) ?? (await looked().where(isInState('sending')).executeTakeFirst());
      if (any === undefined) return [];
      return inTransaction((transaction) => takeMessages(transaction, options, paces));
    },

    beginSending: (message, now, leaseMs) =>
      inTransaction(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('outgoing_messages')
          .set(({ eb }) => ({
            state: 'sending',
            attempts: eb('attempts', '+', 1),
            is_update: message.handle === null ? 0 : 1,
            lease_until: new Date(now.getTime() + leaseMs).toISOString(),
          }))
          .where('id', '=', message.id)
          .where('fence', '=', message.lease.fence)
          .where('state', '=', 'waiting')
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n;
      }),

    settleMessage: (message, outcome, now) =>
      inTransaction((transaction) => settle(transaction, message, outcome, now)),

    async findHandle(slot) {
      const row = await database.selectFrom('message_slots').selectAll().where('slot', '=', slot).executeTakeFirst();
      return row === undefined ? undefined : { conversationId: row.conversation_id, activityId: row.activity_id };
    },

    async mayHaveStood(slot) {
      const stands = await database
        .selectFrom('message_slots')
        .select('slot')
        .where('slot', '=', slot)
        .executeTakeFirst();
      if (stands !== undefined) return true;
      const handedOver = await database
        .selectFrom('outgoing_messages')
        .select('id')
        .where('slot', '=', slot)
        .where('state', 'in', ['sending', 'sent', 'uncertain'])
        .limit(1)
        .executeTakeFirst();
      return handedOver !== undefined;
    },

    async listMessages(forumId, states, limit) {
      let query = messages()
        .where('forum_id', '=', forumId)
        .where('state', 'in', states)
        .orderBy('due_at', 'desc')
        .orderBy('sequence', 'desc');
      if (limit !== undefined) query = query.limit(limit);
      return (await query.execute()).map(toOutgoingMessage);
    },

    async getMessage(messageId) {
      const row = await messages().where('id', '=', messageId).executeTakeFirst();
      if (row === undefined) throw messageNotFound();
      return toOutgoingMessage(row);
    },

    resolveMessage: (messageId, verdict, now) =>
      inTransaction(async (transaction) => {
        const resolvable: readonly MessageState[] =
          verdict === 'arrived' ? ['uncertain'] : ['uncertain', ...refusedStates];
        const message = await transaction
          .selectFrom('outgoing_messages')
          .select('state')
          .where('id', '=', messageId)
          .executeTakeFirst();
        if (message === undefined) throw messageNotFound();
        if (!resolvable.includes(message.state))
          throw new AppError('conflict', `the message is ${message.state} by now`, {
            reply: storeReplies.messageResolved,
          });
        const resolved =
          verdict === 'arrived'
            ? ({ state: 'sent', note: 'a person said that it arrived', settled_at: now.toISOString() } as const)
            : ({
                state: 'waiting',
                note: 'a person asked for it to be sent again',
                settled_at: null,
                attempts: 0,
                not_before: null,
                // Whoever asks for it now does not find it too late.
                drop_after: null,
                told_in: null,
              } as const);
        await transaction
          .updateTable('outgoing_messages')
          .set(({ eb }) => ({ ...resolved, fence: eb('fence', '+', 1), holder: null, lease_until: null }))
          .where('id', '=', messageId)
          .execute();
      }),

    async listUntold(forumId, noticeKind, since, limit) {
      const rows = await messages()
        .where('forum_id', '=', forumId)
        .where('kind', '!=', noticeKind)
        .where('told_in', 'is', null)
        .where('settled_at', '>=', since.toISOString())
        .where(({ or, and, eb }) =>
          or([
            eb('state', 'in', ['uncertain', ...refusedStates]),
            and([eb('state', '=', 'dropped'), eb('note', '=', tooLate)]),
          ]),
        )
        .orderBy('settled_at')
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map(toOutgoingMessage);
    },

    tell: (forumId, noticeId, messageIds, intents, now) =>
      inTransaction(async (transaction) => {
        await transaction
          .updateTable('outgoing_messages')
          .set({ told_in: noticeId })
          .where('forum_id', '=', forumId)
          .where('id', 'in', messageIds)
          .where('told_in', 'is', null)
          .execute();
        await insertIntents(transaction, forumId, intents, now);
      }),

    async listToldIn(noticeId) {
      const rows = await messages().where('told_in', '=', noticeId).orderBy('settled_at').orderBy('sequence').execute();
      return rows.map(toOutgoingMessage);
    },

    countMessages: () => countStates<MessageState>(database, 'outgoing_messages'),
    countJobs: () => countStates<JobState>(database, 'jobs'),

    removeBefore: (settledBefore) =>
      inTransaction(async (transaction) => {
        const before = settledBefore.toISOString();
        const deletions = [
          transaction
            .deleteFrom('outgoing_messages')
            .where('settled_at', '<', before)
            .where('state', '!=', 'uncertain'),
          transaction.deleteFrom('jobs').where('settled_at', '<', before),
        ];
        let removed = 0;
        for (const deletion of deletions) removed += Number((await deletion.executeTakeFirstOrThrow()).numDeletedRows);
        await transaction.deleteFrom('send_pace').where('spent_until', '<', settledBefore.getTime()).execute();
        await transaction.deleteFrom('message_slots').where('touched_at', '<', before).execute();
        return removed;
      }),
  };
}
