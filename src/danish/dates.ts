/** Written Danish dates: "torsdag d. 13. april 2023", "den 27. april", "13-04-2023", "d. 8/5-24". */

export const monthNames = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** ISO order: Monday first. */
export const weekdayNames = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const;

const monthAbbreviations = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** A date as it stands in a text. What the text does not state is null, never guessed. */
export interface DateMention {
  /** Start of the mention in the text, weekday and "den" included. */
  start: number;
  end: number;
  text: string;
  /** ISO weekday 1–7 as printed; null where none is. */
  weekday: number | null;
  day: number;
  /** 1–12 as a rule; a numeric date may be wrong. */
  month: number;
  /** Four digits; null where the text leaves the year out. */
  year: number | null;
  /** ISO date; null where the year is left out or the date does not exist. */
  iso: string | null;
}

/** ISO date, or undefined when the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(iso: string): number {
  return ((new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

export function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function yearOf(iso: string): number {
  return Number(iso.slice(0, 4));
}

/** 1–12 for "april", "apr." or "Apr"; undefined for anything else. */
export function monthNumber(word: string): number | undefined {
  const lower = word.toLowerCase().replace(/\.$/, '');
  const names: readonly string[] = monthNames;
  const full = names.indexOf(lower);
  if (full >= 0) return full + 1;
  const short = { febr: 2, sept: 9 }[lower] ?? monthAbbreviations.indexOf(lower) + 1;
  return short > 0 ? short : undefined;
}

/** "torsdag" → 4. */
export function weekdayNumber(word: string): number | undefined {
  const names: readonly string[] = weekdayNames;
  const found = names.indexOf(word.toLowerCase());
  return found < 0 ? undefined : found + 1;
}

/**
 * The first day on or after `from` with this day and month: how a date without a year is read.
 * Undefined when no year has such a day (31 February).
 */
export function nextOccurrence(day: number, month: number, from: string): string | undefined {
  // Eight years always hold a 29 February, also around a century without one.
  for (let year = yearOf(from); year <= yearOf(from) + 8; year += 1) {
    const candidate = isoDate(year, month, day);
    if (candidate !== undefined && candidate >= from) return candidate;
  }
  return undefined;
}

/** The words of all months, for use inside a larger pattern. */
export const monthPattern = `(?:${[...monthNames, 'sept\\.?', 'febr\\.?', ...monthAbbreviations.map((name) => `${name}\\.?`)].join('|')})(?![\\p{L}\\p{N}])`;

const lead = `(?:(?<weekday>${weekdayNames.join('|')}),? )?(?:(?:den|d\\.) ?)?`;
const wordBefore = '(?<![\\p{L}\\p{N}.,/-])';

const writtenMonth = new RegExp(
  `${wordBefore}${lead}(?<day>\\d{1,2})\\. ?(?<month>${monthPattern})(?:,? (?<year>(?:19|20)\\d{2})(?![\\p{N}]))?`,
  'giu',
);
const numeric = new RegExp(
  `${wordBefore}${lead}(?<day>\\d{1,2})(?<mark>[./-])(?<month>\\d{1,2})[./-](?<year>\\d{4}|\\d{2})(?![\\p{L}\\p{N}]|[./-][\\p{L}\\p{N}])`,
  'giu',
);
const dayAndMonth = new RegExp(
  `${wordBefore}(?:(?<weekday>${weekdayNames.join('|')}),? )?(?:den|d\\.) ?(?<day>\\d{1,2})/(?<month>\\d{1,2})(?![\\p{L}\\p{N}]|[./-][\\p{L}\\p{N}])`,
  'giu',
);

/**
 * Every date written out in a text, in order. The text's white space must be folded to single spaces.
 * A date that does not exist ("31. februar 2024") is reported with `iso` null when its month is a word; an impossible
 * number ("00.13.00", a file plan's) is no date at all.
 */
export function findDates(text: string): DateMention[] {
  // Most texts hold a figure and no date; a look for what each form cannot do without is much cheaper than the form.
  const hasMonthInWords = /\d\. ?\p{L}/u.test(text);
  const hasMonthInFigures = /\d[./-]\d/u.test(text);
  const mentions = [
    ...(hasMonthInWords ? readAll(text, writtenMonth, (word) => monthNumber(word)) : []),
    ...(hasMonthInFigures ? readAll(text, numeric, Number).filter((mention) => mention.iso !== null) : []),
    ...(hasMonthInFigures
      ? readAll(text, dayAndMonth, Number).filter((mention) => isoDate(2024, mention.month, mention.day) !== undefined)
      : []),
  ];
  return mentions.sort((a, b) => a.start - b.start);
}

function readAll(text: string, pattern: RegExp, monthOf: (word: string) => number | undefined): DateMention[] {
  const mentions: DateMention[] = [];
  for (const match of text.matchAll(pattern)) {
    const { weekday, day = '', month = '', year } = match.groups ?? {};
    const monthInYear = monthOf(month);
    if (monthInYear === undefined) continue;
    const fullYear = year === undefined ? null : wholeYear(year);
    const [printed] = match;
    mentions.push({
      start: match.index,
      end: match.index + printed.length,
      text: printed,
      weekday: weekday === undefined ? null : (weekdayNumber(weekday) ?? null),
      day: Number(day),
      month: monthInYear,
      year: fullYear,
      iso: fullYear === null ? null : (isoDate(fullYear, monthInYear, Number(day)) ?? null),
    });
  }
  return mentions;
}

/** True where the calendar can never hold the date: "31. februar", "32. april". */
export function isImpossible(mention: DateMention): boolean {
  // Without a year, a leap year gives 29 February the benefit of the doubt.
  return isoDate(mention.year ?? 2024, mention.month, mention.day) === undefined;
}

function wholeYear(printed: string): number {
  const year = Number(printed);
  if (printed.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
