import { readFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { danishTerms } from '../eval/rivals/danish-terms.js';
import { findDocumentFiles } from '../src/features/minutes/find-document-files.js';

/*
 * What a plain search engine does with a folder of minutes: text, cut at the items, into FTS5 with Danish stems; a commit with
 * full sync a file. `import-plainly <folder> <index>`
 */

const [folder = '', index = ''] = process.argv.slice(2);
const database = new Database(index);
try {
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.exec('create virtual table texts using fts5 (body)');
  const add = database.prepare('insert into texts (body) values (?)');
  const addAll = database.transaction((bodies: readonly string[]) => {
    for (const body of bodies) add.run(body);
  });
  for (const { path } of await findDocumentFiles([folder])) {
    const items = (await readFile(path, 'utf8')).split(/^Punkt \d+: /m);
    addAll(items.map((item) => danishTerms(item).join(' ')));
  }
} finally {
  database.close();
}
