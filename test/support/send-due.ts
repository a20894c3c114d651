import { systemClock } from '../../src/domain/clock.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { noPaces, sendFrom } from './sending-house.js';

/*
 * A process of its own that sends what is due, until it is told to stop: `send-due.ts <store>`. Prints `sending` when it has begun.
 */
const [file = ''] = process.argv.slice(2);
const store = await openStore({ file, clock: systemClock });
const { loop } = await sendFrom(store, { paces: noPaces });
process.stdout.write('sending\n');
process.once('SIGTERM', () => {
  void loop
    .stop()
    .then(() => store.close())
    .then(() => process.exit(0));
});
