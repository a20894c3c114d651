import type { DocumentLine, DocumentLines } from '../document-reader/document-lines.js';
import { AppError } from '../domain/app-error.js';
import type { Finding, MeetingDocument } from '../domain/meeting-document.js';
import { foldSpace } from './blocks.js';
import { checkContents } from './check-contents.js';
import { checkNumbers } from './check-numbers.js';
import { checkText } from './check-text.js';
import { findItemHeadings, type ItemHeading } from './find-item-headings.js';
import { finding, refusals } from './phrases/finding-phrases.js';
import { type Contents, readContents, readContentsLine } from './read-contents.js';
import { type Head, readDocumentTitle, readHead } from './read-head.js';
import { type ReadItem, readItem } from './read-item.js';
import { contentsHeading, headLabels, itemHeading, readSectionHeading } from './section-headings.js';

/** The forum of a document that does not name it. */
const usualForum = 'Chefforum';

/**
 * Reads minutes or an agenda. Pure: the same lines give the same document.
 *
 * Readers take one part each (head, contents, title, sections …); afterwards the checks look at the whole and add findings. Every word
 * below the table of contents is in some field of the result.
 *
 * @throws AppError `invalid_input` when the text is no minutes at all, holds no items, has no readable date, or holds several meetings.
 *   Everything else that is odd becomes a finding.
 */
export function parseMeetingDocument({ lines, pagesWithoutText = [] }: DocumentLines): MeetingDocument {
  refuseSeveralMeetings(lines);
  const regions = splitRegions(lines);
  const head = readHead(regions.head);
  const { headings } = regions;
  refuseWithoutMeeting(head, headings);
  const date = head.date;
  if (date === null)
    throw new AppError('invalid_input', 'The document has no readable meeting date', { reply: refusals.noDate });

  const kind = head.kind ?? (lines.some((line) => readSectionHeading(line.text) === 'decision') ? 'minutes' : 'agenda');
  const forum = head.forum || usualForum;
  const read = headings.map((heading, index) => readItemAt(lines, heading, headings[index + 1], { kind, forum, date }));
  const { startTime, endTime, place, participants } = head;
  const document = { kind, forum, date, startTime, endTime, place, participants };
  const items = read.map(({ item }) => item);
  const findings = [
    ...(head.kind === null ? [finding('missing_head', lines[0]?.number ?? 1)] : []),
    ...head.findings,
    ...leftOverFindings(regions.contents),
    ...read.flatMap((each) => each.findings),
    ...regions.rejected.map((at) =>
      finding('item_heading_in_text', lineNumber(lines, at), foldSpace(lines[at]?.text ?? '')),
    ),
    ...checkNumbers(items),
    ...checkContents(regions.contents.entries, items, regions.contentsLine),
    ...read.flatMap(({ sections }) => checkText(sections)),
    ...pagesWithoutText.map((page) => finding('page_without_text', firstLineAfterPage(lines, page), page)),
  ];
  return { ...document, contents: regions.contents.entries, items, findings: inOrder(findings) };
}

/** The line before which a page without text would have stood. */
const firstLineAfterPage = (lines: readonly DocumentLine[], page: number): number =>
  (lines.find((line) => line.page !== null && line.page > page) ?? lines.at(-1))?.number ?? 1;

interface Regions {
  head: DocumentLine[];
  contents: Contents;
  contentsLine: number;
  headings: ItemHeading[];
  rejected: number[];
}

/** The head, the table of contents, and the items. */
function splitRegions(lines: readonly DocumentLine[]): Regions {
  const contentsAt = lines.findIndex((line) => contentsHeading.test(line.text.trim()));
  const firstLook = findItemHeadings(lines, []);
  const roughStart = firstLook.headings[0]?.at ?? lines.length;
  const hasContents = contentsAt >= 0 && contentsAt < roughStart;
  const rough = hasContents ? readContents(lines.slice(contentsAt + 1, roughStart)) : { entries: [], leftOver: [] };
  const { headings, rejected } = findItemHeadings(
    lines,
    rough.entries.map(({ title }) => title),
  );
  const start = headings[0]?.at ?? lines.length;
  const contents = hasContents ? readContents(lines.slice(contentsAt + 1, start)) : rough;
  return {
    head: lines.slice(0, hasContents ? contentsAt : start),
    contents,
    contentsLine: lineNumber(lines, Math.max(0, contentsAt)),
    headings,
    rejected,
  };
}

function readItemAt(
  lines: readonly DocumentLine[],
  heading: ItemHeading,
  next: ItemHeading | undefined,
  context: Parameters<typeof readItem>[3],
): ReadItem {
  return readItem(
    heading,
    lineNumber(lines, heading.at),
    lines.slice(heading.bodyAt, next?.at ?? lines.length),
    context,
  );
}

/** A second head with its own date line or items below it: two meetings in one file. An attachment called "Referat Chefforum d. …" is none. */
function refuseSeveralMeetings(lines: readonly DocumentLine[]): void {
  const heads = lines.flatMap((line, at) => (isDocumentHead(lines, line, at) ? [at] : []));
  if (heads.length > 1) {
    throw new AppError('invalid_input', 'The document holds several meetings', { reply: refusals.severalMeetings });
  }
}

function isDocumentHead(lines: readonly DocumentLine[], line: DocumentLine, at: number): boolean {
  if (line.text.length > 200) return false;
  const title = readDocumentTitle(line.text);
  if (title === undefined || (title.date === undefined && title.forum !== '')) return false;
  let seen = 0;
  for (let index = at + 1; index < Math.min(lines.length, at + 16) && seen < 4; index += 1) {
    const text = lines[index]?.text.trim() ?? '';
    if (text === '') continue;
    seen += 1;
    if (headLabels.date.test(text) || headLabels.place.test(text) || contentsHeading.test(text)) return true;
    if (itemHeading.exec(text)?.groups?.number === '1' && readContentsLine(text) === undefined) return true;
  }
  return false;
}

function refuseWithoutMeeting(head: Head, headings: readonly ItemHeading[]): void {
  if (headings.length > 0) return;
  if (head.kind === null && head.date === null) {
    throw new AppError('invalid_input', 'The document has neither a head nor items', { reply: refusals.notMinutes });
  }
  throw new AppError('invalid_input', 'The document has no items', { reply: refusals.noItems });
}

function leftOverFindings({ leftOver }: Contents): Finding[] {
  return leftOver.map((line) => finding('text_before_first_item', line.number, foldSpace(line.text)));
}

function lineNumber(lines: readonly DocumentLine[], at: number): number {
  return lines[at]?.number ?? 1;
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => a.line - b.line);
}
