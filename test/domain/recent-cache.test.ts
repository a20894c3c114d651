import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecentCache } from '../../src/domain/recent-cache.js';

describe('a cache of what was used lately', () => {
  test('has whatever was put or asked for since as many others were as it keeps', () => {
    const uses = fc.array(fc.record({ key: fc.nat(12), isPut: fc.boolean() }), { maxLength: 80 });
    fc.assert(
      fc.property(uses, fc.integer({ min: 1, max: 5 }), (given, most) => {
        const cache = new RecentCache<number, string>(most);
        const used: number[] = [];
        for (const { key, isPut } of given) {
          const latest = new Set(used.slice(used.lastIndexOf(key) + 1));
          const isSurelyKept = used.includes(key) && latest.size < most;
          if (isPut) cache.put(key, `value ${key}`);
          const found = cache.get(key);
          if (isPut || isSurelyKept) expect(found).toBe(`value ${key}`);
          if (found !== undefined) used.push(key);
        }
      }),
    );
  });

  test('keeps no more than twice as many', () => {
    const cache = new RecentCache<number, number>(100);
    for (let key = 0; key < 10_000; key += 1) cache.put(key, key);
    const kept = Array.from({ length: 10_000 }, (_, key) => key).filter((key) => cache.get(key) !== undefined);
    expect(kept.length).toBeLessThanOrEqual(200);
  });
});
