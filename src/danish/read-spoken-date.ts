import { addDays, isoDate, monthNumber } from './dates.js';
import { foldLetters } from './letters.js';

/** "torsdag den", "d.": what may stand before a date without meaning. */
const before = /^(?:(?:man|tirs|ons|tors|fre|loer|soen)(?:dag)?\.?,? )?(?:den |d\. ?|d )?/;

const isoForm = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/;
const numberForm = /^(?<day>\d{1,2}) ?[./-] ?(?<month>\d{1,2})\.?(?:(?: ?[./-] ?| )(?<year>\d{4}|\d{2}))?$/;
const wordForm = /^(?<day>\d{1,2})\.? ?(?<word>[a-z]{3,9}\.?)(?:,? (?<year>\d{4}|\d{2}))?$/;

/** The nearest dates with this day and month: the last one, then the next one. 29 February may be years away. */
function nearestDates(month: number, day: number, today: string): string[] {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 17 }, (_, index) => thisYear - 8 + index);
  const dates = years.map((year) => isoDate(year, month, day)).filter((date) => date !== undefined);
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
  if (folded === 'i gaar') return [addDays(today, -1)];

  const date = folded.replace(before, '');
  const match = isoForm.exec(date) ?? numberForm.exec(date) ?? wordForm.exec(date);
  const { day: dayText = '', month: monthText, word = '', year: yearText } = match?.groups ?? {};
  const month = monthText === undefined ? monthNumber(word) : Number(monthText);
  if (match === null || month === undefined) return [];

  const day = Number(dayText);
  if (yearText === undefined) return nearestDates(month, day, today);
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  const iso = isoDate(year, month, day);
  return iso === undefined ? [] : [iso];
}
