import { Option } from 'commander';
import { settings } from '../config.js';
import { systemClock } from '../domain/clock.js';
import type { Forum, Store } from '../store/ports.js';
import { openStore } from '../store/sqlite/open-store.js';

const settingOf = (name: string, environment: NodeJS.ProcessEnv): string => {
  const given = environment[name]?.trim();
  if (given !== undefined && given !== '') return given;
  return settings.find((setting) => setting.name === name)?.defaultValue ?? '';
};

/** Whose archive a store without any tenant configured is: the one on this machine. */
export const localTenantId = 'local';

/**
 * The tenant and the name of the forum whose archive the command line works on: the same as the bot's. Only these
 * two settings are read, so that `import` and `ask` work before the bot is registered anywhere.
 */
export function readForumKey(environment: NodeJS.ProcessEnv): { tenantId: string; name: string } {
  const tenants = settingOf('REFERENT_ALLOWED_TENANTS', environment) || settingOf('MicrosoftAppTenantId', environment);
  const tenantId = tenants.split(',')[0]?.trim().toLowerCase() ?? '';
  return { tenantId: tenantId === '' ? localTenantId : tenantId, name: settingOf('REFERENT_FORUM', environment) };
}

/** `--db FILE`; without it `REFERENT_DB`, as for the bot. */
export const databaseOption = (): Option =>
  new Option('--db <file>', 'the store').default(settingOf('REFERENT_DB', process.env));

export interface Archive {
  store: Store;
  forum: Forum;
}

/** Opens the store, does the work on the forum's archive and closes the store again, whatever happens. */
export async function withArchive<T>(databaseFile: string, work: (archive: Archive) => Promise<T>): Promise<T> {
  const store = await openStore({ file: databaseFile, clock: systemClock });
  try {
    const { tenantId, name } = readForumKey(process.env);
    return await work({ store, forum: await store.forums.ensureForum(tenantId, name) });
  } finally {
    await store.close();
  }
}
