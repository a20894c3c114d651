import type { MeetingDocument } from '../../src/domain/meeting-document.js';
import type { Place } from '../question-set.js';

/** A text another engine can index: an item, or the head of a meeting. */
export interface RivalText {
  place: Place;
  title: string;
  body: string;
}

export interface Rival {
  name: string;
  /** Places, best first. */
  find(question: string): Place[];
}

/** The same minutes as plain texts, one for each item and one for each meeting. */
export function toRivalTexts(document: MeetingDocument): RivalText[] {
  const people = document.participants.map((person) => `${person.name} ${person.title ?? ''}`);
  const head = [document.forum, document.date, document.place ?? '', document.startTime ?? '', ...people].join('\n');
  return [
    { place: { meetingDate: document.date, itemNumber: null }, title: document.forum, body: head },
    ...document.items
      .filter((item) => item.access === 'open')
      .map((item) => ({
        place: { meetingDate: document.date, itemNumber: item.number },
        title: item.title,
        body: [item.caseNumber?.text ?? '', document.date, ...item.sections.map((one) => one.text)].join('\n'),
      })),
  ];
}
