import { basename } from 'node:path';
import { AppError } from '../../domain/app-error.js';
import type { Forum, ImportReference, Store, UndoneImport } from '../../store/ports.js';

/** An ISO date names a meeting; everything else is a file, of which only the name counts. */
export function readImportReference(text: string): ImportReference {
  const given = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(given)) return { date: given };
  const fileName = basename(given);
  if (fileName === '') throw new AppError('invalid_input', 'name the file or the date of the import to take back');
  return { fileName };
}

/**
 * Takes a wrong import back: the version before it is in force again, or the meeting is gone from the archive.
 *
 * @throws AppError `not_found`, `conflict` as the store does.
 */
export function undoImport(store: Pick<Store, 'minutes'>, forum: Forum, reference: string): Promise<UndoneImport> {
  return store.minutes.undoImport(forum.id, readImportReference(reference));
}
