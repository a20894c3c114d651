import Database from 'better-sqlite3';
import type { Rival, RivalText } from './rival.js';

/** SQLite's FTS5 as it comes: `unicode61`, any word, `bm25`. */
export function createFts5(texts: readonly RivalText[]): Rival {
  const database = new Database(':memory:');
  database.exec('create virtual table texts using fts5 (title, body)');
  const insert = database.prepare('insert into texts (rowid, title, body) values (?, ?, ?)');
  texts.forEach((text, index) => {
    insert.run(index + 1, text.title, text.body);
  });
  const select = database.prepare('select rowid from texts where texts match ? order by bm25(texts) limit 10');
  return {
    name: 'FTS5 as it comes',
    find(question) {
      const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) return [];
      const rows = select.all(words.map((word) => `"${word}"`).join(' OR ')) as { rowid: number }[];
      return rows.flatMap(({ rowid }) => texts[rowid - 1]?.place ?? []);
    },
  };
}
