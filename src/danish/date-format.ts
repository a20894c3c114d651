import { type Language, languageSpoken } from '../domain/language.js';

/*
 * Dates and times as people say and write them, in the language spoken. A meeting's date and time are local already; an
 * instant is first taken to the forum's clock.
 */

const timeZone = 'Europe/Copenhagen';

const dateFormat = (options: Intl.DateTimeFormatOptions, zone: string, tag = 'da-DK'): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(tag, { ...options, timeZone: zone, numberingSystem: 'latn' });

/** Made when first asked for: the system's knowledge of languages takes 9 MB, and who reads files hardly ever needs it. */
function onceAsked<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Names asked of the system once: a list of meetings has dozens of dates, and asking takes longer than all else about one. */
const namesOf = (
  options: Intl.DateTimeFormatOptions,
  dates: readonly Date[],
): (() => Record<Language, readonly string[]>) =>
  onceAsked(() => {
    // A date without a time has no zone: it is read and written in UTC, so that no shift can move it.
    const namesIn = (tag: string) => {
      const format = dateFormat(options, 'UTC', tag);
      return dates.map((date) => format.format(date));
    };
    return { da: namesIn('da-DK'), en: namesIn('en-GB') };
  });
/** From January. */
const monthNames = namesOf(
  { month: 'long' },
  Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, 1))),
);
/** From Sunday, as JavaScript counts; 1 January 2023 was one. */
const weekdayNames = namesOf(
  { weekday: 'long' },
  Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day))),
);
const localParts = onceAsked(() =>
  dateFormat(
    { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone,
  ),
);

/** "13. april", in English "13 April". */
function dayAndMonth(date: Date, language: Language): string {
  const month = monthNames()[language][date.getUTCMonth()];
  return language === 'en' ? `${date.getUTCDate()} ${month}` : `${date.getUTCDate()}. ${month}`;
}

function readIsoDate(isoDate: string): Date {
  const date = new Date(`${isoDate}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDate) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(isoDate))
    throw new RangeError('not an ISO date');
  return date;
}

/** `2023-04-13` as "13. april 2023". @throws RangeError when it is no date. */
export function formatDate(isoDate: string, language: Language = languageSpoken()): string {
  const date = readIsoDate(isoDate);
  return `${dayAndMonth(date, language)} ${date.getUTCFullYear()}`;
}

const weekdayOf = (date: Date, language: Language): string => weekdayNames()[language][date.getUTCDay()] ?? '';

/** `2023-04-13` as "torsdag 13. april 2023". @throws RangeError when it is no date. */
export function formatLongDate(isoDate: string): string {
  return `${weekdayOf(readIsoDate(isoDate), languageSpoken())} ${formatDate(isoDate)}`;
}

/** A Danish weekday in the language spoken: "torsdag", in English "Thursday"; what is none stays as it is. */
export const sayWeekday = (weekday: string): string =>
  weekdayNames()[languageSpoken()][weekdayNames().da.indexOf(weekday)] ?? weekday;

/** `2023-04-13` as "torsdag 13. april", where the year is known. @throws RangeError when it is no date. */
export function formatDayAndMonth(isoDate: string): string {
  const date = readIsoDate(isoDate);
  const language = languageSpoken();
  return `${weekdayOf(date, language)} ${dayAndMonth(date, language)}`;
}

/** `2023-04-13` as "13.4.2023", for lists. @throws RangeError when it is no date. */
export function formatShortDate(isoDate: string): string {
  const date = readIsoDate(isoDate);
  return `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`;
}

/** `09:00` as "kl. 9.00", in English "9:00". */
export function formatTime(time: string): string {
  return languageSpoken() === 'en' ? onClock(time) : `kl. ${onClock(time)}`;
}

/** `09:00` and `11:00` as "kl. 9.00–11.00"; only the start where the end is not known. */
export function formatTimeSpan(start: string, end: string | null): string {
  return end === null ? formatTime(start) : `${formatTime(start)}–${onClock(end)}`;
}

function onClock(time: string): string {
  const short = time.replace(/^0(?=\d)/, '');
  return languageSpoken() === 'en' ? short : short.replace(':', '.');
}

interface LocalTime {
  date: string;
  time: string;
}

/** The minute asked for last, since 1970: the present one is asked for again and again, and Intl takes its time. */
let last: { minute: number; shown: Readonly<LocalTime> } | undefined;

/** An instant as the forum's clock shows it: ISO date and `HH:MM`. */
export function toLocalTime(instant: Date): Readonly<LocalTime> {
  // Denmark has been a whole number of minutes from UTC since 1894.
  const minute = Math.floor(instant.getTime() / 60_000);
  if (last?.minute !== minute) last = { minute, shown: readClock(instant) };
  return last.shown;
}

function readClock(instant: Date): LocalTime {
  const parts = new Map(
    localParts()
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** An instant on the forum's clock as "mandag 23. november kl. 12.00". */
export function spokenInstant(at: Date): string {
  const { date, time } = toLocalTime(at);
  return `${formatDayAndMonth(date)} ${formatTime(time)}`;
}
