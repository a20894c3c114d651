import type { DocumentLine } from '../document-reader/document-lines.js';
import { foldSpace } from './blocks.js';
import { readListMark } from './list-marks.js';
import { readProposer } from './proposer.js';
import { looksLikeCaseNumber, readCaseNumber } from './read-case-number.js';
import { readContentsLine } from './read-contents.js';
import { itemHeading, readSectionHeading } from './section-headings.js';
import { sameTitle } from './titles-agree.js';

/** A line "Punkt N: title" that opens an item, and where its body begins. */
export interface ItemHeading {
  number: number;
  title: string;
  /** Index into the lines of the document. */
  at: number;
  /** Index of the first line after the title. */
  bodyAt: number;
}

/** How sure it is that a line "Punkt N: …" opens an item and is not a sentence of the text. */
const sureness = { bare: 1, marked: 2, opensSection: 3, certain: 4 } as const;

interface Candidate extends ItemHeading {
  sure: number;
}

export interface FoundHeadings {
  headings: ItemHeading[];
  /** Indexes of lines that look like an item's heading and are taken for text. */
  rejected: number[];
}

/** Lines a title may be wrapped over, and lines looked at below it. */
const mostTitleLines = 4;
const linesLookedAt = 8;

/**
 * The headings of the items, in document order.
 *
 * A heading stands after an empty line. It is certain when a case number follows or the table of contents lists the title; likely when a
 * section heading follows, or the document marks it as a heading; else it counts only as the next number that no surer line
 * claims. For each number only the surest lines count: a decision that reads "Punkt 2: Godkendt" opens no item 2.
 */
export function findItemHeadings(lines: readonly DocumentLine[], contentsTitles: readonly string[]): FoundHeadings {
  const listed = new Set(contentsTitles.map(sameTitle));
  const candidates = readCandidates(lines, listed);
  const surest = new Map<number, number>();
  for (const { number, sure } of candidates) surest.set(number, Math.max(surest.get(number) ?? 0, sure));
  const headings: ItemHeading[] = [];
  const rejected: number[] = [];
  for (const candidate of candidates) {
    const { sure, ...heading } = candidate;
    const expected = (headings.at(-1)?.number ?? 0) + 1;
    const counts = sure === surest.get(heading.number) && (sure > sureness.bare || heading.number === expected);
    if (counts) headings.push(heading);
    else rejected.push(heading.at);
  }
  return { headings, rejected };
}

function readCandidates(lines: readonly DocumentLine[], listed: ReadonlySet<string>): Candidate[] {
  const candidates: Candidate[] = [];
  for (const at of lines.keys()) {
    const candidate = readCandidate(lines, at, listed);
    if (candidate !== undefined) candidates.push(candidate);
  }
  return candidates;
}

function readCandidate(lines: readonly DocumentLine[], at: number, listed: ReadonlySet<string>): Candidate | undefined {
  const line = lines[at];
  const match = line === undefined ? null : itemHeading.exec(line.text.trim());
  if (line === undefined || match?.groups === undefined || readContentsLine(line.text) !== undefined) return undefined;
  const { access = '', number = '', mark, title = '' } = match.groups;
  const body = findBody(lines, at);
  const continued = lines.slice(at + 1, body.at).map((part) => part.text);
  const whole = foldSpace([title, ...continued].join(' '));
  const known = body.hasCaseNumber || listed.has(sameTitle(whole));
  const standsAlone = isEmpty(lines[at - 1]) || line.heading || lines[at - 1]?.heading === true;
  if (!known && (!standsAlone || mark !== ':')) return undefined;
  return {
    number: Number(number),
    title: access === '' ? whole : foldSpace(`${access.trim()} punkt: ${whole}`),
    at,
    bodyAt: body.at,
    sure: surenessOf(line, lines[body.at], known),
  };
}

function surenessOf(line: DocumentLine, next: DocumentLine | undefined, known: boolean): number {
  if (known) return sureness.certain;
  const section = next === undefined ? undefined : readSectionHeading(next.text);
  // A list of attachments or absent persons may as well follow the end of a decision.
  if (section !== undefined && section !== 'attachments' && section !== 'absent') return sureness.opensSection;
  return line.heading ? sureness.marked : sureness.bare;
}

/** Where the text below a title begins: everything between the title and its case number is still the title. */
function findBody(lines: readonly DocumentLine[], at: number): { at: number; hasCaseNumber: boolean } {
  const adjacent = endOfAdjacentTitle(lines, at);
  let seen = 0;
  for (let index = at + 1; index < lines.length && index <= at + linesLookedAt; index += 1) {
    const line = lines[index];
    if (line === undefined || isEmpty(line)) continue;
    if (readCaseNumber(line.text) !== undefined || looksLikeCaseNumber(line.text))
      return { at: index, hasCaseNumber: true };
    seen += 1;
    if (seen >= mostTitleLines || endsTitle(line)) break;
  }
  return { at: nextText(lines, adjacent), hasCaseNumber: false };
}

function endOfAdjacentTitle(lines: readonly DocumentLine[], at: number): number {
  let index = at + 1;
  while (index < at + mostTitleLines) {
    const line = lines[index];
    const before = lines[index - 1]?.text.trim() ?? '';
    if (line === undefined || isEmpty(line) || endsTitle(line)) break;
    const isWrapped = before.length >= 40 || /^(?:[\p{Ll}(]|v\.)/u.test(line.text.trim());
    if (!isWrapped || line.text.length > 200) break;
    index += 1;
  }
  return index;
}

function endsTitle(line: DocumentLine): boolean {
  const text = line.text.trim();
  return (
    readSectionHeading(text) !== undefined ||
    itemHeading.test(text) ||
    readProposer(text) !== undefined ||
    readListMark(text) !== undefined ||
    text.length > 200 ||
    /^\(\d+\s*min/u.test(text)
  );
}

function nextText(lines: readonly DocumentLine[], from: number): number {
  // Only a few: a long run of empty lines is the body's, and holds no word.
  for (let index = from; index < Math.min(lines.length, from + linesLookedAt); index += 1) {
    if (!isEmpty(lines[index])) return index;
  }
  return Math.min(from, lines.length);
}

function isEmpty(line: DocumentLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}
