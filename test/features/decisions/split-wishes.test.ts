import { describe, expect, test } from 'vitest';
import { splitWishes } from '../../../src/features/decisions/split-wishes.js';

describe('several questions in one message', () => {
  test.each([
    ['hvornår var det, og hvem deltog?', ['hvornår var det', 'hvem deltog?']],
    ['hvad blev besluttet og hvem gør det', ['hvad blev besluttet', 'hvem gør det']],
    ['Hvad koster det? Hvem betaler?', ['Hvad koster det', 'Hvem betaler?']],
    ['hvornår og hvor er seminaret', ['hvornår er seminaret', 'hvor er seminaret']],
    [
      'hvad besluttede vi om Åhaven, og hvornår er det færdigt, og hvem følger op',
      ['hvad besluttede vi om Åhaven', 'hvornår er det færdigt', 'hvem følger op'],
    ],
    ['hvad skal vi lave og til hvornår', ['hvad skal vi lave', 'til hvornår']],
    ['hvornår er fristen + hvem er ansvarlig', ['hvornår er fristen', 'hvem er ansvarlig']],
    [
      'hvem er tovholder for Åhaven, hvornår er det færdigt og hvad koster det',
      ['hvem er tovholder for Åhaven', 'hvornår er det færdigt', 'hvad koster det'],
    ],
  ])('%s', (text, wishes) => {
    expect(splitWishes(text)).toEqual(wishes);
  });
});

describe('one question', () => {
  test.each([
    'hvad besluttede vi om børn og unge',
    'jeg vil gerne vide, hvem der deltog',
    'hvad sagde vi om, hvem der har ansvaret',
    'hvad blev indstillet, og hvad blev besluttet om budgettet',
    'kommer plejehjemmet senere end planlagt og hvornår er det færdigt',
    'og hvem deltog',
    'hvad blev besluttet om drift og anlæg',
    'hvem, hvad og hvor og hvornår og hvorfor og hvordan',
    'hvad?',
    '',
  ])('%s', (text) => {
    expect(splitWishes(text)).toEqual([text]);
  });
});
