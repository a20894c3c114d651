import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkRoom } from '../../src/cli/doctor-room.js';
import { AppError } from '../../src/domain/app-error.js';
import { systemClock } from '../../src/domain/clock.js';
import { noIntents } from '../../src/domain/outgoing-message.js';
import { createBallast, freeBytes } from '../../src/store/sqlite/ballast.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { sampleDocument, sampleItem, toSave } from './sample-document.js';

/*
 * Lives through a full disk: `fill-the-disk.ts <folder>`, where the folder is a file system of its own of a few MB. Prints
 * one JSON object with what happened. Nothing is opened anew meanwhile.
 */
const folder = process.argv[2] ?? '';
const file = join(folder, 'referent.db');
const ballast = createBallast(file);
const isHeld = ballast.hold();
const reported: boolean[] = [];
const store = await openStore({ file, clock: systemClock, reportRoom: (isShort) => reported.push(isShort) });
const forum = await store.forums.ensureForum('home', 'Chefforum');
const audience = { forumIds: [forum.id], sees: 'open' } as const;
const acknowledged: string[] = [];
const told = new Set<string>();
let number = 0;

/** What became of it: `done`, or what a person is told. */
const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? (error.reply ?? 'nothing') : `unexpected ${String(error)}`),
  );

async function save(): Promise<boolean> {
  number += 1;
  const date = new Date(Date.UTC(2000, 0, number)).toISOString().slice(0, 10);
  const items = [sampleItem(1, { title: `sag ${number}`, decision: `ord${number} `.repeat(400).trim() })];
  const outcome = await outcomeOf(store.minutes.saveDocument(toSave(forum.id, sampleDocument(date, { items }))));
  if (outcome === 'done') acknowledged.push(date);
  else told.add(outcome);
  return outcome === 'done';
}
const listed = async () => (await store.minutes.listMeetings(audience)).map(({ date }) => date).sort();

/** Everything that goes on while room is short: deleting, the log of questions, what was received, what is to be sent. */
async function keepGoing(): Promise<string[]> {
  const outcomes = [];
  const oldest = acknowledged[0] ?? '';
  outcomes.push(await outcomeOf(store.minutes.undoImport(forum.id, { date: oldest })));
  if (outcomes[0] === 'done') acknowledged.shift();
  for (let round = 0; round < 200; round += 1) {
    const now = systemClock.now();
    outcomes.push(await outcomeOf(store.inbound.begin(`message ${round}`, now)));
    const question = { askedOn: '2026-11-20', question: `Hvad blev besluttet om sag ${round}?`, context: null };
    const kept = { ...question, status: 'answered', cited: [], forumId: forum.id, messageKey: null } as const;
    const retention = { removeBefore: '2000-01-01', forgetMessagesBefore: '2000-01-01' };
    outcomes.push(await outcomeOf(store.questions.keepQuestion(kept, retention)));
    const job = { key: `job ${round}`, kind: 'test', forumId: forum.id, payload: {}, dueAt: now, dropAfter: null };
    outcomes.push(await outcomeOf(store.outbox.add(forum.id, { ...noIntents, jobs: [job] }, now)));
  }
  return [...new Set(outcomes)];
}

for (let round = 0; round < 3; round += 1) await save();
const filler = join(folder, 'filler');
writeFileSync(filler, Buffer.alloc(Math.max(0, freeBytes(folder) - 500_000)));
let refused = 0;
for (let round = 0; round < 200 && refused < 20; round += 1) if (!(await save())) refused += 1;
const whileFull = await listed();
const foundWhileFull = (await store.search.countEntries(['sag'], audience)).total;
const acknowledgedWhenFull = [...acknowledged];
const ballastWhenFull = ballast.state();
const wentOn = await keepGoing();
const backup = await store.backUp(join(folder, 'copy.db')).then(
  () => 'done',
  (error: unknown) => String(error),
);
const doctor = await checkRoom(file);
const isRefusedStill = !(await save());

rmSync(filler);
const freedAt = performance.now();
let isSavedAgain = await save();
while (!isSavedAgain && performance.now() - freedAt < 10_000) {
  await pause(100);
  isSavedAgain = await save();
}
const faults = await store.check();
const afterwards = await listed();
await store.close();
process.stdout.write(
  `${JSON.stringify({
    acknowledged,
    acknowledgedWhenFull,
    afterwards,
    backup,
    doctor,
    ballast: { isHeld, whenFull: ballastWhenFull, inTheEnd: ballast.state() },
    faults,
    foundWhileFull,
    isRefusedStill,
    isSavedAgain,
    refused,
    reported,
    told: [...told],
    wentOn,
    whileFull,
  })}\n`,
);
