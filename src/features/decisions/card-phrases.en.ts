import type { Answer } from '../../domain/answer.js';
import type { Wording } from '../../domain/language.js';
import type { danishCard, danishHeadings, danishSections } from './card-phrases.js';

export const englishSections: Wording<typeof danishSections> = {
  occasion: 'Occasion',
  summary: 'Summary',
  case: 'Case',
  supplementaryCase: 'Supplementary case',
  recommendation: 'Recommendation',
  vision: "The municipality's vision and policies",
  economy: 'Economy',
  legal: 'Legal basis',
  citizens: "Citizens' perspective",
  history: 'History',
  decision: 'Decision',
  attachments: 'Attachments',
  absent: 'Absent',
  other: '',
};

export const englishHeadings: Wording<typeof danishHeadings> = {
  date: 'Date',
  forum: 'Meeting',
  itemNumber: 'Item',
  title: 'Title',
  caseNumber: 'Case number',
  section: 'Section',
  text: 'Text',
  until: 'Deadline',
};

function searchedIn({ meetingCount, firstYear, lastYear }: Answer['searched']): string {
  const minutes = meetingCount === 1 ? 'the minutes of one meeting' : `the minutes of ${meetingCount} meetings`;
  if (firstYear === null || lastYear === null) return minutes;
  return firstYear === lastYear ? `${minutes} from ${firstYear}` : `${minutes} from ${firstYear} to ${lastYear}`;
}

const items = (count: number): string => (count === 1 ? '1 item' : `${count} items`);

export const englishCard: Wording<typeof danishCard> = {
  item: (number) => `item ${number}`,
  showItem: 'Show the whole item',
  showMeeting: 'Show the meeting',
  show: 'Show',
  showItemOf: (number, place) => `Show item ${number}, ${place}`,
  showMeetingOf: (place) => `Show the meeting ${place}`,
  otherFinds: (count) => (count === 1 ? '1 other find' : `${count} other finds`),
  help: 'Help',
  newTopic: 'New topic',
  askSecretariat: 'Ask the secretariat',
  askSecretariatTooltip: 'Send the question to the secretariat, who answers you here',
  newestFirst: 'Newest first.',
  nearestFirst: 'Nearest deadline first.',
  mostFirst: 'Most meetings first.',
  latestFirst: 'Latest deadline first.',
  showPrevious: 'Previous page',
  beside: (says, place) => `${says} · ${place}`,
  numbered: (number, title) => `${number}  ${title}`,
  meetingOf: (forum, date) => `${forum} ${date}`,
  showMore: 'Show more',
  showNewer: 'Show newer',
  shown: (order, first, last, total) => `${order} Showing ${first}–${last} of ${total}.`,
  tooLongToTurn: 'Ask with fewer words to see the rest.',
  asCsv: 'Get as CSV',
  asCsvTooltip: 'Get the whole list as a file for Excel',
  csvName: (topic) => `${topic === '' ? 'Decisions' : `Decisions on ${topic}`}.csv`,
  csvDescription: (count) => `The whole list for Excel: ${items(count)} with date, case number and text.`,
  csvOffered: (count) =>
    `Here is the whole list as a file: ${items(count)}. Accept the file, and it is put into your OneDrive.`,
  csvOnlyPersonal: 'I can only give you files in our own chat. Ask the question there to get the list.',
  csvPromisesName: 'Tasks.csv',
  csvNothing: 'The list is empty now. Ask the question again.',
  cleared: 'Now you ask afresh.',
  inList: (date, number) => `${date}, item ${number}`,
  decided: (title, place) => `Decision: ${title} (${place})`,
  summary: (text) => `Answer: ${text}`,
  searched: (searched) =>
    searched.topic === ''
      ? `I searched ${searchedIn(searched)}.`
      : `I searched for ${searched.topic} in ${searchedIn(searched)}.`,
  about: (question) => `About: ${question}`,
  asked: (question) => `You asked: ${question}`,
  empty:
    'Write what you want to know, for example "What was decided about the budget?". Type "help" for more examples.',
  tooLong: (limit) =>
    `That is a long text. Write your question in at most ${limit} characters, if you can in one sentence, so that I find the answer more easily.`,
};
