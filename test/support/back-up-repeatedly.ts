import { systemClock } from '../../src/domain/clock.js';
import { openStore } from '../../src/store/sqlite/open-store.js';

/* Backs the store named up to the file named, again and again until it is killed; says when it begins and when one is whole. */
const [file = '', target = ''] = process.argv.slice(2);
const store = await openStore({ file, clock: systemClock });
process.stdout.write('begins\n');
for (;;) {
  await store.backUp(target);
  process.stdout.write('whole\n');
}
