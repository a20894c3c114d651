import { describe, expect, test } from 'vitest';
import { readItemNumber, readLatestMeetings } from '../../../src/features/decisions/read-meeting-reference.js';

const latest = (question: string) => {
  const found = readLatestMeetings(question);
  return found && [found.count, found.skip];
};

describe('the newest meetings, by that name', () => {
  test.each([
    ['hvem deltog på sidste møde', [1, 0]],
    ['hvad står der i det seneste referat', [1, 0]],
    ['hvad blev besluttet på forrige møde', [1, 0]],
    ['hvad sagde vi på det næstsidste møde', [1, 1]],
    ['pkt. 3 sidste gang', [1, 0]],
    ['hvad blev besluttet de sidste tre møder', [3, 0]],
    ['beslutninger fra de seneste 5 møder', [5, 0]],
    ['beslutninger på de to seneste møder', [2, 0]],
    ['hvad besluttede vi på de sidste møder', [3, 0]],
  ])('%s', (question, expected) => {
    expect(latest(question)).toEqual(expected);
  });

  test.each([
    'sidste gang vi drøftede elbiler',
    'hvornår var sidste gang der var brand',
    'hvad sagde vi sidste år',
    'den sidste frist',
    'hvad er det sidste nye om mødelokaler',
  ])('%s: names none', (question) => {
    expect(latest(question)).toBeUndefined();
  });
});

describe('an item by its number', () => {
  test.each([
    ['punkt 5 på mødet i april', 5],
    ['pkt. 3 sidste gang', 3],
    ['pkt 12', 12],
    ['punkt nr. 4', 4],
    ['dagsordenspunkt 7', 7],
    ['5. punkt på mødet', 5],
    ['det femte punkt', 5],
    ['punkt tre', 3],
    ['hvem fremlagde punkt 6?', 6],
  ])('%s', (question, number) => {
    expect(readItemNumber(question)?.number).toBe(number);
  });

  test.each([
    'punkt 16. marts 2023',
    'punkter på dagsordenen d. 12.6.24',
    'punkt 16.3.23',
    'hvad sagde de til punkt 2 i indstillingen',
    'indstillingens punkt 1',
    'hvor mange punkter var der',
    '5 punkter',
    'knudepunkt 5',
  ])('%s: names none', (question) => {
    expect(readItemNumber(question)).toBeUndefined();
  });
});
