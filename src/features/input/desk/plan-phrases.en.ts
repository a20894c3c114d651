import { spokenInstant } from '../../../danish/date-format.js';
import type { Wording } from '../../../domain/language.js';
import type { danishPlan } from './plan-phrases.js';

export const englishPlan: Wording<typeof danishPlan> = {
  title: (meeting) => `Input for ${meeting}`,
  meta: (deadline) =>
    deadline === null ? 'No deadline: set one under "Ret mødet"' : `Deadline ${spokenInstant(deadline)}`,
  notAsked: 'No input is asked for before the meeting.',
  asked: 'This is what I ask when the agenda is published.',
  noDeadline: 'Without a deadline I ask nobody.',
  seenBy: (visibility, naming) => `Answers are seen by: ${visibility}. ${naming}`,
  namings: { person: 'With names', department: "The department's name only" },
  reminders: (hours) =>
    hours.length === 0
      ? 'No reminders.'
      : `Reminders ${hours.map((hour) => `${hour} ${hour === 1 ? 'hour' : 'hours'}`).join(' and ')} before the deadline, only to those who are missing.`,
  itemLine: (number, what) => `${number}: ${what}`,
  nothing: 'Nothing is asked',
  specs: {
    stance: 'Position',
    acknowledge: 'Seen',
    approve: 'Approval of minutes',
    availability: 'Attendance',
    questions: (count) => (count === 1 ? 'One question' : `${count} questions`),
    nomination: (atLeast, atMost) => {
      const count = atLeast === atMost ? `${atMost}` : `${atLeast}-${atMost}`;
      return count === '1' ? 'Nomination of one a department' : `Nomination of ${count} a department`;
    },
  },
  suggested: 'suggested',
  availability: 'Everybody is also asked whether they attend the meeting.',
  shown: (first, last, total) => `Showing items ${first}–${last} of ${total}.`,
  saved: 'Saved.',
  undone: 'The change is undone.',
  stale: 'Somebody else changed it meanwhile. Nothing is saved. This is how it is now.',
  generalTitle: 'How I ask',
  isAsked: 'Ask for input before the meeting',
  visibility: 'Who sees the answers?',
  visibilityMissing: 'Choose who sees the answers.',
  naming: 'Are names shown?',
  firstReminder: 'First reminder, hours before the deadline',
  secondReminder: 'Second reminder, hours before the deadline',
  hoursPlaceholder: 'Empty: none',
  hoursFault: (written) => `"${written}" is no number of hours. Write a whole number from 1 to 336.`,
  itemTitle: (number) => `Input on item ${number}`,
  closedLead: 'The item is closed. Only those who may see it are asked.',
  stance: 'Ask for positions',
  acknowledge: 'Ask to have the item seen',
  approve: 'Ask whether the minutes can be approved',
  nomination: 'Persons each department is to nominate (0 for none)',
  nominationFault: (most) => `Write a whole number from 0 to ${most}.`,
  question: (number) => `Question ${number}`,
  answerKind: (number) => `Answer to question ${number}`,
  answerKinds: { text: 'Text', choice: 'Choice', number: 'Number', date: 'Date' },
  choices: (number) => `Choices for question ${number}, with semicolons between`,
  choicesPlaceholder: 'Only for Choice: Yes; No; Do not know',
  choicesFault: (number) => `Write at least two choices for question ${number}, with semicolons between.`,
  tooManyChoices: (number, most) => `Question ${number} can have at most ${most} choices.`,
  mustAnswer: (number) => `Question ${number} must be answered`,
  yes: 'Yes',
  change: 'Change',
  changeItem: (number, title) => `Change what is asked about item ${number}: ${title}`,
  general: 'Who sees it, and reminders',
  undo: 'Undo',
  toDraft: 'To the draft',
  save: 'Save',
  suggest: 'Use the suggestion',
  back: 'Back',
  previous: 'Previous items',
  next: 'More items',
};
