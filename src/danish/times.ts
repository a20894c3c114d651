/** Clock times as Danes print them: "9:00", "09.00", "kl. 9", "9.50-10:00". */

const clock = '(\\d{1,2})(?:[:.](\\d{2}))?';
const rangePattern = new RegExp(`^(?:kl\\.? ?)?${clock} ?[-–—] ?(?:kl\\.? ?)?${clock}$`, 'iu');
const afterKl = new RegExp(
  `(?<![\\p{L}\\p{N}])kl\\.? ?${clock}(?![\\p{N}])(?: ?(?:[-–—]|til) ?(?:kl\\.? ?)?${clock}(?![\\p{N}]))?`,
  'iu',
);

export interface ClockRange {
  /** `HH:MM` */
  start: string;
  end: string | null;
}

/** `HH:MM`, or undefined when the clock has no such time. 24.00 is the end of a day and stays undefined. */
export function clockTime(hour: string, minute: string | undefined): string | undefined {
  const hours = Number(hour);
  const minutes = Number(minute ?? '0');
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/**
 * A whole text that is a range of times: "9:00-9:30", "11.00 - 12.00", "kl. 9-10". Bare hours need a "kl." before them: "(2-3)"
 * is no time. `impossible`: it looks like one, and no clock shows it or it ends before it begins.
 */
export function readTimeRange(text: string): { start: string; end: string } | 'impossible' | undefined {
  const trimmed = text.trim();
  const match = rangePattern.exec(trimmed);
  if (match === null) return undefined;
  const [, startHour = '', startMinute, endHour = '', endMinute] = match;
  const saysClock = /^kl/iu.test(trimmed);
  if (!saysClock && startMinute === undefined && endMinute === undefined) return undefined;
  const start = clockTime(startHour, startMinute);
  const end = clockTime(endHour, endMinute);
  return start === undefined || end === undefined || end <= start ? 'impossible' : { start, end };
}

/** The first time after "kl." in a text, with its end where one is printed. White space must be folded. */
export function findTimeAfterKl(text: string): ClockRange | 'impossible' | undefined {
  const match = afterKl.exec(text);
  if (match === null) return undefined;
  const [, startHour = '', startMinute, endHour, endMinute] = match;
  const start = clockTime(startHour, startMinute);
  if (start === undefined) return 'impossible';
  if (endHour === undefined) return { start, end: null };
  const end = clockTime(endHour, endMinute);
  return end === undefined || end <= start ? 'impossible' : { start, end };
}

/** Minutes from one `HH:MM` to another of the same day. */
export function minutesBetween(start: string, end: string): number {
  return minutesOf(end) - minutesOf(start);
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** A whole text that is a time of day: "9.30", "09:30", "kl. 9", "930"; undefined for anything else. */
export function readClock(text: string): string | undefined {
  const match = /^(?:kl\.? ?)?(?<hour>\d{1,2})(?:[:.]?(?<minute>\d{2}))?$/iu.exec(text.trim());
  return match === null ? undefined : clockTime(match.groups?.hour ?? '', match.groups?.minute);
}
