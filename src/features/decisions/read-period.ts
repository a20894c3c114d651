import { addDays, daysInMonth, isoDate } from '../../danish/dates.js';
import { readHoliday } from '../../danish/holidays.js';
import { dayOfWeek } from '../../danish/weeks.js';
import { type FoundDate, findDates } from '../../search/date-units.js';

/** A stretch of time a question is limited to: ISO dates, both included. */
export interface Period {
  from: string;
  to: string;
}

/** A period and the letters of the question that name it, from `start` to before `end`. */
export interface FoundPeriod extends Period {
  start: number;
  end: number;
}

type Form = (text: string, today: string) => FoundPeriod | undefined;

/** Before every meeting anyone asks about. */
const beginning = '1900-01-01';

const yearOf = (iso: string): number => Number(iso.slice(0, 4));

const wholeMonths = (year: number, first: number, last: number): Period => {
  const lastYear = last < first ? year + 1 : year;
  return {
    from: isoDate(year, first, 1) ?? '',
    to: isoDate(lastYear, last, daysInMonth(lastYear, last)) ?? '',
  };
};

const wholeYear = (year: number): Period => wholeMonths(year, 1, 12);

/** The last year in which a month has begun, seen from today. */
const lastYearWith = (month: number, today: string): number =>
  Number(today.slice(5, 7)) >= month ? yearOf(today) : yearOf(today) - 1;

const named = (match: RegExpExecArray, period: Period): FoundPeriod => ({
  ...period,
  start: match.index,
  end: match.index + match[0].length,
});

const numbersInWords = ['en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'];
const numberPattern = String.raw`(?:\d{1,2}|et|${numbersInWords.join('|')})`;

/** "tre" or "3". */
export const readCount = (word: string): number =>
  /^\d/.test(word) ? Number(word) : word === 'et' ? 1 : numbersInWords.indexOf(word) + 1;

/** Seasons as Danes count them in office life: first and last month. */
const seasons: readonly [word: RegExp, first: number, last: number][] = [
  [/(?<!\p{L})(?:sidste )?forår(?:et)?(?!\p{L})(?: (?<year>20\d\d)(?!\d))?/u, 2, 6],
  [/(?<!\p{L})(?:sidste )?sommer(?:en)?(?!\p{L})(?: (?<year>20\d\d)(?!\d))?/u, 6, 8],
  [/(?<!\p{L})(?:sidste )?efterår(?:et)?(?!\p{L})(?: (?<year>20\d\d)(?!\d))?/u, 8, 12],
  [/(?<!\p{L})(?:sidste )?vinter(?:en)?(?!\p{L})(?: (?<year>20\d\d)(?!\d))?/u, 12, 3],
];

const yearIn = (text: string): number | undefined => {
  const year = /(?<!\d)20\d\d(?!\d)/.exec(text)?.[0];
  return year === undefined ? undefined : Number(year);
};

const season: Form = (text, today) => {
  for (const [word, first, last] of seasons) {
    const match = word.exec(text);
    if (match === null) continue;
    const stated = match.groups?.year;
    const year = stated === undefined ? (yearIn(text) ?? lastYearWith(first, today)) : Number(stated);
    return named(match, wholeMonths(year, first, last));
  }
  return undefined;
};

const week: Form = (text, today) => {
  const match = /(?<!\p{L})uge\s?(?<week>\d{1,2})(?!\d)/u.exec(text);
  if (match === null) return undefined;
  const number = Number(match.groups?.week);
  const from = dayOfWeek(yearIn(text) ?? yearOf(today), number, 1);
  return from === undefined ? undefined : named(match, { from, to: addDays(from, 6) });
};

/** The days a date stands for; without its year, the newest that has come. */
function daysOf({ year, month, day }: FoundDate, today: string): Period | undefined {
  if (month === null) return year === null ? undefined : wholeYear(year);
  if (day === null) return wholeMonths(year ?? lastYearWith(month, today), month, month);
  const inYear = (one: number) => isoDate(one, month, day);
  const thisYear = inYear(yearOf(today));
  const date =
    year !== null ? inYear(year) : thisYear !== undefined && thisYear <= today ? thisYear : inYear(yearOf(today) - 1);
  return date === undefined ? undefined : { from: date, to: date };
}

/** A date that begins right at a place of the text, but for "den", "d." and the like. */
function dateAt(text: string, place: number): FoundDate | undefined {
  const filler =
    /^\s?(?:(?:i|den|d\.?|mødet|året|år|starten af|begyndelsen af)\s)*/u.exec(text.slice(place))?.[0] ?? '';
  return findDates(text).find(({ start }) => start === place + filler.length);
}

