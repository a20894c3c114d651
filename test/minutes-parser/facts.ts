import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgendaItem } from '../../src/domain/agenda-item.js';
import type { MeetingDocument } from '../../src/domain/meeting-document.js';

/** What a right reading of a document must hold, as its author wrote it down. Facts a file leaves out are not compared. */
export interface ItemFacts {
  number: number;
  title: string;
  topic: string;
  caseNumber: string | null;
  sectionKinds: string[];
  proposer: string | null;
  points: number;
  decisionStart: string | null;
  decisionEnd: string | null;
  attachments: string[];
  absent: string[];
  timeSlot: string[] | null;
  durationMinutes: number | null;
  presenters: string[];
  guests?: string[];
  closed?: boolean;
  kind?: string;
  outcomes?: string[];
  commitments?: { text: string }[];
}

export interface DocumentFacts {
  kind: string;
  forum: string;
  date: string;
  startTime: string | null;
  endTime?: string | null;
  place: string | null;
  participants: string[];
  pages: (number | null)[];
  items: ItemFacts[];
  file: string;
}

export function readFacts(folder: string): DocumentFacts[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.facts.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as DocumentFacts);
}

/** The facts of what was read, in the shape of the expected ones and with only what those hold. */
export function factsOf(document: MeetingDocument, expected: DocumentFacts): DocumentFacts {
  const { kind, forum, date, startTime, place, contents, participants } = document;
  return {
    kind,
    forum,
    date,
    startTime,
    ...('endTime' in expected ? { endTime: document.endTime } : {}),
    place,
    participants: participants.map(({ name }) => name),
    pages: contents.map(({ page }) => page),
    items: document.items.map((item, index) => itemFacts(item, expected.items[index])),
    file: expected.file,
  };
}

const leftOut = new Set(['attachments', 'absent', 'other']);

function itemFacts(item: AgendaItem, expected: ItemFacts | undefined): ItemFacts {
  const { decision } = item;
  const has = (name: keyof ItemFacts) => expected !== undefined && name in expected;
  return {
    number: item.number,
    title: item.title,
    topic: item.topic,
    caseNumber: item.caseNumber?.text ?? null,
    sectionKinds: item.sections.map(({ kind }) => kind).filter((kind) => !leftOut.has(kind)),
    proposer: item.recommendation?.proposer ?? null,
    points: item.recommendation?.points.length ?? 0,
    decisionStart: shownAs(expected?.decisionStart, decision, (text, words) => text.startsWith(words)),
    decisionEnd: shownAs(expected?.decisionEnd, decision, (text, words) => text.endsWith(words)),
    attachments: item.attachments.map(({ title }) => title),
    // In any order: the documents do not agree with themselves.
    absent: sortedLike(
      item.absent.map(({ name }) => name),
      expected?.absent ?? [],
    ),
    timeSlot: item.timeSlot === null ? null : [item.timeSlot.start, item.timeSlot.end],
    durationMinutes: item.durationMinutes,
    presenters: item.presenters,
    ...(has('guests') ? { guests: item.guests } : {}),
    ...(has('closed') ? { closed: item.access === 'closed' } : {}),
    ...(has('kind') ? { kind: item.kind } : {}),
    ...(has('outcomes') ? { outcomes: codesOf(item) } : {}),
    ...(has('commitments') ? { commitments: sortedByText(item.commitments, expected?.commitments ?? []) } : {}),
  };
}

/** The expected words when the text has them in the right place, else the whole text, so that a failure shows it. */
function shownAs(
  expected: string | null | undefined,
  decision: string | null,
  holds: (text: string, words: string) => boolean,
): string | null {
  if (decision === null || expected === null || expected === undefined) return decision;
  return holds(decision.replace(/\s+/g, ' '), expected) ? expected : decision;
}

function sortedLike(names: string[], expected: readonly string[]): string[] {
  return names.toSorted((a, b) => expected.indexOf(a) - expected.indexOf(b));
}

/** Each code once. The facts do not tell points apart: an item approved with remarks in one point is approved with remarks. */
function codesOf({ outcomes }: AgendaItem): string[] {
  const codes = [...new Set(outcomes.map(({ code }) => code))];
  return codes.includes('approved_with_remarks') ? codes.filter((code) => code !== 'approved') : codes;
}

/** In the order of the facts: which of two promises is named first says nothing. */
function sortedByText<Said extends { text: string }>(
  read: readonly Said[],
  expected: readonly { text: string }[],
): Said[] {
  const place = ({ text }: Said) => expected.findIndex((other) => other.text === text);
  return read.toSorted((a, b) => place(a) - place(b));
}
