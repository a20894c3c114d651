import type { Activity, ConversationParameters, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { ConversationReference, MessageHandle } from '../domain/conversation-reference.js';
import type { Log } from '../logging.js';
import type { Reply } from '../routing/reply.js';
import type { ChannelSender, SendResult } from '../routing/unasked.js';
import type { BotAdapter } from './bot-adapter.js';
import { type KeptReference, readKeptReference, withoutThread } from './conversation-reference.js';
import { type HandedOver, watchHandOver } from './hand-over.js';
import { type Place, runInConversation } from './run-in-conversation.js';
import type { ServiceUrlCheck } from './service-url.js';
import { toActivity } from './to-activity.js';
import { isTokenRefused, type Refusal, toRefusal } from './to-refusal.js';

export interface ChannelSenderOptions {
  /** An adapter with credentials of its own, so that a new one asks for a new token. */
  createAdapter(): Promise<BotAdapter>;
  /** null: insecure local mode. */
  appId: string | null;
  mayBeSentTo: ServiceUrlCheck;
  /** Whether the chat client opens dialogs. */
  dialogs: boolean;
  log: Log;
}

/**
 * Writes into conversations unasked, each message handed over once. A token that the service does not take is answered
 * with one new adapter and one more try: it has happened to long-running bots that only a restart helped.
 */
export async function createChannelSender(options: ChannelSenderOptions): Promise<ChannelSender> {
  const { appId, mayBeSentTo, dialogs, log } = options;
  let adapter = await options.createAdapter();

  const inContext = <T>(place: Place, work: (context: TurnContext) => Promise<T>): Promise<T> =>
    runInConversation(adapter, appId, place, work);

  const call = async <T>(place: Place, work: (context: TurnContext) => Promise<T>): Promise<{ value: T } | Refusal> => {
    if (!mayBeSentTo(place.serviceUrl)) return { state: 'failed', note: 'the service is not one to send to' };
    const attempt = (): Promise<HandedOver<T>> => watchHandOver(() => inContext(place, work));
    let outcome = await attempt();
    if ('error' in outcome && isTokenRefused(outcome.error)) {
      log.warn('token_refused');
      adapter = await options.createAdapter();
      outcome = await attempt();
      if ('error' in outcome && isTokenRefused(outcome.error)) log.error('token_refused_again');
    }
    return 'error' in outcome ? toRefusal(outcome.error, outcome.isHandedOver) : outcome;
  };

  /** Never rejects: a fault of our own before anything was sent is a refusal like others. */
  const guarded = async <T>(
    to: ConversationReference,
    work: (place: Place) => Promise<T | Refusal>,
  ): Promise<T | Refusal> => {
    try {
      return await work({ ...readKeptReference(to), conversationId: to.conversationId, kind: to.kind });
    } catch {
      return { state: 'failed', note: 'the message could not be prepared' };
    }
  };

  const post = async (place: Place, reply: Reply): Promise<SendResult> => {
    const sent = await call(
      place,
      async (context) => (await context.sendActivity(toActivity(reply, dialogs)))?.id ?? '',
    );
    if (!('value' in sent)) return sent;
    return { state: 'sent', handle: { conversationId: place.conversationId, activityId: sent.value } };
  };

  return {
    send: (to, reply, thread) =>
      guarded(to, (place) => {
        if (to.kind === 'personal') return post(place, reply);
        if (thread === null) return startThread(call, to, place, toActivity(reply, dialogs));
        const conversationId = `${withoutThread(to.conversationId)};messageid=${thread.activityId}`;
        return post({ ...place, conversationId }, reply);
      }),

    update: (to, handle, reply) =>
      guarded(to, async (place): Promise<SendResult> => {
        const updated = await call({ ...place, conversationId: handle.conversationId }, async (context) => {
          await context.updateActivity({ ...toActivity(reply, dialogs), id: handle.activityId });
          return true;
        });
        return 'value' in updated ? { state: 'sent', handle } : updated;
      }),

    openPersonal: (tenantId, objectId, serviceUrlOf) =>
      guarded(serviceUrlOf, async (place) => {
        const opened = await call(place, (context) =>
          createConversation(context, {
            isGroup: false,
            bot: { id: place.botId, name: '' },
            // Not `aadObjectId`, which the service refuses.
            members: [{ id: objectId, name: '' }],
            tenantId,
            channelData: { tenant: { id: tenantId } },
          }),
        );
        if (!('value' in opened)) return opened;
        const kept: KeptReference = {
          serviceUrl: place.serviceUrl,
          channelId: place.channelId,
          botId: place.botId,
          userId: null,
        };
        return {
          reference: {
            conversationId: opened.value.id,
            tenantId,
            kind: 'personal' as const,
            teamId: null,
            sdk: { version: 1 as const, reference: JSON.stringify(kept) },
          },
        };
      }),
  };
}

type Call = <T>(place: Place, work: (context: TurnContext) => Promise<T>) => Promise<{ value: T } | Refusal>;

/** A new message in a channel, which begins a thread. */
async function startThread(
  call: Call,
  to: ConversationReference,
  place: Place,
  message: Partial<Activity>,
): Promise<SendResult> {
  const channelId = withoutThread(to.conversationId);
  const started = await call(place, (context) =>
    createConversation(context, {
      isGroup: true,
      bot: { id: place.botId, name: '' },
      tenantId: to.tenantId,
      activity: message as Activity,
      channelData: { channel: { id: channelId }, tenant: { id: to.tenantId } },
    }),
  );
  if (!('value' in started)) return started;
  return { state: 'sent', handle: toHandle(channelId, started.value) };
}

/** The service names the message at the end of the conversation's id: `19:…;messageid=1700000000000`. */
function toHandle(
  channelId: string,
  { id, activityId }: { id: string; activityId: string | undefined },
): MessageHandle {
  const named = /;messageid=(\d{1,30})/.exec(id)?.[1] ?? activityId ?? '';
  return { conversationId: `${channelId};messageid=${named}`, activityId: named };
}

async function createConversation(context: TurnContext, parameters: Omit<ConversationParameters, 'topicName'>) {
  const client = context.turnState.get<ConnectorClient>(context.adapter.ConnectorClientKey);
  const { id, activityId } = await client.conversations.createConversation(parameters as ConversationParameters);
  return { id, activityId };
}
