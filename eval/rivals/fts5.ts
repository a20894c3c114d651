import Database from 'better-sqlite3';
import type { Place } from '../../src/evaluation/question-set.js';
import { danishTerms } from './danish-terms.js';
import type { Rival, RivalText } from './rival.js';

/** How one kind of use of FTS5 differs from another. */
interface Fts5Kind {
  name: string;
  /** Words as they are indexed and asked for. */
  toWords: (text: string) => readonly string[];
  /** How much the title and the body count. */
  weights: readonly [title: number, body: number];
}

const asItComes: Fts5Kind = {
  name: 'FTS5 as it comes',
  toWords: (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [],
  weights: [1, 1],
};

const withDanish: Fts5Kind = {
  name: 'FTS5 with Danish stems and stop words',
  toWords: danishTerms,
  weights: [3, 1],
};

function fill(database: Database.Database, texts: Iterable<RivalText>, { toWords }: Fts5Kind): void {
  database.exec(`create virtual table texts using fts5 (title, body, content='');
    create table places (id integer primary key, meeting_date text not null, item_number integer)`);
  const addText = database.prepare('insert into texts (rowid, title, body) values (?, ?, ?)');
  const addPlace = database.prepare('insert into places values (?, ?, ?)');
  database.transaction(() => {
    let id = 0;
    for (const { place, title, body } of texts) {
      id += 1;
      addText.run(id, toWords(title).join(' '), toWords(body).join(' '));
      addPlace.run(id, place.meetingDate, place.itemNumber);
    }
  })();
}

/** SQLite's FTS5: any word of the question, ordered by `bm25`. */
function search(database: Database.Database, { name, toWords, weights }: Fts5Kind): Rival {
  // Ranked by FTS5 itself while it sorts, so that the limit ends the work; the places are fetched for the ten alone.
  const rank = `bm25(${weights.join(', ')})`;
  const findRows = database
    .prepare<[string], number>(
      `select rowid from texts where texts match ? and rank match '${rank}' order by rank limit 10`,
    )
    .pluck();
  const getPlace = database.prepare<[number], Place>(
    'select meeting_date as meetingDate, item_number as itemNumber from places where id = ?',
  );
  return {
    name,
    find: async (question) => {
      const words = [...new Set(toWords(question))];
      if (words.length === 0) return [];
      const query = words.map((word) => `"${word}"`).join(' OR ');
      return findRows.all(query).flatMap((row) => getPlace.get(row) ?? []);
    },
    close: async () => {
      database.close();
    },
  };
}

function createInMemory(texts: Iterable<RivalText>, kind: Fts5Kind): Rival {
  const database = new Database(':memory:');
  fill(database, texts, kind);
  return search(database, kind);
}

/** FTS5 as it comes: its usual tokenizer, title and body alike. */
export const createFts5 = (texts: Iterable<RivalText>): Rival => createInMemory(texts, asItComes);

/** FTS5 with Danish stems, without stop words, a word in the title worth three in the body. */
export const createDanishFts5 = (texts: Iterable<RivalText>): Rival => createInMemory(texts, withDanish);

/** Writes what `openOnDisk` reads to a file, and says how large it is in bytes. */
function writeToDisk(texts: Iterable<RivalText>, file: string, kind: Fts5Kind): number {
  const database = new Database(file);
  try {
    fill(database, texts, kind);
    const pages = Number(database.pragma('page_count', { simple: true }));
    return pages * Number(database.pragma('page_size', { simple: true }));
  } finally {
    database.close();
  }
}

const openOnDisk = (file: string, kind: Fts5Kind): Rival => search(new Database(file, { readonly: true }), kind);

/** Writes what `openDanishFts5` reads to a file, and says how large it is in bytes. */
export const writeDanishFts5 = (texts: Iterable<RivalText>, file: string): number =>
  writeToDisk(texts, file, withDanish);

/** The same as `createDanishFts5`, on disk. */
export const openDanishFts5 = (file: string): Rival => openOnDisk(file, withDanish);

/** Writes what `openFts5` reads to a file. */
export const writeFts5 = (texts: Iterable<RivalText>, file: string): number => writeToDisk(texts, file, asItComes);

/** The same as `createFts5`, on disk. */
export const openFts5 = (file: string): Rival => openOnDisk(file, asItComes);
