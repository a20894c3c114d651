import { join } from 'node:path';
import { withLastingReader } from './files/lasting-reader.js';
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
  // Apart, so that what reads PDF and Word never takes up room in the bot's own process.
  return withLastingReader(({ analyseFile }) =>
    importDocuments({ ...dependencies, analyseFile }, [join(folder, 'minutes')]),
  );
}
