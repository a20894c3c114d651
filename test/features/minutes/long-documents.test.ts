import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MeetingDocument } from '../../../src/domain/meeting-document.js';
import { checkExtent, extentLimits } from '../../../src/features/minutes/files/check-extent.js';
import { analyseDocument, analyseInTurns } from '../../../src/search/analyse-document.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

const isLong = process.env.REFERENT_LONG !== undefined;
const [items, letters] = isLong ? [10, extentLimits.itemLetters] : [2, 20_000];

/** Words that nobody has written before, each made once: they take longest to analyse and to keep. */
function strangeText(length: number, seed: number): string {
  const words: string[] = [];
  for (let number = seed * 1_000_003, size = 0; size < length - 10; number += 7919) {
    const word = number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
    words.push(word);
    size += word.length + 1;
  }
  return words.join(' ');
}

const withText = (number: number, text: string) => ({
  ...sampleItem(number),
  sections: [{ kind: 'case' as const, heading: 'Sagsfremstilling', text, lines: { first: 1, last: 1 } }],
});

const longDocument: MeetingDocument = {
  ...sampleDocument('2026-11-12'),
  items: Array.from({ length: items }, (_, index) => withText(index + 1, strangeText(letters, index + 1))),
};

/** Does work while others wait, and counts how often these have their turn. */
async function countTurns<T>(work: () => Promise<T>): Promise<{ made: T; turns: number }> {
  let turns = 0;
  let isOver = false;
  const next = (): void => {
    turns += 1;
    if (!isOver) setImmediate(next);
  };
  setImmediate(next);
  const made = await work();
  isOver = true;
  return { made, turns };
}

let archive: TemporaryStore;
beforeAll(async () => {
  archive = await openTemporaryStore();
});
afterAll(() => archive.remove());

describe('a document as long as the archive takes', () => {
  test('is analysed in small steps, others having their turn between them, into the same entries', async () => {
    const { made, turns } = await countTurns(() => analyseInTurns(longDocument));
    expect(made).toEqual(analyseDocument(longDocument));
    const words = new Set(made.flatMap((entry) => entry.words)).size;
    // A hundred words nobody has met are a step.
    expect(turns).toBeGreaterThanOrEqual(words / 100);
  });

  test('is kept in small steps, and again when a newer version takes its place', async () => {
    const forum = await archive.store.forums.ensureForum('t', 'Chefforum');
    const entries = analyseDocument(longDocument);
    const words = new Set(entries.flatMap((entry) => entry.words)).size;
    const save = (version: string) =>
      archive.store.minutes.saveDocument(
        toSave(forum.id, longDocument, {
          entries,
          original: { fileName: 'a.txt', bytes: Buffer.from(version), sha256: version },
        }),
      );
    for (const version of ['first', 'second']) {
      const { made, turns } = await countTurns(() => save(version));
      expect(made.status).toBe(version === 'first' ? 'new' : 'updated');
      // Terms and words go by the two thousand, entries one by one.
      expect(turns).toBeGreaterThanOrEqual(2 * items + words / 1000);
    }
  });

  test('is taken in, and one that is longer, or has more items, is not', () => {
    const limit = extentLimits.itemLetters;
    const of = (text: string): MeetingDocument => ({ ...longDocument, items: [withText(1, text)] });
    expect(() => checkExtent(of('a'.repeat(limit)))).not.toThrow();
    const tooLong = expect.objectContaining({ code: 'invalid_input', reply: expect.stringContaining('80 sider') });
    expect(() => checkExtent(of('a'.repeat(limit + 1)))).toThrow(tooLong);
    const many = Array.from({ length: extentLimits.items + 1 }, (_, index) => withText(index + 1, 'Budget'));
    expect(() => checkExtent({ ...longDocument, items: many })).toThrow(tooLong);
  });
});
