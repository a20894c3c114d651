import { formatDayAndMonth } from '../../../danish/date-format.js';
import type { Wording } from '../../../domain/language.js';
import type { danish, danishButtons, danishStates, danishTitles } from './phrases.js';

export const englishStates: Wording<typeof danishStates> = {
  draft: 'Draft',
  proposed: 'Suggested, waits for the secretariat',
  accepted: 'On the agenda',
  returned: 'Sent back',
  taken_back: 'Taken back',
};

const forMeeting = (date: string | null): string => (date === null ? 'the next meeting' : formatDayAndMonth(date));

export const english: Wording<typeof danish> = {
  newItem: 'New item',
  newItemSummary: 'New item for the agenda',
  whichForum: 'Which forum is the item for?',
  formLead: 'Save it as a draft, or suggest it. The secretariat puts it on the agenda or writes to you.',
  change: 'Change your item',
  ownTitle: 'Your items',
  waitingTitle: 'Suggested items',
  none: 'You have no items waiting.',
  noneWaiting: 'No suggestions are waiting.',
  by: (name) => `suggested by ${name}`,
  meant: (date) => `for ${forMeeting(date)}`,
  note: (note) => `The secretariat writes: ${note}`,
  shown: (first, last, total) => `Shows ${first}–${last} of ${total} items.`,
  saved: 'The draft is saved. Only you can see it.',
  proposed: 'The item has been suggested. You are told when the secretariat has looked at it.',
  takenBack: 'The item has been taken back and is your draft again.',
  deleted: 'The draft has been deleted.',
  stale: 'The item has been changed since you opened the card. Nothing has been saved. Here is the newest.',
  notYours: 'That item is somebody else\'s. Type "nyt punkt" if you want to suggest one yourself.',
  notOpen: (state) => `It cannot be changed any more. The item is: ${englishStates[state].toLowerCase()}.`,
  returnTitle: 'Send the item back',
  returned: 'The item has been sent back, and whoever suggested it is told.',
  accepted: (number) => `The item is on the agenda as item ${number}.`,
  noAgenda: 'There is no agenda to put it on. Make a new one first.',
  place: (forum) => `Suggestion for ${forum}`,
};

export const englishButtons: Wording<typeof danishButtons> = {
  open: 'Open',
  openItem: (title) => `Open the item: ${title}`,
  saveDraft: 'Save as a draft',
  propose: 'Suggest',
  change: 'Change',
  takeBack: 'Take back',
  remove: 'Delete',
  newItem: 'New item',
  own: 'Your items',
  waiting: 'All suggestions',
  accept: (date) => `Put on ${formatDayAndMonth(date).replace(/^\S+ /, '')}`,
  sendBack: 'Send back',
  send: 'Send it',
  back: 'Back',
};

export const englishTitles: Wording<typeof danishTitles> = {
  proposed: 'Suggestion of an item',
  answered: 'Answer to a suggestion',
  notPublished: 'Agenda that did not go out',
};
