import { formatLongDate } from '../../danish/date-format.js';
import type { Wording } from '../../domain/language.js';
import type { danishActions, danishChanges, danishKinds, danishStates, danishWhyNot } from './phrases.js';
import { spokenInEnglish } from './posted/phrases.en.js';

export const englishKinds: Wording<typeof danishKinds> = {
  decision: 'Decision',
  discussion: 'Discussion',
  briefing: 'Briefing',
  written_briefing: 'Written briefing',
  theme: 'Theme',
  nomination: 'Nomination',
  approval: 'Approval',
  any_other_business: 'Any other business',
  other: 'Item',
};

export const englishStates: Wording<typeof danishStates> = {
  draft: 'Draft',
  scheduled: 'Goes out by itself',
  published: 'Published',
  changed: 'Published and changed',
  held: 'The meeting has been held',
  archived: 'The minutes are in the archive',
  withdrawn: 'Taken back',
  cancelled: 'Cancelled',
};

export const englishChanges: Wording<typeof danishChanges> = {
  item: (number, topic) => `item ${number}, ${topic}`,
  closedItem: (number) => `item ${number} (closed)`,
  moved: (from, to) => `The meeting has been moved from ${from} to ${to}`,
  place: (place) => (place === null ? 'The place is not given any more' : `New place: ${place}`),
  deadline: (at) =>
    at === null ? 'There is no deadline for input any more' : `New deadline for input: ${spokenInEnglish(at)}`,
  added: (item) => `New: ${item}`,
  changed: (item) => `Changed: ${item}`,
  withdrawn: (item) => `Dropped: ${item}`,
  broughtBack: (item) => `Back again: ${item}`,
  removed: (item) => `Taken off: ${item}`,
  reordered: 'The order is another',
};

export const englishWhyNot: Wording<typeof danishWhyNot> = {
  draft: 'The agenda is a draft.',
  scheduled: 'The agenda is a draft that goes out by itself.',
  published: 'The agenda has been published already.',
  changed: 'The agenda has been published already.',
  held: 'The meeting has been held, so the agenda cannot be changed any more.',
  archived: "The meeting's minutes are in the archive, so the agenda cannot be changed any more.",
  withdrawn: 'The agenda has been taken back.',
  cancelled: 'The meeting has been cancelled.',
};

export const englishActions: Wording<typeof danishActions> = {
  noChannel:
    'The forum has no channel yet, so I cannot publish the agenda. Go to the channel in Teams and type "@Referent tilknyt kanal". Then try again.',
  noItems: 'There are no items on the agenda yet. Add one before you publish.',
  timeOver: 'That time has passed. Choose a later one, or publish at once.',
  meetingOver: (date) => `The meeting of ${formatLongDate(date)} is over by then. Mend the meeting's date first.`,
  newest: 'See the newest version with "kladde".',
  notScheduled: 'The agenda is not set to go out by itself.',
};
