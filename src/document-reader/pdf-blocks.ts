import { endsAsContentsEntry, isSentenceEnd, startsLowerCase } from './line-seams.js';
import { type PageMetrics, pitchTolerance, reachesMargin } from './page-metrics.js';
import { dayOfMonth, itemStart } from './phrases.js';
import type { PrintedLine, PrintedPage } from './printed-line.js';

/** Printed lines that make one paragraph, heading, contents entry or list point. */
export interface PdfBlock {
  lines: PrintedLine[];
  first: PrintedLine;
  /** The first line's mark, when it is one of a list; "13. april" at a line's beginning is not. */
  mark: PrintedLine['mark'];
  /** An entry of a contents list: a title, dots or a tab, a page number. */
  contentsEntry: boolean;
}

/** Points by which left edges of one paragraph may differ. */
const sameEdge = 3;
/** Lines by which a page may end early because a paragraph's last lines are kept together. */
const keptTogether = 3.5;
/** A line narrower than this share of the column ends for another reason than its width. */
const narrow = 0.6;
const contentsTitleShare = 0.5;
/** A contents title takes at most this many lines after its first. */
const contentsTitleLines = 3;

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
    const mark = this.#acceptMark(line, block);
    if (block !== undefined && above !== undefined && mark === undefined && this.#goesOn(block, above, index)) {
      block.lines.push(line);
      block.contentsEntry = endsAsContentsEntry(line.text);
      return;
    }
    this.blocks.push({ lines: [line], first: line, mark, contentsEntry: endsAsContentsEntry(line.text) });
    if (mark?.value !== undefined) this.#lastNumber = { value: mark.value, x: line.x };
    else if (mark === undefined) this.#lastNumber = undefined;
  }

  /** A dot after a number also ends an ordinal or a time, with which a wrapped line may begin: "den / 13. april". */
  #acceptMark(line: PrintedLine, block: PdfBlock | undefined): PrintedLine['mark'] {
    const { mark } = line;
    const above = block?.lines.at(-1);
    if (mark === undefined || block === undefined || above === undefined) return mark;
    // "v. Mette", "d. 3. maj"
    if (!mark.apart && /^\p{L}\.$/u.test(mark.text)) return undefined;
    if (!this.#mayWrap(above, line) || Math.abs(line.x - edgeOf(block)) > sameEdge) return mark;
    if (mark.kind === 'bullet' || dayOfMonth.test(line.text)) return undefined;
    if (mark.value === 1) return isSentenceEnd(above.text) ? mark : undefined;
    const last = this.#lastNumber;
    const isNext = last !== undefined && mark.value === last.value + 1 && Math.abs(line.x - last.x) <= sameEdge;
    return isNext ? mark : undefined;
  }

  /** The places of the two lines allow one to go on in the other. */
  #mayWrap(above: PrintedLine, line: PrintedLine): boolean {
    const isNear = above.page === line.page ? this.#isPitch(above, line) : this.#isNearBottom(above);
    return isNear && reachesMargin(above, line, this.#metrics);
  }

  #goesOn(block: PdfBlock, above: PrintedLine, index: number): boolean {
    const line = this.#lines[index];
    if (line === undefined || Math.abs(line.size - above.size) > 0.06 * above.size) return false;
    if (block.contentsEntry) return false;
    const lower = startsLowerCase(line.text);
    const full = reachesMargin(above, line, this.#metrics) || endsInHyphen(above.text, lower);
    if (above.endBold !== line.startBold && !(full && lower)) return false;
    if (above.page !== line.page) return this.#goesOnOverPage(block, above, line, full, lower);
    if (this.#endsContentsTitle(above, index)) return true;
    if (!this.#isPitch(above, line)) return this.#isStretchedWrap(above, line, full, lower);
    if (!keepsEdge(block, line, full)) return false;
    return full || (lower && this.#isWide(above, narrow) && !isSentenceEnd(above.text));
  }

  #goesOnOverPage(block: PdfBlock, above: PrintedLine, line: PrintedLine, full: boolean, lower: boolean): boolean {
    if (!this.#isNearBottom(above) || itemStart.test(line.text) || !keepsEdge(block, line, full)) return false;
    return full && (lower || isHanging(block, line) || !isSentenceEnd(above.text));
  }

  /** A line with a raised or larger character stands a little lower. */
  #isStretchedWrap(above: PrintedLine, line: PrintedLine, full: boolean, lower: boolean): boolean {
    const near = line.y - above.y <= this.#metrics.pitch * above.size * 1.4;
    return near && full && lower && !isSentenceEnd(above.text);
  }

  /** A contents title may wrap well before the margin, to leave room for the page number. */
  #endsContentsTitle(above: PrintedLine, index: number): boolean {
    if (!this.#isWide(above, contentsTitleShare)) return false;
    let before = above;
    for (let next = index; next < index + contentsTitleLines; next += 1) {
      const line = this.#lines[next];
      if (line === undefined || line.page !== before.page || !this.#isPitch(before, line)) return false;
      if (endsAsContentsEntry(line.text)) return true;
      before = line;
    }
    return false;
  }

  #isNearBottom({ y, size }: PrintedLine): boolean {
    return y >= this.#metrics.bottom - keptTogether * this.#metrics.pitch * size;
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

/** The line stands under the words of a list point, where no paragraph begins. */
function isHanging({ first, mark }: PdfBlock, line: PrintedLine): boolean {
  return mark !== undefined && line.x > first.x + sameEdge && Math.abs(line.x - mark.textX) <= sameEdge;
}

/** Where the next line of the block would begin. */
function edgeOf({ lines, first, mark }: PdfBlock): number {
  return lines[1]?.x ?? mark?.textX ?? first.x;
}

function areCentred(a: PrintedLine, b: PrintedLine): boolean {
  return Math.abs(a.x + a.right - b.x - b.right) <= 2 * sameEdge;
}
