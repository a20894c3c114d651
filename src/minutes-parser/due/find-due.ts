import { deadlineWords } from '../phrases/due-phrases.js';
import type { DueMention, DueReader } from './due-mention.js';
import { readMonthPart } from './month-part.js';
import { readNextMeeting } from './next-meeting.js';
import { readVague } from './vague.js';
import { readWeek } from './week.js';
import { readWrittenDate } from './written-date.js';

/** One form a file; the earlier reader is the more exact and wins where two agree on being a limit. */
const readers: readonly DueReader[] = [readWrittenDate, readWeek, readMonthPart, readNextMeeting, readVague];

/**
 * By when a sentence wants something done; undefined where it does not say. Of several times the one with "senest", "inden" or "frist" counts,
 * else the most exact, else the first.
 */
export function findDue(sentence: string, meetingDate: string): DueMention | undefined {
  const found = readers.flatMap((read, rank) => read(sentence, meetingDate).map((mention) => ({ mention, rank })));
  const ranked = found.map(({ mention, rank }) => ({ mention, rank: rank + weight(sentence, mention) }));
  ranked.sort((a, b) => a.rank - b.rank || a.mention.start - b.mention.start);
  return ranked[0]?.mention;
}

function weight(sentence: string, mention: DueMention): number {
  if (mention.begins === true) return readers.length;
  return isLimit(sentence, mention) ? -readers.length : 0;
}

function isLimit(sentence: string, mention: DueMention): boolean {
  return (
    deadlineWords.test(mention.text) ||
    deadlineWords.test(sentence.slice(Math.max(0, mention.start - 30), mention.start))
  );
}
