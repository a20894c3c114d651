import type { AgendaItem, Section, SectionKind } from '../domain/agenda-item.js';
import type { MeetingDocument } from '../domain/meeting-document.js';
import type { PersonName } from '../domain/person.js';
import { type SearchEntry, type SearchField, searchFields } from '../domain/search-entry.js';
import { runInTurns, runThrough, type Steps } from '../domain/steps.js';
import { indexInSteps } from './analyse-text.js';
import { splitIntoPieces } from './split-into-pieces.js';

/** Which field a section is searched in. */
export const fieldOfSection: Readonly<Record<SectionKind, SearchField>> = {
  occasion: 'summary',
  summary: 'summary',
  case: 'case',
  supplementaryCase: 'case',
  recommendation: 'recommendation',
  vision: 'case',
  economy: 'case',
  legal: 'case',
  citizens: 'case',
  history: 'case',
  decision: 'decision',
  attachments: 'attachments',
  absent: 'attendance',
  other: 'case',
};

const nameWithTitle = (person: PersonName): string =>
  person.title === null ? person.name : `${person.name} (${person.title})`;

const headOf = (document: MeetingDocument): string =>
  [document.forum, document.date, document.place ?? ''].filter((part) => part !== '').join('\n');

function sectionTexts(sections: readonly Section[], field: SearchField): string[] {
  return sections.filter((section) => fieldOfSection[section.kind] === field).map((section) => section.text);
}

function itemTexts(item: AgendaItem): Record<SearchField, string> {
  const inField = (field: SearchField) => sectionTexts(item.sections, field);
  const recommendation = inField('recommendation');
  const decision = inField('decision');
  const attachments = inField('attachments');
  const given = item.recommendation === null ? [] : [item.recommendation.proposer, ...item.recommendation.points];
  const titles = item.attachments.map((attachment) => attachment.title);
  const people = [...item.absent.map(nameWithTitle), ...item.presenters, ...item.guests];
  return {
    title: item.topic === '' ? item.title : item.topic,
    decision: (decision.length > 0 ? decision : [item.decision ?? '']).join('\n'),
    recommendation: (recommendation.length > 0 ? recommendation : given).join('\n'),
    summary: inField('summary').join('\n'),
    case: inField('case').join('\n'),
    attachments: (titles.length > 0 ? titles : attachments).join('\n'),
    attendance: people.join('\n'),
    head: item.caseNumber?.text ?? '',
  };
}

/** How many letters are analysed in one step; a few milliseconds of work, whatever the letters are. */
const lettersAStep = 10_000;

/**
 * The index terms of a text, separated by blanks; a step for each piece.
 *
 * @param words gets the words as people write them
 */
function* indexText(text: string, words: Set<string>): Steps<string> {
  const indexed: string[] = [];
  for (const piece of splitIntoPieces(text, lettersAStep)) {
    indexed.push((yield* indexInSteps(piece, words)).join(' '));
    yield;
  }
  return joinTerms(indexed);
}

const joinTerms = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** What an entry says of its meeting: read once for all of them. */
interface MeetingHead {
  terms: string;
  /** As people write them, each once. */
  words: ReadonlySet<string>;
}

function* toEntry(
  itemNumber: number | null,
  access: SearchEntry['access'],
  texts: Record<SearchField, string>,
  head: MeetingHead,
): Steps<SearchEntry> {
  const fields = { ...texts };
  const words = new Set<string>();
  for (const field of searchFields) fields[field] = yield* indexText(texts[field], words);
  fields.head = joinTerms([head.terms, fields.head]);
  for (const word of head.words) words.add(word);
  return { itemNumber, access, fields, words: [...words] };
}

function* analyseInSteps(document: MeetingDocument): Steps<SearchEntry[]> {
  const headWords = new Set<string>();
  const head = { terms: yield* indexText(headOf(document), headWords), words: headWords };
  const meeting: Record<SearchField, string> = {
    title: '',
    decision: '',
    recommendation: '',
    summary: '',
    case: '',
    attachments: '',
    attendance: document.participants.map(nameWithTitle).join('\n'),
    head: '',
  };
  const entries = [yield* toEntry(null, 'open', meeting, head)];
  for (const item of document.items) entries.push(yield* toEntry(item.number, item.access, itemTexts(item), head));
  return entries;
}

/**
 * What the search index holds of a document: one entry for the meeting itself (forum, date, place, participants) and one
 * for each item. Pure; the same document gives the same entries.
 */
export const analyseDocument = (document: MeetingDocument): SearchEntry[] => runThrough(analyseInSteps(document));

/** The same, for a process that others wait for. */
export const analyseInTurns = (document: MeetingDocument): Promise<SearchEntry[]> =>
  runInTurns(analyseInSteps(document));
