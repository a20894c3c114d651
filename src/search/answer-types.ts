import type { AskedFor } from '../danish/question-words.js';
import { findDates } from './date-units.js';
import { findAmounts } from './find-amounts.js';
import { findPersons } from './find-persons.js';
import { findPlaces } from './find-places.js';
import { findReasons } from './find-reasons.js';
import { type Found, overlaps, toFound } from './found.js';

const durationPattern =
  /(?:kl\.?\s?)?\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2}|(?:\d{1,3}|en|én|et|to|tre|fire|fem|seks|otte|ti|halvanden)\s?(?:min\.|minutter|min|timer|time|dage|dag|uger|uge|måneder|måned|år)(?!\p{L})/giu;
const frequencyPattern =
  /(?<!\p{L})(?:hver\s(?:\p{L}+\s)?(?:dag|uge|weekend|måned|kvartal|år|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)|hvert\s(?:\p{L}+\s)?(?:år|kvartal|halvår)|(?:daglig|ugentlig|månedlig|årlig|kvartalsvis|halvårlig)t?|(?:én|en|to|tre|fire|\d+)\sgang(?:e)?\s(?:om|i|pr\.?)\s\p{L}+|løbende)(?!\p{L})/giu;
const monthName = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december';
const season =
  'årsskiftet|sommerferien|efterårsferien|vinterferien|jul|påske|nytår|sommeren|efteråret|foråret|vinteren|forår|efterår|sommer';
const quarter = String.raw`(?:første|andet|tredje|fjerde|1\.|2\.|3\.|4\.)\s(?:kvartal|halvår)`;
const partOf = String.raw`(?:ultimo|medio|primo|slut|midt|starten af|begyndelsen af|slutningen af|udgangen af)\s`;
/** "inden udgangen af 2022", "medio uge 8", "i foråret": a time without a day. */
const vagueDate = new RegExp(
  String.raw`(?<!\p{L})(?:(?:inden|efter|før|i løbet af|senest|til|ved|i|fra)\s)?(?:${partOf}(?:${monthName}|uge\s\d{1,2}|måneden|året|(?:19|20)\d\d)|uge\s\d{1,2}|${quarter})(?!\p{L})(?:\s(?:19|20)\d\d)?|(?<!\p{L})(?:inden|efter|før|i løbet af|senest|til|ved|i|fra)\s(?:${season}|(?:januar|februar)?uge\s\d{1,2})(?!\p{L})(?:\s(?:19|20)\d\d(?:\/\d\d)?)?|(?<!\p{L})i løbet af\s(?:19|20)\d\d`,
  'giu',
);
/** "på det kommende møde", "næste Chefforum": a time only the next agenda tells. */
const nextMeeting =
  /(?<!\p{L})(?:(?:på|til|ved|inden)\s(?:det\s)?)?(?:næste|kommende|førstkommende)\s(?:\p{L}*møde|chefforum|chefforums\smøde)(?!\p{L})/giu;

/** Dates and hints of dates, in order; "ultimo marts" is one moment, not the month alone. */
export function findMoments(text: string): Found[] {
  const dates = findDates(text)
    .filter((date) => date.month !== null)
    .map(({ start, end, day }) => ({ text: text.slice(start, end), start, end, quality: day === null ? 0.6 : 1 }));
  const days = dates.filter(({ quality }) => quality === 1);
  const vague = [...text.matchAll(vagueDate)].map(toFound).filter((found) => !overlaps(found, days));
  const months = dates.filter((date) => date.quality < 1 && !overlaps(date, vague));
  const next = [...text.matchAll(nextMeeting)].map((match) => ({ ...toFound(match), quality: 0.5 }));
  return [...days, ...months, ...vague, ...next].sort((one, other) => one.start - other.start);
}

/** Whether the words before a moment make it a deadline. */
const isLatest = (text: string, found: Found): boolean =>
  /(?:senest|inden|frist|deadline|indtil|til og med|aflever|indsend|melde|send|fremlægg|svarer|vender tilbage|udarbejd|laver|udsend|samler|opdateret|klar|færdig|gennemfør|gennemgå)/iu.test(
    text.slice(Math.max(0, found.start - 60), found.start + 8),
  );

/** Finds what was asked for in a passage; undefined where the kind asked for has no form of its own. */
export function findAskedFor(asked: AskedFor, text: string): Found[] | undefined {
  switch (asked) {
    case 'date':
      return findMoments(text);
    case 'deadline':
      return findMoments(text).map((found) => ({ ...found, quality: isLatest(text, found) ? found.quality : 0.2 }));
    case 'duration':
      return [...text.matchAll(durationPattern)].map(toFound);
    case 'frequency':
      return [...text.matchAll(frequencyPattern)].map(toFound);
    case 'amount':
      return findAmounts(text);
    case 'person':
    case 'nomination':
    case 'title':
      return findPersons(text);
    case 'place':
      return findPlaces(text);
    case 'reason':
      return findReasons(text);
    default:
      return undefined;
  }
}
