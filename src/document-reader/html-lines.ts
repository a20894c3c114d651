import { Parser } from 'htmlparser2';
import { cleanCharacters } from './clean-characters.js';
import type { DocumentLine } from './document-lines.js';
import { linkSuffix } from './link-target.js';
import { joinCells } from './table-row.js';

/** Draws the common plain form from HTML as mammoth writes it: headings, paragraphs, lists, tables and notes. */
export function readHtmlLines(html: string): DocumentLine[] {
  const reader = new HtmlLineReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    onclosetag: (name) => reader.close(name),
    ontext: (text) => reader.text(text),
  });
  parser.end(html);
  return reader.finish();
}

/** One list, a paragraph, a heading: what ends up as one line, or several where it holds line breaks. */
interface Block {
  text: string;
  kind: 'heading' | 'paragraph' | 'point';
  /** Everything so far is bold. */
  bold: boolean;
}

interface List {
  ordered: boolean;
  /** Of the point last begun. */
  number: number;
  /** The list of foot- and endnotes at the document's end, whose points are marked as in the text: "[1]". */
  notes: boolean;
}

interface Table {
  /** Blocks of each cell of the open row. */
  cells: Block[][];
}

/** Word sets the dots of a contents list with a tab. */
const contentsEntry = /\t\d{1,4}\s*$/;
const headingTag = /^h[1-6]$/;
const noteId = /^(?:foot|end)note-\d/;
const backReference = /^#(?:foot|end)note-ref-/;

class HtmlLineReader {
  readonly #lines: DocumentLine[] = [];
  readonly #lists: List[] = [];
  readonly #tables: Table[] = [];
  readonly #links: { target: string; start: number }[] = [];
  #block: Block | undefined;
  #strong = 0;
  #last: Block['kind'] | 'row' | 'contentsEntry' | undefined;

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'p' || headingTag.test(name)) this.#begin(name === 'p' ? 'paragraph' : 'heading');
    else if (name === 'strong') this.#strong += 1;
    else if (name === 'br') this.#append('\n');
    else if (name === 'a') this.#links.push({ target: attributes.href ?? '', start: this.#block?.text.length ?? 0 });
    else if (name === 'ol' || name === 'ul') this.#openList(name === 'ol');
    else if (name === 'li') this.#openPoint(noteId.test(attributes.id ?? ''));
    else if (name === 'table') this.#openTable();
    else if (name === 'tr') this.#openRow();
    else if (name === 'td' || name === 'th') this.#openCell();
  }

  close(name: string): void {
    if (name === 'p' || name === 'li' || headingTag.test(name)) this.#end();
    else if (name === 'strong') this.#strong -= 1;
    else if (name === 'a') this.#closeLink();
    else if (name === 'ol' || name === 'ul') this.#lists.pop();
    else if (name === 'td' || name === 'th') this.#end();
    else if (name === 'tr') this.#closeRow();
    else if (name === 'table') this.#tables.pop();
  }

  text(text: string): void {
    this.#append(text);
  }

  finish(): DocumentLine[] {
    this.#end();
    return this.#lines;
  }

  #begin(kind: Block['kind']): void {
    // A point's own paragraph carries the point on.
    if (this.#block?.kind === 'point' && this.#block.text.trim() === this.#pointStart().trim()) return;
    this.#end();
    this.#block = { text: '', kind, bold: true };
  }

  #append(text: string): void {
    this.#block ??= { text: '', kind: 'paragraph', bold: true };
    this.#block.text += text;
    if (this.#strong === 0 && text.trim() !== '') this.#block.bold = false;
  }

  #end(): void {
    const block = this.#block;
    this.#block = undefined;
    if (block === undefined) return;
    const cell = this.#tables.at(-1)?.cells.at(-1);
    if (cell === undefined) this.#write(block);
    else if (block.text.trim() !== '') cell.push(block);
  }

  #openList(ordered: boolean): void {
    this.#end();
    this.#lists.push({ ordered, number: 0, notes: false });
  }

  #openPoint(isNote: boolean): void {
    this.#end();
    const list = this.#lists.at(-1);
    if (list === undefined) return;
    list.number += 1;
    list.notes = isNote;
    this.#block = { text: this.#pointStart(), kind: 'point', bold: false };
  }

  #pointStart(): string {
    const list = this.#lists.at(-1);
    if (list === undefined) return '';
    if (list.notes) return `[${list.number}] `;
    return `${'  '.repeat(this.#lists.length - 1)}${list.ordered ? `${list.number}.` : '-'} `;
  }

  #closeLink(): void {
    const link = this.#links.pop();
    const block = this.#block;
    if (link === undefined || block === undefined) return;
    // The arrow at the end of a note that leads back into the text.
    if (backReference.test(link.target)) block.text = block.text.slice(0, link.start).trimEnd();
    else block.text += linkSuffix(block.text.slice(link.start), link.target);
  }

  #openTable(): void {
    this.#end();
    this.#tables.push({ cells: [] });
  }

  #openRow(): void {
    const table = this.#tables.at(-1);
    if (table !== undefined) table.cells = [];
  }

  #openCell(): void {
    this.#end();
    this.#tables.at(-1)?.cells.push([]);
  }

  /** A row of short cells becomes one line; cells that hold paragraphs, lists or headings are laid out one by one. */
  #closeRow(): void {
    this.#end();
    const table = this.#tables.at(-1);
    const cells = table?.cells ?? [];
    if (table !== undefined) table.cells = [];
    const outer = this.#tables.at(-2)?.cells.at(-1);
    const isRow = cells.length > 1 && cells.every(([first, ...rest]) => rest.length === 0 && first?.kind !== 'point');
    const row = isRow ? joinCells(cells.map(([block]) => (block?.text ?? '').replaceAll('\n', ' '))) : '';
    const blocks: Block[] = isRow ? [{ text: row, kind: 'paragraph', bold: false }] : cells.flat();
    if (outer !== undefined) outer.push(...blocks);
    else for (const block of blocks) this.#write(block, isRow);
  }

  #write({ text, kind, bold }: Block, isRow = false): void {
    const parts = text.split('\n').map((part) => cleanCharacters(part).trimEnd());
    const words = kind === 'point' ? parts : parts.map((part) => part.trim());
    if (words.every((part) => part.trim() === '')) return;
    const heading = kind === 'heading' || (kind === 'paragraph' && bold);
    const role = isRow ? 'row' : contentsEntry.test(text) ? 'contentsEntry' : kind;
    const together = role === this.#last && (role === 'point' || role === 'row' || role === 'contentsEntry');
    if (this.#lines.length > 0 && !together) this.#push('', false);
    for (const part of words) this.#push(part, heading && part !== '');
    this.#last = role;
  }

  #push(text: string, heading: boolean): void {
    this.#lines.push({ number: this.#lines.length + 1, page: null, text, heading });
  }
}
