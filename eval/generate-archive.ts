import { formatDate } from '../src/danish/date-format.js';
import { addDays } from '../src/danish/dates.js';
import type { AgendaItem, Section, SectionKind } from '../src/domain/agenda-item.js';
import type { MeetingDocument } from '../src/domain/meeting-document.js';
import * as text from './generated-text.js';

/** A small generator of even numbers from a seed (mulberry32): the same archive in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class Writer {
  readonly #random: () => number;
  readonly #date: string;

  constructor(seed: number, date: string) {
    this.#random = createRandom(seed);
    this.#date = date;
  }

  number(low: number, high: number): number {
    return low + Math.floor(this.#random() * (high - low + 1));
  }

  pick(choices: readonly string[]): string {
    return choices[this.number(0, choices.length - 1)] ?? '';
  }

  some(choices: readonly string[], count: number): string[] {
    return Array.from({ length: count }, () => this.pick(choices));
  }

  /** Fills the places of a sentence; the topic stays the same throughout an item. */
  fill(form: string, topic: string): string {
    const year = Number(this.#date.slice(0, 4));
    return form
      .replace('{t}', topic)
      .replace('{T}', topic.charAt(0).toUpperCase() + topic.slice(1))
      .replace(/\{(\w+)\}/g, (_, name: string) => {
        switch (name) {
          case 'd':
            return this.pick(text.departments);
          case 'p':
            return `${this.pick(text.firstNames)} ${this.pick(text.lastNames)}`;
          case 'b':
            return this.pick(text.bodies);
          case 'y':
            return String(year + this.number(-1, 2));
          case 'm':
            return `${this.number(1, 40)},${this.number(1, 9)}`;
          case 'date':
            return formatDate(addDays(this.#date, this.number(7, 150)));
          default:
            return String(this.number(2, 60));
        }
      });
  }
}

const lines = { first: 1, last: 1 };

/** The seeds begin in this year. */
const seedsBegin = '2019-01-01';

function makeItem(writer: Writer, date: string, number: number): AgendaItem {
  const topics = date < seedsBegin ? [...text.seedTopics, ...text.otherTopics] : text.otherTopics;
  const topic = writer.fill(writer.pick(topics), '');
  const title = writer.fill(writer.pick(text.titleForms), topic);
  const write = (forms: readonly string[], count: number) =>
    writer.some(forms, count).map((form) => writer.fill(form, topic));
  const points = write(text.recommendationPoints, writer.number(1, 3));
  const paragraphs = Array.from({ length: writer.number(2, 5) }, () =>
    write(text.caseSentences, writer.number(2, 5)).join(' '),
  );
  const decision = write(text.decisions, writer.number(1, 2)).join(' ');
  const proposal = `Kommunaldirektøren indstiller,\n\n${points.map((point, index) => `${index + 1}. ${point}`).join('\n')}`;
  const attachments = writer.number(0, 2) === 0 ? [] : [`Notat om ${topic}`, `Bilag ${number} ${topic}.pdf`];
  const parts: [SectionKind, string][] = [
    ['occasion', write(text.occasions, 1).join(' ')],
    ['case', paragraphs.join('\n\n')],
    ['recommendation', proposal],
    ['decision', decision],
    ['attachments', attachments.join('\n')],
  ];
  const sections: Section[] = parts
    .filter(([, body]) => body !== '')
    .map(([kind, body]) => ({ kind, heading: '', text: body, lines }));
  return {
    number,
    title,
    topic: title,
    kind: 'decision',
    access: 'open',
    caseNumber: null,
    timeSlot: null,
    durationMinutes: null,
    presenters: [],
    guests: [],
    sections,
    recommendation: { proposer: 'Kommunaldirektøren', points },
    decision,
    outcomes: [],
    commitments: [],
    attachments: attachments.map((one) => ({ title: one })),
    absent: [],
    lines,
  };
}

/**
 * Meetings of a made-up forum to hide the seeds among: every second week or oftener from 2008 to 2026, eight to twelve items each,
 * the same in every run. Varied, plausible text; some of it on the seeds' own topics in other years.
 */
export function generateMeetings(count: number): MeetingDocument[] {
  const days = 18 * 365;
  return Array.from({ length: count }, (_, index) => {
    const date = addDays('2008-01-03', Math.floor((index * days) / Math.max(1, count)));
    const writer = new Writer(index + 1, date);
    const items = Array.from({ length: writer.number(8, 12) }, (_unused, place) => makeItem(writer, date, place + 1));
    const person = () => ({ name: writer.fill('{p}', ''), title: `Afdelingschef ${writer.pick(text.departments)}` });
    return {
      kind: 'minutes',
      forum: 'Chefforum',
      date,
      startTime: '09:00',
      endTime: null,
      place: `Mødelokale ${writer.number(1, 9)}`,
      participants: Array.from({ length: 6 }, person),
      contents: [],
      items,
      findings: [],
    };
  });
}
