import { daysInMonth, isoDate, monthNumber, monthPattern, yearOf } from '../../danish/dates.js';
import { type DueMention, notInWord } from './due-mention.js';

const parts =
  'primo|medio|ultimo|midt i|(?:i )?midten af|midt|start|(?:i )?starten af|(?:i )?begyndelsen af|slut|(?:i )?slutningen af|' +
  '(?:(?:senest|inden|ved) )?udgangen af|senest i|senest|i løbet af';

const pattern = new RegExp(
  `${notInWord.before}(?<part>${parts}) (?<month>${monthPattern})(?: måned)?(?:,? (?<year>20\\d{2})${notInWord.after})?`,
  'giu',
);

const yearEnd = new RegExp(
  `${notInWord.before}(?:(?:senest|inden|ved) )?(?:(?:udgangen af|ultimo) (?<year>20\\d{2})|årets udgang|udgangen af året|årsskiftet)${notInWord.after}`,
  'giu',
);

/** What neither form can do without; most sentences do. */
const needed = /primo|medio|ultimo|midt|start|begyndelse|slut|udgang|senest|løbet|årsskiftet/iu;

/**
 * "primo / medio / ultimo januar", "midt januar 2020": the 1st, the 15th, the last day; "inden udgangen af juni" and "i løbet af juni": the last.
 * Without a year: the first such day from the meeting on. "Inden årsskiftet": 31 December. Always inferred.
 */
export function readMonthPart(sentence: string, meetingDate: string): DueMention[] {
  if (!needed.test(sentence)) return [];
  const months = [...sentence.matchAll(pattern)].flatMap((match) => {
    const { part = '', month = '', year } = match.groups ?? {};
    const number = monthNumber(month);
    if (number === undefined) return [];
    return mention(match, year === undefined ? next(part, number, meetingDate) : dayIn(part, Number(year), number));
  });
  const years = [...sentence.matchAll(yearEnd)].flatMap((match) =>
    mention(match, `${match.groups?.year ?? yearOf(meetingDate)}-12-31`),
  );
  return [...months, ...years];
}

function mention(match: RegExpExecArray, due: string | undefined): DueMention[] {
  const [text] = match;
  if (due === undefined) return [];
  return [{ start: match.index, end: match.index + text.length, text, due, meeting: null, inferred: true }];
}

function next(part: string, month: number, meetingDate: string): string | undefined {
  const year = yearOf(meetingDate);
  return [year, year + 1]
    .map((each) => dayIn(part, each, month))
    .find((day) => day !== undefined && day >= meetingDate);
}

function dayIn(part: string, year: number, month: number): string | undefined {
  const lower = part.toLowerCase().replace(/^i (?!løbet)/u, '');
  if (/^(?:primo|start|begyndelse)/u.test(lower)) return isoDate(year, month, 1);
  return isoDate(year, month, /^mi?(?:dt|edio)/u.test(lower) ? 15 : daysInMonth(year, month));
}
