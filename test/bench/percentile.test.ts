import { describe, expect, it } from 'vitest';
import { percentile } from '../../bench/percentile.js';

describe('a percentile', () => {
  it('is the number that so many do not exceed', () => {
    const numbers = [40, 10, 30, 20];
    expect(percentile(numbers, 0.5)).toBe(20);
    expect(percentile(numbers, 0.95)).toBe(40);
    expect(percentile(numbers, 0)).toBe(10);
    expect(numbers).toEqual([40, 10, 30, 20]);
  });

  it('needs numbers', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});
