import type { Selectable } from 'kysely';
import type { OutgoingMessage, Recipient } from '../domain/outgoing-message.js';
import type { OutgoingMessageRow } from './outbox-rows.js';

/** What a message is dropped with that nobody may miss: people are told of it. */
export const tooLate = 'too late';

const toRecipient = (row: Selectable<OutgoingMessageRow>): Recipient =>
  row.recipient_kind === 'forum_channel'
    ? { kind: 'forum_channel', forumId: row.forum_id }
    : {
        kind: 'person',
        forumId: row.forum_id,
        person: { tenantId: row.tenant_id ?? '', objectId: row.object_id ?? '' },
      };

export const toInstant = (text: string | null): Date | null => (text === null ? null : new Date(text));

export const toPayload = (json: string): OutgoingMessage['payload'] => JSON.parse(json) as OutgoingMessage['payload'];

export const toOutgoingMessage = (row: Selectable<OutgoingMessageRow>): OutgoingMessage => ({
  id: row.id,
  forumId: row.forum_id,
  key: row.key,
  kind: row.kind,
  recipient: toRecipient(row),
  payload: toPayload(row.payload),
  action: row.action,
  slot: row.slot,
  inThreadOf: row.in_thread_of,
  dueAt: new Date(row.due_at),
  dropAfter: toInstant(row.drop_after),
  ...(row.series !== null && { series: row.series }),
  ...(row.at_any_hour === 1 && { atAnyHour: true }),
  state: row.state,
  attempts: row.attempts,
  note: row.note,
  createdAt: new Date(row.created_at),
  settledAt: toInstant(row.settled_at),
});
