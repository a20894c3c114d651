import { type DateMention, findDates, isImpossible, nextOccurrence } from '../../danish/dates.js';
import type { DueMention } from './due-mention.js';

/**
 * A written date, with "senest" or "inden" before it and a time after it.
 *
 *     … senest fredag den 10. maj 2019 kl. 12
 *       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * Without a year: the first such date from the meeting on, which is inferred. A date that is past, or from which something counts
 * ("fra den 1. marts", "referatet af den 3. maj"), is no due date.
 */
export function readWrittenDate(sentence: string, meetingDate: string): DueMention[] {
  return findDates(sentence).flatMap((mention) => {
    const due = dueOf(mention, meetingDate);
    if (due === undefined || due < meetingDate) return [];
    const before = sentence.slice(Math.max(0, mention.start - 40), mention.start);
    const limit = /(?<!\p{L})(?:senest(?: til)?|inden|til og med)\s+$/iu.exec(before)?.[0] ?? '';
    if (limit === '' && /(?<!\p{L})(?:fra|siden|af|efter|pr\.?|gældende)\s+$/iu.test(before)) return [];
    const time = /^,? kl\.? ?\d{1,2}(?:[.:]\d{2})?(?!\d)/iu.exec(sentence.slice(mention.end, mention.end + 16))?.[0] ?? '';
    const start = mention.start - limit.length;
    const end = mention.end + time.length;
    return [{ start, end, text: sentence.slice(start, end), due, meeting: null, inferred: mention.year === null }];
  });
}

function dueOf(mention: DateMention, meetingDate: string): string | undefined {
  if (isImpossible(mention)) return undefined;
  return mention.iso ?? nextOccurrence(mention.day, mention.month, meetingDate);
}
