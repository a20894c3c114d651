/** What a Markdown line is, before its inline marks are resolved. */
export type MarkdownBlock =
  | { kind: 'blank' }
  | { kind: 'heading' | 'paragraph' | 'code'; text: string }
  | { kind: 'point'; mark: string; level: number; text: string }
  | { kind: 'row'; cells: string[] }
  /** The line under a table's head: it says nothing itself. */
  | { kind: 'rowSeparator' }
  /** `===` or `---` under a paragraph makes that paragraph a heading. */
  | { kind: 'underline' };

const point = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)/;
/** Three marks and perhaps a language; more words than that are text. */
const fenceLine = /^(```|~~~)[`~]*[a-z0-9]{0,20}$/;
const heading = /^#+(?:[ \t]+|$)/;

/** Reads the lines of one Markdown file in order; it remembers the lists, code and tables it is in. */
export class MarkdownBlockReader {
  /** Columns at which the marks of the open list levels stand. */
  readonly #columns: number[] = [];
  #fence: string | undefined;
  #inTable = false;
  #afterParagraph = false;

  /** @param next the line after, which tells a table's head from a sentence with a "|". */
  read(line: string, next: string): MarkdownBlock {
    const block = this.#classify(line, next);
    this.#inTable = block.kind === 'row' || block.kind === 'rowSeparator';
    this.#afterParagraph = block.kind === 'paragraph';
    return block;
  }

  #classify(line: string, next: string): MarkdownBlock {
    const { column, text } = withoutIndent(line);
    if (this.#isFence(text)) return { kind: 'blank' };
    if (this.#fence !== undefined) return { kind: 'code', text: line };
    if (text === '') return { kind: 'blank' };
    const hashes = heading.exec(text)?.[0];
    if (hashes !== undefined) {
      this.#columns.length = 0;
      return { kind: 'heading', text: withoutClosingHashes(text.slice(hashes.length)) };
    }
    if (isRowSeparator(text)) return { kind: 'rowSeparator' };
    const rule = ruleCharacter(text);
    if (rule !== undefined)
      return this.#afterParagraph && '=-'.includes(rule) ? { kind: 'underline' } : { kind: 'blank' };
    if (text.startsWith('|') || (text.includes('|') && (this.#inTable || isRowSeparator(next.trim())))) {
      return { kind: 'row', cells: splitCells(text) };
    }
    return this.#pointOrParagraph(column, text);
  }

  #isFence(text: string): boolean {
    const fence = fenceLine.exec(text)?.[1];
    if (fence === undefined || (this.#fence !== undefined && this.#fence !== fence)) return false;
    this.#fence = this.#fence === undefined ? fence : undefined;
    return true;
  }

  #pointOrParagraph(column: number, text: string): MarkdownBlock {
    const mark = point.exec(text)?.[0];
    if (mark === undefined) {
      if (column === 0) this.#columns.length = 0;
      return { kind: 'paragraph', text };
    }
    while ((this.#columns.at(-1) ?? -1) > column) this.#columns.pop();
    // One column more than the mark above is a slip of the pen, two are a level.
    const above = this.#columns.at(-1);
    if (above === undefined || column > above + 1) this.#columns.push(column);
    const shown = mark.trim();
    return {
      kind: 'point',
      mark: '-+*'.includes(shown) ? '-' : shown,
      level: this.#columns.length - 1,
      text: text.slice(mark.length),
    };
  }
}

/** The column of the first character, tabs being four wide, and the text from there without quotation marks (`> `). */
function withoutIndent(line: string): { column: number; text: string } {
  let column = 0;
  let index = 0;
  for (; index < line.length; index += 1) {
    const character = line[index];
    if (character === ' ') column += 1;
    else if (character === '\t') column += 4 - (column % 4);
    else if (character !== '>') break;
  }
  return { column, text: line.slice(index).trimEnd() };
}

function withoutClosingHashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  const isClosing = end < text.length && (end === 0 || text[end - 1] === ' ' || text[end - 1] === '\t');
  return (isClosing ? text.slice(0, end) : text).trim();
}

/** The character of a line of three or more of the same of `-=*_`, blanks between allowed. */
function ruleCharacter(text: string): string | undefined {
  const [first = ''] = text;
  if (!'-=*_'.includes(first)) return undefined;
  let count = 0;
  for (const character of text) {
    if (character === first) count += 1;
    else if (character !== ' ') return undefined;
  }
  return count >= 3 ? first : undefined;
}

function isRowSeparator(text: string): boolean {
  return text.includes('|') && text.includes('-') && /^[|:\- \t]+$/.test(text);
}

/** Cells between unescaped "|". */
function splitCells(text: string): string[] {
  const cells: string[] = [];
  let start = text.startsWith('|') ? 1 : 0;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '|') {
      cells.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  const last = text.slice(start).trim();
  if (last !== '') cells.push(last);
  return cells;
}
