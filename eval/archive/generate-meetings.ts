import { addDays } from '../../src/danish/dates.js';
import type { AgendaItem, Section, SectionKind } from '../../src/domain/agenda-item.js';
import type { MeetingDocument } from '../../src/domain/meeting-document.js';
import { readCaseNumber } from '../../src/minutes-parser/read-case-number.js';
import { caseSentences, decisions, occasions, rareDecisions, recommendationPoints, titleForms } from './common-text.js';
import { offices } from './names.js';
import { otherThemes } from './other-themes.js';
import { seedThemes } from './seed-themes.js';
import { Writer } from './writer.js';

const lines = { first: 1, last: 1 };

/** The first and last week of the archive, Monday. The seeds lie in its second half. */
const firstMonday = '2008-01-07';
const weeks = 18 * 52;

/**
 * From and before: when the seeds' own topics are written about. Before the seeds' first meeting, so that their decisions stay the newest; after
 * the years that questions without an answer ask about.
 */
const seedTopicYears = { from: '2015', before: '2019' };

const headings: Partial<Record<SectionKind, string>> = {
  occasion: 'Anledning',
  case: 'Sagsfremstilling',
  recommendation: 'Indstilling',
  decision: 'Beslutning',
  attachments: 'Bilag',
};

function makeItem(writer: Writer, date: string, number: number): AgendaItem {
  const onSeedTopics = date >= seedTopicYears.from && date < seedTopicYears.before;
  const theme = writer.pick(onSeedTopics ? [...seedThemes, ...otherThemes] : otherThemes);
  const topic = writer.fill(writer.pick(theme.topics), '');
  const title = writer.fill(writer.pick(titleForms), topic);
  const fillAll = (forms: readonly string[]) => forms.map((form) => writer.fill(form, topic));
  const points = fillAll(writer.some(recommendationPoints, writer.number(1, 3)));
  const sentences = fillAll([
    ...writer.some(theme.case, writer.number(3, 5)),
    ...writer.some(caseSentences, writer.number(5, 12)),
  ]);
  const mixed = writer.some(sentences, sentences.length);
  const paragraphs: string[] = [];
  while (mixed.length > 0) paragraphs.push(mixed.splice(0, writer.number(2, 5)).join(' '));
  const ownDecision = writer.number(0, 1) === 0 ? [] : writer.some(theme.decisions, 1);
  const common = date < seedTopicYears.before ? [...decisions, ...rareDecisions] : decisions;
  const decision = fillAll([...writer.some(common, ownDecision.length === 0 ? 2 : 1), ...ownDecision]).join(' ');
  const proposal = `Kommunaldirektøren indstiller,\n\n${points.map((point, index) => `${index + 1}. ${point}`).join('\n')}`;
  const attachments = writer.number(0, 2) === 0 ? [] : [`Notat om ${topic}`, `Bilag ${number} ${topic}.pdf`];
  const parts: [SectionKind, string][] = [
    ['occasion', writer.fill(writer.pick(occasions), topic)],
    ['case', paragraphs.join('\n\n')],
    ['recommendation', proposal],
    ['decision', decision],
    ['attachments', attachments.join('\n')],
  ];
  const sections = parts
    .filter(([, body]) => body !== '')
    .map(([kind, body]): Section => ({ kind, heading: headings[kind] ?? '', text: body, lines }));
  return {
    number,
    title,
    topic: title,
    kind: 'decision',
    access: 'open',
    caseNumber: readCaseNumber(writer.caseNumber()) ?? null,
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

const monthOf = (date: string): string => date.slice(0, 7);

/**
 * So many workdays, evenly spread over the years. None in a month that is taken, so that "mødet i marts 2023" is one meeting, and none after
 * the last that is taken, so that "sidste møde" stays what it was.
 */
function spreadDates(count: number, taken: ReadonlySet<string>): string[] {
  const months = new Set([...taken].map(monthOf));
  const last = [...taken].sort().at(-1) ?? '9999';
  const free = Array.from({ length: weeks * 5 }, (_, index) =>
    addDays(firstMonday, Math.floor(index / 5) * 7 + (index % 5)),
  ).filter((date) => date < last && !months.has(monthOf(date)));
  if (count > free.length) throw new RangeError(`at most ${free.length} meetings`);
  return Array.from({ length: count }, (_, index) => free[Math.floor((index * free.length) / count)] ?? firstMonday);
}

/**
 * Meetings of a made-up forum to hide the seeds among: evenly from 2008 to the seeds' last, eight to twelve items each, the same in every
 * run. Varied, plausible text, some of it on the seeds' own topics in earlier years, and none of it as good an answer as the seeds' to
 * what is asked of them.
 *
 * @param taken ISO dates of the meetings to be hidden.
 */
export function generateMeetings(count: number, taken: ReadonlySet<string> = new Set()): MeetingDocument[] {
  return spreadDates(count, taken).map((date, index) => {
    const writer = new Writer(index + 1, date);
    const items = Array.from({ length: writer.number(8, 12) }, (_, place) => makeItem(writer, date, place + 1));
    const person = () => ({ name: writer.person(), title: writer.pick(offices) });
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
