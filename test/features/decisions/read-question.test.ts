import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/features/decisions/read-question.js';

const read = (question: string, context?: string) => readQuestion(question, context, '2025-02-01');
const dates = (question: string) => read(question).dates.map(({ term }) => term);
const kinds = (question: string) =>
  read(question)
    .words.filter((word) => word.namesKind)
    .map((word) => word.unit.folded);

describe('years and months as people type them', () => {
  test.each([
    ['hvem var sekretær i september 21', 'maaned:2021-09'],
    ['hvad manglede i august 22', 'maaned:2022-08'],
    ['hvad skulle vi spare i 2024, og hvor', 'aar:2024'],
    ['mødet den 14. november 2019', 'dato:2019-11-14'],
    ['who was absent on November 14, 2019', 'dato:2019-11-14'],
  ])('%s', (question, term) => {
    expect(dates(question)).toEqual([term]);
  });

  test.each(['hvor mange forslag, var det 22', '25 deltagere'])('%s: a number is no year', (question) => {
    expect(dates(question)).toEqual([]);
  });
});

describe('the noun an answer must speak of', () => {
  test.each([
    ['hvor mange spørgsmål er der i målingen', ['spoergsmaal']],
    ['hvilken bank låner vi af', ['bank']],
    ['hvilke to systemer lukker vi', ['systemer']],
    ['hvem har ansvaret for banken', []],
  ])('%s', (question, nouns) => {
    expect(kinds(question)).toEqual(nouns);
  });
});

describe('a follow-up', () => {
  test('asks the same of another thing', () => {
    const question = read('og workshoppen', 'hvornår er fristen for budgetforslag');
    expect(question).toMatchObject({ isFollowUp: true, asked: 'deadline' });
  });

  test('counts "året før" from the year before, and lets a time of its own stand alone', () => {
    const before = 'hvad besluttede vi om elbiler i 2023';
    expect(read('hvad med året før', before).dates.map(({ term }) => term)).toEqual(['aar:2022']);
    expect(read('og forrige år', before)).toMatchObject({ dates: [{ term: 'aar:2022' }], period: undefined });
    expect(read('og siden sommerferien', before)).toMatchObject({ dates: [], period: { from: '2024-08-07' } });
    expect(read('og hvem deltog', before).dates.map(({ term }) => term)).toEqual(['aar:2023']);
  });

  test('asks for something else where it says so', () => {
    expect(read('og hvem deltog', 'hvornår er fristen for budgetforslag').asked).toBe('attendance');
  });
});

describe('words that say when or where say nothing of the topic', () => {
  test.each([
    ['hvad er besluttet siden sommerferien', []],
    ['hvad besluttede vi mellem marts og juni 2022', []],
    ['hvad blev besluttet de sidste tre møder', []],
    ['punkt 5 på mødet i april', []],
    ['hvad besluttede vi om elbiler i 1. kvartal 2024', ['elbiler']],
    ['cykelstier siden 2020', ['cykelstier']],
  ])('%s', (question, topic) => {
    expect(
      read(question)
        .words.filter((word) => !word.weak)
        .map((word) => word.unit.folded),
    ).toEqual(topic);
  });

  test('nor does a period’s year count as a date the minutes must hold', () => {
    expect(dates('hvad besluttede vi mellem marts og juni 2022')).toEqual([]);
    expect(dates('hvad besluttede vi i april')).toEqual(['maanedsnavn:04']);
  });
});

test('chat filler says nothing of the topic', () => {
  const { words } = read('øhm kan du huske hvad vi snakkede om dengang med kantinen');
  expect(words.filter((word) => !word.weak).map((word) => word.unit.folded)).toEqual(['kantinen']);
});

test('a question in English is understood in Danish', () => {
  expect(read('who is responsible for the emergency plan').words.map((word) => word.unit.folded)).toContain(
    'beredskabsplan',
  );
});
