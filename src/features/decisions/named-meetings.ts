import type { MeetingSummary } from '../../store/ports.js';
import type { Question } from './read-question.js';

/** "hvem manglede under det punkt?" after "anlægsplan 2025-2028": the years are the plan's. */
const isOfTopicBefore = ({ ofMeeting, term }: Question['dates'][number], { asked, isFollowUp }: Question): boolean =>
  asked === 'attendance' && isFollowUp && !ofMeeting && term.startsWith('aar:');

/** Whether an ISO date is the one a term stands for, or lies in its month or year. */
function fits(date: string, term: string): boolean {
  const [kind, value = ''] = term.split(':');
  if (kind === 'dag') return date.endsWith(value);
  if (kind === 'maanedsnavn') return date.slice(5, 7) === value;
  return date.startsWith(value);
}

/** Whether a day lies in the time a question names; any day where it names none. @param day ISO date. */
export const isOfTime = ({ dates, period }: Pick<Question, 'dates' | 'period'>, day: string): boolean =>
  dates.every(({ term }) => fits(day, term)) && (period === undefined || (day >= period.from && day <= period.to));

/** The meetings a question's dates, period or "sidste møde" name; undefined when it names none. */
export function namedMeetings(question: Question, meetings: readonly MeetingSummary[]): MeetingSummary[] | undefined {
  const { period, latest } = question;
  const dates = question.dates.filter((date) => !isOfTopicBefore(date, question));
  if (dates.length === 0 && period === undefined && latest === undefined) return undefined;
  const ofDates = meetings.filter(({ date }) => dates.every(({ term }) => fits(date, term)));
  const ofPeriod = ofDates.filter(({ date }) => period === undefined || (date >= period.from && date <= period.to));
  // "var det i sommer, han lovede det på mødet i juni 25?": a date says more surely which meeting.
  const ofThatTime =
    ofPeriod.length === 0 && dates.some(({ ofMeeting, term }) => ofMeeting && !term.startsWith('aar:'))
      ? ofDates
      : ofPeriod;
  return latest === undefined ? ofThatTime : ofThatTime.slice(latest.skip, latest.skip + latest.count);
}

/** The period a question is searched in: its own, or the one "de sidste tre møder" span. */
export function searchedPeriod(question: Question, meetings: readonly MeetingSummary[]): Question['period'] {
  if (question.latest === undefined) return question.period;
  return spanOf(namedMeetings(question, meetings) ?? []);
}

/** From the first of some meetings to the last; undefined where there is none. */
export function spanOf(meetings: readonly Pick<MeetingSummary, 'date'>[]): Question['period'] {
  const dates = meetings.map(({ date }) => date).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
