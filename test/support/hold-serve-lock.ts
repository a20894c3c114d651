import { acquireServeLock } from '../../src/store/sqlite/serve-lock.js';

/* Takes the serving place of the store named, says so, and holds it until it is killed. */
const held = await acquireServeLock(process.argv[2] ?? '');
process.stdout.write('held\n');
setTimeout(() => held.release(), 60_000);
