import { formatDate } from '../../danish/date-format.js';
import type { AskedFor } from '../../danish/question-words.js';
import type { Wording } from '../../domain/language.js';
import type { danish } from './phrases.js';
import type { OutcomeKind } from './read-outcome-question.js';

/** What the minutes do not say, as the end of "The minutes mention …, but not …". */
const missing: Partial<Record<AskedFor, string>> = {
  date: 'when',
  deadline: 'what the deadline is',
  duration: 'how long',
  frequency: 'how often',
  amount: 'the figure',
  person: 'who',
  nomination: 'who',
  title: 'the title',
  place: 'where',
  list: 'which they are',
};

const example = 'Write for example "who attended the latest meeting?"';
const noMinutes = 'There are no minutes in the archive yet.';

const spanOf = (first: number | string | null, last: number | string | null): string =>
  first === last ? `from ${first}` : `from ${first} to ${last}`;

const outcomeNames: Readonly<Record<OutcomeKind, string>> = {
  postponed: 'postponed',
  withdrawn: 'withdrawn',
  refused: 'refused or not supported',
  remarked: 'approved with remarks',
  approved: 'approved',
  noted: 'noted',
  nominated: 'with nominations',
  discussed: 'discussed',
};

const countOf = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${several}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const withoutLatest = (moment: string): string => moment.replace(/^senest\s+/i, '');

