import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BoundedCache } from '../../src/domain/bounded-cache.js';

const steps = fc.array(fc.record({ key: fc.integer({ min: 0, max: 9 }), value: fc.integer({ min: 1, max: 60 }) }));

describe('a cache up to a size', () => {
  test('never holds more than its limit, and what it holds is what was put there last', () => {
    fc.assert(
      fc.property(steps, (puts) => {
        const cache = new BoundedCache<number, number>(100, (_, value) => value);
        const last = new Map<number, number>();
        for (const { key, value } of puts) {
          cache.put(key, value);
          last.set(key, value);
          expect(cache.get(key)).toBe(value);
          const held = [...last.keys()].flatMap((one) => cache.get(one) ?? []);
          expect(held.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100);
          for (const [one, size] of last) expect([size, undefined]).toContain(cache.get(one));
        }
      }),
    );
  });

  test('forgets first what was used longest ago', () => {
    const cache = new BoundedCache<string, string>(2, () => 1);
    cache.put('oldest', 'a');
    cache.put('used again', 'b');
    cache.get('oldest');
    cache.put('new', 'c');
    expect([cache.get('oldest'), cache.get('used again'), cache.get('new')]).toEqual(['a', undefined, 'c']);
  });

  test('keeps nothing that is larger than all of it', () => {
    const cache = new BoundedCache<string, number>(10, (_, value) => value);
    cache.put('too large', 11);
    expect(cache.get('too large')).toBeUndefined();
  });
});
