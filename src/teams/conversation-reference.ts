import { z } from 'zod';
import { AppError } from '../domain/app-error.js';
import type { ConversationReference } from '../domain/conversation-reference.js';
import type { ReceivedActivity } from './read-activity.js';
import { findTenant } from './tenant-check.js';

/** What Referent keeps of the SDK's reference: enough to write there again, nothing that names a person but the bot's own id. */
const keptShape = z.object({
  serviceUrl: z.string().max(2000),
  channelId: z.string().max(100),
  botId: z.string().max(1000),
  /** Who the conversation is with; null in a channel. */
  userId: z.string().max(1000).nullable(),
});

/** The form in which `ConversationReference.sdk` is read and written. */
export type KeptReference = z.infer<typeof keptShape>;

/** A channel's own id: in a thread the activity's conversation id ends with the thread's first message. */
export const withoutThread = (conversationId: string): string =>
  conversationId.split(';messageid=')[0] ?? conversationId;

/**
 * The way back to where an activity came from; undefined for group chats, and where the tenant is in doubt. A personal
 * reference is taken from a personal conversation only: others have led to the wrong place.
 */
export function toConversationReference(activity: ReceivedActivity): ConversationReference | undefined {
  const tenantId = findTenant(activity);
  const { conversationType, id } = activity.conversation;
  if (tenantId === undefined || (conversationType !== 'personal' && conversationType !== 'channel')) return undefined;
  const isPersonal = conversationType === 'personal';
  const kept: KeptReference = {
    serviceUrl: activity.serviceUrl,
    channelId: activity.channelId,
    botId: activity.recipient.id,
    userId: isPersonal ? activity.from.id : null,
  };
  return {
    conversationId: isPersonal ? id : withoutThread(id),
    tenantId,
    kind: conversationType,
    teamId: activity.channelData?.team?.id ?? null,
    sdk: { version: 1, reference: JSON.stringify(kept) },
  };
}

/** @throws AppError `invalid_input` for a reference of another form */
export function readKeptReference(reference: ConversationReference): KeptReference {
  const read = keptShape.safeParse(tryParse(reference.sdk.reference));
  if (!read.success) throw new AppError('invalid_input', 'a kept conversation reference cannot be read');
  return read.data;
}

function tryParse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
