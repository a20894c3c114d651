import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates, isImpossible, nextOccurrence, weekdayOf } from '../../src/danish/dates.js';
import { splitSentences } from '../../src/danish/sentences.js';
import { findTimeAfterKl, readTimeRange } from '../../src/danish/times.js';
import { dayOfWeek, weeksInYear } from '../../src/danish/weeks.js';

describe('written dates', () => {
  test.each([
    ['Torsdag d. 13. april 2023 kl. 9', '2023-04-13', 4],
    ['senest fredag den 10. maj 2019', '2019-05-10', 5],
    ['13-04-2023', '2023-04-13', null],
    ['d. 8/5-24', '2024-05-08', null],
    ['8.3.2023', '2023-03-08', null],
    ['24. sep. 2020', '2020-09-24', null],
  ])('"%s"', (text, iso, weekday) => {
    expect(findDates(text)).toMatchObject([{ iso, weekday }]);
  });

  test('a year left out is not guessed', () => {
    expect(findDates('den 27. april')).toMatchObject([{ iso: null, year: null, day: 27, month: 4 }]);
    expect(nextOccurrence(27, 4, '2023-04-13')).toBe('2023-04-27');
    expect(nextOccurrence(1, 3, '2023-04-13')).toBe('2024-03-01');
    expect(nextOccurrence(31, 2, '2023-04-13')).toBeUndefined();
  });

  test.each([
    '00.13.00-A00-1-18',
    '14.12.20-P20-2-19',
    '2025 - 2026',
    '3. majestæt',
    'kl. 9.00-11.30',
    '12.500.000',
    'version 1.2.3',
    '9. møde',
  ])('"%s" holds none', (text) => {
    expect(findDates(text)).toEqual([]);
  });

  test('a day no calendar has is seen as such', () => {
    expect(findDates('den 31. februar 2024').map(isImpossible)).toEqual([true]);
    expect(findDates('den 29. februar').map(isImpossible)).toEqual([false]);
  });

  test('every day written out is read back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2080-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const text = new Intl.DateTimeFormat('da-DK', { dateStyle: 'full', timeZone: 'UTC' }).format(date);
          expect(findDates(text)).toMatchObject([{ iso, weekday: weekdayOf(iso) }]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('weeks', () => {
  test.each([
    [2019, 12, 5, '2019-03-22'],
    [2021, 1, 1, '2021-01-04'],
    [2020, 53, 5, '2021-01-01'],
  ])('day %3$i of week %2$i in %1$i', (year, week, weekday, iso) => {
    expect(dayOfWeek(year, week, weekday)).toBe(iso);
  });

  test('a week the year does not have', () => {
    expect(weeksInYear(2020)).toBe(53);
    expect(weeksInYear(2021)).toBe(52);
    expect(dayOfWeek(2021, 53, 1)).toBeUndefined();
  });
});

describe('times', () => {
  test.each([
    ['9:00-9:30', { start: '09:00', end: '09:30' }],
    ['11.00 - 12.00', { start: '11:00', end: '12:00' }],
    ['kl. 9-10', { start: '09:00', end: '10:00' }],
    ['25:00-26:00', 'impossible'],
    ['10:00-9:00', 'impossible'],
    ['9-10', undefined],
    ['2025-2026', undefined],
  ])('"%s"', (text, expected) => {
    expect(readTimeRange(text)).toEqual(expected);
  });

  test('after "kl."', () => {
    expect(findTimeAfterKl('den 3. maj kl. 09:00 - 11:30')).toEqual({ start: '09:00', end: '11:30' });
    expect(findTimeAfterKl('kl. 9')).toEqual({ start: '09:00', end: null });
    expect(findTimeAfterKl('klokken')).toBeUndefined();
  });
});

describe('sentences', () => {
  test.each([
    [['Det koster 2 mio. kr. årligt.', 'Det er dyrt.']],
    [['Prisen er 2 mio. kr.', 'Det er dyrt.']],
    [['Mødet er den 27. april kl. 9.', 'Det bliver i uge 8.', 'Kom.']],
    [['Se pkt. 3 jf. bilag, bl.a. om HR mv.', 'Ingen bemærkninger.']],
    [['Godkendt.']],
  ])('%j', (sentences) => {
    expect(splitSentences(sentences.join(' ')).map(({ text }) => text)).toEqual(sentences);
  });
});
