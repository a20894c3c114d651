import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noIntents } from '../../src/domain/outgoing-message.js';
import type { MessageComposer } from '../../src/routing/unasked.js';
import type { Forum, Store } from '../../src/store/ports.js';
import { tenantId } from '../support/activities.js';
import { FakeConnector, type ScriptedAnswer } from '../support/fake-connector.js';
import {
  channelId,
  channelPost,
  intentsOf,
  noPaces,
  numberComposer,
  personPost,
  reference,
  type Sender,
  sendFrom,
  untilSettled,
} from '../support/sending-house.js';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.js';

const isLong = process.env.REFERENT_LONG !== undefined;
const monday = new Date('2026-11-23T09:00:00Z');

let temporary: TemporaryStore;
let store: Store;
let forum: Forum;
let connector: FakeConnector;
const senders: Sender[] = [];

beforeEach(async () => {
  [temporary, connector] = await Promise.all([openTemporaryStore(), FakeConnector.start()]);
  store = temporary.store;
  forum = await store.forums.ensureForum('home', 'Chefforum');
  await store.conversations.bindChannel(forum.id, reference(connector.serviceUrl, 'channel'));
});
afterEach(async () => {
  await Promise.all(senders.splice(0).map(({ loop }) => loop.stop()));
  await connector.close();
  await temporary.remove();
});

/** Monday at ten in Copenhagen when the test begins, and real time from then on. */
const fromMonday = (startedAt = Date.now()) => ({ now: () => new Date(monday.getTime() + Date.now() - startedAt) });

const send = async (options: Parameters<typeof sendFrom>[1] = {}): Promise<Sender> => {
  const sender = await sendFrom(store, { clock: fromMonday(), paces: noPaces, ...options });
  senders.push(sender);
  return sender;
};
const add = (...messages: Parameters<typeof intentsOf>[0]) => store.outbox.add(forum.id, intentsOf(messages), monday);
const states = async () => {
  const all = await store.outbox.listMessages(forum.id, [
    'waiting',
    'sending',
    'sent',
    'uncertain',
    'blocked',
    'not_installed',
    'not_found',
    'failed',
    'dropped',
  ]);
  return Object.fromEntries(all.map(({ key, state }) => [key, state]));
};
const texts = () => connector.visible.map(({ body }) => (body as { text?: string }).text);

