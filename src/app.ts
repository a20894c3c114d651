import type { Config } from './config.js';
import type { Clock } from './domain/clock.js';
import { homeTenant } from './domain/home-tenant.js';
import { createAudienceOf } from './features/members/audience-of.js';
import { createRightsOf } from './features/members/rights-of.js';
import { importSeeds } from './features/minutes/import-seeds.js';
import { describeError, type Log } from './logging.js';
import { createRoutes } from './routes.js';
import type { Routes } from './routing/routes.js';
import { openStore } from './store/sqlite/open-store.js';

/** Everything that answers a person, without the way there: `src/teams` brings turns in and takes replies out. */
export interface App {
  routes: Routes;
  /** Whether the store answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface AppOptions {
  config: Pick<Config, 'databaseFile' | 'forumName' | 'seedsFolder' | 'questionDays'>;
  clock: Clock;
  log: Log;
}

/**
 * Puts the parts together: store, features, routes.
 *
 * @throws AppError as the store does when it cannot be opened.
 */
export async function createApp({ config, clock, log }: AppOptions): Promise<App> {
  const store = await openStore({ file: config.databaseFile, clock });
  try {
    const forum = await store.forums.ensureForum(homeTenant, config.forumName);
    if (config.seedsFolder !== null) {
      const report = await importSeeds({ store, forum, clock }, config.seedsFolder);
      const failed = report?.files.filter(({ status }) => status === 'failed').length ?? 0;
      if (report !== undefined) log.info('seeds_imported', { count: report.files.length - failed });
      if (failed > 0) log.error('seeds_failed', { count: failed });
    }
    const registers = { ...store, clock };
    const rightsOf = createRightsOf(registers);
    return {
      routes: createRoutes({
        store,
        clock,
        rightsOf,
        audienceOf: createAudienceOf({ ...registers, rightsOf }),
        questionDays: config.questionDays,
        reportRemoved: (count) => log.info('questions_removed', { count }),
        reportUnkept: (error) => log.error('way_not_kept', describeError(error)),
      }),
      isReady: async () => (await store.forums.listForums(homeTenant)).length > 0,
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
