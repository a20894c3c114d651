import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitIntoPieces } from '../../src/search/split-into-pieces.js';

describe('a long text in pieces', () => {
  test('is cut at the last line end that fits, or else the last blank, or else anywhere', () => {
    expect(splitIntoPieces('et to\ntre fire', 9)).toEqual(['et to', 'tre fire']);
    expect(splitIntoPieces('et to tre', 5)).toEqual(['et to', 'tre']);
    expect(splitIntoPieces('ettotre', 3)).toEqual(['ett', 'otr', 'e']);
    expect(splitIntoPieces('kort', 4)).toEqual(['kort']);
    expect(splitIntoPieces('', 4)).toEqual([]);
  });

  test('keeps all its letters, none in a piece that is too long', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 200 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 20 }), (text, most) => {
        const pieces = splitIntoPieces(text, most);
        expect(pieces.every((piece) => piece.length <= most)).toBe(true);
        expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        const wasCutInWord = pieces.slice(0, -1).some((piece) => piece.length === most);
        if (!wasCutInWord) expect(pieces.join(' ').trim().split(/\s+/)).toEqual(text.trim().split(/\s+/));
      }),
    );
  });
});
