import { describe, expect, it } from 'vitest';
import { derivedStems } from '../../src/danish/derivations.js';
import { foldLetters } from '../../src/danish/letters.js';
import { wordForm } from '../../src/danish/word-forms.js';

const stem = (word: string): string => wordForm(foldLetters(word)).stem;
/** Two words are found by each other: their stems are one, or one is derived from the other. */
const meet = (one: string, other: string): boolean =>
  stem(one) === stem(other) || derivedStems(foldLetters(one)).includes(stem(other));

describe('words of one root', () => {
  it.each([
    ['lukke', 'lukning'],
    ['lukning', 'lukke'],
    ['bygge', 'bygning'],
    ['udsætte', 'udsættelse'],
    ['ansættelse', 'ansætte'],
    ['måle', 'måling'],
    ['evaluere', 'evaluering'],
    ['organisere', 'organisation'],
    ['kommunikere', 'kommunikation'],
    ['køre', 'kørsel'],
    ['trives', 'trivsel'],
    ['sikker', 'sikkerhed'],
    ['politisk', 'politik'],
    ['flyttede', 'flytning'],
  ])('%s is found by %s', (one, other) => {
    expect(meet(one, other)).toBe(true);
  });

  it.each([
    ['spare', 'sparring'],
    ['politisk', 'politi'],
    ['rente', 'rentning'],
    ['bil', 'biling'],
    ['Pia', 'piasel'],
  ])('%s has nothing to do with %s', (one, other) => {
    expect(meet(one, other)).toBe(false);
  });

  it('makes nothing of a word the dictionary does not have', () => {
    expect(derivedStems('blorkning')).toEqual([]);
  });
});
