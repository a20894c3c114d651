import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { readMembersFile } from '../../src/features/members/read-members-file.js';
import { projectFolder } from './child.js';

const person = z.looseObject({ id: z.string(), name: z.string(), aadObjectId: z.string() });
const castShape = z.looseObject({ tenantId: z.string(), currentUser: person, users: z.array(person) });

export interface Cast {
  /** The file the chat client reads. */
  file: string;
  tenantId: string;
  currentUser: string;
}

const usual = 'secretary';

/**
 * Writes who is in the chat client: the cast of `.m365agentsplayground.yml`, with the part of the current user given to
 * whoever was asked for. The client shows one person's chat and knows the others by name.
 *
 * @param as A role of the seeds' members today, or a part of a name; the secretary when absent.
 * @throws Error naming the choices when nobody of the cast fits.
 */
export async function writeCast(folder: string, as: string = usual): Promise<Cast> {
  const cast = castShape.parse(parse(await readFile(join(projectFolder, '.m365agentsplayground.yml'), 'utf8')));
  const { rows } = readMembersFile('members.csv', await readFile(join(projectFolder, 'seeds/members.csv')));
  const roleOf = (objectId: string): string | undefined =>
    rows.findLast((row) => row.objectId === objectId && row.to === null)?.role;
  const everyone = [cast.currentUser, ...cast.users];
  const wanted = as.trim().toLowerCase();
  const chosen =
    everyone.find(({ aadObjectId }) => roleOf(aadObjectId) === wanted) ??
    everyone.find(({ name }) => name.toLowerCase().includes(wanted));
  if (chosen === undefined) {
    const choices = everyone.map(({ name, aadObjectId }) => `${name} (${roleOf(aadObjectId) ?? 'not a member'})`);
    throw new Error(`nobody in the cast is "${as}"; there are ${choices.join(', ')}`);
  }
  const file = join(folder, 'playground.yml');
  const users = everyone.filter((one) => one !== chosen);
  await writeFile(file, stringify({ ...cast, currentUser: chosen, users }));
  return { file, tenantId: cast.tenantId, currentUser: chosen.name };
}