export const english: Wording<typeof danish> = {
  empty: 'Write what you want to know, for example "what was decided about budget 2026?"',
  otherScript: 'The minutes are in Danish. Write in Danish or English, and I will look.',
  aboutReferent: {
    who: `I am Referent. I answer questions about what the forum's minutes say, and always show where it stands. ${example}`,
    can: `I find answers in the forum's minutes: what was decided, who does what, deadlines, attachments, case numbers, and who was there. I always show where it stands. ${example}`,
    robot:
      "Yes, I am a bot. I use no language model and make nothing up: I look things up in the forum's minutes and quote them word for word, so that you can see for yourself.",
    keeps:
      'I remember your latest question for a quarter of an hour, so that you can ask on. Beside that the question may be kept for a time without your name, so that the secretariat can see what I could not answer.',
    made: 'I am a bot run by the municipality itself. The secretariat puts the minutes in, so ask there if something is missing.',
    wrong:
      'I would like to know: press the thumb down below the answer, and the secretariat can see what went wrong. You may try again in other words, or add a year.',
    greeting: `Hello. What do you want to know about the forum's meetings? ${example}`,
    thanks: 'You are welcome. Just ask again.',
    joke: `I can only answer what the forum's minutes say. ${example}`,
  },
  knows: ({ meetingCount, firstYear, lastYear }) =>
    meetingCount === 0
      ? noMinutes
      : `I answer from the minutes the secretariat has put in, and from nothing else: those of ${meetingCount === 1 ? 'one meeting' : `${meetingCount} meetings`} ${spanOf(firstYear, lastYear)}. Below every answer you see where it stands.`,
  notFound: 'I did not find that in the minutes.',
  noMinutes,
  unknownDate: (label) => `I found nothing about ${label} in the minutes.`,
  unknownCaseNumber: (label) => `The case number ${label} is not in the minutes.`,
  detailMissing: (topic, date, asked = 'topic') =>
    `The minutes of ${formatDate(date)} mention ${topic}, but not ${missing[asked] ?? 'the answer to your question'}.`,
  didYouMean: 'I am not sure. Did you mean one of these items?',
  meetingNotFound: (label) => `I found no minutes of ${label}.`,

  deadline: (moment) => `No later than ${withoutLatest(moment)}.`,
  responsible: (owner) => `Responsible: ${capital(owner)}.`,
  owner: (owner) => `${capital(owner)}.`,
  ownerOn: (owner, date) => `${capital(owner)}, ${date}.`,
  ownerUntil: (owner, date) => `${capital(owner)}, by ${date}.`,
  noOwner: 'The minutes do not say who is responsible.',
  deadlineOn: (date) => `No later than ${date}.`,
  inferredFrom: (words) => `The date is inferred from "${words}".`,
  deadlinePassed: 'The deadline has passed.',
  moment: (moment) => `${capital(moment)}.`,
  caseNumber: (topic, number) => `The case number of ${topic} is ${number}.`,
  noCaseNumber: (topic) => `There is no case number on ${topic}.`,
  attachments: (titles) =>
    titles.length === 1 ? `Yes, one attachment: ${titles[0]}.` : `${titles.length} attachments: ${titles.join('; ')}.`,
  noAttachments: (topic) => `There are no attachments to ${topic}.`,
  approvedAs: { approved: 'Approved', approved_with_remarks: 'Approved with remarks', noted: 'Noted' },
  approvedPoints: (opening, points) => `${opening.replace(/\.$/, '')}: ${points}`,
  differs: (recommended, decided) => `Recommended was ${recommended}; decided was ${decided.replace(/\.$/, '')}.`,
  onlyOnAgenda: (date) => `The item is on the agenda of ${date}, not decided.`,
  decided: (text) => `Decided: ${text}`,
  recommended: (text) => `Recommended: ${text}`,
  saysNothingOfPoint: (point, text) => `The decision says nothing about point ${point} of the recommendation: ${text}.`,
  saysNothingOf: (points) =>
    `The decision says nothing of ${points.length === 1 ? 'point' : 'points'} ${points.join(' and ')} of the recommendation.`,
  yesNo: {
    approved: {
      approved: 'Yes, approved.',
      approved_with_remarks: 'Yes, approved with remarks.',
      noted: 'Noted.',
      postponed: 'No, the item was postponed.',
      withdrawn: 'No, the item was withdrawn.',
      none: 'The decision says nothing.',
    },
    postponed: (isPostponed) => (isPostponed ? 'Yes, the item was postponed.' : 'No, the item was not postponed.'),
    withdrawn: 'Yes, the item was withdrawn.',
    onlyWithRemarks: 'Approved with remarks.',
    pointPostponed: (point) => `No, point ${point} of the recommendation was postponed.`,
    pointsPostponed: (points) => `Point ${points.join(' and ')} of the recommendation was postponed.`,
    noStand: (forum) => `${forum} discussed it, but took no stand.`,
    stated: (isSo, sentence) => `${isSo ? 'Yes' : 'No'}. ${capital(sentence)}`,
  },
  listed: (count) => `${count} points`,
  handledOn: (date) => `${capital(date)}.`,
  presentedBy: (names, topic) => `${names} presented the item (${topic}).`,
  proposedBy: (proposer) => `${capital(proposer)}.`,
  absent: (names, date) => `Absent ${formatDate(date)}: ${names}.`,
  noAbsent: (date) => `The minutes of ${formatDate(date)} name nobody as absent.`,
  participants: (names, date) => `Present ${formatDate(date)}: ${names}.`,
  noParticipants: (date) => `The minutes of ${formatDate(date)} have no list of those present.`,
  personWasAbsent: (name, date) =>
    `${name} is named as absent from the meeting ${formatDate(date)} (with or without apologies).`,
  personWasThere: (name, date) => `${name} is on the list of those present ${formatDate(date)}.`,
  personNotMentioned: (name, date) =>
    `${name} is named neither as present nor as absent in the minutes of ${formatDate(date)}.`,
  personUnknown: (name) => `I did not find ${name} in the minutes.`,
  agendaOf: (date, topics) =>
    `${topics.length} items ${formatDate(date)}: ${topics.map((topic, index) => `${index + 1}. ${topic}`).join('; ')}.`,
  whichMeeting: 'Which meeting do you mean?',
  whichPerson: (name) => `Which ${capital(name)} do you mean?`,
  whichItem: 'Which item do you mean?',
  whichDepartment: 'Which department do you mean?',
  aboutWhat: 'What is it about? Say so in the question, such as "hvornår er fristen for budgetforslag?"',
  noNextMeeting: 'I do not know the next meeting yet: there is no agenda for it.',
  nextMeetingOn: (date, time, place) =>
    `The next meeting is ${date}${time === null ? '' : ` at ${time}`}${place === null ? '' : `, ${place}`}.`,
  onlyFirstWishes: (count) => `I answered the first ${count} questions. Ask the rest by themselves.`,
  readAs: (typed, name) => `I read "${typed}" as ${name}.`,
  noSuchItem: (number, date) => `The meeting ${date} has no item ${number}.`,
  wishNotFound: (wish, said) => `${capital(wish.replace(/(?<![?.! ])[?.! ]+$/, ''))}? ${said}`,
  decisionsOfMeeting: (count, date, isNewest) =>
    `${isNewest ? 'Latest meeting: ' : ''}${countOf(count, 'decision', 'decisions')} ${date}.`,
  decisionsOfMeetings: (count, meetings) => `${countOf(count, 'decision', 'decisions')} at ${meetings} meetings.`,
  noMeetingsSince: (date) => `There are no minutes of meetings since ${date}.`,
  noMeetingsThen: 'There are no minutes of meetings in that time.',
  newestMeetingsOnly: (shown, all) => `These are the ${shown} newest of ${all} meetings.`,
  onMeetings: (meetings, items) =>
    `The topic was at ${meetings === 1 ? 'one meeting' : `${meetings} meetings`}${items > meetings ? `, ${items} items in all` : ''}.`,
  andMore: (count) => `and ${count} more`,
  earlierToo: (date, before) =>
    before === 0
      ? `Also discussed ${date}.`
      : `Also discussed ${date} and ${before === 1 ? 'once' : `${before} times`} before.`,
  laterToo: (date) => `Also discussed later: ${date}.`,
  present: 'On the list of those present.',
  absentFor: (isWhole) => (isWhole ? 'Absent.' : 'Absent from a part of the meeting.'),
  absentTimes: (name, meetings, parts, where) =>
    `${name}: absent ${countOf(meetings, 'time', 'times')}${parts === 0 ? '' : `, ${parts} of them from a part of the meeting,`} ${where}.`,
  presentTimes: (name, meetings, where) => `${name}: present at ${countOf(meetings, 'meeting', 'meetings')} ${where}.`,
  withoutList: (minutes) =>
    `The minutes of ${countOf(minutes, 'meeting', 'meetings')} have no list of those present and are not counted.`,
  timesOf: (name, meetings) => `${name}: ${countOf(meetings, 'meeting', 'meetings')}`,
  mostOften: {
    absences: (who, where) =>
      who === '' ? `Nobody is named as absent ${where}.` : `Most often absent ${where}: ${who}.`,
    presences: (who, where) =>
      who === '' ? `There is no list of those present ${where}.` : `Most often present ${where}: ${who}.`,
  },
  whoIsMeant: 'Whom do you mean?',
  everybody: 'Every department',
  anybody: 'In the minutes',
  promises: (whose, count, due) =>
    `${whose}: ${countOf(count, 'task', 'tasks')}, ${due === 0 ? 'none' : due} with the deadline ahead.`,
  passedPromises: (whose, count) => `${whose}: ${countOf(count, 'task', 'tasks')} past the deadline.`,
  noPromisesAtAll: 'I found no such tasks in the minutes.',
  noPromises: (whose) => `I found no tasks for ${whose} in the minutes.`,
  promisesKept: 'The minutes rarely say whether a task was done.',
  onlySome: (shown) => `These are the first ${shown}.`,
  promiseGroups: { due: 'Deadline ahead', undated: 'No deadline', passed: 'Deadline passed' },
  outcomes: (kind, count, whose, where) =>
    `${capital(outcomeNames[kind])}${whose === '' ? '' : `, ${whose}`}: ${count === 0 ? 'no items' : countOf(count, 'item', 'items')} ${where}.`,
  outcomeNames,
  inOneMinutes: (date) => `in the minutes of ${date}`,
  inMinutes: (count, from, to) => `in the minutes of ${count} meetings ${spanOf(from, to)}`,
  ofDepartment: (name) => `Items that name ${name} or somebody of theirs outside the case text.`,
  noneEndedSo: (kind, items) => `${capital(outcomeNames[kind])}: none of the ${items} items I found on the topic.`,
  onlyNewest: (shown) => `These are the ${shown} newest.`,
  until: (date, isInferred) => `By ${date}${isInferred ? ' (inferred)' : ''}`,
  untilNextMeeting: 'By the next meeting',
  closedItem: 'I cannot answer on closed items here.',
  place: (place, date) => `The meeting ${formatDate(date)} was held in ${place}.`,
  start: (time, date) => `The meeting ${formatDate(date)} began at ${time}.`,
  noPlace: (date) => `The minutes of ${formatDate(date)} do not name the place.`,
};
