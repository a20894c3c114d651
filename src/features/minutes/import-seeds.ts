import { join } from 'node:path';
import { type ImportDependencies, type ImportReport, importDocuments } from './import-documents.js';

/**
 * Fills a new archive with the example minutes in `<folder>/minutes`. Does nothing to an archive that already holds a meeting.
 *
 * @returns undefined when the archive was not new.
 */
export async function importSeeds(dependencies: ImportDependencies, folder: string): Promise<ImportReport | undefined> {
  const { store, forum } = dependencies;
  const held = await store.minutes.listMeetings({ forumIds: [forum.id], sees: 'open_and_closed' });
  if (held.length > 0) return undefined;
  return importDocuments(dependencies, [join(folder, 'minutes')]);
}
