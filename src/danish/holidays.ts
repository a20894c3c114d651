import { addDays, isoDate } from './dates.js';
import { dayOfWeek } from './weeks.js';

/** Easter Sunday by the anonymous Gregorian computus (Nature, 20 April 1876), as an ISO date. */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapCorrection = Math.floor(century / 4);
  const moonCorrection = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - leapCorrection - moonCorrection + 15) % 30;
  const fullMoon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + fullMoon + 2 - century + leapCorrection) % 7;
  const offset = fullMoon - weekday;
  const month = 3 + Math.floor((offset + 40) / 44);
  return isoDate(year, month, offset + 28 - 31 * Math.floor(month / 4)) ?? '';
}

/**
 * The first day after a holiday of a Danish municipality's year. Winter and autumn holidays are those of most
 * municipalities (weeks 7 and 42); everybody is back from the summer holiday in the second week of August at the latest.
 */
const firstDayAfter: readonly [name: RegExp, day: (year: number) => string][] = [
  [/^sommerferien?/u, (year) => `${year}-08-07`],
  [/^efterårsferien?/u, (year) => dayOfWeek(year, 43, 1) ?? ''],
  [/^vinterferien?/u, (year) => dayOfWeek(year, 8, 1) ?? ''],
  [/^påsken?(?:ferien?)?/u, (year) => addDays(easterSunday(year), 2)],
  [/^pinsen?/u, (year) => addDays(easterSunday(year), 51)],
  [/^(?:nytår|årsskiftet|jule?n?(?:ferien?)?)(?!\p{L})/u, (year) => `${year}-01-02`],
];

/**
 * The holiday at the beginning of a text, and the day it is over in a year; undefined where there is none.
 *
 * @param text Lower case.
 */
export function readHoliday(text: string): { text: string; overOn: (year: number) => string } | undefined {
  for (const [name, overOn] of firstDayAfter) {
    const found = name.exec(text)?.[0];
    if (found !== undefined && !/^\p{L}/u.test(text.slice(found.length))) return { text: found, overOn };
  }
  return undefined;
}
