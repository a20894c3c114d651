import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PostingsCache, readPostings } from '../../../src/store/sqlite/postings.js';

const entries = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 3000 });

describe('postings', () => {
  test('give every entry that holds the term its share, once, and no other, whether few or most hold it', () => {
    fc.assert(
      fc.property(entries, entries, (ids, ofForum) => {
        const ascending = [...ids].sort((one, other) => one - other);
        const postings = readPostings(ascending.join(',') || null);
        const scores = new Float32Array(5001);
        postings.addTo(scores, 2);
        expect([...scores.entries()].filter(([, score]) => score === 2).map(([id]) => id)).toEqual(ascending);
        expect(postings.count).toBe(ids.length);
        const marked = new Uint8Array(5001);
        for (const id of ofForum) marked[id] = 1;
        expect(postings.countIn(marked)).toBe(ids.filter((id) => ofForum.includes(id)).length);
      }),
      { numRuns: process.env.REFERENT_LONG === undefined ? 40 : 1000 },
    );
  });

  test('asked for long ago make room for new ones', () => {
    const cache = new PostingsCache(1000);
    for (const term of ['a', 'b', 'c']) cache.put(term, readPostings('1,2'));
    expect(cache.get('a')?.count).toBe(2);
    for (const term of ['d', 'e']) cache.put(term, readPostings('3'));
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('a')?.count).toBe(2);
  });
});
