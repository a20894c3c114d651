import Library from 'date-holidays';
import { expect, test } from 'vitest';
import { publicHolidays } from '../../src/danish/public-holidays.js';

test('the public holidays of Denmark are those a library of the whole world’s calendars knows, for two hundred years', () => {
  const library = new Library('DK', { types: ['public'] });
  for (let year = 1950; year <= 2150; year += 1) {
    const known = library.getHolidays(year).map(({ date }) => date.slice(0, 10));
    expect([...publicHolidays(year)].sort()).toEqual([...new Set(known)].sort());
  }
});
