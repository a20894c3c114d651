import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PackedWords } from '../../src/danish/packed-words.js';

const runs = process.env.REFERENT_LONG === undefined ? 300 : 20_000;
/** Few letters, so that words share beginnings and many are put in twice. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z'), minLength: 1, maxLength: 6 });
const value = fc.integer({ min: 0, max: 65_535 });

describe('packed words', () => {
  test('answer exactly as a map of strings, however many were expected', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, value), { maxLength: 200 }),
        fc.array(word),
        fc.nat(50),
        (put, asked, expected) => {
          const plain = new Map<string, number>();
          const packed = new PackedWords(expected);
          for (const [key, number] of put) {
            plain.set(key, number);
            packed.set(key, number);
          }
          for (const key of [...plain.keys(), ...asked]) expect(packed.get(key)).toBe(plain.get(key));
        },
      ),
      { numRuns: runs },
    );
  });

  test('do not take one word for another that is its beginning, its end or empty', () => {
    const packed = new PackedWords(1);
    packed.set('budget', 7);
    for (const other of ['budge', 'udget', 'budgets', '', 'BUDGET']) expect(packed.get(other)).toBeUndefined();
    expect(packed.get('budget')).toBe(7);
  });
});
