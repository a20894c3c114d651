import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatLongDate, formatShortDate } from '../../src/danish/date-format.js';
import { readSpokenDate } from '../../src/danish/read-spoken-date.js';

const today = '2024-05-20';

describe('reading a date as it is typed', () => {
  it.each([
    ...['13. april 2023', '13 april 2023', 'den 13. april 2023', 'd. 13. april 2023', 'torsdag den 13. april 2023'],
    ...[
      'torsdag d. 13. april 2023',
      'Tors. 13. APRIL 2023',
      '13. apr. 2023',
      '13 apr 23',
      '13.april 2023',
      '13. april, 2023',
    ],
    ...[
      '13/4-23',
      '13/4 2023',
      '13/4/2023',
      '13/4-2023',
      '13-04-2023',
      '13-4-23',
      '13.4.2023',
      '13.04.23',
      '13.4 2023',
    ],
    ...['2023-04-13', '  13.  april   2023 '],
  ])('%j is 13 April 2023', (text) => expect(readSpokenDate(text, today)).toEqual(['2023-04-13']));

  it('takes the nearest past date where no year is said, then the next one', () => {
    expect(readSpokenDate('13. april', today)).toEqual(['2024-04-13', '2025-04-13']);
    expect(readSpokenDate('13/4', today)).toEqual(['2024-04-13', '2025-04-13']);
    expect(readSpokenDate('lørdag den 1. juni', today)).toEqual(['2023-06-01', '2024-06-01']);
    expect(readSpokenDate('20.5.', today)).toEqual(['2024-05-20', '2025-05-20']);
    expect(readSpokenDate('29. februar', today)).toEqual(['2024-02-29', '2028-02-29']);
  });

  it('knows today and yesterday', () => {
    expect(readSpokenDate('i dag', today)).toEqual(['2024-05-20']);
    expect(readSpokenDate('I går', '2024-03-01')).toEqual(['2024-02-29']);
  });

  it.each([
    ...['', 'april', '2023', '5', '31. april 2023', '29. februar 2023', '0. maj 2023', '13. marsts 2023', '13/13-23'],
    ...[
      '13. april 2023 5',
      'budget 2024',
      '13.4.2023 kl. 9',
      'møde 13. april',
      '13. maja',
      '1300-04-131',
      'kl. 9.30 i morgen',
    ],
  ])('%j is no date', (text) => expect(readSpokenDate(text, today)).toEqual([]));

  it('reads back every date as Referent writes it', () => {
    const anyDate = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(anyDate, fc.constantFrom(formatDate, formatLongDate, formatShortDate), (date, format) => {
        const iso = date.toISOString().slice(0, 10);
        expect(readSpokenDate(format(iso), today)).toEqual([iso]);
      }),
    );
  });
});
