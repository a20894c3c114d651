import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/danish/edit-distance.js';

describe('slips of the finger', () => {
  test.each([
    ['udbud', 'udbud', 0],
    ['udbud', 'udbudd', 1],
    ['konstituernde', 'konstituerende', 1],
    ['budegt', 'budget', 1],
    ['kommisorie', 'kommissorium', 3],
  ])('%s and %s lie %i apart', (one, other, distance) => {
    expect(editDistance(one, other, 5)).toBe(distance);
  });

  test('more than the limit is only told as more', () => {
    expect(editDistance('abc', 'uvwxyz', 2)).toBe(3);
  });

  test('the order of the words does not matter', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(fc.property(word, word, (one, other) => editDistance(one, other, 9) === editDistance(other, one, 9)));
  });
});
