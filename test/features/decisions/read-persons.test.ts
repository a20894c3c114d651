import { describe, expect, test } from 'vitest';
import { readPerson } from '../../../src/features/decisions/read-persons.js';
import { analyseText } from '../../../src/search/analyse-text.js';

const persons = [
  'Nanna Friislund',
  'Søren Bechmann',
  'Søren Hjelmager',
  'Rikke Damsbo',
  'Rikke Vind',
  'Bo Storm',
  'Peter Lauge Winding',
  'Peter Winding',
  'Yasmin Karaca',
].map((name) => ({ name }));

const read = (question: string, asksForPerson = true) =>
  readPerson(analyseText(question), persons, asksForPerson, (word) => word === 'sekretariatet');

describe('a person by any part of the name', () => {
  test.each([
    ['var Nanna med', ['Nanna Friislund']],
    ['var nanna med', ['Nanna Friislund']],
    ['var friislunds afbud noteret', ['Nanna Friislund']],
    ['var Søren Hjelmager der', ['Søren Hjelmager']],
    ['hvem er Søren', ['Søren Bechmann', 'Søren Hjelmager']],
    ['deltog soeren hjelmager', ['Søren Hjelmager']],
    ['var Peter med', ['Peter Lauge Winding']],
  ])('%s', (question, names) => {
    expect(read(question)).toMatchObject({ names, isRepaired: false });
  });
});

describe('misspelt, against the names of the minutes', () => {
  test.each([
    ['var Nana til stede', ['Nanna Friislund']],
    ['var Sørn Bechman med', ['Søren Bechmann']],
    ['deltog yasmine karaka', ['Yasmin Karaca']],
    ['var Rike med', ['Rikke Damsbo', 'Rikke Vind']],
    ['var Damsboe syg', ['Rikke Damsbo']],
  ])('%s', (question, names) => {
    expect(read(question)).toMatchObject({ names, isRepaired: true });
  });

  test('the letters of the name are known', () => {
    const question = 'var Sørn Bechman med';
    const found = read(question);
    expect(question.slice(found?.start, found?.end)).toBe('Sørn Bechman');
  });
});

describe('what is no person', () => {
  test.each([
    ['hvad besluttede vi om vind', false],
    ['hvem står for vind og storm', true],
    ['hvem sidder i sekretariatet', true],
    ['var der afbud på mødet', true],
    ['Storm i vandet', false],
    ['hvad skete der med nana', false],
    ['hvad kom der ud af Projekt Stork', false],
  ])('%s', (question, asksForPerson) => {
    expect(read(question, asksForPerson)).toBeUndefined();
  });
});
