import { describe, expect, test } from 'vitest';
import { certaintyOf, decide } from '../../../src/features/decisions/certainty.js';
import type { Signals } from '../../../src/features/decisions/signals.js';

/** "hvornår er fristen for budgetforslag": every word stands in the best find, one in the title, with a date. */
const plain: Signals = {
  coverage: 1,
  unwritten: 0,
  unsureNouns: 0,
  kindMissing: 0,
  quality: 1,
  roleMissing: 0,
  nameMissing: 0,
  nameElsewhere: 0,
  unknownWord: 0,
  asksDate: 0,
  asksTopic: 0,
  asksPaper: 0,
  followsUp: 0,
  isBare: 0,
};

describe('whether the archive is sure', () => {
  test('it answers what it holds', () => {
    expect(decide(plain)).toBe('answered');
  });

  test('it refuses a topic no minutes speak of ("hundeskov")', () => {
    expect(decide({ ...plain, coverage: 0, unwritten: 1, unsureNouns: 1 / 3 })).toBe('not_found');
  });

  test('it refuses a date that has nothing to do with what was asked ("hvornår lander kometen")', () => {
    expect(decide({ ...plain, coverage: 0.08, asksDate: 1, unwritten: 0.8 })).toBe('not_found');
    expect(decide({ ...plain, coverage: 0.08, asksDate: 1, followsUp: 1 }), 'what it is about was said before').toBe(
      'answered',
    );
  });

  test('it refuses where a noun nobody has written leaves little of the question ("hvornår flytter tandplejen")', () => {
    expect(decide({ ...plain, coverage: 0.22, asksDate: 1, unwritten: 1 })).toBe('not_found');
    expect(decide({ ...plain, coverage: 0.22, asksDate: 1 }), 'its words may be said in another way').not.toBe(
      'not_found',
    );
  });

  test('it asks back where half of the words are said in another way', () => {
    expect(decide({ ...plain, asksTopic: 1, coverage: 0.4, unwritten: 0.6, unsureNouns: 2 / 3 })).toBe('maybe');
  });

  test('it refuses a known topic without the thing asked for ("hvem vandt licitationen")', () => {
    expect(decide({ ...plain, coverage: 0.8, kindMissing: 1, quality: 0 })).toBe('not_found');
  });

  test('it does not refuse for one word that is said in another way ("strømstandere" for "ladestandere")', () => {
    expect(decide({ ...plain, coverage: 0.38, unwritten: 0.5 })).not.toBe('not_found');
  });

  test('it never answers without the thing asked for', () => {
    expect(decide({ ...plain, kindMissing: 1, quality: 0 })).not.toBe('answered');
  });

  test.each(['unwritten', 'unsureNouns', 'kindMissing', 'roleMissing', 'nameMissing', 'nameElsewhere'] as const)(
    '%s speaks against an answer',
    (signal) => {
      expect(certaintyOf({ ...plain, [signal]: 1 })).toBeLessThan(certaintyOf(plain));
    },
  );

  test.each(['coverage', 'quality'] as const)('%s speaks for an answer', (signal) => {
    expect(certaintyOf(plain)).toBeGreaterThan(certaintyOf({ ...plain, [signal]: 0 }));
  });
});
