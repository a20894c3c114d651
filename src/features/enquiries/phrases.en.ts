import { formatDate, formatDayAndMonth, formatTime, toLocalTime } from '../../danish/date-format.js';
import type { Enquiry } from '../../domain/enquiry.js';
import type { Wording } from '../../domain/language.js';
import type { danish, danishButtons } from './phrases.js';

/** An instant as "Monday 23 November at 9:05". */
const atMoment = (instant: Date): string => {
  const { date, time } = toLocalTime(instant);
  return `${formatDayAndMonth(date)} at ${formatTime(time)}`;
};

function searchedIn({ meetingCount, firstYear, lastYear }: Enquiry['searched']): string {
  const minutes = meetingCount === 1 ? 'the minutes of one meeting' : `the minutes of ${meetingCount} meetings`;
  if (firstYear === null || lastYear === null) return minutes;
  return firstYear === lastYear ? `${minutes} from ${firstYear}` : `${minutes} from ${firstYear} to ${lastYear}`;
}

export const english: Wording<typeof danish> = {
  askedTitle: 'Question to the secretariat',
  answeredTitle: 'Reply from the secretariat',
  unknownAsker: 'An employee who is not on the list of members',
  unknownSecretary: 'the secretariat',
  anotherSecretary: 'Somebody else in the secretariat',
  me: 'You',
  titleForSecretary: (forum) => `Question to the secretariat · ${forum}`,
  titleForAsker: (forum) => `Question to the secretariat · ${forum}`,
  askedBy: (who, enquiry) => `${who} · ${atMoment(enquiry.askedAt)}`,
  after: (context) => `Following on from: ${context}`,
  searched: ({ searched }) =>
    searched.topic === ''
      ? `I searched in vain in ${searchedIn(searched)}.`
      : `I searched in vain for ${searched.topic} in ${searchedIn(searched)}.`,
  answered: (who, at) => `Reply from ${who}, ${atMoment(at)}`,
  sent: 'Your question has been sent to the secretariat. The reply comes to you in our personal chat. You can take it back until it is answered.',
  sentAlready: 'Your question has already been sent to the secretariat. You can take it back until it is answered.',
  answeredAlready: 'The secretariat has already answered your question. The reply stands in our personal chat.',
  takenBack: 'You have taken the question back. The secretariat is not to answer it.',
  tooLateToTakeBack: 'The secretariat has answered, so the question cannot be taken back.',
  toAnswer: 'The reply is sent to whoever asked, in a personal chat, with your name.',
  answerSent: 'Your reply has been sent to whoever asked.',
  answeredByOther: (who) => `${who} had answered already. Your reply has not been sent.`,
  isAnswered: 'It has been answered.',
  isTakenBack: 'The question has been taken back. No reply is needed.',
  worthAdding: 'Belongs in the minutes.',
  marked: 'Marked: it belongs in the minutes.',
  unmarked: 'The mark is gone.',
  answerField: 'Your reply',
  answerMissing: 'Write a reply.',
  worthAddingField: 'For the archive',
  worthAddingText: 'Belongs in the minutes',
  noSecretary: (forum) =>
    `No secretary is registered in ${forum}, so I cannot send your question. Ask the secretariat directly, and ask it to be put on the list of members.`,
  whichForum: 'Which secretariat?',
  whichForumText: 'You read the minutes of several forums. Choose the one your question belongs to.',
  tooMany: (count) =>
    `You have ${count} questions waiting at the secretariat already. Wait for a reply, or take one of them back.`,
  personalOnly: 'I show questions to the secretariat in a personal chat only. Write to me there.',
  noneOpen: 'No questions are waiting for a reply.',
  waiting: (count) => (count === 1 ? '1 question waits for a reply' : `${count} questions wait for a reply`),
  more: (count) => `and ${count} more`,
  listTitle: 'Questions to the secretariat',
  asks: (who, question) => `${who} asks the secretariat: ${question}`,
  asksClosed: (who) => `${who} asks the secretariat about something`,
  hasAnswered: (who, question) => `${who} has answered: ${question}`,
  hasAnsweredClosed: (who) => `${who} has answered your question`,
  shortDate: (instant) => formatDate(toLocalTime(instant).date),
};

export const englishButtons: Wording<typeof danishButtons> = {
  answer: 'Send the reply',
  takeBack: 'Take it back',
  mark: 'Belongs in the minutes',
  unmark: 'Remove the mark',
  show: 'Reply',
  showOf: (who) => `Reply to a question from ${who}`,
};
