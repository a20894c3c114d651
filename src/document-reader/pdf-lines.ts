import type { DocumentLine } from './document-lines.js';
import { findHyphenEvidence, type HyphenEvidence, joinWrappedLines } from './line-end-hyphen.js';
import { measurePages, type PageMetrics } from './page-metrics.js';
import { groupPdfBlocks, type PdfBlock } from './pdf-blocks.js';
import type { PrintedPage } from './printed-line.js';

/** Type this much larger than the text's marks a heading. */
const headingSize = 1.1;
/** Longer than this is emphasis, not a heading. */
const headingCharacters = 250;
/** Points by which marks of one list level may differ. */
const sameLevel = 5;

/** The common plain form of printed pages without headers and footers; empty when nothing is printed on them. */
export function composeDocumentLines(pages: readonly PrintedPage[]): DocumentLine[] {
  const metrics = measurePages(pages);
  const blocks = groupPdfBlocks(pages, metrics);
  const evidence = findHyphenEvidence(pages.flatMap((page) => page.lines.map((line) => line.text)));
  const levels = new ListLevels();
  const lines: DocumentLine[] = [];
  blocks.forEach((block, index) => {
    const above = blocks[index - 1];
    const heading = isHeading(block, metrics);
    if (above !== undefined && !belongTogether(above, block)) {
      lines.push({ number: lines.length + 1, page: block.first.page, text: '', heading: false });
    }
    const text = blockText(block, levels.levelOf(block), evidence);
    lines.push({ number: lines.length + 1, page: block.first.page, text, heading });
  });
  return lines;
}

function isHeading({ lines, first, mark }: PdfBlock, { size, bold }: PageMetrics): boolean {
  if (mark?.kind === 'bullet' || lines.reduce((sum, line) => sum + line.text.length, 0) > headingCharacters)
    return false;
  if (first.size > size * headingSize) return true;
  return !bold && mark === undefined && lines.every((line) => line.allBold);
}

/** Points of one list, entries of one contents list. */
function belongTogether(above: PdfBlock, block: PdfBlock): boolean {
  return (above.mark !== undefined && block.mark !== undefined) || (above.contentsEntry && block.contentsEntry);
}

function blockText({ lines, mark }: PdfBlock, level: number, evidence: HyphenEvidence): string {
  const texts = lines.map((line) => line.text);
  if (mark === undefined) return joinWrappedLines(texts, evidence);
  const [first = '', ...rest] = texts;
  return `${'  '.repeat(level)}${mark.text} ${joinWrappedLines([first.slice(mark.length), ...rest], evidence)}`;
}

/** Tells the nesting of list points from where their marks stand. */
class ListLevels {
  /** Places of the marks of the open levels. */
  readonly #places: number[] = [];

  levelOf({ mark, first }: PdfBlock): number {
    if (mark === undefined) {
      // A paragraph left of the list's words ends the list; one under the words belongs to a point.
      if (first.x <= (this.#places[0] ?? 0) + sameLevel) this.#places.length = 0;
      return 0;
    }
    while ((this.#places.at(-1) ?? -1) > first.x + sameLevel) this.#places.pop();
    const above = this.#places.at(-1);
    if (above === undefined || first.x > above + sameLevel) this.#places.push(first.x);
    return this.#places.length - 1;
  }
}
