import { describe, expect, test } from 'vitest';
import { easterSunday } from '../../../src/danish/holidays.js';
import { readPeriod } from '../../../src/features/decisions/read-period.js';

/** A Monday. */
const today = '2025-02-03';
const period = (question: string) => {
  const found = readPeriod(question, today);
  return found && `${found.from} ${found.to}`;
};

describe('a period as people name it', () => {
  test.each([
    ['hvad besluttede vi i foråret 2023', '2023-02-01 2023-06-30'],
    ['hvad blev drøftet i efteråret', '2024-08-01 2024-12-31'],
    ['hvad skete der i vinteren 2023', '2023-12-01 2024-03-31'],
    ['hvad besluttede vi i uge 8', '2025-02-17 2025-02-23'],
    ['mødet i uge 12 2023', '2023-03-20 2023-03-26'],
    ['hvad er besluttet siden sommerferien', '2024-08-07 2025-02-03'],
    ['siden sommerferien 2023', '2023-08-07 2025-02-03'],
    ['hvad er nyt siden efterårsferien', '2024-10-21 2025-02-03'],
    ['nyt siden påske', '2024-04-02 2025-02-03'],
    ['hvad er sket siden nytår', '2025-01-02 2025-02-03'],
    ['hvad er der sket siden jul', '2025-01-02 2025-02-03'],
    ['måltallet år for år siden 2020', '2020-01-01 2025-02-03'],
    ['hvad er nyt siden marts', '2024-03-01 2025-02-03'],
    ['hvad er nyt siden marts 2022', '2022-03-01 2025-02-03'],
    ['nyt siden d. 13/4-23', '2023-04-13 2025-02-03'],
    ['siden mødet den 13. april 2023', '2023-04-13 2025-02-03'],
    ['hvad er nyt siden foråret 2024', '2024-02-01 2025-02-03'],
    ['hvad blev besluttet efter 2022', '2023-01-01 2025-02-03'],
    ['beslutninger i år', '2025-01-01 2025-12-31'],
    ['hvad besluttede vi sidste år', '2024-01-01 2024-12-31'],
    ['hvad besluttede vi i fjor', '2024-01-01 2024-12-31'],
    ['hvad besluttede vi for tre år siden', '2022-01-01 2022-12-31'],
    ['hvad besluttede vi forrige måned', '2025-01-01 2025-01-31'],
    ['sidste måned', '2025-01-01 2025-01-31'],
    ['hvad skete der i sidste uge', '2025-01-27 2025-02-02'],
    ['de sidste tre måneder', '2024-11-03 2025-02-03'],
    ['det seneste år', '2024-02-03 2025-02-03'],
    ['det seneste halve år', '2024-08-03 2025-02-03'],
    ['de seneste 2 år', '2023-02-03 2025-02-03'],
    ['hvad besluttede vi i q1 2024', '2024-01-01 2024-03-31'],
    ['beslutninger i 1. kvartal 2024', '2024-01-01 2024-03-31'],
    ['hvad blev drøftet i fjerde kvartal', '2024-10-01 2024-12-31'],
    ['hvad vedtog vi i første halvår 2023', '2023-01-01 2023-06-30'],
    ['hvad besluttede vi mellem marts og juni 2022', '2022-03-01 2022-06-30'],
    ['fra 2019 til 2021', '2019-01-01 2021-12-31'],
    ['marts og april 2022', '2022-03-01 2022-04-30'],
    ['hvad blev besluttet mellem 1. marts 2022 og 15. maj 2022', '2022-03-01 2022-05-15'],
    ['hvad blev besluttet før 2021 om sygefravær', '1900-01-01 2020-12-31'],
    ['hvad blev besluttet før marts 2022', '1900-01-01 2022-02-28'],
  ])('%s', (question, stretch) => {
    expect(period(question)).toBe(stretch);
  });
});

describe('what sounds like a period and is none', () => {
  test.each([
    ['anlægsplan 2025-2028', 'a plan’s name'],
    ['hvor meget vokser vi fra 2023 til 2035', 'reaches into the future'],
    ['hvad var sygefraværet i 1. halvår 2022', 'a figure told at a later meeting'],
    ['fra 8 til 4 facebook-sider', 'no dates'],
    ['velkomstdage den 10. til 11. september 2024', 'an event’s days'],
    ['hvem overtager efter 1. februar 2024', 'what comes after'],
    ['hvad skal være klar før 1. maj 2024', 'a deadline'],
    ['hvad står der på siden', 'a page'],
    ['forårskonferencen', 'a longer word'],
    ['qigong 2024', 'no quarter'],
    ['hvad skete der i uge 60', 'no week'],
    ['møde 13/4-23', 'a date alone is read as a date'],
  ])('%s: %s', (question) => {
    expect(period(question)).toBeUndefined();
  });
});

test('knows which of the question’s letters name it', () => {
  const question = 'hvad er besluttet siden marts 2022 om elbiler';
  const found = readPeriod(question, today);
  expect(question.slice(found?.start, found?.end)).toBe('siden marts 2022');
});

test.each([
  [2000, '2000-04-23'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2038, '2038-04-25'],
])('Easter %i', (year, day) => {
  expect(easterSunday(year)).toBe(day);
});
