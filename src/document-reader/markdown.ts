import { cleanCharacters } from './clean-characters.js';
import { decodeText } from './decode-text.js';
import type { DocumentLine, DocumentLines } from './document-lines.js';
import { resolveInlineMarks } from './inline-marks.js';
import { type MarkdownBlock, MarkdownBlockReader } from './markdown-blocks.js';
import { type RawLine, splitRawLines } from './raw-lines.js';
import { joinCells } from './table-row.js';

/**
 * Reads Markdown into the common plain form, line by line.
 *
 * @throws AppError `invalid_input` when the bytes are no text.
 */
export function readMarkdown(bytes: Uint8Array): DocumentLines {
  const rawLines = splitRawLines(decodeText(bytes));
  const blocks = new MarkdownBlockReader();
  const lines: DocumentLine[] = [];
  for (const [index, line] of rawLines.entries()) {
    const block = blocks.read(cleanCharacters(line.text), rawLines[index + 1]?.text ?? '');
    if (block.kind === 'underline') underlinePrevious(lines, line);
    else if (block.kind !== 'rowSeparator') lines.push(...linesOf(block, line));
  }
  return { format: 'markdown', lines };
}

function underlinePrevious(lines: DocumentLine[], { number, page }: RawLine): void {
  const previous = lines.at(-1);
  if (previous !== undefined) previous.heading = true;
  lines.push({ number, page, text: '', heading: false });
}

function linesOf(block: MarkdownBlock, { number, page }: RawLine): DocumentLine[] {
  const { text, heading } = plainForm(block);
  return text
    .split('\n')
    .map((part) => ({ number, page, text: part.trimEnd(), heading: heading && part.trim() !== '' }));
}

function plainForm(block: MarkdownBlock): { text: string; heading: boolean } {
  switch (block.kind) {
    case 'blank':
    case 'rowSeparator':
    case 'underline':
      return { text: '', heading: false };
    case 'code':
      return { text: block.text, heading: false };
    case 'heading':
      return { text: words(block.text), heading: true };
    case 'row':
      return { text: joinCells(block.cells.map((cell) => words(cell).replaceAll('\n', ' '))), heading: false };
    case 'point':
      return { text: `${'  '.repeat(block.level)}${block.mark} ${words(block.text)}`, heading: false };
    case 'paragraph': {
      const { text, wholeBold } = resolveInlineMarks(block.text, 'markdown');
      return { text: cleanCharacters(text).trim(), heading: wholeBold };
    }
  }
}

function words(text: string): string {
  return cleanCharacters(resolveInlineMarks(text, 'markdown').text.replaceAll('\n', ' ')).trim();
}
