import { systemClock } from '../../src/domain/clock.js';
import { createLog } from '../../src/logging.js';
import type { InputStore } from '../../src/store/ports.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { createTeamsServer } from '../../src/teams/teams-server.js';
import { createMemoryKeptFiles } from './memory-kept-files.js';
import { routesOn } from './routes-on.js';

/*
 * The bot on a store that holds a round: `serve-round.ts <store> [stuck]`. Prints its port. Stuck, it prints `saved` once an answer
 * is in the store, and never gets to acknowledge it: there it can be killed.
 */
const [file = '', mode] = process.argv.slice(2);
const opened = await openStore({ file, clock: systemClock });
const saveAndHang: InputStore['saveAnswers'] = async (...answers) => {
  await opened.input.saveAnswers(...answers);
  process.stdout.write('saved\n');
  return new Promise(() => undefined);
};
const store = mode === 'stuck' ? { ...opened, input: { ...opened.input, saveAnswers: saveAndHang } } : opened;
const server = await createTeamsServer({
  config: { host: '127.0.0.1', port: 0, identity: { kind: 'insecure_local' }, allowedTenants: [], fileHosts: [] },
  routes: routesOn(store, systemClock),
  isReady: async () => true,
  inbound: store.inbound,
  keptFiles: createMemoryKeptFiles(),
  log: createLog({ level: 'silent' }),
  clock: systemClock,
});
process.stdout.write(`${server.address.port}\n`);
process.once('SIGTERM', () => {
  void server
    .close()
    .then(() => opened.close())
    .then(() => process.exit(0));
});
