import { describe, expect, test } from 'vitest';
import { foldLetters } from '../../src/danish/letters.js';
import { wordForm } from '../../src/danish/word-forms.js';

const form = (word: string) => wordForm(foldLetters(word));

describe('words are reduced to what is compared', () => {
  test.each([
    ['budgetterne', 'budget'],
    ['besluttede', 'beslutter'],
    ['fik', 'få'],
    ['gælden', 'gæld'],
    ['kommissoriet', 'kommissorie'],
    ['børnene', 'barn'],
    ['mænd', 'manden'],
    ['afdelingschefernes', 'afdelingschef'],
    ['budgetworkshoppen', 'budgetworkshops'],
  ])('%s and %s are one word', (one, other) => {
    expect(form(one).stem).toBe(form(other).stem);
  });

  test.each([
    ['Jensen', 'Jens'],
    ['råd', 'rad'],
    ['udvalg', 'udvalgsmøde'],
    ['valg', 'udvalg'],
  ])('%s and %s are not', (one, other) => {
    expect(form(one).stem).not.toBe(form(other).stem);
  });

  test('a compound knows every word that stands in it', () => {
    expect(form('kommunikationsgruppen').parts).toEqual([form('kommunikation').stem, form('gruppe').stem]);
    expect(form('byudviklingsplanen').parts).toContain(form('byudvikling').stem);
    expect(form('byudviklingsplanen').parts).toContain(form('udviklingsplan').stem);
  });

  test.each(['forening', 'ledelse', 'kontakt', 'referat', 'Hansen', 'formand', 'orientering'])(
    '%s is not taken apart',
    (word) => {
      expect(form(word).parts).toEqual([]);
    },
  );

  test('a word nobody knows is kept as it is, also a very long one', () => {
    expect(form('qwrtzplk').known).toBe(false);
    expect(form('x'.repeat(5000)).parts).toEqual([]);
  });
});