describe('a message', () => {
  test('goes to the forum’s channel, once, and is known again by the id in the conversation’s', async () => {
    await add(channelPost(forum.id, 1, { slot: 'card' }));
    await add(channelPost(forum.id, 1, { slot: 'card' }));
    await send();
    await untilSettled(store, forum.id);
    expect(connector.visible).toMatchObject([{ conversation: channelId, body: { text: 'Forsinket: nr. 1' } }]);
    const number = connector.visible[0]?.id;
    expect(await store.outbox.findHandle('card')).toEqual({
      conversationId: `${channelId};messageid=${number}`,
      activityId: number,
    });
  });

  test('to a person opens the conversation by their Entra id where none is known, and keeps it', async () => {
    await add(personPost(forum.id, 7));
    await send();
    await untilSettled(store, forum.id);
    expect(connector.posts[0]?.body).toMatchObject({ members: [{ id: 'person-7' }], tenantId });
    expect(connector.visible).toMatchObject([{ conversation: 'a:with-person-7' }]);
    expect(await store.conversations.findPersonal({ tenantId, objectId: 'person-7' })).toMatchObject({
      conversationId: 'a:with-person-7',
    });
  });

  test('in a thread stands under that thread’s message', async () => {
    await add(channelPost(forum.id, 1, { slot: 'card' }), channelPost(forum.id, 2, { inThreadOf: 'card' }));
    await send();
    await untilSettled(store, forum.id);
    const root = connector.visible[0]?.id;
    expect(connector.visible[1]?.conversation).toBe(`${channelId};messageid=${root}`);
  });

  test.each([
    [
      'blocked',
      {
        status: 403,
        body: { error: { code: 'Forbidden', innerHttpError: { body: { subCode: 'MessageWritesBlocked' } } } },
      },
    ],
    ['not_installed', { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }],
    ['failed', { status: 400, body: { error: { code: 'BadArgument' } } }],
  ] as const)('is %s when the channel says so', async (state, answer) => {
    await store.conversations.savePersonal(
      { tenantId, objectId: 'person-1' },
      reference(connector.serviceUrl, 'personal'),
    );
    connector.script(answer);
    await add(personPost(forum.id, 1));
    await send();
    await untilSettled(store, forum.id);
    expect(await states()).toEqual({ 'test:1': state });
    expect(connector.posts).toHaveLength(1);
  });

  test('reaches a person who cleared the chat by a new conversation', async () => {
    await store.conversations.savePersonal(
      { tenantId, objectId: 'person-1' },
      reference(connector.serviceUrl, 'personal'),
    );
    connector.script({ status: 404, body: { error: { code: 'ConversationNotFound' } } });
    await add(personPost(forum.id, 1));
    await send();
    await untilSettled(store, forum.id);
    expect(await states()).toEqual({ 'test:1': 'sent' });
    expect(connector.visible).toMatchObject([{ conversation: 'a:with-person-1' }]);
  });

  test('that the channel refuses for now is handed over again, not before it says', async () => {
    connector.script({ status: 429, headers: { 'Retry-After': '1' } });
    await add(channelPost(forum.id, 1));
    const startedAt = Date.now();
    await send();
    await untilSettled(store, forum.id);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1000);
    expect(await states()).toEqual({ 'test:1': 'sent' });
    expect(connector.visible).toHaveLength(1);
  });

  test('that the channel has no room for at the moment is handed over again, though it does not say when', async () => {
    connector.script({ status: 412 });
    await add(channelPost(forum.id, 1));
    await send();
    await untilSettled(store, forum.id);
    expect(await states()).toEqual({ 'test:1': 'sent' });
    expect(connector.visible).toHaveLength(1);
    expect(connector.calls.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  test('to a person waits for working hours, one to the channel does not', async () => {
    const saturday = { now: () => new Date('2026-11-21T09:00:00Z') };
    await add(
      personPost(forum.id, 1, { atAnyHour: false, dueAt: saturday.now() }),
      channelPost(forum.id, 2, { dueAt: saturday.now() }),
    );
    const sender = await send({ clock: saturday });
    await connector.call(({ method }) => method === 'POST');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await sender.loop.stop();
    expect(await states()).toEqual({ 'test:1': 'waiting', 'test:2': 'sent' });
    await send();
    await untilSettled(store, forum.id);
    expect(texts()).toEqual(['nr. 2', 'Forsinket: nr. 1']);
  });
});

describe('a message that may have arrived', () => {
  const failures: readonly ScriptedAnswer[] = [
    ...[408, 500, 502, 503, 504].map((status) => ({ status })),
    'drop',
    'hang',
  ];
  const count = isLong ? 500 : 21;

  test(`is never sent again by itself: ${count} ambiguous sends, one visible message each`, {
    timeout: 400_000,
  }, async () => {
    let next = 0;
    connector.failAfterKeeping(() => failures[next++ % failures.length]);
    await add(...Array.from({ length: count }, (_, index) => personPost(forum.id, index)));
    // On a busy machine a shorter time runs out before the message has arrived, which is uncertain too.
    await send({ sendTimeoutMs: 6000 });
    await untilSettled(store, forum.id);
    expect(connector.visible).toHaveLength(count);
    expect(new Set(connector.visible.map(({ conversation }) => conversation)).size).toBe(count);
    expect(new Set(Object.values(await states()))).toEqual(new Set(['uncertain']));
  });

  test('is told to each secretary, once and in one message, and sent again when a person says so', async () => {
    await store.members.saveRegister(
      forum.id,
      {
        departments: [],
        deputies: [],
        memberships: [
          {
            id: 'm1',
            forumId: forum.id,
            person: { tenantId, objectId: 'secretary' },
            name: 'Ida Holm',
            title: null,
            role: 'secretary',
            departmentId: null,
            from: '2020-01-01',
            to: null,
          },
        ],
      },
      0,
      { note: 'ny', by: null, at: monday },
    );
    connector.script({ status: 502 }, { status: 502 });
    await add(channelPost(forum.id, 1));
    await add(personPost(forum.id, 2, { kind: 'test.unknown' }));
    const trouble = {
      kind: 'outbox.trouble',
      title: 'Besked',
      compose: async ({ payload }: { payload: Readonly<Record<string, unknown>> }) => ({
        text: (await store.outbox.listToldIn(String(payload.notice)))
          .map(({ key, state }) => `${key} ${state}`)
          .join(', '),
      }),
    };
    await send({ composers: [numberComposer, trouble] });
    await connector.call(({ body }) => JSON.stringify(body).includes('uncertain'));
    await untilSettled(store, forum.id);
    expect(texts().sort()).toEqual(['test:1 uncertain, test:2 failed']);
    const [uncertain] = await store.outbox.listMessages(forum.id, ['uncertain']);
    await store.outbox.resolveMessage(uncertain?.id ?? '', 'send_again', monday);
    await untilSettled(store, forum.id);
    expect(texts()).toContain('Forsinket: nr. 1');
    await expect(store.outbox.resolveMessage(uncertain?.id ?? '', 'arrived', monday)).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('a card that stays true', () => {
  const refresh = (number: number) => channelPost(forum.id, number, { action: 'refresh', slot: 'card' });

  test('is changed in place, and waiting refreshes are one', async () => {
    await add(channelPost(forum.id, 1, { slot: 'card' }));
    const sender = await send();
    await untilSettled(store, forum.id);
    await sender.loop.stop();
    await add(refresh(2));
    await add(refresh(3));
    await send();
    await untilSettled(store, forum.id);
    expect(connector.visible).toHaveLength(1);
    expect(connector.calls.filter(({ method }) => method === 'PUT')).toMatchObject([{ body: { text: 'nr. 3' } }]);
    expect(await states()).toEqual({ 'test:1': 'sent', 'test:2': 'dropped', 'test:3': 'sent' });
  });

  test('tells what is so when it is handed over, though it changed after its text was made', async () => {
    let stock = 'gammel';
    const composer: MessageComposer = {
      ...numberComposer,
      async compose() {
        const text = stock;
        if (stock === 'gammel') {
          stock = 'ny';
          await add(refresh(2));
        }
        return { text };
      },
    };
    await add(channelPost(forum.id, 1, { slot: 'card' }));
    await send({ composers: [composer] });
    await untilSettled(store, forum.id);
    expect(texts()).toEqual(['ny']);
    expect(await states()).toEqual({ 'test:1': 'sent', 'test:2': 'dropped' });
  });

  test('is posted anew when it could not be changed twice', async () => {
    await add(channelPost(forum.id, 1, { slot: 'card' }));
    const sender = await send();
    await untilSettled(store, forum.id);
    connector.script({ status: 404 }, { status: 502 });
    await add(refresh(2));
    await untilSettled(store, forum.id);
    expect(connector.calls.filter(({ method }) => method === 'PUT')).toHaveLength(2);
    expect(texts()).toEqual(['Forsinket: nr. 1', 'nr. 2']);
    expect((await store.outbox.findHandle('card'))?.activityId).toBe(connector.visible[1]?.id);
    await sender.loop.stop();
  });

  test('is not posted a second time while the first may have arrived', async () => {
    connector.failAfterKeeping(() => ({ status: 502 }));
    await add(channelPost(forum.id, 1, { slot: 'card' }));
    await send();
    await untilSettled(store, forum.id);
    await add(refresh(2));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await states()).toEqual({ 'test:1': 'uncertain', 'test:2': 'waiting' });
    expect(connector.visible).toHaveLength(1);
  });
});

describe('the limits of Teams', () => {
  test('are never met: a burst in one channel and prompts to many', async () => {
    connector.keepLimits();
    const prompts = isLong ? 200 : 40;
    await add(...Array.from({ length: prompts }, (_, index) => personPost(forum.id, index)));
    await add(...Array.from({ length: 8 }, (_, index) => channelPost(forum.id, 1000 + index, { dueAt: monday })));
    const sender = await sendFrom(store, { clock: fromMonday() });
    senders.push(sender);
    await untilSettled(store, forum.id);
    expect(connector.refusedForLimits).toBe(0);
    expect(connector.visible).toHaveLength(prompts + 8);
  });
});

test('what a change makes pointless is not sent, and can be wanted anew', async () => {
  await add(channelPost(forum.id, 1), channelPost(forum.id, 2));
  await store.outbox.add(forum.id, { ...noIntents, withdrawn: ['test:*'] }, monday);
  await add(channelPost(forum.id, 2));
  await send();
  await untilSettled(store, forum.id);
  expect(await states()).toEqual({ 'test:1': 'dropped', 'test:2': 'sent' });
});
