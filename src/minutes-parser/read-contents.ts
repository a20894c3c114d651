import type { DocumentLine } from '../document-reader/document-lines.js';
import type { ContentsEntry } from '../domain/meeting-document.js';
import { foldSpace } from './blocks.js';

export interface Contents {
  entries: ContentsEntry[];
  /** The lines in the region that are no entry. */
  leftOver: DocumentLine[];
}

interface Leader {
  title: string;
  dots: number;
  page: number | null;
}

/**
 * One printed line of a table of contents, or the last line of a wrapped one.
 *
 *     CF - Evt.....<tab>11
 *             ^^^^^     ^^
 *
 * Undefined where there is neither a row of dots nor a page number set apart.
 */
export function readContentsLine(line: string): Leader | undefined {
  const text = line.trim();
  const digits = trailingDigits(text);
  const beforePage = text.slice(0, text.length - digits.length);
  const upToDots = beforePage.trimEnd();
  const gap = beforePage.slice(upToDots.length);
  const title = withoutTrailingDots(upToDots);
  const dots = upToDots.length - title.length + (upToDots.includes('…') ? 2 : 0);
  const setApart = digits !== '' && (/\t/u.test(gap) || gap.length >= 2 || dots >= 2);
  if (!setApart && dots < 3) return undefined;
  if (title.trim() === '') return undefined;
  return { title: title.trim(), dots, page: digits === '' ? null : Number(digits) };
}

/** The entries of the region between the heading of the table of contents and the first item. */
export function readContents(lines: readonly DocumentLine[]): Contents {
  const leaders: Leader[] = [];
  let waiting: DocumentLine[] = [];
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const leader = readContentsLine(line.text);
    if (leader === undefined) {
      waiting.push(line);
      continue;
    }
    const title = [...waiting.map((part) => part.text), leader.title].join(' ');
    leaders.push({ ...leader, title: foldSpace(title) });
    waiting = [];
  }
  if (leaders.length === 0) {
    // No dots and no pages at all: each line is a title.
    return { entries: waiting.map((line) => ({ title: foldSpace(line.text), page: null })), leftOver: [] };
  }
  const usual = fewestDots(leaders);
  return { entries: leaders.map((leader) => entryOf(leader, usual)), leftOver: waiting };
}

/** The case system prints the same row of dots after every title, so one dot more belongs to the title ("Evt."). */
function entryOf(leader: Leader, usual: number): ContentsEntry {
  const title = leader.dots === usual + 1 ? `${leader.title}.` : leader.title;
  return { title, page: leader.page };
}

function fewestDots(leaders: readonly Leader[]): number {
  return leaders.reduce((fewest, { dots }) => Math.min(fewest, dots), Number.POSITIVE_INFINITY);
}

function trailingDigits(text: string): string {
  let start = text.length;
  while (start > 0 && start > text.length - 4 && /\d/u.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(start);
}

function withoutTrailingDots(text: string): string {
  let end = text.length;
  while (end > 0 && /[.…\s·_]/u.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}
