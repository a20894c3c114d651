import { join } from 'node:path';

/** The files of one archive to be asked, in a folder of its own. */
export function archiveFiles(folder: string) {
  return {
    /** Referent's store. */
    store: join(folder, 'referent.db'),
    /** The same entries as plain texts, a JSON object a line. */
    texts: join(folder, 'texts.jsonl'),
    fts5: join(folder, 'fts5.db'),
    /** What building it showed; written last. */
    facts: join(folder, 'archive.json'),
  };
}

/** The forum whose archive it is. */
export const benchForum = { tenantId: 'eval', name: 'Chefforum' } as const;
