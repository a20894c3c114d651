import { describe, expect, test } from 'vitest';
import { foldLetters } from '../../src/danish/letters.js';

describe('letters are compared in one form', () => {
  test('æ, ø and å equal their spelled-out forms', () => {
    expect(foldLetters('Ældreråd')).toBe(foldLetters('aeldreraad'));
    expect(foldLetters('ØKONOMI')).toBe(foldLetters('oekonomi'));
  });

  test('å is never a', () => {
    expect(foldLetters('råd')).not.toBe(foldLetters('rad'));
  });

  test('composed and decomposed letters are one', () => {
    expect(foldLetters('A\u030Ar')).toBe(foldLetters('\u00C5r'));
    expect(foldLetters('idé')).toBe('ide');
  });
});
