import { describe, expect, it } from 'vitest';
import { leadOf } from '../../eval/bootstrap.js';

const marks = (right: number, of: number) => Array.from({ length: of }, (_, index) => index < right);

describe('the lead of one engine over another', () => {
  it('is the difference of their shares, within an interval around it', () => {
    const { points, low, high } = leadOf(marks(80, 100), marks(60, 100));
    expect(points).toBeCloseTo(20);
    expect(low).toBeGreaterThan(10);
    expect(low).toBeLessThan(points);
    expect(high).toBeGreaterThan(points);
    expect(high).toBeLessThan(30);
  });

  it('is none, and surely none, for the same marks', () => {
    expect(leadOf(marks(7, 10), marks(7, 10))).toEqual({ points: 0, low: 0, high: 0 });
  });

  it('is the same in every run', () => {
    expect(leadOf(marks(30, 50), marks(20, 50))).toEqual(leadOf(marks(30, 50), marks(20, 50)));
  });

  it('needs the same questions on both sides', () => {
    expect(() => leadOf([], [])).toThrow(RangeError);
    expect(() => leadOf([true], [true, false])).toThrow(RangeError);
  });
});
