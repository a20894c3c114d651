import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { addForumSynonyms } from '../danish/synonyms.js';
import { AppError } from '../domain/app-error.js';

/** More than a secretariat writes by hand; a bound on what a wrong file can cost. */
const mostGroups = 5000;

const groupsForm = z.array(z.array(z.string().trim().min(1).max(80)).min(2).max(20)).max(mostGroups);

/**
 * Adds the synonyms of a file the secretariat edits to the built-in ones: a JSON list of groups, each a list of two or more
 * expressions that mean the same (`[["KFU", "kultur- og fritidsudvalget"]]`). Read once, at start.
 *
 * @throws AppError `invalid_input` naming the file and the first group that is not usable.
 */
export function loadSynonymFile(file: string): void {
  let written: unknown;
  try {
    written = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AppError('invalid_input', `${file}: not a readable JSON file of synonyms`, { cause });
  }
  const read = groupsForm.safeParse(written);
  if (!read.success) {
    const [place] = read.error.issues[0]?.path ?? [];
    const where = typeof place === 'number' ? `group ${place + 1} is not` : 'the file is not';
    const fault = `${where} a list of two to twenty expressions in quotes`;
    throw new AppError('invalid_input', `${file}: ${fault}`, { faults: [`REFERENT_SYNONYMS: ${fault}`] });
  }
  addForumSynonyms(read.data);
}
