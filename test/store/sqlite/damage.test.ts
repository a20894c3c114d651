import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Audience } from '../../../src/domain/access.js';
import { systemClock } from '../../../src/domain/clock.js';
import type { Store } from '../../../src/store/ports.js';
import { openStore } from '../../../src/store/sqlite/open-store.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

/** Everything a store can be asked, as one text. */
async function readEverything(store: Store): Promise<string> {
  const [forum] = await store.forums.listForums('nordvang');
  const audience: Audience = { forumIds: forum === undefined ? [] : [forum.id], sees: 'open_and_closed' };
  const meetings = await store.minutes.listMeetings(audience);
  const documents = await Promise.all(meetings.map(({ id }) => store.minutes.getMeeting(audience, id)));
  const originals = await Promise.all(meetings.map(({ id }) => store.minutes.getOriginal(audience, id)));
  const words = [...(await store.search.listWords(audience))];
  const terms = words.map(([word]) => ({ term: word, weight: 1 }));
  const found = await store.search.findCandidates(terms, audience, 500);
  const counts = [
    ...(
      await store.search.countEntries(
        terms.slice(0, 200).map(({ term }) => term),
        audience,
      )
    ).byTerm,
  ];
  return JSON.stringify({ meetings, documents, originals, words, found, counts });
}

const mayBeRefusedWith = /^(?:store_damaged|not_found)$/;

describe('a damaged store file', () => {
  const { folder, remove } = makeTemporaryFolder();
  const sound = join(folder, 'sound.db');
  let soundAnswers: string;

  beforeAll(async () => {
    const store = await openStore({ file: sound, clock: systemClock });
    const forum = await store.forums.ensureForum('nordvang', 'Chefforum');
    for (let month = 1; month <= 12; month++) {
      const items = Array.from({ length: 8 }, (_, index) =>
        sampleItem(index + 1, {
          title: `sag ${month} ${index} om emne${(month * index) % 17}`,
          decision: `beslutning${index} `.repeat(60).trim(),
        }),
      );
      const date = `2024-${String(month).padStart(2, '0')}-05`;
      await store.minutes.saveDocument(toSave(forum.id, sampleDocument(date, { items })));
    }
    soundAnswers = await readEverything(store);
    expect(await store.check()).toEqual([]);
    await store.close();
  });
  afterAll(remove);

  /** What became of a store with 64 bytes flipped at a place. */
  async function flipAt(
    offset: number,
  ): Promise<'refused at opening' | 'refused at use' | 'found by the check' | 'hidden'> {
    const file = join(folder, `flipped-${offset}.db`);
    copyFileSync(sound, file);
    const bytes = readFileSync(file);
    for (let index = offset; index < offset + 64; index++) bytes[index] = (bytes[index] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
    const digest = () => createHash('sha256').update(readFileSync(file)).digest('hex');
    const before = digest();
    let store: Store;
    try {
      store = await openStore({ file, clock: systemClock });
    } catch (error) {
      expect(error, `64 bytes flipped at ${offset}`).toMatchObject({ code: 'store_damaged' });
      expect(digest(), `64 bytes flipped at ${offset}`).toBe(before);
      return 'refused at opening';
    }
    try {
      const answers = await readEverything(store).catch((error: unknown) => {
        // SQLite believes an index of ids: what the index has lost is not found, until the check compares it with the table.
        expect(error, `64 bytes flipped at ${offset}`).toMatchObject({ code: expect.stringMatching(mayBeRefusedWith) });
        return 'refused';
      });
      const faults = await store.check();
      if (answers === 'refused') {
        expect(faults, `64 bytes flipped at ${offset}`).not.toEqual([]);
        return 'refused at use';
      }
      if (faults.length > 0) return 'found by the check';
      // Free space within a page holds nothing that could be lost: then every answer must be the same.
      expect(answers, `64 bytes flipped at ${offset}`).toBe(soundAnswers);
      return 'hidden';
    } finally {
      await store.close();
    }
  }

  test('is refused at opening when its header is damaged', async () => {
    expect(await flipAt(0)).toBe('refused at opening');
  });

  /** Where the rows of a small table or index end: those written first stand last in its page. */
  function lastBytesOf(name: string): number {
    const database = new Database(sound, { readonly: true });
    const page = database
      .prepare<[string], number>('select rootpage from sqlite_schema where name = ?')
      .pluck()
      .get(name);
    database.close();
    return (page ?? 0) * 4096 - 64;
  }

  test.each(['search_open_config', 'search_closed_config'])(
    'is refused at opening when the full-text index cannot be opened: %s',
    async (table) => {
      expect(await flipAt(lastBytesOf(table))).toBe('refused at opening');
    },
  );

  test('is detected when a meeting is not found by its id any more', async () => {
    expect(await flipAt(lastBytesOf('sqlite_autoindex_meetings_1'))).toBe('refused at use');
  });

  test('is detected wherever the bytes are flipped, unless nothing stood there', async () => {
    const { length } = readFileSync(sound);
    const places = process.env.REFERENT_LONG === undefined ? 24 : 400;
    const outcomes = new Map<string, number>();
    for (let place = 0; place < places; place++) {
      const offset = Math.floor(((place + 0.37) / places) * (length - 64));
      const outcome = await flipAt(offset);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    // `flipAt` has compared every answer where nothing was detected. A small store has many tables with a page each, and most
    // of those pages empty.
    expect(outcomes.get('hidden') ?? 0).toBeLessThan(places * 0.75);
  });

  test('is detected whenever the head of a page or a word of the minutes is hit', async () => {
    const bytes = readFileSync(sound);
    const pages = Array.from({ length: 8 }, (_, index) => (index * 11 + 3) * 4096);
    const words: number[] = [];
    for (let at = bytes.indexOf('beslutning'); at >= 0; at = bytes.indexOf('beslutning', at + 20_000)) words.push(at);
    expect(words.length).toBeGreaterThan(3);
    for (const place of [...pages, ...words]) expect([place, await flipAt(place)]).not.toEqual([place, 'hidden']);
  });
});
