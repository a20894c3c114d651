import { addDays } from './dates.js';
import { easterSunday } from './holidays.js';

/** Holidays that keep to a date. `MM-DD` */
const fixed = ['01-01', '12-25', '12-26'] as const;

/** Days from Easter Sunday: Skærtorsdag, Langfredag, Easter and the day after, Kristi Himmelfart, Pentecost and the day after. */
const fromEaster = [-3, -2, 0, 1, 39, 49, 50] as const;

/** Store Bededag, the fourth Friday after Easter; a working day since (Act 214 of 6 March 2023). */
const prayerDay = { fromEaster: 26, lastYear: 2023 } as const;

const byYear = new Map<number, ReadonlySet<string>>();

/** ISO dates of a year's public holidays in Denmark. */
export function publicHolidays(year: number): ReadonlySet<string> {
  const known = byYear.get(year);
  if (known !== undefined) return known;
  const easter = easterSunday(year);
  const moving = year <= prayerDay.lastYear ? [...fromEaster, prayerDay.fromEaster] : fromEaster;
  const days = new Set([...fixed.map((day) => `${year}-${day}`), ...moving.map((days) => addDays(easter, days))]);
  byYear.set(year, days);
  return days;
}
