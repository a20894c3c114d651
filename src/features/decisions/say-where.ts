import { formatDate } from '../../danish/date-format.js';
import type { MeetingSummary } from '../../store/ports.js';
import { spanOf } from './named-meetings.js';
import { phrases } from './phrases.js';
import type { Question } from './read-question.js';

/** Which minutes were read: "i 4 referater fra 2020", by days where the question names a part of a year. */
export function sayWhere(meetings: readonly MeetingSummary[], { period, latest }: Question): string {
  const { from, to } = spanOf(meetings) ?? { from: '', to: '' };
  if (meetings.length === 1) return phrases.inOneMinutes(formatDate(to));
  const isOfYears = period === undefined || (period.from.endsWith('-01-01') && period.to.endsWith('-12-31'));
  const spoken = isOfYears && latest === undefined ? (date: string) => date.slice(0, 4) : formatDate;
  return phrases.inMinutes(meetings.length, spoken(from), spoken(to));
}
