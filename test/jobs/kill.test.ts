import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltScript, buildScript } from '../support/build-script.js';
import { FakeConnector } from '../support/fake-connector.js';
import {
  channelPost,
  intentsOf,
  noPaces,
  personPost,
  reference,
  sendFrom,
  untilSettled,
} from '../support/sending-house.js';
import { startScript } from '../support/start-script.js';
import { openTemporaryStore } from '../support/temporary-store.js';

const isLong = process.env.REFERENT_LONG !== undefined;
const due = isLong ? 2000 : 60;
const kills = isLong ? 20 : 1;

let script: BuiltScript;
beforeAll(async () => {
  script = await buildScript('test/support/send-due.ts');
});
afterAll(() => script.remove());

test(`two processes, killed ${kills} times, send ${due} due messages: none twice, none forgotten`, {
  timeout: 1_800_000,
}, async () => {
  const [temporary, connector] = await Promise.all([openTemporaryStore(), FakeConnector.start()]);
  const { store, file } = temporary;
  try {
    const forum = await store.forums.ensureForum('home', 'Chefforum');
    await store.conversations.bindChannel(forum.id, reference(connector.serviceUrl, 'channel'));
    await store.outbox.add(
      forum.id,
      intentsOf([
        ...Array.from({ length: due / 2 }, (_, index) => personPost(forum.id, index, { dueAt: new Date() })),
        ...Array.from({ length: due / 2 }, (_, index) => channelPost(forum.id, due + index, { dueAt: new Date() })),
      ]),
      new Date(),
    );
    const settled = async () => {
      const counts = await store.outbox.countMessages();
      return due - (counts.get('waiting') ?? 0) - (counts.get('sending') ?? 0);
    };
    for (let kill = 0; kill < kills; kill += 1) {
      const workers = [1, 2].map(() => startScript(script.path, [file]));
      await Promise.all(workers.map((worker) => worker.nextLine()));
      // Some of the messages, and then another moment each time.
      const wanted = Math.floor((due * (kill + 1)) / (kills + 2));
      while ((await settled()) < wanted) await pause(5);
      await pause((kill * 37) % 60);
      await Promise.all(workers.map((worker) => worker.kill()));
    }
    // Two minutes later every lease is over.
    const { loop } = await sendFrom(store, { paces: noPaces, clock: { now: () => new Date(Date.now() + 120_000) } });
    await untilSettled(store, forum.id);
    await loop.stop();

    const numbers = connector.visible.map(({ body }) => JSON.stringify(body).match(/nr\. (\d+)/)?.[1]);
    const uncertain = await store.outbox.listMessages(forum.id, ['uncertain']);
    const sent = await store.outbox.listMessages(forum.id, ['sent']);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(sent.length + uncertain.length).toBe(due);
    expect(sent.filter(({ payload }) => !numbers.includes(String(payload.number)))).toEqual([]);
    // Eight under way in each of two processes at each kill.
    expect(uncertain.length).toBeLessThanOrEqual(kills * 16);
    if (isLong) process.stdout.write(`${sent.length} sent, ${uncertain.length} uncertain\n`);
    expect(await store.check()).toEqual([]);
  } finally {
    await Promise.all([connector.close(), temporary.remove()]);
  }
});

test('a process told to stop finishes what it is sending, and leaves nothing uncertain', async () => {
  const [temporary, connector] = await Promise.all([openTemporaryStore(), FakeConnector.start()]);
  const { store, file } = temporary;
  try {
    const forum = await store.forums.ensureForum('home', 'Chefforum');
    await store.conversations.bindChannel(forum.id, reference(connector.serviceUrl, 'channel'));
    await store.outbox.add(
      forum.id,
      intentsOf(Array.from({ length: 200 }, (_, index) => personPost(forum.id, index, { dueAt: new Date() }))),
      new Date(),
    );
    const worker = startScript(script.path, [file]);
    await worker.nextLine();
    await connector.call(({ body }) => JSON.stringify(body).includes('nr. '));
    const code = await worker.stop();
    expect(code).toBe(0);
    expect(await store.outbox.listMessages(forum.id, ['uncertain', 'sending'])).toEqual([]);
    const sent = await store.outbox.listMessages(forum.id, ['sent']);
    expect(sent).toHaveLength(connector.visible.length);
  } finally {
    await Promise.all([connector.close(), temporary.remove()]);
  }
});
