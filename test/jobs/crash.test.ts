import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorkingDays } from '../../src/danish/working-days.js';
import { leaseMs } from '../../src/jobs/limits.js';
import { type Sending, sendMessage } from '../../src/jobs/send-message.js';
import { createLog } from '../../src/logging.js';
import type { Store } from '../../src/store/ports.js';
import { FakeConnector } from '../support/fake-connector.js';
import {
  channelPost,
  intentsOf,
  noPaces,
  numberComposer,
  openSender,
  personPost,
  reference,
} from '../support/sending-house.js';
import { openTemporaryStore } from '../support/temporary-store.js';

const isLong = process.env.REFERENT_LONG !== undefined;

/** One life of a process: what it adds, and at which of its steps it dies. */
interface Life {
  adds: readonly ('channel' | 'person')[];
  /** The step, from 1; more than it has: it lives. */
  diesAt: number;
  /** Before the step has any effect, or after, when nobody is told of it any more. */
  dies: 'before' | 'after';
  /** What the channel does with messages in this life. */
  channel: 'well' | 'ambiguous' | 'refusing';
  /** How long it is until the next process. */
  restMs: number;
}

const lives = fc.array(
  fc.record<Life>({
    adds: fc.array(fc.constantFrom('channel', 'person'), { maxLength: 3 }),
    diesAt: fc.integer({ min: 1, max: 16 }),
    dies: fc.constantFrom('before', 'after'),
    channel: fc.constantFrom('well', 'well', 'well', 'ambiguous', 'refusing'),
    restMs: fc.constantFrom(0, 1000, leaseMs + 1000),
  }),
  { minLength: 15, maxLength: 25 },
);

class Died extends Error {}

/** A process's hold on things: at the step it dies at it loses everything, and so at every step after that. */
class Mortal {
  steps = 0;
  isDead = false;
  constructor(private readonly life: Pick<Life, 'diesAt' | 'dies'>) {}

  async take<T>(step: () => Promise<T>): Promise<T> {
    if (this.isDead) throw new Died();
    this.steps += 1;
    this.isDead = this.steps === this.life.diesAt;
    if (this.isDead && this.life.dies === 'before') throw new Died();
    const result = await step();
    if (this.isDead) throw new Died();
    return result;
  }

  /** The same part, each call of which is a step. */
  holding<T extends object>(part: T): T {
    return new Proxy(part, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...given: unknown[]) => this.take(() => Reflect.apply(method, target, given));
      },
    });
  }
}

test('whenever a process dies, what was committed is sent once or known as uncertain, and nothing else is sent', {
  timeout: 1_200_000,
}, async () => {
  const [temporary, connector] = await Promise.all([openTemporaryStore(), FakeConnector.start()]);
  const { store } = temporary;
  const sender = await openSender();
  let now = new Date('2026-11-23T09:00:00Z');
  let number = 0;
  let deaths = 0;
  const deathsAt = new Map<string, number>();

  /** Adds, takes and sends until it dies or has nothing to do. @returns the numbers that were committed. */
  const live = async (forumId: string, holder: string, life: Life): Promise<number[]> => {
    const mortal = new Mortal(life);
    const committed: number[] = [];
    const parts: Pick<Store, 'outbox' | 'conversations'> & { sender: Sending['sender'] } = {
      outbox: mortal.holding(store.outbox),
      conversations: mortal.holding(store.conversations),
      sender: mortal.holding(sender),
    };
    const sending: Sending = {
      ...parts,
      composers: new Map([[numberComposer.kind, numberComposer]]),
      workingDays: createWorkingDays(),
      clock: { now: () => now },
      random: () => 0.5,
      log: createLog({ level: 'silent' }),
      countMessage: () => undefined,
    };
    connector.failAfterKeeping(() => (life.channel === 'ambiguous' ? { status: 502 } : undefined));
    connector.refuse(life.channel === 'refusing' ? { status: 429, headers: { 'Retry-After': '1' } } : undefined);
    try {
      for (const to of life.adds) {
        number += 1;
        const added = number;
        const post = to === 'channel' ? channelPost : personPost;
        const intents = intentsOf([post(forumId, added, { dueAt: now })]);
        await mortal.take(async () => {
          await store.outbox.add(forumId, intents, now);
          committed.push(added);
        });
      }
      const asked = { holder, now, leaseMs, limit: 4, arePeopleAtWork: true };
      for (const message of await parts.outbox.takeMessages(asked, noPaces)) await sendMessage(message, sending);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      deaths += 1;
      deathsAt.set(`${life.dies} step ${life.diesAt}`, (deathsAt.get(`${life.dies} step ${life.diesAt}`) ?? 0) + 1);
    }
    return committed;
  };

  try {
    await fc.assert(
      fc.asyncProperty(lives, async (planned) => {
        const forum = await store.forums.ensureForum('home', `Forum ${number}`);
        const channel = reference(connector.serviceUrl, 'channel', `19:forum-${number}@thread.tacv2`);
        await store.conversations.bindChannel(forum.id, channel);
        const shownBefore = connector.visible.length;
        const committed: number[] = [];
        for (const [index, life] of planned.entries()) {
          committed.push(...(await live(forum.id, `process-${number}-${index}`, life)));
          now = new Date(now.getTime() + life.restMs);
        }
        // From here on nothing dies.
        const immortal: Life = {
          adds: [],
          diesAt: Number.POSITIVE_INFINITY,
          dies: 'before',
          channel: 'well',
          restMs: 0,
        };
        while ((await store.outbox.listMessages(forum.id, ['waiting', 'sending'], 1)).length > 0) {
          now = new Date(now.getTime() + leaseMs + 1000);
          await live(forum.id, 'the last', immortal);
        }
        const ended = await store.outbox.listMessages(forum.id, ['sent', 'uncertain', 'failed', 'dropped'], 1000);
        const shown = connector.visible.slice(shownBefore).map(({ body }) => numberIn(body));
        expect(new Set(shown).size, 'shown twice').toBe(shown.length);
        expect(ended.map(({ payload }) => Number(payload.number)).sort(inOrder)).toEqual(committed.sort(inOrder));
        for (const { state, payload } of ended) {
          const isShown = shown.includes(Number(payload.number));
          if (state === 'sent') expect(isShown, 'sent and not shown').toBe(true);
          if (state === 'failed' || state === 'dropped') expect(isShown, `${state} and shown`).toBe(false);
        }
        for (const each of shown) expect(committed, 'shown and never committed').toContain(each);
      }),
      { numRuns: isLong ? 75 : 5 },
    );
    if (isLong)
      process.stdout.write(
        `${deaths} deaths at ${deathsAt.size} places, ${number} messages, ${connector.visible.length} shown\n`,
      );
    expect(deaths).toBeGreaterThan(isLong ? 1000 : 30);
  } finally {
    await Promise.all([connector.close(), temporary.remove()]);
  }
});

const inOrder = (one: number, other: number): number => one - other;
const numberIn = (body: unknown): number => Number(/nr\. (\d+)/.exec(JSON.stringify(body))?.[1]);
