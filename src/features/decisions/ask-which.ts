import { formatDate } from '../../danish/date-format.js';
import type { Choice } from '../../domain/answer.js';
import { findDepartments, type NamedDepartment, speaksOfDepartment } from '../../register/find-departments.js';
import type { Query } from '../../search/query.js';
import type { Ranked } from '../../search/rank.js';
import type { MeetingSummary, StoredItem } from '../../store/ports.js';
import type { MeetingContext } from './answer-about-meeting.js';
import { saidByTitle } from './answer-from-item.js';
import { phrases, questionOfItem } from './phrases.js';
import { hasTopic, type Question } from './read-question.js';
import type { Told } from './told.js';

/** More buttons are a list, not a question. */
export const mostChoices = 3;

const oneMeeting = /(?<!\p{L})(?:mødet?|referatet|dagsordenen)(?!\p{L})/u;
const isMonth = (term: string): boolean => /^maaned(?:snavn)?:/.test(term);

/** Puts one question back; two or three buttons answer it. */
export const askBack = (text: string, choices: readonly Choice[]): Told => ({
  status: 'maybe',
  text,
  sources: [],
  choices: choices.slice(0, mostChoices),
});

/** The question with a meeting's date in the place of the month it named; at its end where it named none. */
function onDate(question: Question, date: string): string {
  const written = formatDate(date, 'da');
  const [label] = question.dates.map((one) => one.label);
  const place = label === undefined ? -1 : question.text.toLowerCase().indexOf(label.toLowerCase());
  if (label === undefined || place < 0) return `${question.text.replace(/(?<![?.! ])[?.! ]+$/, '')} den ${written}`;
  const before = question.text.slice(0, place).replace(/(?<!\p{L})i\s$/iu, 'den ');
  return before + written + question.text.slice(place + label.length);
}

/** Without a year, the newest year that has such a month. */
function ofNewestYear(meetings: readonly MeetingSummary[]): MeetingSummary[] {
  const year = meetings[0]?.date.slice(0, 4) ?? '';
  return meetings.filter(({ date }) => date.startsWith(year));
}

/**
 * The meetings a question about one meeting may mean: those of the month it names. Several where it names none, but an item by
 * its number.
 */
export function meetingsMeant({ question, named, meetings }: MeetingContext): readonly MeetingSummary[] {
  if (named === undefined) return question.itemNumber === undefined || hasTopic(question) ? [] : meetings;
  const isOfMonth = question.dates.length > 0 && question.dates.every(({ term }) => isMonth(term));
  return isOfMonth && question.dates.some(({ term }) => term.startsWith('maanedsnavn:')) ? ofNewestYear(named) : named;
}

/** "hvem deltog på mødet i april 2023" where two meetings were held in April: which of them? */
export function askWhichMeeting(context: MeetingContext): Told | undefined {
  const { question, named } = context;
  const isAboutOne =
    question.itemNumber !== undefined ||
    ((question.asked === 'attendance' || question.asked === 'place') && oneMeeting.test(question.text.toLowerCase()));
  if (!isAboutOne || question.latest !== undefined) return undefined;
  const isOfMonth = question.dates.length > 0 && question.dates.every(({ term }) => isMonth(term));
  if (question.itemNumber === undefined && !isOfMonth) return undefined;
  if (named !== undefined && hasTopic(question) && question.itemNumber !== undefined) return undefined;
  const meant = meetingsMeant(context);
  if (meant.length < 2) return undefined;
  return askBack(
    phrases.whichMeeting,
    meant.slice(0, mostChoices).map(({ date }) => ({ title: formatDate(date), question: onDate(question, date) })),
  );
}

/**
 * "hvad skal teknikafdelingen", where two departments go by the word today: which of them?
 *
 * @param today ISO date.
 */
export function askWhichDepartment(
  question: Question,
  departments: readonly NamedDepartment[],
  today: string,
): Told | undefined {
  if (!speaksOfDepartment(question.text)) return undefined;
  const found = findDepartments(question.text, departments, today).find((one) => one.departments.length > 1);
  if (found === undefined || found.departments.length > mostChoices) return undefined;
  const { start, end } = found;
  const choices = found.departments.map(({ name }) => ({
    title: name,
    question: `${question.text.slice(0, start)}${name}${question.text.slice(end)}`,
  }));
  return askBack(phrases.whichDepartment, choices);
}

/** Two items whose titles say all that was asked, this near in score, are as good as each other. */
const asGood = 0.97;
/** What is asked of an item as a whole; a date or a name stands in one of them, and says which. */
const ofWholeItem: ReadonlySet<Question['asked']> = new Set([
  'topic',
  'decision',
  'yes_no',
  'case_number',
  'attachment',
]);

/**
 * "budget" of a meeting with two items on it: which of them? Meetings apart are no such case: there the newest answers.
 *
 * @param ranked Items, best first.
 */
export function findEquals(question: Question, query: Query, ranked: readonly Ranked[]): Ranked[] {
  const [best] = ranked;
  if (best === undefined || !hasTopic(question) || !ofWholeItem.has(question.asked)) return [];
  const equals = ranked.filter(
    ({ candidate, score, inTitle }) =>
      candidate.meetingId === best.candidate.meetingId &&
      score >= asGood * best.score &&
      saidByTitle(query, inTitle) >= 1,
  );
  return equals.length >= 2 && equals.length <= mostChoices ? equals : [];
}

/** The items of one meeting to choose between. */
export const askWhichItem = (items: readonly StoredItem[]): Told =>
  askBack(
    phrases.whichItem,
    items.map(({ meetingDate, item }) => ({
      title: `${item.number}. ${item.topic}`,
      question: questionOfItem(item.number, formatDate(meetingDate, 'da')),
    })),
  );
