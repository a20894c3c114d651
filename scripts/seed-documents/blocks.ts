import { plain } from './source.js';

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'subHeading'; readonly text: string }
  | { readonly kind: 'numbered'; readonly number: number; readonly level: number; readonly text: string }
  | { readonly kind: 'bullet'; readonly level: number; readonly text: string };

/** The lines of a section as the blocks a word processor knows; in sources for PDF and Word each line is one block. */
export function blocksOf(lines: readonly string[]): Block[] {
  return lines.filter((line) => line.trim() !== '').map(blockOf);
}

function blockOf(line: string): Block {
  const text = plain(line.replace(/^\s*(?:- |\d+\. )/, ''));
  const level = line.startsWith('  ') ? 1 : 0;
  const number = /^\s*(\d+)\. /.exec(line)?.[1];
  if (line.startsWith('=== ')) return { kind: 'subHeading', text };
  if (number !== undefined) return { kind: 'numbered', number: Number(number), level, text };
  if (/^\s*- /.test(line)) return { kind: 'bullet', level, text };
  return { kind: 'paragraph', text };
}
