import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delayBeforeJob, delayBeforeTry, delayBeforeUpdate } from '../../src/jobs/delays.js';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const tries = fc.integer({ min: 1, max: 200 });
const within = (ms: number, least: number, most: number): boolean => ms >= least - 1 && ms <= most + 1;

describe('before a message is handed over again', () => {
  test('Referent waits at least as long as the channel says, and at most a fifth more', () => {
    fc.assert(
      fc.property(tries, fc.integer({ min: 0, max: 3_600_000 }), chance, (count, asked, drawn) =>
        within(
          delayBeforeTry(count, asked, () => drawn),
          asked,
          1.2 * asked,
        ),
      ),
    );
  });

  test('it waits longer each time where the channel says nothing, a fifth around 2, 4, 8 … up to 20 seconds', () => {
    const usual = [1, 2, 3, 4, 5, 60].map((count) => delayBeforeTry(count, null, () => 0.5));
    expect(usual).toEqual([2000, 4000, 8000, 16_000, 20_000, 20_000]);
    fc.assert(
      fc.property(tries, chance, (count, drawn) => {
        const middle = delayBeforeTry(count, null, () => 0.5);
        return within(
          delayBeforeTry(count, null, () => drawn),
          0.8 * middle,
          1.2 * middle,
        );
      }),
    );
  });

  test('those who failed together do not come back together', () => {
    const apart = [0, 0.25, 0.5, 0.75, 0.999].map((drawn) => delayBeforeTry(3, null, () => drawn));
    expect(new Set(apart).size).toBe(apart.length);
  });
});

test('A change of a card is tried again after two to five seconds', () => {
  fc.assert(
    fc.property(chance, (drawn) =>
      within(
        delayBeforeUpdate(() => drawn),
        2000,
        5000,
      ),
    ),
  );
});

test('Work that failed is tried again after five seconds, later and later, at most a fifth over every quarter of an hour', () => {
  expect([1, 2, 3, 100].map((count) => delayBeforeJob(count, () => 0.5))).toEqual([5000, 10_000, 20_000, 900_000]);
  fc.assert(
    fc.property(tries, chance, (count, drawn) =>
      within(
        delayBeforeJob(count, () => drawn),
        4000,
        1_080_000,
      ),
    ),
  );
});
