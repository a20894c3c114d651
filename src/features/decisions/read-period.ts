import { addDays, daysInMonth, isoDate } from '../../danish/dates.js';
import { dayOfWeek } from '../../danish/weeks.js';

/** A stretch of time a question is limited to: ISO dates, both included. */
export interface Period {
  from: string;
  to: string;
}

/** Seasons as Danes count them in office life: first and last month. */
const seasons: readonly [word: RegExp, first: number, last: number][] = [
  [/(?<!\p{L})forår(?:et)?(?!\p{L})/u, 2, 6],
  [/(?<!\p{L})sommer(?:en)?(?!\p{L})/u, 6, 8],
  [/(?<!\p{L})efterår(?:et)?(?!\p{L})/u, 8, 12],
  [/(?<!\p{L})vinter(?:en)?(?!\p{L})/u, 12, 3],
];

const wholeMonths = (year: number, first: number, last: number): Period => {
  const lastYear = last < first ? year + 1 : year;
  return {
    from: isoDate(year, first, 1) ?? '',
    to: isoDate(lastYear, last, daysInMonth(lastYear, last)) ?? '',
  };
};

/** When the summer holiday ends for a municipality: the first working week of August at the latest. */
const summerHolidayEnd = '08-07';

type Form = (text: string, today: string) => Period | undefined;

const yearIn = (text: string): number | undefined => {
  const match = /(?<!\d)(20\d\d)(?!\d)/.exec(text);
  return match === null ? undefined : Number(match[1]);
};

/** The last year in which a month has begun, seen from today. */
const lastYearWith = (month: number, today: string): number => {
  const year = Number(today.slice(0, 4));
  return Number(today.slice(5, 7)) >= month ? year : year - 1;
};

const season: Form = (text, today) => {
  const found = seasons.find(([word]) => word.test(text));
  if (found === undefined) return undefined;
  const [, first, last] = found;
  return wholeMonths(yearIn(text) ?? lastYearWith(first, today), first, last);
};

const week: Form = (text, today) => {
  const match = /(?<!\p{L})uge\s?(\d{1,2})(?!\d)/u.exec(text);
  if (match === null) return undefined;
  const from = dayOfWeek(yearIn(text) ?? Number(today.slice(0, 4)), Number(match[1]), 1);
  return from === undefined ? undefined : { from, to: addDays(from, 6) };
};

const since: Form = (text, today) => {
  if (/siden sommerferien/u.test(text)) {
    const thisYear = `${today.slice(0, 4)}-${summerHolidayEnd}`;
    return { from: thisYear <= today ? thisYear : `${Number(today.slice(0, 4)) - 1}-${summerHolidayEnd}`, to: today };
  }
  if (/siden (?:nytår|årsskiftet)/u.test(text)) return { from: `${today.slice(0, 4)}-01-01`, to: today };
  const year = /siden (20\d\d)(?!\d)/u.exec(text)?.[1];
  return year === undefined ? undefined : { from: `${year}-01-01`, to: today };
};

const relativeYear: Form = (text, today) => {
  const year = Number(today.slice(0, 4));
  if (/(?<!\p{L})i år(?!\p{L})/u.test(text)) return wholeMonths(year, 1, 12);
  if (/(?<!\p{L})(?:sidste år|i fjor)(?!\p{L})/u.test(text)) return wholeMonths(year - 1, 1, 12);
  if (/(?<!\p{L})(?:forrige år|for to år siden)(?!\p{L})/u.test(text)) return wholeMonths(year - 2, 1, 12);
  if (/(?<!\p{L})for et år siden(?!\p{L})/u.test(text)) return wholeMonths(year - 1, 1, 12);
  return undefined;
};

const forms: readonly Form[] = [since, season, week, relativeYear];

/**
 * The period a question limits itself to in words: "i foråret 2023", "uge 8", "siden sommerferien", "sidste år". Dates and
 * years in figures are read elsewhere. Undefined when it names none.
 *
 * @param text The question, lower case.
 * @param today ISO date.
 */
export function readPeriod(text: string, today: string): Period | undefined {
  for (const form of forms) {
    const period = form(text, today);
    if (period !== undefined) return period;
  }
  return undefined;
}
