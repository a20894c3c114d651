import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDayAndMonth,
  formatLongDate,
  formatShortDate,
  formatTime,
  formatTimeSpan,
  toLocalTime,
} from '../../src/danish/date-format.js';

describe('dates as people say them', () => {
  it('names every weekday, in lower case', () => {
    const week = [10, 11, 12, 13, 14, 15, 16].map((day) => formatDayAndMonth(`2023-04-${day}`));
    expect(week).toEqual([
      'mandag 10. april',
      'tirsdag 11. april',
      'onsdag 12. april',
      'torsdag 13. april',
      'fredag 14. april',
      'lørdag 15. april',
      'søndag 16. april',
    ]);
  });

  it('names every month', () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      formatDate(`2024-${String(index + 1).padStart(2, '0')}-01`),
    );
    expect(months.map((text) => text.split(' ')[1])).toEqual([
      ...['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli'],
      ...['august', 'september', 'oktober', 'november', 'december'],
    ]);
  });

  it('writes a date in full, and short in lists', () => {
    expect(formatLongDate('2023-04-13')).toBe('torsdag 13. april 2023');
    expect(formatLongDate('2024-02-29')).toBe('torsdag 29. februar 2024');
    expect(formatShortDate('2023-04-03')).toBe('3.4.2023');
  });

  it('keeps the day on the nights the clocks change', () => {
    expect(formatLongDate('2023-03-26')).toBe('søndag 26. marts 2023');
    expect(formatLongDate('2023-10-29')).toBe('søndag 29. oktober 2023');
  });

  it('writes any date with its own day, month and year', () => {
    const anyDate = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(anyDate, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-').map(Number);
        expect(formatShortDate(iso)).toBe(`${day}.${month}.${year}`);
        expect(formatLongDate(iso)).toMatch(new RegExp(`^[a-zø]+dag ${day}\\. [a-z]+ ${year}$`));
      }),
    );
  });

  it.each(['2023-02-29', '2023-13-01', '13.4.2023', '', '2023-04-13T09:00'])('refuses %j', (text) => {
    expect(() => formatDate(text)).toThrow(RangeError);
  });
});

describe('times as people say them', () => {
  it('drops the leading nought and writes a dot', () => {
    expect(formatTime('09:00')).toBe('kl. 9.00');
    expect(formatTime('00:05')).toBe('kl. 0.05');
    expect(formatTimeSpan('09:00', '11:30')).toBe('kl. 9.00–11.30');
    expect(formatTimeSpan('13:00', null)).toBe('kl. 13.00');
  });
});

describe('an instant on the forum’s clock', () => {
  it.each([
    ['2023-01-15T11:00:00Z', '2023-01-15', '12:00', 'winter'],
    ['2023-07-15T11:00:00Z', '2023-07-15', '13:00', 'summer'],
    ['2023-03-26T00:59:00Z', '2023-03-26', '01:59', 'a minute before summer time'],
    ['2023-03-26T00:59:59.999Z', '2023-03-26', '01:59', 'the last moment before it'],
    ['2023-03-26T01:00:00Z', '2023-03-26', '03:00', 'the first minute of summer time'],
    ['2023-10-29T00:30:00Z', '2023-10-29', '02:30', 'the hour that comes twice, first time'],
    ['2023-10-29T01:30:00Z', '2023-10-29', '02:30', 'the hour that comes twice, second time'],
    ['2022-12-31T23:30:00Z', '2023-01-01', '00:30', 'new year here while it is still the old year in London'],
  ])('%s is %s at %s (%s), asked once and again', (instant, date, time) => {
    expect(toLocalTime(new Date(instant))).toEqual({ date, time });
    expect(toLocalTime(new Date(instant))).toEqual({ date, time });
  });
});
