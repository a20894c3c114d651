import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { createWorkingDays } from '../../src/danish/working-days.js';
import { AppError } from '../../src/domain/app-error.js';
import { startSending } from '../../src/jobs/start-sending.js';
import { createLog } from '../../src/logging.js';
import { createBallast, freeBytes } from '../../src/store/sqlite/ballast.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { FakeConnector } from './fake-connector.js';
import { channelPost, intentsOf, noPaces, numberComposer, openSender, reference } from './sending-house.js';

/*
 * Sends from a full disk: `send-on-a-full-disk.ts <folder>`, where the folder is a file system of its own of a few MB. Prints one
 * JSON object with what was acknowledged, what was refused, and what the Teams service got of it.
 */
const folder = process.argv[2] ?? '';
const file = join(folder, 'referent.db');
const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };
const ballast = createBallast(file);
ballast.hold();
const store = await openStore({ file, clock });
const forum = await store.forums.ensureForum('home', 'Chefforum');
const connector = await FakeConnector.start();
await store.conversations.bindChannel(forum.id, reference(connector.serviceUrl, 'channel'));

const acknowledged: number[] = [];
const refused: number[] = [];
const unexpected: string[] = [];

/** Commits the wish to send one message, with a text as long as an agenda's. */
async function want(number: number): Promise<void> {
  const intent = channelPost(forum.id, number, {
    payload: { number, text: `ord${number} `.repeat(500) },
    dueAt: clock.now(),
  });
  try {
    await store.outbox.add(forum.id, intentsOf([intent]), clock.now());
    acknowledged.push(number);
  } catch (error) {
    refused.push(number);
    if (!(error instanceof AppError)) unexpected.push(String(error));
  }
}

for (let number = 0; number < 5; number += 1) await want(number);
const filler = join(folder, 'filler');
writeFileSync(filler, Buffer.alloc(Math.max(0, freeBytes(folder) - 100_000)));
// Until the disk takes nothing any more, or goes on with the room of the ballast.
let onBallast = 0;
for (let number = 5; refused.length < 10 && onBallast < 20; number += 1) {
  await want(number);
  if (ballast.state() === 'released') onBallast += 1;
}

/** Of every message that arrives: whether the file itself, read by somebody else, said so before that it is being sent. */
const arrived: { number: number; wasCommitted: boolean; whileFull: boolean }[] = [];
let isFull = true;
const stranger = new Database(file, { readonly: true });
const beingSent = stranger
  .prepare<[number], number>(
    `select count(*) from outgoing_messages where state = 'sending' and json_extract(payload, '$.number') = ?`,
  )
  .pluck();
connector.failAfterKeeping(() => {
  const number = Number(/nr\. (\d+)/.exec(JSON.stringify(connector.visible.at(-1)?.body))?.[1]);
  arrived.push({ number, wasCommitted: beingSent.get(number) === 1, whileFull: isFull });
  return undefined;
});

let failedRounds = 0;
const log = createLog({
  level: 'warn',
  destination: new Writable({
    write(line: Buffer, _encoding, done) {
      if (/round_failed|message_failed/.test(line.toString())) failedRounds += 1;
      done();
    },
  }),
});
const loop = startSending({
  store,
  listForumIds: async () => [forum.id],
  composers: [numberComposer],
  jobs: [],
  sender: await openSender(30_000),
  workingDays: createWorkingDays(),
  clock,
  log,
  countMessage: () => undefined,
  countJob: () => undefined,
  paces: noPaces,
});
const countUnsettled = async () => {
  const counts = await store.outbox.countMessages();
  return (counts.get('waiting') ?? 0) + (counts.get('sending') ?? 0);
};
// Until the full disk was felt, or there was room enough for all of them.
while (failedRounds === 0 && (await countUnsettled()) > 0) await pause(20);

isFull = false;
rmSync(filler);
// What was under way when the disk was full is nobody's once its lease is over.
clock.ahead = 120_000;
while ((await countUnsettled()) > 0) await pause(20);
await loop.stop();
stranger.close();

const settled = await store.outbox.listMessages(forum.id, ['sent', 'uncertain', 'failed', 'dropped', 'not_found']);
const faults = await store.check();
await store.close();
await connector.close();
process.stdout.write(
  `${JSON.stringify({
    acknowledged,
    refused,
    unexpected,
    arrived,
    settled: settled.flatMap(({ state, payload }) =>
      typeof payload.number === 'number' ? [{ number: payload.number, state }] : [],
    ),
    faults,
  })}\n`,
);
