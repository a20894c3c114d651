import { formatDate } from '../../src/danish/date-format.js';
import type { MeetingDocument } from '../../src/domain/meeting-document.js';
import type { Place } from '../../src/evaluation/question-set.js';

/** A text another engine can index: an item, or the head of a meeting. */
export interface RivalText {
  place: Place;
  title: string;
  body: string;
}

/** Another search engine over the same entries. */
export interface Rival {
  name: string;
  /** At most ten places, best first. The question comes as it was typed. */
  find(question: string): Promise<Place[]>;
  close(): Promise<void>;
}

/** The date as stored and as people read it. */
const datesOf = (date: string): string => `${date} ${formatDate(date)}`;

/** The same minutes as plain texts, one entry for each open item and one for each meeting, as Referent has them. */
export function toRivalTexts(document: MeetingDocument): RivalText[] {
  const people = document.participants.map(({ name, title }) => `${name} ${title ?? ''}`);
  const times = `${document.startTime ?? ''} ${document.endTime ?? ''}`;
  const head = [document.forum, datesOf(document.date), document.place ?? '', times, ...people].join('\n');
  return [
    { place: { meetingDate: document.date, itemNumber: null }, title: document.forum, body: head },
    ...document.items
      .filter((item) => item.access === 'open')
      .map((item) => ({
        place: { meetingDate: document.date, itemNumber: item.number },
        title: item.title,
        body: [
          item.caseNumber?.text ?? '',
          datesOf(document.date),
          ...item.sections.map(({ heading, text }) => `${heading}\n${text}`),
        ].join('\n'),
      })),
  ];
}
