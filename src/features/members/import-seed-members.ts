import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../domain/app-error.js';
import { importMembers, type MembersImport } from './import-members.js';

/**
 * Fills an empty register with the example members in `<folder>/members.csv`, where there is such a file. Does nothing to a
 * register that was ever filled.
 *
 * @returns how many were registered; undefined when the register was not new, or there is no file.
 * @throws AppError `invalid_input` with the file's faults.
 */
export async function importSeedMembers(dependencies: MembersImport, folder: string): Promise<number | undefined> {
  const path = join(folder, 'members.csv');
  if (!existsSync(path) || (await dependencies.members.registerRevision(dependencies.forum.id)) > 0) return undefined;
  const report = await importMembers(dependencies, { name: path, bytes: await readFile(path) }, true);
  if (report.status === 'faulty')
    throw new AppError('invalid_input', `${path} is not usable`, {
      faults: report.faults.map((fault) => `${path}: ${fault}`),
    });
  return report.changes.length;
}
