import { createWorkingDays } from '../../src/danish/working-days.js';
import { type Clock, systemClock } from '../../src/domain/clock.js';
import type { ConversationReference } from '../../src/domain/conversation-reference.js';
import { type Intents, type MessageIntent, noIntents } from '../../src/domain/outgoing-message.js';
import type { Loop } from '../../src/jobs/loop.js';
import { startSending } from '../../src/jobs/start-sending.js';
import { createLog } from '../../src/logging.js';
import type { ChannelSender, Job, MessageComposer } from '../../src/routing/unasked.js';
import type { Paces, Store } from '../../src/store/ports.js';
import { BotAdapter } from '../../src/teams/bot-adapter.js';
import { createChannelSender } from '../../src/teams/channel-sender.js';
import { createSdkAuthentication } from '../../src/teams/sdk-authentication.js';
import { isLoopbackService } from '../../src/teams/service-url.js';
import { trustFor } from '../../src/teams/trust.js';
import { tenantId } from './activities.js';

const log = createLog({ level: 'silent' });
const local = { kind: 'insecure_local' } as const;

/** Fast enough for a test that is about something else. */
export const noPaces: Paces = {
  conversation: [{ intervalMs: 0, burst: 1 }],
  overall: [{ intervalMs: 0, burst: 1 }],
  refreshMs: 0,
  lateAfterMs: 15 * 60_000,
};

/** The real way out, over the SDK's adapter and HTTP. */
export const openSender = (sendTimeoutMs = 2000): Promise<ChannelSender> =>
  createChannelSender({
    createAdapter: async () =>
      new BotAdapter(await createSdkAuthentication(local, trustFor(local), sendTimeoutMs), log),
    appId: null,
    mayBeSentTo: isLoopbackService,
    dialogs: false,
    log,
  });

export const channelId = '19:forum@thread.tacv2';

export const reference = (
  serviceUrl: string,
  kind: ConversationReference['kind'],
  conversationId = kind === 'channel' ? channelId : 'a:chat-1',
): ConversationReference => ({
  conversationId,
  tenantId,
  kind,
  teamId: kind === 'channel' ? '19:team' : null,
  sdk: {
    version: 1,
    reference: JSON.stringify({ serviceUrl, channelId: 'msteams', botId: '28:referent', userId: null }),
  },
});

/** Says the payload's number, so that a test sees which message arrived. */
export const numberComposer: MessageComposer = {
  kind: 'test.number',
  title: 'Prøve',
  compose: async ({ payload }, isLate) => ({ text: `${isLate ? 'Forsinket: ' : ''}nr. ${String(payload.number)}` }),
};

export const channelPost = (forumId: string, number: number, parts: Partial<MessageIntent> = {}): MessageIntent => ({
  key: `test:${number}`,
  kind: 'test.number',
  recipient: { kind: 'forum_channel', forumId },
  payload: { number },
  action: 'create',
  slot: null,
  inThreadOf: null,
  dueAt: new Date('2026-11-23T08:00:00Z'),
  dropAfter: null,
  ...parts,
});

export const personPost = (forumId: string, number: number, parts: Partial<MessageIntent> = {}): MessageIntent =>
  channelPost(forumId, number, {
    recipient: { kind: 'person', forumId, person: { tenantId, objectId: `person-${number}` } },
    atAnyHour: true,
    ...parts,
  });

export const intentsOf = (messages: readonly MessageIntent[]): Intents => ({ ...noIntents, messages });

export interface Sender {
  loop: Loop;
  outcomes: string[];
}

/** Starts worker and scheduler on a store, sending for real. */
export async function sendFrom(
  store: Store,
  options: {
    clock?: Clock;
    paces?: Paces;
    jobs?: readonly Job[];
    composers?: readonly MessageComposer[];
    sendTimeoutMs?: number;
  } = {},
): Promise<Sender> {
  const outcomes: string[] = [];
  const loop = startSending({
    store,
    listForumIds: async () => (await store.forums.listForums('home')).map(({ id }) => id),
    composers: options.composers ?? [numberComposer],
    jobs: options.jobs ?? [],
    sender: await openSender(options.sendTimeoutMs),
    workingDays: createWorkingDays(),
    clock: options.clock ?? systemClock,
    log,
    countMessage: (_kind, outcome) => outcomes.push(outcome),
    countJob: () => undefined,
    ...(options.paces !== undefined && { paces: options.paces }),
  });
  return { loop, outcomes };
}

/** Resolves when nothing waits or is being sent any more. */
export async function untilSettled(store: Store, forumId: string): Promise<void> {
  while ((await store.outbox.listMessages(forumId, ['waiting', 'sending'], 1)).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
}
