import { isSentenceEnd } from './line-seams.js';
import type { PrintedLine, PrintedPage } from './printed-line.js';

/** How a document is set, drawn from its lines. Lengths in points. */
export interface PageMetrics {
  left: number;
  right: number;
  /** Of the lowest line of text that a page can hold. */
  bottom: number;
  /** Font size of most of the text. */
  size: number;
  /** Most of the text is bold, so that bold type marks no headings. */
  bold: boolean;
  /** Distance of two baselines within a paragraph, as a share of the font size. */
  pitch: number;
  /** Paragraphs stand apart, so that lines at the pitch belong to one. */
  spaced: boolean;
}

/** Lines up to this multiple of the pitch apart stand within a paragraph. */
export const pitchTolerance = 1.15;
/** Of the lines that end a paragraph by their shortness, as many must be followed by a wider gap. */
const spacedShare = 0.7;

type Edges = Pick<PageMetrics, 'left' | 'right' | 'spaced'>;

/** When no wrapped line tells the pitch: word processors' single spacing. */
const singleSpacing = 1.2;
/** A page that ends above this share of its height ends where its author ended it. */
const lowestTextShare = 0.8;
/**
 * No right margin lies farther left, as a share of the page's height: 64 % of the width of A4. A document of short lines
 * only would else seem to fill its lines.
 */
const leastRightShare = 0.45;
/** One line in a hundred may stick out of the margin, a wide table or a long address. */
const outliers = 0.01;

export function measurePages(pages: readonly PrintedPage[]): PageMetrics {
  const lines = pages.flatMap((page) => page.lines);
  const size = mostCommon(lines, (line) => line.size) ?? 10;
  const boldCharacters = sum(lines.filter((line) => line.allBold));
  const rights = lines.map((line) => line.right).sort((a, b) => b - a);
  const lefts = lines.map((line) => line.x).sort((a, b) => a - b);
  const edges = {
    left: lefts[Math.floor(lefts.length * outliers)] ?? 0,
    right: Math.max(rights[Math.floor(rights.length * outliers)] ?? 0, leastRightShare * tallest(pages)),
    bottom: Math.max(0, ...pages.map(lowest)),
    size,
    bold: boldCharacters > sum(lines) / 2,
    spaced: false,
  };
  const pitch = measurePitch(pages, edges);
  return { ...edges, pitch, spaced: areParagraphsSpaced(pages, edges, pitch) };
}

const tallest = (pages: readonly PrintedPage[]): number => Math.max(0, ...pages.map(({ height }) => height));

function lowest({ height, lines }: PrintedPage): number {
  return Math.max(height * lowestTextShare, lines.at(-1)?.y ?? 0);
}

/**
 * Whether `line` ends because the next word found no room: the word, set after a space, would pass the right margin.
 * True of nearly every wrapped line, and of the last line of a paragraph only by chance. After the end of a sentence
 * a new paragraph is as likely, so the word must miss the room clearly, unless
 * paragraphs stand apart.
 */
export function reachesMargin(line: PrintedLine, next: PrintedLine, { left, right, spaced }: Edges): boolean {
  const word = next.text.split(/[ \t]/, 1)[0] ?? '';
  const unit = (next.right - next.x) / Math.max(1, relativeWidth(next.text));
  const needed = unit * relativeWidth(` ${word}`);
  const slack = !spaced && isSentenceEnd(line.text) ? 0 : 1.5 * unit + 3;
  const centre = (line.x + line.right) / 2;
  const isCentred = line.x > left + 12 && Math.abs(centre - (left + right) / 2) < 4;
  const end = isCentred ? left + (line.right - line.x) : line.right;
  return end + needed + slack >= right;
}

/** Widths of letters as in common proportional fonts, an "n" being 1. */
function relativeWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (" iljtfrI.,:;'|!()[]-/".includes(character)) width += 0.55;
    else if ('mwMW@%æ'.includes(character)) width += 1.5;
    else width += /[\p{Lu}]/u.test(character) ? 1.25 : 1;
  }
  return width;
}

interface Pair {
  line: PrintedLine;
  next: PrintedLine;
}

/** Neighbouring lines of one font size, the second without a list mark. */
function plainPairs(pages: readonly PrintedPage[]): Pair[] {
  return pages.flatMap(({ lines }) =>
    lines.flatMap((line, index) => {
      const next = lines[index + 1];
      const isPlain = next !== undefined && next.mark === undefined && Math.abs(line.size - next.size) <= 0.3;
      return isPlain ? [{ line, next }] : [];
    }),
  );
}

function measurePitch(pages: readonly PrintedPage[], edges: Edges): number {
  const wraps = plainPairs(pages).filter(({ line, next }) => reachesMargin(line, next, edges));
  const pitches = wraps.map(({ line, next }) => ({ text: 'x', pitch: (next.y - line.y) / line.size }));
  const pitch = mostCommon(pitches, (wrap) => Math.round(wrap.pitch * 50) / 50);
  return pitch === undefined || pitch > 3 ? singleSpacing : Math.max(1, pitch);
}

function areParagraphsSpaced(pages: readonly PrintedPage[], edges: Edges, pitch: number): boolean {
  const ends = plainPairs(pages).filter(
    ({ line, next }) => isSentenceEnd(line.text) && !reachesMargin(line, next, { ...edges, spaced: true }),
  );
  const apart = ends.filter(({ line, next }) => next.y - line.y > pitch * line.size * pitchTolerance + 0.5);
  return ends.length > 0 && apart.length >= ends.length * spacedShare;
}

function mostCommon<Entry extends { text: string }>(entries: readonly Entry[], key: (entry: Entry) => number) {
  const weights = new Map<number, number>();
  for (const entry of entries) {
    const rounded = Math.round(key(entry) * 100) / 100;
    weights.set(rounded, (weights.get(rounded) ?? 0) + entry.text.length);
  }
  // Of equals the smaller: paragraph gaps are wider than lines.
  const [most] = [...weights].sort(([a, weightA], [b, weightB]) => weightB - weightA || a - b);
  return most?.[0];
}

function sum(lines: readonly PrintedLine[]): number {
  return lines.reduce((total, line) => total + line.text.length, 0);
}
