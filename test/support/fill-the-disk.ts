import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../src/domain/app-error.js';
import { systemClock } from '../../src/domain/clock.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { sampleDocument, sampleItem, toSave } from './sample-document.js';

/*
 * Lives through a full disk: `fill-the-disk.ts <folder>`, where the folder is a file system of its own of a few MB. Prints
 * one JSON object with what happened. Nothing is opened anew meanwhile.
 */
const folder = process.argv[2] ?? '';
const file = join(folder, 'referent.db');
const store = await openStore({ file, clock: systemClock });
const forum = await store.forums.ensureForum('home', 'Chefforum');
const audience = { forumIds: [forum.id], sees: 'open' } as const;
const acknowledged: string[] = [];
const told = new Set<string>();
let number = 0;

async function save(): Promise<boolean> {
  number += 1;
  const date = new Date(Date.UTC(2000, 0, number)).toISOString().slice(0, 10);
  const items = [sampleItem(1, { title: `sag ${number}`, decision: `ord${number} `.repeat(400).trim() })];
  try {
    await store.minutes.saveDocument(toSave(forum.id, sampleDocument(date, { items })));
    acknowledged.push(date);
    return true;
  } catch (error) {
    told.add(error instanceof AppError ? (error.reply ?? 'nothing') : `unexpected ${String(error)}`);
    return false;
  }
}
const listed = async () => (await store.minutes.listMeetings(audience)).map(({ date }) => date).sort();

for (let round = 0; round < 3; round += 1) await save();
const { bavail, bsize } = statfsSync(folder);
const ballast = join(folder, 'ballast');
writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 500_000)));
let refused = 0;
for (let round = 0; round < 200 && refused < 20; round += 1) if (!(await save())) refused += 1;
const whileFull = await listed();
const foundWhileFull = (await store.search.countEntries(['sag'], audience)).total;
const acknowledgedWhenFull = [...acknowledged];

rmSync(ballast);
const wasSavedAtOnce = await save();
const faults = await store.check();
const afterwards = await listed();
await store.close();
process.stdout.write(
  `${JSON.stringify({ acknowledged, acknowledgedWhenFull, afterwards, faults, foundWhileFull, refused, told: [...told], wasSavedAtOnce, whileFull })}\n`,
);
