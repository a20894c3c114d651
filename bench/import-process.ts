import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { danishTerms } from '../eval/rivals/danish-terms.js';
import { systemClock } from '../src/domain/clock.js';
import { findDocumentFiles } from '../src/features/minutes/find-document-files.js';
import { importDocuments } from '../src/features/minutes/import-documents.js';
import { openStore } from '../src/store/sqlite/open-store.js';

/*
 * Reads a folder of minutes into an index, in a process of its own: `import-process.ts referent|fts5 <folder> <index>`.
 * Prints how many milliseconds that took, how many documents were read, and the most memory held, in bytes, as JSON.
 */

async function importIntoReferent(folder: string, file: string): Promise<number> {
  const store = await openStore({ file, clock: systemClock });
  try {
    const forum = await store.forums.ensureForum('bench', 'Chefforum');
    const { files } = await importDocuments({ store, forum, clock: systemClock }, [folder]);
    const failed = files.filter(({ status }) => status !== 'new');
    if (failed.length > 0) throw new Error(`${failed.length} documents were not imported: ${failed[0]?.error ?? ''}`);
    return files.length;
  } finally {
    await store.close();
  }
}

/** What a search engine does with the same files: text, cut at the items, into FTS5 with Danish stems; a commit a file. */
async function importIntoFts5(folder: string, file: string): Promise<number> {
  const database = new Database(file);
  try {
    database.pragma('journal_mode = wal');
    database.pragma('synchronous = full');
    database.exec('create virtual table texts using fts5 (body)');
    const add = database.prepare('insert into texts (body) values (?)');
    const addAll = database.transaction((bodies: readonly string[]) => {
      for (const body of bodies) add.run(body);
    });
    const files = await findDocumentFiles([folder]);
    for (const { path } of files) {
      const items = (await readFile(join(path), 'utf8')).split(/^Punkt \d+: /m);
      addAll(items.map((item) => danishTerms(item).join(' ')));
    }
    return files.length;
  } finally {
    database.close();
  }
}

const [engine, folder = '', index = ''] = process.argv.slice(2);
const begun = performance.now();
const documents = await (engine === 'fts5' ? importIntoFts5 : importIntoReferent)(folder, index);
const milliseconds = performance.now() - begun;
const memory = process.resourceUsage().maxRSS * 1024;
process.stdout.write(`${JSON.stringify({ documents, milliseconds, memory })}\n`);
