import { join } from 'node:path';
import { systemClock } from '../src/domain/clock.js';
import { openStore } from '../src/store/sqlite/open-store.js';
import { FakeConnector } from '../test/support/fake-connector.js';
import {
  intentsOf,
  noPaces,
  openSender,
  personPost,
  reference,
  sendFrom,
  untilSettled,
} from '../test/support/sending-house.js';

const prompts = 200;

/** How long it takes to hand over messages to as many people, in milliseconds. */
export interface SendingMeasured {
  prompts: number;
  /** Through the outbox with its leases, fences and commits, without its limits. */
  outboxMs: number;
  /** The rival: a plain loop over the same way out, which keeps nothing and loses all when it is killed. */
  loopMs: number;
  /** Through the outbox with its limits. */
  pacedMs: number;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Sends from a store of its own to a service on this machine. */
export async function measureSending(folder: string): Promise<SendingMeasured> {
  const connector = await FakeConnector.start();
  try {
    const people = Array.from({ length: prompts }, (_, index) => index);
    const through = async (name: string, paces: { paces?: typeof noPaces }): Promise<number> => {
      const store = await openStore({ file: join(folder, `${name}.db`), clock: systemClock });
      const forum = await store.forums.ensureForum('home', 'Chefforum');
      const messages = people.map((index) => personPost(forum.id, index, { dueAt: systemClock.now() }));
      for (const { recipient } of messages)
        if (recipient.kind === 'person')
          await store.conversations.savePersonal(
            recipient.person,
            reference(connector.serviceUrl, 'personal', `a:${recipient.person.objectId}`),
          );
      await store.outbox.add(forum.id, intentsOf(messages), systemClock.now());
      const { loop } = await sendFrom(store, paces);
      const ms = await timed(() => untilSettled(store, forum.id));
      await loop.stop();
      await store.close();
      return ms;
    };
    const sender = await openSender();
    const byLoop = () =>
      timed(async () => {
        for (const index of people)
          await sender.send(
            reference(connector.serviceUrl, 'personal', `a:person-${index}`),
            { text: `nr. ${index}` },
            null,
          );
      });
    await byLoop();
    const loopMs = await byLoop();
    const outboxMs = await through('outbox', { paces: noPaces });
    const pacedMs = await through('paced', {});
    return { prompts, outboxMs, loopMs, pacedMs };
  } finally {
    await connector.close();
  }
}

export function sendingTable({ prompts: count, outboxMs, loopMs, pacedMs }: SendingMeasured): string[][] {
  const row = (what: string, ms: number): string[] => [
    what,
    `${(ms / 1000).toFixed(1)} s`,
    `${(ms / count).toFixed(1)} ms`,
    `${(ms / loopMs).toFixed(1)}×`,
  ];
  return [
    [`${count} messages to as many people`, 'all', 'a message', 'beside the loop'],
    row('plain loop, nothing kept', loopMs),
    row('outbox without limits', outboxMs),
    row('outbox within Teams’ limits', pacedMs),
  ];
}
