import { readFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { danishTerms } from '../eval/rivals/danish-terms.js';
import { findDocumentFiles } from '../src/features/minutes/find-document-files.js';

/*
 * What a plain search engine does with a folder of minutes: text, cut at the items, into FTS5 with Danish stems; a commit with
 * full sync for eight files, as Referent has. `import-plainly <folder> <index>`
 */

const filesACommit = 8;

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
  let toAdd: string[] = [];
  const files = await findDocumentFiles([folder]);
  for (const [place, { path }] of files.entries()) {
    const items = (await readFile(path, 'utf8')).split(/^Punkt \d+: /m);
    toAdd.push(...items.map((item) => danishTerms(item).join(' ')));
    if ((place + 1) % filesACommit !== 0 && place + 1 < files.length) continue;
    addAll(toAdd);
    toAdd = [];
  }
} finally {
  database.close();
}
