import type { Transaction } from 'kysely';
import { newId } from '../domain/new-id.js';
import type { Intents, JobIntent, MessageIntent, Recipient } from '../domain/outgoing-message.js';
import type { Tables } from './tables.js';

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

/** Where a message is sent, as far as limits and order go. */
export function conversationOf(recipient: Recipient): string {
  return recipient.kind === 'forum_channel'
    ? `channel:${recipient.forumId}`
    : `person:${recipient.person.tenantId}:${recipient.person.objectId}`;
}

/**
 * Saves what a change sets going, in that change's own transaction: they are kept together or not at all. To be called by
 * every store whose methods take `Intents`.
 */
export async function insertIntents(
  transaction: Transaction<Tables>,
  forumId: string,
  intents: Intents,
  now: Date,
): Promise<void> {
  for (const key of intents.withdrawn) await withdraw(transaction, forumId, key, now);
  for (const message of intents.messages) await insertMessage(transaction, forumId, message, now);
  for (const job of intents.jobs) await insertJob(transaction, forumId, job, now);
}

/** What a key, or all keys that begin so, is withdrawn by. A holder that has not yet begun to send finds its lease lost. */
async function withdraw(transaction: Transaction<Tables>, forumId: string, key: string, now: Date): Promise<void> {
  const settled = { state: 'dropped', note: 'withdrawn', is_withdrawn: 1, settled_at: now.toISOString() } as const;
  const isPrefix = key.endsWith('*');
  const prefix = key.slice(0, -1);
  for (const table of ['outgoing_messages', 'jobs'] as const) {
    const waiting = transaction
      .updateTable(table)
      .set(({ eb }) => ({ ...settled, fence: eb('fence', '+', 1) }))
      .where('forum_id', '=', forumId)
      .where('state', '=', 'waiting');
    // A range, since `like` would take marks in the key for patterns.
    const named = isPrefix
      ? waiting.where('key', '>=', prefix).where('key', '<', `${prefix}\u{10FFFF}`)
      : waiting.where('key', '=', key);
    await named.execute();
  }
}

async function insertMessage(
  transaction: Transaction<Tables>,
  forumId: string,
  message: MessageIntent,
  now: Date,
): Promise<void> {
  const known = await transaction
    .selectFrom('outgoing_messages')
    .select(['id', 'is_withdrawn', 'attempts'])
    .where('forum_id', '=', forumId)
    .where('key', '=', message.key)
    .executeTakeFirst();
  if (known !== undefined && (known.is_withdrawn === 0 || known.attempts > 0)) return;
  if (known !== undefined) await transaction.deleteFrom('outgoing_messages').where('id', '=', known.id).execute();
  const person = message.recipient.kind === 'person' ? message.recipient.person : null;
  const refresh = await coalesce(transaction, forumId, message, now);
  await transaction
    .insertInto('outgoing_messages')
    .values({
      id: newId(),
      forum_id: forumId,
      key: message.key,
      kind: message.kind,
      recipient_kind: message.recipient.kind,
      tenant_id: person?.tenantId ?? null,
      object_id: person?.objectId ?? null,
      conversation: conversationOf(message.recipient),
      payload: JSON.stringify(message.payload),
      // There is nothing to bring up to date where no message can be found again.
      action: message.slot === null ? 'create' : message.action,
      slot: message.slot,
      in_thread_of: message.inThreadOf,
      series: message.series ?? null,
      at_any_hour: message.atAnyHour === true ? 1 : 0,
      due_at: refresh.dueAt,
      drop_after: instant(message.dropAfter),
      not_before: null,
      state: refresh.isCovered ? 'dropped' : 'waiting',
      note: refresh.isCovered ? 'a message of this slot waits already' : null,
      settled_at: refresh.isCovered ? now.toISOString() : null,
      attempts: 0,
      is_withdrawn: 0,
      is_update: 0,
      fence: 0,
      holder: null,
      lease_until: null,
      told_in: null,
      created_at: now.toISOString(),
    })
    .execute();
}

/**
 * Refreshes of a slot that wait are one: the newest, at the time of the earliest. Beside a `create` that waits none is
 * needed, since it takes its text from the state of things when it is sent; whoever has made its text already finds the
 * lease lost.
 */
async function coalesce(
  transaction: Transaction<Tables>,
  forumId: string,
  { action, slot, dueAt }: MessageIntent,
  now: Date,
): Promise<{ isCovered: boolean; dueAt: string }> {
  const due = dueAt.toISOString();
  if (action === 'create' || slot === null) return { isCovered: false, dueAt: due };
  const waiting = await transaction
    .selectFrom('outgoing_messages')
    .select(['id', 'action', 'due_at'])
    .where('slot', '=', slot)
    .where('forum_id', '=', forumId)
    .where('state', '=', 'waiting')
    .execute();
  if (waiting.length === 0) return { isCovered: false, dueAt: due };
  const rows = () =>
    transaction.updateTable('outgoing_messages').where(
      'id',
      'in',
      waiting.map(({ id }) => id),
    );
  if (waiting.some((other) => other.action === 'create')) {
    await rows()
      .set(({ eb }) => ({ fence: eb('fence', '+', 1), holder: null, lease_until: null }))
      .execute();
    return { isCovered: true, dueAt: due };
  }
  await rows()
    .set(({ eb }) => ({
      state: 'dropped',
      note: 'a newer one of this slot takes its place',
      settled_at: now.toISOString(),
      fence: eb('fence', '+', 1),
    }))
    .execute();
  const earliest = [due, ...waiting.map(({ due_at }) => due_at)].sort()[0];
  return { isCovered: false, dueAt: earliest ?? due };
}

/** A later job of its series is done: nothing that was due before it is of use, as when the clock was set back. */
async function isOutdated(transaction: Transaction<Tables>, forumId: string, job: JobIntent): Promise<boolean> {
  if (job.series === undefined) return false;
  const later = await transaction
    .selectFrom('jobs')
    .select('id')
    .where('forum_id', '=', forumId)
    .where('series', '=', job.series)
    .where('state', '=', 'done')
    .where('due_at', '>', job.dueAt.toISOString())
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}

async function insertJob(transaction: Transaction<Tables>, forumId: string, job: JobIntent, now: Date): Promise<void> {
  const known = await transaction
    .selectFrom('jobs')
    .select(['id', 'is_withdrawn'])
    .where('forum_id', '=', forumId)
    .where('key', '=', job.key)
    .executeTakeFirst();
  if (known?.is_withdrawn === 0 || (await isOutdated(transaction, forumId, job))) return;
  if (known !== undefined) await transaction.deleteFrom('jobs').where('id', '=', known.id).execute();
  await transaction
    .insertInto('jobs')
    .values({
      id: newId(),
      forum_id: forumId,
      key: job.key,
      kind: job.kind,
      payload: JSON.stringify(job.payload),
      series: job.series ?? null,
      due_at: job.dueAt.toISOString(),
      drop_after: instant(job.dropAfter),
      not_before: null,
      state: 'waiting',
      note: null,
      settled_at: null,
      attempts: 0,
      is_withdrawn: 0,
      fence: 0,
      holder: null,
      lease_until: null,
      created_at: now.toISOString(),
    })
    .execute();
}
