import { formatDate, formatLongDate } from '../../../danish/date-format.js';
import type { Wording } from '../../../domain/language.js';
import type { danishButtons, danishDifference, danishFiles, danishNoteTitle, danishReview } from './phrases.js';

const items = (count: number): string => (count === 1 ? '1 item' : `${count} items`);

export const englishFiles: Wording<typeof danishFiles> = {
  onlyPersonal: 'Send me the file in a personal chat. Others can read along here.',
  oneAtATime: 'Send me one file at a time, so that we keep them apart.',
  reading: (name) => `I am reading ${name === '' ? 'the file' : name} …`,
  tooHard:
    'I could not read the file: it takes too much time or memory. Save it as a PDF without pictures, and send it again.',
  tooExtensive:
    'I cannot take the file: it has more than 1000 items, or a single item fills more than 80 pages. Save it without the text of the attachments, and send it again.',
  notRead: 'I could not read the file. Save it as PDF or Word (.docx), and send it again.',
  unread: (why) => `I could not read the file. ${why}`,
  otherForum: (forum, mine) =>
    `The file is minutes of ${forum}. You can only put minutes into the archive of ${mine.join(', ')}. Nothing has been saved. If the forum is misspelt at the top of the file, mend it and send the file again.`,
  usualName: 'file',
};

export const englishReview: Wording<typeof danishReview> = {
  title: (forum, date) => `Minutes: ${forum} ${formatLongDate(date)}`,
  summary: (forum, date) => `Minutes of ${forum} ${formatLongDate(date)} to look through`,
  read: (fileName, count) => `I have read ${items(count)} in ${fileName}. Nothing is in the archive yet.`,
  isNew: 'The archive has no minutes of that day.',
  isSame: 'The same document is in the archive already. You can still change what is closed.',
  changes: 'This changes in the archive',
  noChanges: 'Items and decisions are the same as in the archive.',
  findings: 'This is what I noticed',
  more: (count) => `And ${count} more.`,
  access: 'Closed items',
  accessLead: 'Tick the items that only those entitled may read. Where I was in doubt, the item is ticked.',
  closed: 'Closed',
  shown: (first, last, total) => `Shows items ${first}–${last} of ${total}.`,
  settled: 'The file has been dealt with already.',
  discarded: 'The file has been discarded. Nothing was put into the archive.',
  unchanged: 'The same minutes were in the archive already. Nothing has changed.',
  archivedTitle: 'The minutes are in the archive',
  archived: (forum, date, closed) =>
    `${forum} ${formatLongDate(date)}. ${closed === 0 ? 'All items are open.' : `Closed: ${items(closed)}.`}`,
  channelTold: 'The channel is told.',
  takenBackTitle: 'The minutes have been taken back',
  takenBack: (date) =>
    `The archive is as it was before you put in the minutes of ${formatDate(date)}. Send the file again if it is to go in after all.`,
};

export const englishButtons: Wording<typeof danishButtons> = {
  archive: 'Put into the archive',
  discard: 'Discard',
  takeBack: 'Take back',
  showMeeting: 'Show the meeting',
  previous: 'Previous items',
  next: 'More items',
};

export const englishDifference: Wording<typeof danishDifference> = {
  added: (number, topic) => `New item ${number}: ${topic}`,
  removed: (number, topic) => `Item ${number} is not there any more: ${topic}`,
  renumbered: (from, to) => `Item ${from} is now item ${to}`,
  decision: (number) => `Item ${number}: the decision is another`,
  text: (number) => `Item ${number}: the text has changed`,
  closed: (number) => `Item ${number} is closed now`,
  opened: (number) => `Item ${number} is open now`,
};

export const englishNoteTitle: Wording<typeof danishNoteTitle> = { title: 'New minutes' };
