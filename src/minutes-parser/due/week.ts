import { yearOf } from '../../danish/dates.js';
import { dayOfWeek } from '../../danish/weeks.js';
import { type DueMention, limitWords, notInWord } from './due-mention.js';

const pattern = new RegExp(
  `${notInWord.before}${limitWords}(?:(?<part>primo|medio|ultimo|midt i|start(?:en)? af|starten af|slut(?:ningen af)?|i slutningen af|i starten af|i|til) )?uge (?<week>\\d{1,2})${notInWord.after}(?: (?<year>20\\d{2})${notInWord.after})?`,
  'giu',
);

/** What no week can do without: a look for it is much cheaper than the form, and most sentences name none. */
const needed = /uge \d/iu;

/** "ultimo uge 8": that week's Friday; "primo" its Monday, "medio" its Wednesday, a bare week its Friday. Of the first such week from the meeting on. */
export function readWeek(sentence: string, meetingDate: string): DueMention[] {
  if (!needed.test(sentence)) return [];
  return [...sentence.matchAll(pattern)].flatMap((match) => {
    const { part, week = '', year } = match.groups ?? {};
    const weekday = weekdayOfPart(part?.toLowerCase() ?? '');
    const due =
      year === undefined
        ? nextWeek(Number(week), weekday, meetingDate)
        : dayOfWeek(Number(year), Number(week), weekday);
    if (due === undefined) return [];
    const [text] = match;
    return [{ start: match.index, end: match.index + text.length, text, due, meeting: null, inferred: true }];
  });
}

function weekdayOfPart(part: string): number {
  if (/primo|start/u.test(part)) return 1;
  return /medio|midt/u.test(part) ? 3 : 5;
}

function nextWeek(week: number, weekday: number, meetingDate: string): string | undefined {
  const year = yearOf(meetingDate);
  // A year's week 53 may be two or more years off, and is then no promise but a slip.
  return [year, year + 1]
    .map((each) => dayOfWeek(each, week, weekday))
    .find((day) => day !== undefined && day >= meetingDate);
}
