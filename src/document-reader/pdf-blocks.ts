import { type PageMetrics, reachesMargin } from './page-metrics.js';
import { itemStart } from './phrases.js';
import type { PrintedLine, PrintedPage } from './printed-line.js';

/** Printed lines that make one paragraph, heading, contents entry or list point. */
export interface PdfBlock {
  lines: PrintedLine[];
  first: PrintedLine;
  /** The first line's mark, when it is one of a list; "13. april" at a line's beginning is not. */
  mark: PrintedLine['mark'];
  /** Stands closer to the block above than paragraphs do. */
  tight: boolean;
  /** An entry of a contents list: a title, dots or a tab, a page number. */
  contentsEntry: boolean;
}

/** Distances up to this multiple of the pitch are within a paragraph. */
const pitchTolerance = 1.15;
/** Points by which left edges of one paragraph may differ. */
const sameEdge = 3;
/** Lines by which a page may end early because a paragraph's last lines are kept together. */
const keptTogether = 3.5;
/** A line narrower than this share of the column ends for another reason than its width. */
const narrow = 0.6;
const contentsTitleShare = 0.5;
/** A contents title takes at most this many lines after its first. */
const contentsTitleLines = 3;

const contentsEnd = /(?:[.…_·]{3,}|(?:\. ){3,}|\t)[.…_· \t]*\d{1,4}$/;
const sentenceEnd = /[.!?:;]["”»')\]]*$/;
const lowerCaseStart = /^["”»'(]*\p{Ll}/u;

/** Rejoins wrapped lines: groups the printed lines of all pages, without headers and footers, to blocks. */
export function groupPdfBlocks(pages: readonly PrintedPage[], metrics: PageMetrics): PdfBlock[] {
  const lines = pages.flatMap((page) => page.lines);
  const grouping = new Grouping(lines, metrics);
  for (const index of lines.keys()) grouping.add(index);
  return grouping.blocks;
}

class Grouping {
  readonly blocks: PdfBlock[] = [];
  readonly #lines: readonly PrintedLine[];
  readonly #metrics: PageMetrics;
  #lastNumber: { value: number; x: number } | undefined;

  constructor(lines: readonly PrintedLine[], metrics: PageMetrics) {
    this.#lines = lines;
    this.#metrics = metrics;
  }

  add(index: number): void {
    const line = this.#lines[index];
    if (line === undefined) return;
    const block = this.blocks.at(-1);
    const above = block?.lines.at(-1);
    const mark = this.#acceptMark(line, above);
    if (block !== undefined && above !== undefined && mark === undefined && this.#goesOn(block, above, index)) {
      block.lines.push(line);
      block.contentsEntry = contentsEnd.test(line.text);
      return;
    }
    const tight = above !== undefined && above.page === line.page && this.#isPitch(above, line);
    this.blocks.push({ lines: [line], first: line, mark, tight, contentsEntry: contentsEnd.test(line.text) });
    if (mark?.value !== undefined) this.#lastNumber = { value: mark.value, x: line.x };
  }

  /** A dot after a number also ends an ordinal, which a wrapped line may begin with: "den / 13. april". */
  #acceptMark(line: PrintedLine, above: PrintedLine | undefined): PrintedLine['mark'] {
    const { mark } = line;
    if (mark === undefined || mark.apart || above === undefined) return mark;
    const isWrap = above.page === line.page && this.#isPitch(above, line) && reachesMargin(above, line, this.#metrics);
    if (!isWrap || sentenceEnd.test(above.text)) return mark;
    if (mark.kind === 'bullet') return Math.abs(line.x - above.x) > sameEdge ? mark : undefined;
    const isNext =
      this.#lastNumber !== undefined &&
      mark.value === this.#lastNumber.value + 1 &&
      Math.abs(line.x - this.#lastNumber.x) <= sameEdge;
    return isNext ? mark : undefined;
  }

  #goesOn(block: PdfBlock, above: PrintedLine, index: number): boolean {
    const line = this.#lines[index];
    if (line === undefined || Math.abs(line.size - above.size) > 0.06 * above.size) return false;
    if (block.contentsEntry) return false;
    const lower = lowerCaseStart.test(line.text);
    const full = reachesMargin(above, line, this.#metrics) || endsInHyphen(above.text, lower);
    if (above.endBold !== line.startBold && !(full && lower)) return false;
    if (above.page !== line.page) return this.#goesOnOverPage(block, above, line, full, lower);
    if (this.#endsContentsTitle(above, index)) return true;
    if (!this.#isPitch(above, line)) return this.#isStretchedWrap(above, line, full, lower);
    if (!keepsEdge(block, line, full)) return false;
    return full || (lower && this.#isWide(above, narrow) && !sentenceEnd.test(above.text));
  }

  #goesOnOverPage(block: PdfBlock, above: PrintedLine, line: PrintedLine, full: boolean, lower: boolean): boolean {
    const nearBottom = above.y >= this.#metrics.bottom - keptTogether * this.#metrics.pitch * above.size;
    if (!nearBottom || itemStart.test(line.text) || !keepsEdge(block, line, full)) return false;
    return full && (lower || !sentenceEnd.test(above.text));
  }

  /** A line with a raised or larger character stands a little lower. */
  #isStretchedWrap(above: PrintedLine, line: PrintedLine, full: boolean, lower: boolean): boolean {
    const near = line.y - above.y <= this.#metrics.pitch * above.size * 1.4;
    return near && full && lower && !sentenceEnd.test(above.text);
  }

  /** A contents title may wrap well before the margin, to leave room for the page number. */
  #endsContentsTitle(above: PrintedLine, index: number): boolean {
    if (!this.#isWide(above, contentsTitleShare)) return false;
    let before = above;
    for (let next = index; next < index + contentsTitleLines; next += 1) {
      const line = this.#lines[next];
      if (line === undefined || line.page !== before.page || !this.#isPitch(before, line)) return false;
      if (contentsEnd.test(line.text)) return true;
      before = line;
    }
    return false;
  }

  #isPitch(above: PrintedLine, line: PrintedLine): boolean {
    return line.y - above.y <= this.#metrics.pitch * Math.max(above.size, line.size) * pitchTolerance + 0.5;
  }

  #isWide(line: PrintedLine, share: number): boolean {
    return line.right - line.x >= share * (this.#metrics.right - this.#metrics.left);
  }
}

function endsInHyphen(text: string, nextIsLower: boolean): boolean {
  return text.endsWith('\u00ad') || (nextIsLower && /\p{L}-$/u.test(text));
}

/** Whether `line` begins where the block's further lines do; a second line sets that edge. */
function keepsEdge({ lines, first, mark }: PdfBlock, line: PrintedLine, full: boolean): boolean {
  const second = lines[1];
  const isAt = (x: number): boolean => Math.abs(line.x - x) <= sameEdge;
  if (second !== undefined) return isAt(second.x) || areCentred(second, line);
  if (mark !== undefined) return line.x >= first.x - sameEdge && line.x <= mark.textX + 2 * sameEdge;
  return full || isAt(first.x);
}

function areCentred(a: PrintedLine, b: PrintedLine): boolean {
  return Math.abs(a.x + a.right - b.x - b.right) <= 2 * sameEdge;
}
