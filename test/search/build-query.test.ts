import { expect, test } from 'vitest';
import { readQuestion } from '../../src/features/decisions/read-question.js';
import { ArchiveWords } from '../../src/search/archive-words.js';
import { type Archive, buildQuery } from '../../src/search/build-query.js';

/** Nothing is known of what it holds. */
const archive: Archive = {
  count: async () => ({ total: 100, byTerm: new Map() }),
  words: async () => new ArchiveWords(new Map()),
};

async function importanceOf(typed: string): Promise<Record<string, number>> {
  const { words, dates } = readQuestion(typed, undefined, '2025-06-11');
  const { concepts } = await buildQuery(words, dates, archive);
  return Object.fromEntries(concepts.map(({ label, importance }) => [label, importance]));
}

test("the forum's own abbreviations say as much of a question as a noun, though the dictionary knows another word", async () => {
  expect(await importanceOf('retningslinjer for ai')).toMatchObject({ retningslinjer: 1, ai: 1 });
});

test('verbs and adverbs say less', async () => {
  const { udarbejdes = 1, derhjemme = 1 } = await importanceOf('strategien udarbejdes derhjemme');
  expect(Math.max(udarbejdes, derhjemme)).toBeLessThan(1);
});
