import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spellQuestion } from '../../src/danish/spell-question.js';

describe('what is plainly misspelt in a question', () => {
  test.each([
    ['mødet i februr 2019', 'mødet i februar 2019'],
    ['fra Oktobr til novmber', 'fra oktober til november'],
    ['hvormange møder', 'hvor mange møder'],
    ['hvorlænge varer det', 'hvor længe varer det'],
    ['va var pungt 3', 'va var punkt 3'],
    ['hvem deltåg i møtet', 'hvem deltog i mødet'],
    ['billag til budgettet', 'bilag til budgettet'],
    ['hvad blev beslutet', 'hvad blev besluttet'],
  ])('"%s" is read as "%s"', (typed, meant) => {
    expect(spellQuestion(typed)).toBe(meant);
  });

  test.each([
    'hvornår er mødet i marts',
    'hvorfor blev det udsat',
    'marts og maj',
    'hvad sagde Bilal',
    'Møller og Mølgaard',
  ])('"%s" is left as it is', (typed) => {
    expect(spellQuestion(typed)).toBe(typed);
  });

  test('a question that was spelled right once is not changed again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = spellQuestion(text);
        expect(spellQuestion(once)).toBe(once);
      }),
    );
  });
});
