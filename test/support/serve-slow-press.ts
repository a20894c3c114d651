import { appendFileSync } from 'node:fs';
import { systemClock } from '../../src/domain/clock.js';
import { createLog } from '../../src/logging.js';
import type { CardVerb } from '../../src/routing/routes.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { createTeamsServer } from '../../src/teams/teams-server.js';
import { createMemoryKeptFiles } from './memory-kept-files.js';
import { echoRoutes } from './routes.js';

/*
 * A bot of its own whose one button writes a line to a file and then works on for the given time:
 * `serve-slow-press.ts <store> <file> <milliseconds>`. Prints its port, and `acted` for each press.
 */
const [storeFile = '', effectFile = '', workMs = '0'] = process.argv.slice(2);
const store = await openStore({ file: storeFile, clock: systemClock });
const slow: CardVerb<unknown> = {
  verb: 'test.slow',
  read: (data) => data,
  async run() {
    appendFileSync(effectFile, 'acted\n');
    process.stdout.write('acted\n');
    await new Promise((resolve) => setTimeout(resolve, Number(workMs)));
    return { text: 'Gjort' };
  },
};
const server = await createTeamsServer({
  config: { host: '127.0.0.1', port: 0, identity: { kind: 'insecure_local' }, allowedTenants: [], fileHosts: [] },
  routes: echoRoutes({ verbs: [slow] }),
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
    .then(() => store.close())
    .then(() => process.exit(0));
});
