import { cleanCharacters } from './clean-characters.js';
import { type ListMark, readListMark } from './list-mark.js';
import type { TextRun } from './pdf-page.js';

/** One line of a printed page. Lengths in points from the page's upper left corner. */
export interface PrintedLine {
  page: number;
  /** A soft hyphen at the very end is kept: it says that the word goes on. */
  text: string;
  x: number;
  right: number;
  /** Of the baseline, downwards. */
  y: number;
  /** Of the font of most of the line. */
  size: number;
  startBold: boolean;
  endBold: boolean;
  allBold: boolean;
  mark: (ListMark & MarkPlace) | undefined;
}

interface MarkPlace {
  /** Where the point's words begin. */
  textX: number;
  /** The mark stands apart from the words by more than a word space, as numbering set by a word processor does. */
  apart: boolean;
}

export interface PrintedPage {
  number: number;
  height: number;
  lines: PrintedLine[];
}

/** Shares of the font size. */
const sameBaseline = 0.35;
const wordGap = 0.12;
const columnGap = 3;
const apartGap = 0.45;

const symbolRing = /^o$/;
const softHyphenAtEnd = /\u00ad\s*$/;

/** Gathers runs on one baseline to lines, downwards and left to right. */
export function composePrintedLines(page: number, runs: readonly TextRun[]): PrintedLine[] {
  const words = runs.filter((run) => run.text.trim() !== '');
  const sorted = withoutDoubles(words).sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: TextRun[][] = [];
  for (const run of sorted) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line !== undefined && first !== undefined && onOneBaseline(first, run)) line.push(run);
    else lines.push([run]);
  }
  return lines
    .map((line) =>
      composeLine(
        page,
        line.sort((a, b) => a.x - b.x),
      ),
    )
    .filter((line) => line.text !== '');
}

function onOneBaseline(a: TextRun, b: TextRun): boolean {
  return Math.abs(a.y - b.y) <= sameBaseline * Math.max(a.size, b.size);
}

/** Some printers fake bold type by drawing the same words twice, a hair apart. */
function withoutDoubles(runs: readonly TextRun[]): TextRun[] {
  const isDouble = (a: TextRun, b: TextRun | undefined): boolean =>
    b !== undefined && a.text === b.text && Math.abs(a.x - b.x) < 0.6 && Math.abs(a.y - b.y) < 0.6;
  return runs.filter((run, index) => !isDouble(run, runs[index - 1]));
}

function composeLine(page: number, unordered: TextRun[]): PrintedLine {
  const runs = asBullet(unordered);
  const parts: string[] = [];
  let length = 0;
  let right = Number.NaN;
  const starts: { index: number; x: number; gap: number }[] = [];
  for (const run of runs) {
    const gap = Number.isNaN(right) ? 0 : (run.x - right) / run.size;
    const separator = separatorFor(gap, parts);
    starts.push({ index: length + separator.length, x: run.x, gap });
    parts.push(separator, run.text);
    length += separator.length + run.text.length;
    right = run.x + run.width;
  }
  const [first] = runs;
  const size = commonSize(runs);
  const clean = foldBlanks(parts.join(''));
  return {
    page,
    text: clean,
    x: first?.x ?? 0,
    right,
    y: runs.find((run) => run.size === size)?.y ?? 0,
    size,
    startBold: first?.bold ?? false,
    endBold: runs.at(-1)?.bold ?? false,
    allBold: runs.every((run) => run.bold),
    mark: placeMark(clean, starts, size),
  };
}

/** A tab for a column's gap, save after a list mark; a space for a word's, unless the words bring it along. */
function separatorFor(gap: number, parts: readonly string[]): string {
  // A mark is the first run of its line, after an empty separator.
  const isAfterMark = parts.length === 2 && readListMark(`${parts[1]} `) !== undefined;
  if (gap > columnGap && !isAfterMark) return '\t';
  return gap > wordGap && !/\s/.test(parts.at(-1)?.at(-1) ?? '') ? ' ' : '';
}

/** Word's second level is an "o" in a typewriter font, standing well apart. */
function asBullet(runs: TextRun[]): TextRun[] {
  const [first, second] = runs;
  if (first === undefined || second === undefined || !symbolRing.test(first.text.trim())) return runs;
  const gap = second.x - (first.x + first.width);
  return gap > apartGap * second.size ? [{ ...first, text: '•' }, ...runs.slice(1)] : runs;
}

function commonSize(runs: readonly TextRun[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of runs) characters.set(size, (characters.get(size) ?? 0) + text.length);
  const [most] = [...characters].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 0;
}

function foldBlanks(text: string): string {
  const end = softHyphenAtEnd.test(text) ? '\u00ad' : '';
  return cleanCharacters(text).replace(/ {2,}/g, ' ').replaceAll(' \t', '\t').trim() + end;
}

function placeMark(text: string, starts: readonly { index: number; x: number; gap: number }[], size: number) {
  const mark = readListMark(text);
  if (mark === undefined) return undefined;
  const words = starts.find(({ index }) => index >= mark.length);
  const [first] = starts;
  if (words === undefined) {
    // Mark and words were drawn in one go; half a font size a character is near enough to tell indentations apart.
    return { ...mark, textX: (first?.x ?? 0) + mark.length * size * 0.5, apart: false };
  }
  return { ...mark, textX: words.x, apart: words.gap > apartGap };
}
