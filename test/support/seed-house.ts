import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, type AppOptions, createApp } from '../../src/app.js';
import type { Clock } from '../../src/domain/clock.js';
import { createLog } from '../../src/logging.js';
import type { Routes } from '../../src/routing/routes.js';
import { tenantId } from './activities.js';
import { TeamsHouse } from './teams-house.js';
import { makeTemporaryFolder } from './temporary-store.js';

type SeedConfig = Omit<AppOptions['config'], 'databaseFile'>;

export interface SeedHouse {
  house: TeamsHouse;
  routes: Routes;
  /** The store's file. */
  file: string;
  /** What the app itself logged. */
  appLog: string[];
  close(): Promise<void>;
}

const silent = createLog({ level: 'info', destination: { write: () => undefined } });

/** Stores with the seeds in them, by what they were made from: a test file starts a dozen houses, and reading the seeds takes most of it. */
const seededStores = new Map<string, Promise<Buffer>>();

async function seedStore(config: SeedConfig, clock: Clock): Promise<Buffer> {
  const place = makeTemporaryFolder();
  try {
    const databaseFile = join(place.folder, 'referent.db');
    const app = await createApp({ config: { ...config, databaseFile }, clock, log: silent });
    await app.close();
    return await readFile(databaseFile);
  } finally {
    place.remove();
  }
}

/** A store with the seeds as they are read at the clock's hour, copied to a file of its own. */
async function copySeededStore(config: SeedConfig, clock: Clock, file: string): Promise<void> {
  const made = JSON.stringify([clock.now(), config.membersTenant]);
  const seeded = seededStores.get(made) ?? seedStore(config, clock);
  seededStores.set(made, seeded);
  await writeFile(file, await seeded);
}

/** The whole bot with the seeds' minutes, and on demand its members, in a store on disk, in front of a Teams service on loopback. */
export async function startSeedHouse(clock: Clock, { withMembers = false } = {}): Promise<SeedHouse> {
  const place = makeTemporaryFolder();
  const file = join(place.folder, 'referent.db');
  const seedsFolder = fileURLToPath(new URL('../../seeds', import.meta.url));
  const appLog: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => appLog.push(line) } });
  const membersTenant = withMembers ? tenantId : null;
  const config: SeedConfig = { forumName: 'Chefforum', seedsFolder, questionDays: 365, membersTenant };
  await copySeededStore(config, clock, file);
  const app: App = await createApp({ config: { ...config, databaseFile: file }, clock, log });
  const house = await TeamsHouse.start({
    routes: app.routes,
    inbound: app.inbound,
    keptFiles: app.keptFiles,
    // A busy machine answers late, and says the same.
    limits: { sendTimeoutMs: 30_000, searchWithinMs: 30_000, answerWithinMs: 30_000 },
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
