import { Option } from 'commander';
import { type SettingName, settings } from '../config.js';
import { systemClock } from '../domain/clock.js';
import { homeTenant } from '../domain/home-tenant.js';
import type { Forum, Store } from '../store/ports.js';

/** One setting of the bot as the environment has it, unchecked; for commands that work without the rest of them. */
export function readSetting(name: SettingName, environment: NodeJS.ProcessEnv): string {
  const given = environment[name]?.trim();
  if (given !== undefined && given !== '') return given;
  return settings.find((setting) => setting.name === name)?.defaultValue ?? '';
}

/** The name of the forum whose archive the command line works on: the same as the bot's. */
export const readForumName = (environment: NodeJS.ProcessEnv): string => readSetting('REFERENT_FORUM', environment);

/** `--db FILE`; without it `REFERENT_DB`, as for the bot. */
export const databaseOption = (): Option =>
  new Option('--db <file>', 'the store').default(readSetting('REFERENT_DB', process.env));

export interface Archive {
  store: Store;
  forum: Forum;
}

/** Opens the store, does the work on the forum's archive and closes the store again, whatever happens. */
export async function withArchive<T>(databaseFile: string, work: (archive: Archive) => Promise<T>): Promise<T> {
  const { openStore } = await import('../store/sqlite/open-store.js');
  const store = await openStore({ file: databaseFile, clock: systemClock });
  try {
    return await work({ store, forum: await store.forums.ensureForum(homeTenant, readForumName(process.env)) });
  } finally {
    await store.close();
  }
}