/** "siden sommerferien", "efter påske": when everybody was back. */
function backFrom(text: string, place: number, today: string): { from: string; end: number } | undefined {
  const holiday = readHoliday(text.slice(place));
  if (holiday === undefined) return undefined;
  const stated = /^ (20\d\d)(?!\d)/.exec(text.slice(place + holiday.text.length));
  const year = stated === null ? yearOf(today) : Number(stated[1]);
  const from = holiday.overOn(year);
  const end = place + holiday.text.length + (stated?.[0].length ?? 0);
  return { from: from <= today || stated !== null ? from : holiday.overOn(year - 1), end };
}

/** A figure "for 1. halvår" is told at a meeting after it; only what was done at meetings was done in it. */
const speaksOfMeetings =
  /(?<!\p{L})(?:beslut\p{L}*|vedt[ao]g\p{L}*|godkend\p{L}*|drøft\p{L}*|behandl\p{L}*|møde\p{L}*|nyt|skete?|sager|punkter|oppe|talt|talte)(?!\p{L})/u;

const since: Form = (text, today) => {
  const match = /(?<!\p{L})(?:siden|efter) /u.exec(text);
  if (match === null) return undefined;
  const place = match.index + match[0].length;
  const isSince = match[0] === 'siden ';
  // "hvem tager over efter 1. februar": no meeting's date.
  if (!isSince && !speaksOfMeetings.test(text)) return undefined;
  const holiday = backFrom(text, place, today);
  if (holiday !== undefined) return { start: match.index, end: holiday.end, from: holiday.from, to: today };
  const date = dateAt(text, place);
  const days = date === undefined ? undefined : daysOf(date, today);
  if (date !== undefined && days !== undefined) {
    // "siden 2023" has the year in it, "efter 2023" begins with the next.
    const from = isSince ? days.from : addDays(days.to, 1);
    return from > today ? undefined : { start: match.index, end: date.end, from, to: today };
  }
  if (!isSince) return undefined;
  const sinceSeason = season(text, today);
  return sinceSeason?.start === place ? { ...sinceSeason, start: match.index, to: today } : undefined;
};

/** "før 2021", "før marts 2022". A whole date is rather a deadline. */
const before: Form = (text, today) => {
  const match = /(?<!\p{L})(?:før|til og med) /u.exec(text);
  if (match === null) return undefined;
  const date = dateAt(text, match.index + match[0].length);
  if (date === undefined || date.year === null || date.day !== null) return undefined;
  const days = daysOf(date, today);
  if (days === undefined || days.from > today) return undefined;
  const to = match[0] === 'til og med ' ? days.to : addDays(days.from, -1);
  return { start: match.index, end: date.end, from: beginning, to };
};

/** "mellem marts og juni 2022", "fra 2019 til 2021", "marts og april 2022". What goes on into the future is no meeting's date. */
const between: Form = (text, today) => {
  const dates = findDates(text);
  for (const [index, last] of dates.entries()) {
    const first = dates[index - 1];
    if (first === undefined) continue;
    const joint = text.slice(first.end, last.start);
    const opening = /(?<!\p{L})(?:mellem|fra|i perioden|i årene|i)\s(?:den |d\. ?)?$/u.exec(text.slice(0, first.start));
    const hasDays = first.day !== null || last.day !== null;
    const isNamed = hasDays
      ? opening !== null && speaksOfMeetings.test(text)
      : opening !== null || (first.month !== null && last.month !== null);
    if (!isNamed || !/^\s?(?:og|til|-|–|til og med)\s?(?:den |d\. ?)?$/u.test(joint)) continue;
    const to = daysOf(last, today)?.to;
    const from = daysOf({ ...first, year: first.year ?? last.year }, today)?.from;
    if (from === undefined || to === undefined || from > to || from > today || to.slice(0, 4) > today.slice(0, 4))
      continue;
    return { start: opening?.index ?? first.start, end: last.end, from, to };
  }
  return undefined;
};

const ordinals = ['første', 'andet', 'tredje', 'fjerde'];

