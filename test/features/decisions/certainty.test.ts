import { describe, expect, test } from 'vitest';
import { certaintyOf, decide, type Signals } from '../../../src/features/decisions/certainty.js';

/** "hvornår er fristen for budgetforslag": every word stands in the best find, one in the title, with a date. */
const plain: Signals = { coverage: 1, unwritten: 0, kindMissing: 0 };

describe('whether the archive is sure', () => {
  test('it answers what it holds', () => {
    expect(decide(plain)).toBe('answered');
  });

  test('it refuses a topic no minutes speak of ("hundeskov")', () => {
    expect(decide({ ...plain, coverage: 0, unwritten: 1 })).toBe('not_found');
  });

  test('it asks back where half of the words are said in another way', () => {
    expect(decide({ ...plain, coverage: 0.4, unwritten: 0.6 })).toBe('maybe');
  });

  test('it refuses a known topic without the thing asked for ("hvem vandt licitationen")', () => {
    expect(decide({ ...plain, coverage: 0.8, kindMissing: 1 })).toBe('not_found');
  });

  test('it does not refuse for one word that is said in another way ("strømstandere" for "ladestandere")', () => {
    expect(decide({ ...plain, coverage: 0.38, unwritten: 0.5 })).not.toBe('not_found');
  });

  test('it never answers without the thing asked for', () => {
    expect(decide({ ...plain, kindMissing: 1 })).not.toBe('answered');
  });

  test.each(['unwritten', 'kindMissing'] as const)('%s speaks against an answer', (signal) => {
    expect(certaintyOf({ ...plain, [signal]: 1 })).toBeLessThan(certaintyOf(plain));
  });

  test('coverage speaks for an answer', () => {
    expect(certaintyOf(plain)).toBeGreaterThan(certaintyOf({ ...plain, coverage: 0 }));
  });
});
