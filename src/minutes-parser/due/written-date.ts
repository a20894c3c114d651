import { type DateMention, findDates, isImpossible, nextOccurrence } from '../../danish/dates.js';
import type { DueMention } from './due-mention.js';

/**
 * A written date, with "senest" or "inden" before it and a time after it.
 *
 *     … senest fredag den 10. maj 2019 kl. 12
 *       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * Without a year: the first such date from the meeting on, which is inferred. A date that is past, or of
 * something else ("referatet af den 3. maj"), is no due date.
 */
export function readWrittenDate(sentence: string, meetingDate: string): DueMention[] {
  return findDates(sentence).flatMap((mention) => {
    const due = dueOf(mention, meetingDate);
    if (due === undefined || due < meetingDate) return [];
    const before = sentence.slice(Math.max(0, mention.start - 40), mention.start);
    const limit = /(?<!\p{L})(?:senest(?: til)?|inden|til og med)\s+$/iu.exec(before)?.[0] ?? '';
    if (limit === '' && /(?<!\p{L})(?:siden|af|efter|pr\.?)\s+$/iu.test(before)) return [];
    const beginning = /(?<!\p{L})(?:gældende )?fra(?: og med)?\s+$/iu.exec(before)?.[0] ?? '';
    const time =
      /^,? kl\.? ?\d{1,2}(?:[.:]\d{2})?(?!\d)/iu.exec(sentence.slice(mention.end, mention.end + 16))?.[0] ?? '';
    const start = mention.start - limit.length - beginning.length;
    const end = mention.end + time.length;
    const text = sentence.slice(start, end);
    const read = { start, end, text, due, meeting: null, inferred: mention.year === null };
    return [beginning === '' ? read : { ...read, begins: true }];
  });
}

function dueOf(mention: DateMention, meetingDate: string): string | undefined {
  if (isImpossible(mention)) return undefined;
  return mention.iso ?? nextOccurrence(mention.day, mention.month, meetingDate);
}
