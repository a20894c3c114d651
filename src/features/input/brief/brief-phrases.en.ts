import { saidOf } from '../../../cards/said-of.js';
import { formatLongDate } from '../../../danish/date-format.js';
import type { Wording } from '../../../domain/language.js';
import type { danishBrief } from './brief-phrases.js';

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? `no ${many}` : count === 1 ? one : `${count} ${many}`;

const namedAsMissing = 3;

function missingFew(names: readonly string[]): string {
  if (names.length === 0) return 'all have answered';
  const more = names.length - namedAsMissing;
  return `missing ${names.slice(0, namedAsMissing).join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}

export const englishBrief: Wording<typeof danishBrief> = {
  title: (forum, date) => `Input for ${forum} ${formatLongDate(date)}`,
  answered: (answered, asked) => `${answered} of ${asked} have answered everything`,
  item: ({ item }) => `${item.number}. ${item.topic}`,
  missing: 'Answers missing',
  missingItems: (who, items) => `${who}: ${items.length === 1 ? 'item' : 'items'} ${items.join(', ')}`,
  needsTime: 'Needs time at the meeting',
  nothingPressing: 'Nobody has reservations or wants discussion.',
  split: 'The departments disagree: some have no remarks, others have reservations.',
  reservations: 'Reservation',
  wantsDiscussion: 'Wants discussion',
  remarks: 'Remarks',
  corrections: 'Corrections to the minutes',
  approvedBy: (count) => `${count} ${count === 1 ? 'approves' : 'approve'} the minutes.`,
  questions: 'Answers to questions',
  nominations: 'Nominations',
  who: 'Department',
  missingFrom: (names) => `Missing: ${names.join('; ')}`,
  complete: 'All have answered.',
  nobodyAsked: (department) => `${department} (no head in the register)`,
  onBehalf: (by, whose) => `${by} on behalf of ${whose}`,
  onBehalfUnnamed: 'answered on behalf',
  absences: 'Apologies and deputies',
  toNote: 'Can be noted without discussion',
  time: "Suggested use of the meeting's time",
  timeColumns: ['Item', 'Planned', 'Suggested'],
  minutes: (minutes) => `${minutes} min`,
  late: (count) =>
    count === 1
      ? 'One answer came after the deadline and does not count yet.'
      : `${count} answers came after the deadline and do not count yet.`,
  outdated: '(the answer is about an earlier version of the item)',
  outdatedShort: 'Answered an earlier version of the item',
  wanted: (range) => `Wanted: ${range} persons from each department.`,
  stanceCounts: (none, remarks, discussion, reservation) =>
    [
      [none, 'without remarks'],
      [remarks, 'with remarks'],
      [discussion, discussion === 1 ? 'wants discussion' : 'want discussion'],
      [reservation, 'with reservations'],
    ]
      .filter(([count]) => count !== 0)
      .map(([count, what]) => `${count} ${what}`)
      .join(' · '),
  dateOf: formatLongDate,
  more: (count) => `and ${count} more`,
  word: 'Word document',
  csv: 'CSV',
  status: 'Input status',
  previous: 'Previous page',
  next: 'Next page',
  short: 'Short overview',
  lateHeading: 'Answers after the deadline',
  timeLine: (item, planned, suggested) =>
    planned === suggested || planned === null
      ? `- ${saidOf(item, `${suggested} min`)}`
      : `- ${saidOf(item, `${suggested} min (planned ${planned})`)}`,
  items: (numbers) => `${numbers.length === 1 ? 'Item' : 'Items'} ${numbers.join(', ')}`,
  pressing: (item, why) => saidOf(item, why.join('; ')),
  itemNumber: (number, isClosed) => (isClosed ? `${number} (closed)` : String(number)),
  reservedBy: (names) => `reservation from ${names.join(' and ')}`,
  wishes: (count) => (count === 1 ? 'one wants discussion' : `${count} want discussion`),
  splitShort: 'positions are split',
  nominationLine: (number, count, missing) =>
    `Item ${number}: ${counted(count, 'one name', 'names')}, ${missingFew(missing)}`,
  questionLine: (number, count, missing) =>
    `Item ${number}: ${counted(count, 'one answer', 'answers')}, ${missingFew(missing)}`,
  eachNames: (range) => `${range} from each department`,
  outdatedFew: (count) => `${count} answered an earlier version`,
  timeOf: (number, suggested, planned) => `${number} (${suggested} min, planned ${planned})`,
  moreTime: (items) => `More time: ${items.join(' · ')}`,
  lessTime: (items) => `Less time: ${items.join(' · ')}`,
  noTime: (items) => `No time: ${items.join(' · ')}`,
  sameTime: (items) => `As planned: ${items.join(' · ')}`,
  nobodyMissing: 'nobody is missing',
  missingShort: (names, more) => `missing: ${names.join('; ')}${more > 0 ? ` and ${more} more` : ''}`,
  stillOpen: (deadline) => `The round is open until ${deadline}. This is how it looks now.`,
  whole: 'The whole overview',
  page: (page, count) => `Page ${page} of ${count}`,
  notice: (meeting, answered, asked) =>
    `Input for ${meeting} is gathered: ${answered} of ${asked} have answered everything`,
  opened: (meeting) => `Input for ${meeting} is now open to the forum`,
  notForYou: 'That input is not open to you. The chair and the secretariat read it.',
  notYetOpened: 'The input is opened to the forum when the deadline is over.',
  noRound: 'No input was asked for before that meeting.',
  noRoundAtAll: 'No input has been asked for before any meeting yet.',
  onlyPersonal: 'I show input only in our personal chat. Write to me there.',
  wordName: (meeting) => `Input for ${meeting}.docx`,
  csvName: (meeting) => `Input for ${meeting}.csv`,
  wordOffered: 'Here is the overview as a Word document.',
  csvOffered: 'Here are nominations and answers to questions. The file can be opened in Excel.',
  wordDescription: 'Overview of input',
  csvDescription: 'Nominations and answers to questions',
  csvNothing: 'The round has neither nominations nor questions, so there is no file to make.',
  csvHeadings: { item: 'Item', title: 'Title', note: 'Note' },
};
