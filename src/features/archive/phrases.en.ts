import type { Wording } from '../../domain/language.js';
import type { danish } from './phrases.js';

const countOf = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${several}`;

const years = (first: number, last: number): string => (first === last ? `in ${first}` : `from ${first} to ${last}`);

export const english: Wording<typeof danish> = {
  show: 'Show',
  showItem: (number, topic) => `Show item ${number}: ${topic}`,
  showMeeting: (date) => `Show the meeting ${date}`,
  item: (number) => `item ${number}`,
  items: (numbers) => `items ${numbers}`,
  numbered: (number, topic) => `${number}  ${topic}`,
  meetingOf: (forum, date) => `${forum} ${date}`,
  onAgenda: 'On the agenda, not decided yet.',
  nothingDecided: 'Nothing decided.',
  showMore: 'Show more',
  showPrevious: 'Previous page',
  shown: (first, last, total) => `Showing ${first}–${last} of ${total}.`,
  gone: 'The list is not there any more. Type the command again, or type "help".',

  asCsv: 'Get as CSV',
  asCsvTooltip: 'Get the whole list as a file for Excel',
  csvOffered: (count) =>
    `Here is the whole list as a file: ${countOf(count, 'row', 'rows')}. Accept the file, and it is put into your OneDrive.`,
  csvDescription: (count) => `The whole list for Excel: ${countOf(count, 'row', 'rows')}.`,
  csvOnlyPersonal: 'I can only give you files in our own chat. Type the command there to get the list.',
  columns: {
    date: 'Date',
    forum: 'Meeting',
    itemNumber: 'Item',
    topic: 'Title',
    caseNumber: 'Case number',
    decision: 'Decision',
    attachment: 'Attachment',
    due: 'Due',
    dueText: 'Due, as written',
    isInferred: 'Inferred',
    department: 'Department',
    owner: 'Who',
    commitment: 'What',
    name: 'Name',
    title: 'Title',
    items: 'Items',
  },
  yes: 'yes',

  caseCommand: 'Follow a case through the years, for example "sag 00.30.10-S00-2-19".',
  caseTitle: (number) => `Case ${number}`,
  caseSpan: (meetings, first, last) =>
    `At ${countOf(meetings, 'meeting', 'meetings')} ${years(first, last)}, newest first.`,
  caseFile: (number) => `Case ${number}.csv`,
  follow: 'Follow',
  followCase: (number) => `Follow case ${number}`,
  casesTitle: (asked) => `Cases that match ${asked}`,
  casesLead: 'Several cases match. Choose one of them.',
  caseOn: (meetings, newest) => `${countOf(meetings, 'meeting', 'meetings')}, latest ${newest}`,
  caseUnknown: (asked) => `Case ${asked} is not in the minutes`,
  caseNear: 'These numbers are like it:',
  caseNoneNear: 'Check that the number is right, or ask about the case in words.',
  allMeetings: 'All meetings',
  housekeeping: (number) => `${number} is not one case`,
  housekeepingLead:
    "The number also stands on standing items, such as the approval of the agenda. It is the forum's own number for its meetings, so the items have nothing to do with each other.",

  attachmentsCommand: 'Find attachments by name, for example "bilag tidsplan", and see where they belong.',
  attachmentsTitle: 'Attachments',
  attachmentsNamed: (asked) => `Attachments with ${asked}`,
  attachmentsLead: (count) =>
    `${countOf(count, 'attachment', 'attachments')}, newest first. I know their names; the files themselves are kept with the case.`,
  attachmentsFile: 'Attachments.csv',
  noAttachments: 'The minutes name no attachments.',
  allAttachments: 'All attachments',
  ofItem: (number, topic) => `Item ${number}: ${topic}`,

  deadlinesCommand: 'See deadlines, coming and passed, by department: "frister", "mine frister".',
  coming: 'Coming deadlines',
  passed: 'Passed deadlines',
  ofDepartment: (title, name) => `${title}: ${name}`,
  nearestFirst: (count, byDepartment) =>
    `${countOf(count, 'deadline', 'deadlines')}${byDepartment ? ' by department' : ''}, the nearest first.`,
  latestFirst: (count, byDepartment) =>
    `${countOf(count, 'deadline', 'deadlines')}${byDepartment ? ' by department' : ''}, the latest first.`,
  noneComing: 'The minutes name no coming deadlines. Here are those that have passed.',
  noComing: 'The minutes name no coming deadlines.',
  noPassed: 'The minutes name no deadlines that have passed.',
  noDepartmentOfYours: "You have no department in the list of members. Here are everybody's deadlines.",
  showComing: 'Coming',
  showPassed: 'Passed',
  everybodys: 'All deadlines',
  mine: 'My deadlines',
  allDepartments: 'All departments',
  noDepartment: 'No department',
  due: (date) => `By ${date}`,
  inferred: (date) => `By ${date} (inferred)`,
  nextMeeting: 'By the next meeting',
  deadlinesFile: (title) => `${title.replace(':', ',')}.csv`,

  absencesCommand: 'See who was absent: "fravær", "fravær 2023", or "fravær" and a name.',
  absencesTitle: 'Absences',
  absencesIn: (year) => `Absences in ${year}`,
  absencesOf: (name) => `Absences: ${name}`,
  absencesLead: (meetings) => `${countOf(meetings, 'meeting', 'meetings')} with absences, newest first.`,
  absencesOfLead: (meetings) =>
    `Named as absent in the minutes of ${countOf(meetings, 'meeting', 'meetings')}, newest first.`,
  absentFrom: (name, items) => `${name} (${items})`,
  noAbsences: 'The minutes name nobody as absent.',
  noAbsencesIn: (year) => `The minutes of ${year} name nobody as absent.`,
  absencesFile: (title) => `${title.replace(':', ',')}.csv`,
  allAbsences: 'All absences',
};
