import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { fillStore } from '../eval/fill-store.js';
import { writeDanishFts5 } from '../eval/rivals/fts5.js';
import { type RivalText, toRivalTexts } from '../eval/rivals/rival.js';
import { systemClock } from '../src/domain/clock.js';
import { openStore } from '../src/store/sqlite/open-store.js';
import { archiveFiles } from './archive-files.js';

/** What building an index on disk cost. */
export interface Built {
  /** Entries a second. */
  rate: number;
  /** Bytes of what is searched. */
  indexBytes: number;
}

export interface Archive {
  entries: number;
  referent: Built;
  fts5: Built;
  /** The archive's commonest words, commonest first. */
  commonWords: string[];
  /** The longest word of the archive. */
  longestWord: string;
  /** Parts of Referent's store in bytes. */
  storeBytes: { index: number; entries: number; terms: number; words: number; all: number };
}

const seconds = (start: number): number => (performance.now() - start) / 1000;

/** Bytes of the tables and indexes in a SQLite file, by name. */
function readSizes(file: string): Map<string, number> {
  const database = new Database(file, { readonly: true });
  try {
    const rows = database
      .prepare<[], { name: string; bytes: number }>('select name, sum(pgsize) as bytes from dbstat group by name')
      .all();
    return new Map(rows.map(({ name, bytes }) => [name, bytes]));
  } finally {
    database.close();
  }
}

function sizesOf(file: string): Archive['storeBytes'] {
  const sizes = [...readSizes(file)];
  const sum = (fits: (name: string) => boolean) =>
    sizes.reduce((total, [name, bytes]) => total + (fits(name) ? bytes : 0), 0);
  return {
    index: sum((name) => /^search_(?:open|closed)_/.test(name)),
    // The entries ranked again, with their indexes; FTS5 alone has no need of them, so they count as Referent's.
    entries: sum((name) => /^search_entr(?:ies|y)/.test(name)),
    terms: sum((name) => /search_terms/.test(name)),
    words: sum((name) => name.startsWith('search_words_')),
    all: sum(() => true),
  };
}

/** Fills Referent's store: so many generated meetings, and the seeds in the middle. */
async function buildStore(folder: string, meetings: number) {
  const { store: file, texts: textsFile } = archiveFiles(folder);
  const store = await openStore({ file, clock: systemClock });
  try {
    const start = performance.now();
    const forum = await fillStore(store, 'seeds/minutes', meetings);
    const taken = seconds(start);
    const audience = { forumIds: [forum.id], sees: 'open' } as const;
    const lines: string[] = [];
    for (const { id } of await store.minutes.listMeetings(audience, 'minutes')) {
      const { document } = await store.minutes.getMeeting(audience, id);
      lines.push(...toRivalTexts(document).map((text) => JSON.stringify(text)));
    }
    await writeFile(textsFile, lines.join('\n'));
    const words = [...(await store.search.listWords(audience))].sort(([, one], [, other]) => other - one);
    return {
      entries: lines.length,
      rate: lines.length / taken,
      commonWords: words.slice(0, 64).map(([word]) => word),
      longestWord: words.reduce((longest, [word]) => (word.length > longest.length ? word : longest), ''),
    };
  } finally {
    await store.close();
  }
}

/** The entries as plain texts. */
export async function readTexts(folder: string): Promise<RivalText[]> {
  const text = await readFile(archiveFiles(folder).texts, 'utf8');
  return text.split('\n').map((line): RivalText => JSON.parse(line));
}

/**
 * Builds the indexes in a folder, and measures them. MiniSearch has none on disk. Where the folder holds them already, as they were
 * measured then.
 */
export async function buildArchive(folder: string, meetings: number): Promise<Archive> {
  const { facts } = archiveFiles(folder);
  if (existsSync(facts)) return JSON.parse(await readFile(facts, 'utf8'));
  const archive = await buildIndexes(folder, meetings);
  await writeFile(facts, JSON.stringify(archive));
  return archive;
}

async function buildIndexes(folder: string, meetings: number): Promise<Archive> {
  const { entries, rate, commonWords, longestWord } = await buildStore(folder, meetings);
  const storeBytes = sizesOf(archiveFiles(folder).store);
  const texts = await readTexts(folder);
  const fts5Start = performance.now();
  const fts5Bytes = writeDanishFts5(texts, archiveFiles(folder).fts5);
  const fts5Rate = entries / seconds(fts5Start);
  return {
    entries,
    referent: { rate, indexBytes: storeBytes.index + storeBytes.entries + storeBytes.terms + storeBytes.words },
    fts5: { rate: fts5Rate, indexBytes: fts5Bytes },
    commonWords,
    longestWord,
    storeBytes,
  };
}
