import { systemClock } from '../../src/domain/clock.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { sampleDocument, sampleItem, toSave } from './sample-document.js';

/*
 * Writes documents to the store named until it is killed, and says each one's date once it is saved. The second
 * argument is the number of the first.
 */
const store = await openStore({ file: process.argv[2] ?? '', clock: systemClock });
const forum = await store.forums.ensureForum('nordvang', 'Chefforum');
const lastNumber = Number(process.argv[3]) + 50_000;
for (let number = Number(process.argv[3]); number < lastNumber; number++) {
  const date = new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);
  const items = [1, 2, 3].map((item) => sampleItem(item, { title: `sag ${number} ${item}` }));
  await store.minutes.saveDocument(toSave(forum.id, sampleDocument(date, { items })));
  process.stdout.write(`${date}\n`);
}
