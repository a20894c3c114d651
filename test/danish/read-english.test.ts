import { describe, expect, test } from 'vitest';
import { readEnglish } from '../../src/danish/read-english.js';

describe('a question in English', () => {
  test.each([
    ['what did we decide about electric cars', 'hvad besluttede vi om elbiler'],
    ['who was absent on 14 November 2019', 'hvem var fraværende om 14. november 2019'],
    ['who was absent on November 14, 2019', 'hvem var fraværende om 14. november 2019'],
    ['what was decided in May 2023', 'hvad blev besluttet i maj 2023'],
    ['case number of the emergency plan', 'sagsnummer beredskabsplan'],
    ['what does Rikke say about the canteen', 'hvad Rikke sige om kantine'],
  ])('%s: is asked in Danish words', (english, danish) => {
    expect(readEnglish(english)).toBe(danish);
  });

  test.each([
    'hvad er status for by',
    'hvem har ansvaret for planen',
    'ESDH system',
    'list for by in is',
    'budget 2024',
  ])('%s: is Danish already', (question) => {
    expect(readEnglish(question)).toBeUndefined();
  });

  test('"may" is a month only where it must be', () => {
    expect(readEnglish('what may the managers decide')).not.toContain('maj');
  });
});
