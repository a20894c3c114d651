import { spokenInstant } from '../../../danish/date-format.js';
import type { Wording } from '../../../domain/language.js';
import { comingMeeting } from './coming-meeting.js';
import type { danishMine } from './my-phrases.js';

const items = (count: number): string => (count === 1 ? '1 item' : `${count} items`);

export const englishMine: Wording<typeof danishMine> = {
  titles: {
    answer: 'Answer',
    change: 'Change',
    seen: 'Seen',
    show: 'Open',
    of: (title, item) => `${title}: ${item}`,
    rest: 'No remarks on the rest',
    absent: 'I do not attend',
    delegate: 'Let somebody answer',
    changeDelegate: 'Change who answers',
    pause: (when) => `Remind me ${when}`,
    undo: 'Undo',
    save: 'Save',
    saveAndNext: 'Save and next',
    withdraw: 'Withdraw the answer',
    stands: 'My answer stands',
    history: 'Earlier versions',
    wholeItem: 'Read the whole item',
    earlier: 'Earlier decisions',
    back: 'To your preparation',
    confirm: 'Answer so',
    previous: 'Previous items',
    more: 'More items',
  },
  phrases: {
    title: (agenda) => `Your preparation for ${comingMeeting(agenda)}`,
    onBehalf: (label) => `On behalf of ${label}`,
    place: (meeting, label, isOnBehalf) => `${meeting}, ${isOnBehalf ? 'on behalf of ' : ''}${label}`,
    progress: (answered, asked) => `${answered} of ${items(asked)} answered`,
    deadline: (at) => `deadline ${spokenInstant(at)}`,
    deadlineOver: (at) => `the deadline was ${spokenInstant(at)}`,
    closed: (at) => `closed ${spokenInstant(at)}`,
    overLead: 'The deadline has passed. You can still answer; the secretariat decides whether it counts.',
    missing: 'Missing',
    missingMore: (what) => `Missing: ${what}`,
    answered: (summary) => `✓ ${summary}`,
    late: (summary) => `Sent too late: ${summary}`,
    lateWithdrawn: 'Withdrawn after the deadline',
    outdated: 'The item was changed after you answered',
    notSaved: 'Your answer was not saved.',
    noItems: 'No answers are asked for on any item.',
    written: 'Written briefings',
    meeting: 'Do you attend the meeting?',
    meetingOf: (name) => `Does ${name} attend the meeting?`,
    meetingName: 'Attendance',
    shown: (first, last, total) => `Showing ${first}–${last} of ${total}.`,
    delegatedTo: (name) => `${name} can answer for you too.`,
    pausedUntil: (at) => `I will remind you ${spokenInstant(at)}.`,
    sees: ({ visibility, naming }) => {
      const readers = {
        secretariat: 'Your answer is seen by the chair and the secretariat.',
        directors: 'Your answer is seen by the chair, the directors and the secretariat.',
        forum_after_deadline:
          'Your answer is seen by the chair and the secretariat, and after the deadline by the whole forum.',
      }[visibility];
      const named = naming === 'department' ? " It is shown with the department's name, not yours." : '';
      return `${readers}${named} It may be subject to access to documents (aktindsigt).`;
    },
  },
  notices: {
    ask: (agenda, count, deadlineAt) =>
      `${comingMeeting(agenda)}: give input on ${items(count)} by ${spokenInstant(deadlineAt)}`,
    card: (agenda, answered, asked) =>
      `Your preparation for ${comingMeeting(agenda)}: ${answered} of ${items(asked)} answered`,
    delegated: (name, agenda, deadlineAt) =>
      `${name} asks you to answer instead: ${comingMeeting(agenda)}, by ${spokenInstant(deadlineAt)}`,
    standsIn: (name, agenda, deadlineAt) =>
      `You stand in for ${name} and can answer instead: ${comingMeeting(agenda)}, by ${spokenInstant(deadlineAt)}`,
    reminder: (agenda, count, deadlineAt) =>
      `You have ${items(count)} left to answer for ${comingMeeting(agenda)}. The deadline is ${spokenInstant(deadlineAt)}.`,
    changed: (numbers, agenda) =>
      `${numbers.length === 1 ? 'Item' : 'Items'} ${numbers.join(', ')} for ${comingMeeting(agenda)} changed after you answered. Does your answer stand?`,
    withdrawn: (agenda) =>
      `The agenda for ${comingMeeting(agenda)} was taken back. Your answers are kept, but are not used now.`,
    cancelled: (agenda) =>
      `The meeting of ${comingMeeting(agenda)} is cancelled. Your answers are kept, but are not used.`,
  },
  leads: {
    saved: (what) => `Saved. ${what}`,
    savedLate: (what) =>
      `Saved after the deadline. ${what} The secretariat decides whether it counts; until then, what you had answered before holds.`,
    unchanged: (what) => `There was nothing new to save. ${what}`,
    changedMeanwhile: 'Saved. The item was changed while you wrote. Read it again, and see whether your answer stands.',
    undone: (what) => `Undone. ${what}`,
    nothingToUndo: 'There are newer answers, so there is nothing to undo here. This is how it stands now.',
    stands: (what) => `Your answer stands: ${what}.`,
    undoneMany: (count) => `${count === 1 ? '1 item stands' : `${count} items stand`} now as before.`,
    restDone: 'The rest was answered already.',
    restSaved: (count) => `No remarks on ${items(count)}.`,
    delegated: (name) => `${name} can now answer for you and is told so. You can still answer yourself.`,
    notDelegated: 'Now only you answer.',
    paused: (at) => `I will remind you ${spokenInstant(at)}.`,
    item: (number, state) => `Item ${number}: ${state}.`,
    meeting: (state) => `The meeting: ${state}.`,
  },
  form: {
    title: (number, topic) => `${number}  ${topic}`,
    summary: (number, topic) => `Item ${number}: ${topic}`,
    recommendation: (text) => `Recommendation: ${text}`,
    outdated: 'The item was changed after you answered. Does your answer stand?',
    faults: 'Your answer is not saved yet. Look at the fields:',
    notSaved: (why) => `Your answer was not saved. ${why} What you wrote still stands here.`,
    tooLong: (max, given) => `The text is too long. There is room for ${max} characters here; you wrote ${given}.`,
    wanted: (what) => `Wanted: ${what}`,
    now: (state) => `Your answer now: ${state}`,
    tryAgain: 'Try to save again in a moment.',
    partial: 'You can save what you have, and answer the rest later.',
    closedItem: 'Closed item. Answer only here in the personal chat.',
    kindNames: {
      stance: 'position',
      acknowledge: 'seen',
      approve: 'approval',
      questions: 'questions',
      nomination: 'nomination',
      availability: 'attendance',
    },
  },
  rest: {
    title: 'No remarks on the rest',
    lead: 'This is what I answer for you when you press "Answer so":',
    line: (number, topic, summary) => `${number}  ${topic}: ${summary}`,
    own: (numbers) =>
      `Answer ${numbers.length === 1 ? 'item' : 'items'} ${numbers.join(', ')} yourself: I cannot do that for you.`,
    none: 'There is nothing I can answer for you. You have answered, or the items are for you to answer.',
  },
  delegate: {
    title: 'Let somebody answer',
    lead: 'Whoever you choose can answer for you for this meeting and sees your answers. The answer says who gave it.',
    label: 'Who may answer for you?',
    required: 'Choose one from the list.',
    nobody: 'Nobody, I answer myself',
    save: 'Choose',
    deputy: (name) => `${name} (deputy)`,
    notInRegister: 'That person is no longer on the list. Choose somebody else.',
  },
  history: {
    title: 'Your answers',
    version: (at, name) => `${spokenInstant(at)}, ${name}`,
    withdrawn: 'Withdrawn',
    late: 'after the deadline',
    accepted: 'after the deadline, counted',
    none: 'You have not answered yet.',
    page: (page, count) => `Page ${page} of ${count}`,
    previousPage: 'Newer answers',
    nextPage: 'Older answers',
  },
  replies: {
    notYours: 'That card holds no longer. Write "mit input" to me in a personal chat to get a new one.',
    writeInPerson: 'You give input in a personal chat, so that nobody else sees it. Write "mit input" to me there.',
    nothingAsked: 'You are not asked for input right now. I write to you when an agenda is ready.',
    noRound: (number) => `No input is asked for on item ${number}.`,
    notAsked: (number) =>
      `You are not asked for input on item ${number}. Ask the secretariat if you think you should be.`,
    nothingAskedOf: (number) => `No answer is asked for on item ${number}.`,
    gone: {
      withdrawn: 'The agenda was taken back, so nothing can be answered now.',
      cancelled: 'The meeting is cancelled, so nothing can be answered.',
      over: 'The meeting has been held, so nothing can be answered any more.',
    },
    itemGone: 'The item has left the agenda, so it cannot be answered.',
    nothingMissing: 'You have answered everything, so there is nothing to remind you of.',
    tooLateToRemind: 'The deadline is before that time, so I cannot remind you then.',
    chooseRound: 'Choose what to answer',
    chooseSummary: (count) => `You can answer in ${count} places`,
  },
  pause: { tomorrow: 'tomorrow at 8', onDay: (day) => `${day} at 8` },
};
