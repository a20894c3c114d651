import { foldLetters } from './letters.js';

const monthsByStart: readonly (readonly [start: string, month: number])[] = [
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['maj', 5],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['okt', 10],
  ['nov', 11],
  ['dec', 12],
];

const monthNames = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december';
const monthWord = new RegExp(`^(?:${monthNames}|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\\.?$`);

/** "torsdag den", "d.": what may stand before a date without meaning. */
const before = /^(?:(?:man|tirs|ons|tors|fre|loer|soen)(?:dag)?\.?,? )?(?:den |d\. ?|d )?/;

const isoForm = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/;
const numberForm = /^(?<day>\d{1,2}) ?[./-] ?(?<month>\d{1,2})\.?(?:(?: ?[./-] ?| )(?<year>\d{4}|\d{2}))?$/;
const wordForm = /^(?<day>\d{1,2})\.? ?(?<word>[a-z]{3,9}\.?)(?:,? (?<year>\d{4}|\d{2}))?$/;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const toIso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

function readMonth(word: string): number | undefined {
  if (!monthWord.test(word)) return undefined;
  return monthsByStart.find(([start]) => word.startsWith(start))?.[1];
}

/** The nearest dates with this day and month: the last one, then the next one. 29 February may be years away. */
function nearestDates(month: number, day: number, today: string): string[] {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 17 }, (_, index) => thisYear - 8 + index);
  const dates = years.filter((year) => isDate(year, month, day)).map((year) => toIso(year, month, day));
  const last = dates.filter((date) => date <= today).at(-1);
  const next = dates.find((date) => date > today);
  return [last, next].filter((date) => date !== undefined);
}

/**
 * Reads a text that is a date and nothing else, as people type it: "13. april 2023", "torsdag d. 13/4-23", "13.4.",
 * "2023-04-13", "13 apr 23", "i dag", "i går".
 *
 * @param today ISO date.
 * @returns the ISO dates it may mean, likeliest first: one where the year is said; without a year the nearest past
 * one (today counts), then the next. Empty when the text is no date.
 */
export function readSpokenDate(text: string, today: string): string[] {
  const folded = foldLetters(text).trim().split(/\s+/).join(' ');
  if (folded === 'i dag') return [today];
  if (folded === 'i gaar') return [new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)];

  const date = folded.replace(before, '');
  const match = isoForm.exec(date) ?? numberForm.exec(date) ?? wordForm.exec(date);
  const { day: dayText = '', month: monthText, word = '', year: yearText } = match?.groups ?? {};
  const month = monthText === undefined ? readMonth(word) : Number(monthText);
  if (match === null || month === undefined) return [];

  const day = Number(dayText);
  if (yearText === undefined) return nearestDates(month, day, today);
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  return isDate(year, month, day) ? [toIso(year, month, day)] : [];
}
