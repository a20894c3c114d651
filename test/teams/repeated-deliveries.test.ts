import { afterEach, expect, test } from 'vitest';
import { fingerprint } from '../../src/routing/once.js';
import type { CardVerb } from '../../src/routing/routes.js';
import { message, press as pressOn } from '../support/activities.js';
import { TeamsHouse } from '../support/teams-house.js';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.js';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** A house with a real store, and a button that counts how often it acted. */
async function start(options: { store?: TemporaryStore; workMs?: number; answerWithinMs?: number } = {}) {
  const opened = options.store ?? (await openTemporaryStore());
  if (options.store === undefined) open.push(opened.remove);
  let effects = 0;
  const count: CardVerb = {
    verb: 'test.count',
    read: (data) => data,
    async run() {
      if (options.workMs !== undefined) await new Promise((resolve) => setTimeout(resolve, options.workMs));
      effects += 1;
      return { text: `Nummer ${effects}` };
    },
  };
  const house = await TeamsHouse.start({
    inbound: opened.store.inbound,
    ...(options.answerWithinMs !== undefined && { limits: { answerWithinMs: options.answerWithinMs } }),
    routes: {
      verbs: [count],
      question: async () => {
        effects += 1;
        return { text: `Svar ${effects}` };
      },
    },
  });
  open.push(() => house.close());
  return { house, effects: () => effects, store: opened };
}

test('a delivery that comes a hundred times, one after the other or at once, acts once and is answered alike', async () => {
  const { house, effects } = await start();
  const press = pressOn(house.serviceUrl, 'test.count', { nonce: 'a' });
  const answers: string[] = [];
  for (let round = 0; round < 100; round += 1) answers.push(await (await house.post(press)).text());
  const again = pressOn(house.serviceUrl, 'test.count', { nonce: 'b' });
  const atOnce = await Promise.all(Array.from({ length: 20 }, async () => (await house.post(again)).text()));
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('Nummer 1');
  expect(new Set(atOnce).size).toBe(1);
  expect(atOnce[0]).toContain('Nummer 2');
  expect(effects()).toBe(2);
});

test('a message that comes again is not answered again', async () => {
  const { house, effects } = await start();
  const asked = message(house.serviceUrl, 'hvad blev besluttet?');
  for (let round = 0; round < 5; round += 1) expect((await house.post(asked)).status).toBe(200);
  expect(effects()).toBe(1);
  expect(house.connector.messages).toHaveLength(1);
});

test('a delivery that comes again after a restart changes nothing, and is answered as it was', async () => {
  const first = await start();
  const press = pressOn(first.house.serviceUrl, 'test.count', { nonce: 'a' });
  const answer = await (await first.house.post(press)).text();
  const second = await start({ store: first.store });
  expect(await (await second.house.post({ ...press, serviceUrl: second.house.serviceUrl })).text()).toBe(answer);
  expect(second.effects()).toBe(0);
});

test('work that a kill broke off is not done again, and the person is told to look', async () => {
  const { house, effects, store } = await start();
  const press = pressOn(house.serviceUrl, 'test.count', { nonce: 'a' });
  await store.store.inbound.begin(fingerprint('activity', 'a:chat-1', String(press.id)), new Date());
  expect(await (await house.post(press)).text()).toContain('Den har jeg fået før');
  expect(effects()).toBe(0);
});

test('a press whose work takes long is answered in time, and the answer follows in the chat', async () => {
  const { house, effects } = await start({ workMs: 400, answerWithinMs: 100 });
  const press = pressOn(house.serviceUrl, 'test.count', { nonce: 'a' });
  expect(await (await house.post(press)).text()).toContain('Svaret kommer her');
  const follows = await house.connector.call(({ method }) => method === 'POST');
  expect(JSON.stringify(follows.body)).toContain('Nummer 1');
  expect(await (await house.post(press)).text()).toContain('Nummer 1');
  expect(effects()).toBe(1);
});
