import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { readMembersFile } from '../../src/features/members/read-members-file.js';
import { projectFolder } from './child.js';

const person = z.looseObject({ id: z.string(), name: z.string(), aadObjectId: z.string() });
const castShape = z.looseObject({
  tenantId: z.string(),
  currentUser: person,
  users: z.array(person),
  personalChat: z.looseObject({ id: z.string() }),
});

export interface Cast {
  /** The file the chat client reads. */
  file: string;
  tenantId: string;
  currentUser: string;
}

const usual = 'secretary';

export type Person = z.infer<typeof person>;

const readCast = async () =>
  castShape.parse(parse(await readFile(join(projectFolder, '.m365agentsplayground.yml'), 'utf8')));

/**
 * Somebody of the cast.
 *
 * @param as A role of the seeds' members today, or a part of a name.
 * @throws Error naming the choices when nobody of the cast fits.
 */
export async function findPerson(as: string): Promise<{ person: Person; tenantId: string; chatId: string }> {
  const { tenantId, currentUser, users, personalChat } = await readCast();
  const { rows } = readMembersFile('members.csv', await readFile(join(projectFolder, 'seeds/members.csv')));
  const roleOf = (objectId: string): string | undefined =>
    rows.findLast((row) => row.objectId === objectId && row.to === null)?.role;
  const everyone = [currentUser, ...users];
  const wanted = as.trim().toLowerCase();
  const found =
    everyone.find(({ aadObjectId }) => roleOf(aadObjectId) === wanted) ??
    everyone.find(({ name }) => name.toLowerCase().includes(wanted));
  // Each person has a chat of their own with the bot, as in Teams: several clients may stand before one bot.
  if (found !== undefined) return { person: found, tenantId, chatId: `${personalChat.id}-${found.aadObjectId}` };
  const choices = everyone.map(({ name, aadObjectId }) => `${name} (${roleOf(aadObjectId) ?? 'not a member'})`);
  throw new Error(`nobody in the cast is "${as}"; there are ${choices.join(', ')}`);
}

/**
 * Writes who is in the chat client: the cast of `.m365agentsplayground.yml`, with the part of the current user given to
 * whoever was asked for. The client shows one person's chat and knows the others by name.
 *
 * @param as As in `findPerson`; the secretary when absent.
 * @throws Error as `findPerson` does.
 */
export async function writeCast(folder: string, as: string = usual): Promise<Cast> {
  const cast = await readCast();
  const { person: chosen, chatId } = await findPerson(as);
  const file = join(folder, 'playground.yml');
  const users = [cast.currentUser, ...cast.users].filter(({ id }) => id !== chosen.id);
  const personalChat = { ...cast.personalChat, id: chatId };
  await writeFile(file, stringify({ ...cast, currentUser: chosen, users, personalChat }));
  return { file, tenantId: cast.tenantId, currentUser: chosen.name };
}
