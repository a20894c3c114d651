import { Option } from 'commander';
import { type SettingName, settings } from '../config.js';
import { AppError } from '../domain/app-error.js';
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

/** The forum of that name; the bot's own is made when it is not there, another is not, since its name may be misspelled. */
async function openForum({ forums }: Store, name: string): Promise<Forum> {
  if (name === readForumName(process.env)) return forums.ensureForum(homeTenant, name);
  const known = await forums.listForums(homeTenant);
  const found = known.find((forum) => forum.name === name);
  if (found !== undefined) return found;
  const names = known.map((forum) => forum.name).join(', ') || 'none';
  throw new AppError(
    'not_found',
    `there is no forum "${name}" in the store (there are: ${names}); REFERENT_FORUM makes one`,
  );
}

/**
 * Opens the store, does the work on a forum's archive and closes the store again, whatever happens.
 *
 * @param forumName the bot's own forum, unless another is named
 * @throws AppError `not_found` when there is no other forum of that name
 */
export async function withArchive<T>(
  databaseFile: string,
  work: (archive: Archive) => Promise<T>,
  forumName: string = readForumName(process.env),
): Promise<T> {
  const { openStore } = await import('../store/sqlite/open-store.js');
  const store = await openStore({ file: databaseFile, clock: systemClock });
  try {
    return await work({ store, forum: await openForum(store, forumName) });
  } finally {
    await store.close();
  }
}
