import { describe, expect, test } from 'vitest';
import { type Case, fitLogistic, logOdds } from '../../eval/logistic.js';

const oneOf = (signal: number, label: 0 | 1): Case => ({ signals: [signal, 0.5], label, weight: 1 });

describe('fitting the verdict', () => {
  const cases = [0, 0, 0, 1].flatMap((other) => [oneOf(1, other === 0 ? 1 : 0), oneOf(0, other === 0 ? 0 : 1)]);

  test('three of four with the signal, one of four without: the odds are 3 and a third', () => {
    const fitted = fitLogistic(cases, 1e-6);
    expect(Math.exp(logOdds(fitted, [1, 0.5]))).toBeCloseTo(3, 3);
    expect(Math.exp(logOdds(fitted, [0, 0.5]))).toBeCloseTo(1 / 3, 3);
  });

  test('a signal that tells nothing weighs nothing', () => {
    expect(fitLogistic(cases, 0.1)[2]).toBeCloseTo(0, 4);
  });

  test('a penalty holds the weights nearer to nothing', () => {
    expect(Math.abs(fitLogistic(cases, 10)[1] ?? 0)).toBeLessThan(Math.abs(fitLogistic(cases, 0.1)[1] ?? 0));
  });
});
