import { monthPattern, weekdayNames } from '../../danish/dates.js';
import { type DueMention, notInWord } from './due-mention.js';

const seasons =
  'sommeren|sommerferien|efteråret|efterårsferien|vinteren|vinterferien|foråret|påsken|påske|jul|julen|juleferien|årets udgang';
const words = [
  'snarest(?: muligt)?',
  'hurtigst muligt',
  'så snart som muligt',
  'inden længe',
  '(?:i|inden) næste uge',
  'i denne uge',
  '(?:i|inden) næste måned',
  'inden for (?:de næste |den næste )?(?:\\p{L}+ ){0,2}(?:dage|uge|uger|måned|måneder)',
  `hver (?:${weekdayNames.join('|')}|uge|måned)`,
  `(?:inden|efter|til|i|i løbet af) (?:${seasons})(?: 20\\d{2})?`,
  `(?:på|til) (?:et|en|det|den)? ?(?:kommende|senere|førstkommende|næste|næstkommende|følgende) \\p{L}*møder?(?:t|ne)?`,
  'på et senere tidspunkt',
  'i (?:\\d\\.|første|andet|tredje|fjerde) (?:kvartal|halvår)(?: 20\\d{2})?',
  `inden ${monthPattern}(?: 20\\d{2})?`,
  // At the end of a clause only: "lederdagen i maj bliver aflyst" dates the day, not the deed.
  `i ${monthPattern}(?: 20\\d{2})?(?=[.,;]|$)`,
];
const pattern = new RegExp(`${notInWord.before}(?:${words.join('|')})${notInWord.after}`, 'giu');

/** Words for a time that is no date: "snarest", "i næste uge", "inden sommerferien", "på et kommende møde". */
export function readVague(sentence: string): DueMention[] {
  return [...sentence.matchAll(pattern)].map((match) => {
    const [text] = match;
    return { start: match.index, end: match.index + text.length, text, due: null, meeting: null, inferred: true };
  });
}