/** "i 1. kvartal 2024", "Q1 2024", "første halvår". */
const partOfYear: Form = (text, today) => {
  const match =
    /(?<![\p{L}\d])(?:i )?(?:q(?<quarter>[1-4])|(?<number>[1-4]\.|første|andet|tredje|fjerde) (?<part>kvartal|halvår))(?!\p{L})(?:,? (?<year>20\d\d)(?!\d))?/u.exec(
      text,
    );
  if (match === null) return undefined;
  const { quarter, number = '', part = 'kvartal', year } = match.groups ?? {};
  const place = Number(quarter ?? Number.parseInt(number, 10)) || ordinals.indexOf(number) + 1;
  const months = part === 'kvartal' ? 3 : 6;
  if (place * months > 12) return undefined;
  const first = (place - 1) * months + 1;
  return named(
    match,
    wholeMonths(year === undefined ? lastYearWith(first, today) : Number(year), first, place * months),
  );
};

/** "sidste år", "i fjor", "for tre år siden". */
const relativeYear: Form = (text, today) => {
  const year = yearOf(today);
  const forms: readonly [RegExp, (match: RegExpExecArray) => number][] = [
    [/(?<!\p{L})i år(?!\p{L})/u, () => year],
    [/(?<!\p{L})(?:i )?(?:sidste år|fjor)(?!\p{L})/u, () => year - 1],
    [/(?<!\p{L})(?:i )?forrige år(?!\p{L})/u, () => year - 2],
    [
      new RegExp(String.raw`(?<!\p{L})for (?<count>${numberPattern}) år siden(?!\p{L})`, 'u'),
      (match) => year - readCount(match.groups?.count ?? ''),
    ],
  ];
  for (const [form, toYear] of forms) {
    const match = form.exec(text);
    if (match !== null) return named(match, wholeYear(toYear(match)));
  }
  return undefined;
};

const monthsBack = (today: string, months: number): string => {
  const total = yearOf(today) * 12 + Number(today.slice(5, 7)) - 1 - months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  return isoDate(year, month, Math.min(Number(today.slice(8)), daysInMonth(year, month))) ?? '';
};

/** "de seneste år", where nobody says how many. */
const aFew = 3;

/** "de sidste tre måneder", "det seneste halve år", "de seneste 2 år". */
const lately: Form = (text, today) => {
  const match = new RegExp(
    String.raw`(?<!\p{L})(?:i |inden for )?(?<article>de|det|den) (?:sidste|seneste) (?:(?<count>${numberPattern}) )?(?<half>halve )?(?<unit>dage|uger?|måned(?:er)?|år|kvartal)(?!\p{L})`,
    'u',
  ).exec(text);
  if (match === null) return undefined;
  const { article, count, half, unit = '' } = match.groups ?? {};
  const number = count === undefined ? (article === 'de' ? aFew : 1) : readCount(count);
  const months = unit === 'år' ? (half === undefined ? 12 : 6) : unit === 'kvartal' ? 3 : 1;
  const isDays = unit.startsWith('dag') || unit.startsWith('uge');
  const from = isDays ? addDays(today, -number * (unit.startsWith('uge') ? 7 : 1)) : monthsBack(today, number * months);
  return named(match, { from, to: today });
};

/** "sidste måned", "forrige uge": the whole one before this. */
const lastMonthOrWeek: Form = (text, today) => {
  const match = /(?<!\p{L})(?:i )?(?:sidste|forrige) (?<unit>måned|uge)(?!\p{L})/u.exec(text);
  if (match === null) return undefined;
  if (match.groups?.unit === 'måned') {
    const before = monthsBack(`${today.slice(0, 7)}-01`, 1);
    return named(match, wholeMonths(yearOf(before), Number(before.slice(5, 7)), Number(before.slice(5, 7))));
  }
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(today, -weekday - 7);
  return named(match, { from: monday, to: addDays(monday, 6) });
};

const ofMeetings =
  (form: Form): Form =>
  (text, today) =>
    speaksOfMeetings.test(text) ? form(text, today) : undefined;

/** Earlier forms win. */
const forms: readonly Form[] = [
  since,
  before,
  between,
  ofMeetings(partOfYear),
  lately,
  lastMonthOrWeek,
  season,
  week,
  relativeYear,
];

/**
 * The period a question limits itself to: "i foråret 2023", "uge 8", "siden sommerferien", "sidste år", "mellem marts og juni
 * 2022", "før 2021". A date, a month or a year alone is read elsewhere. Undefined when it names none.
 *
 * @param text The question, lower case.
 * @param today ISO date.
 */
export function readPeriod(text: string, today: string): FoundPeriod | undefined {
  for (const form of forms) {
    const period = form(text, today);
    if (period !== undefined) return period;
  }
  return undefined;
}
