import { readFile } from 'node:fs/promises';
import { fillAgendaDates } from '../../src/features/agenda/fill-agenda-dates.js';
import { makeDocx, type WordBlock } from './make-docx.js';
import { makePdf, type PrintedBlock } from './make-pdf.js';

/** What the example is made of. */
type Block = { kind: 'title' | 'item' | 'heading' | 'paragraph'; text: string } | Extract<WordBlock, { kind: 'point' }>;

/** A line of the example's Markdown as a paragraph. */
function toBlock(line: string): Block[] {
  const text = line.replace(/^(?:#+|-|\d+\.) /, '').replace(/\*+|\\/g, '');
  if (text.trim() === '' || /\.{5}/.test(text)) return [];
  if (line.startsWith('### ')) return [{ kind: 'heading', text }];
  if (line.startsWith('## ')) return [{ kind: 'item', text }];
  if (line.startsWith('# ')) return [{ kind: 'title', text }];
  if (/^(?:-|\d+\.) /.test(line)) return [{ kind: 'point', ordered: !line.startsWith('-'), list: 0, text }];
  return [{ kind: 'paragraph', text }];
}

/** Points that follow each other are one list. */
const inLists = (blocks: readonly Block[]): WordBlock[] => {
  let list = 0;
  return blocks.map((block) => {
    if (block.kind === 'point') return { ...block, list };
    list += 1;
    return block;
  });
};

/** The seeds' agenda for a meeting on an ISO date, with two odd things in it, line by line. */
async function agendaLines(date: string): Promise<string[]> {
  const example = await readFile(new URL('../../seeds/agenda/dagsorden.md', import.meta.url), 'utf8');
  const odd = example
    .replace('81.38.00-P35-3-26', '81.38.00-P35-3')
    .replace('Kontrakten udløber om to år.', 'Kontrakten udløber om to år, se bilag 1.');
  return fillAgendaDates(odd, date).split('\n');
}

/**
 * The seeds' agenda as a secretary sends it: a Word file for a meeting on an ISO date. Two things in it are odd: item 4 has a
 * case number that ends too early, and item 8 speaks of an attachment that is not listed.
 */
export async function agendaInWord(date: string): Promise<Uint8Array> {
  const lines = await agendaLines(date);
  return makeDocx(inLists(lines.flatMap(toBlock)));
}

/** The same, printed as a PDF. */
export async function agendaInPdf(date: string): Promise<Uint8Array> {
  const lines = await agendaLines(date);
  let mark = 0;
  return makePdf(
    lines.flatMap(toBlock).map((block): PrintedBlock => {
      mark = block.kind === 'point' ? mark + 1 : 0;
      return block.kind === 'point' ? { kind: 'point', mark: `${mark}.`, text: block.text } : block;
    }),
  );
}

/** The same, as text without any marks. */
export async function agendaInPlainText(date: string): Promise<string> {
  const lines = await agendaLines(date);
  return lines.map((line) => line.replace(/^(?:#+|-) /, '').replace(/\*+|\\/g, '')).join('\n');
}
