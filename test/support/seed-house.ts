import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from '../../src/app.js';
import type { Clock } from '../../src/domain/clock.js';
import { createLog } from '../../src/logging.js';
import type { Routes } from '../../src/routing/routes.js';
import { tenantId } from './activities.js';
import { TeamsHouse } from './teams-house.js';
import { makeTemporaryFolder } from './temporary-store.js';

export interface SeedHouse {
  house: TeamsHouse;
  routes: Routes;
  /** The store's file. */
  file: string;
  /** What the app itself logged. */
  appLog: string[];
  close(): Promise<void>;
}

/** The whole bot with the seeds' minutes, and on demand its members, in a store on disk, in front of a Teams service on loopback. */
export async function startSeedHouse(clock: Clock, { withMembers = false } = {}): Promise<SeedHouse> {
  const place = makeTemporaryFolder();
  const file = join(place.folder, 'referent.db');
  const seedsFolder = fileURLToPath(new URL('../../seeds', import.meta.url));
  const appLog: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => appLog.push(line) } });
  const membersTenant = withMembers ? tenantId : null;
  const config = { databaseFile: file, forumName: 'Chefforum', seedsFolder, questionDays: 365, membersTenant };
  const app: App = await createApp({ config, clock, log });
  const house = await TeamsHouse.start({
    routes: app.routes,
    inbound: app.inbound,
    keptFiles: app.keptFiles,
    // A busy machine answers late, and says the same.
    limits: { searchWithinMs: 30_000, answerWithinMs: 30_000 },
  });
  app.connect(house.server);
  return {
    house,
    routes: app.routes,
    file,
    appLog,
    async close() {
      await house.close();
      await app.close();
      place.remove();
    },
  };
}
