import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/document-reader/read-document.js';
import { makeDocx, type WordBlock } from '../support/make-docx.js';
import { shown } from './read-back.js';

async function write(blocks: readonly WordBlock[]): Promise<string[]> {
  return shown(await readDocument('referat.docx', await makeDocx(blocks)));
}

describe('a Word document', () => {
  it('has its title, headings and bold lines as headings', async () => {
    const blocks: WordBlock[] = [
      { kind: 'title', text: 'REFERAT Chefforum d. 03-05-2029' },
      { kind: 'label', label: 'Mødedato', text: 'Torsdag d. 3. maj 2029 kl. 09:00' },
      { kind: 'contents', title: 'CF - Eventuelt', page: 3 },
      { kind: 'item', text: 'Punkt 1: CF - Eventuelt' },
      { kind: 'heading', text: 'Indstilling' },
      { kind: 'bold', text: 'Beslutning' },
      { kind: 'paragraph', text: 'Intet.' },
    ];
    expect(await write(blocks)).toEqual([
      '# REFERAT Chefforum d. 03-05-2029',
      'Mødedato Torsdag d. 3. maj 2029 kl. 09:00',
      'CF - Eventuelt\t3',
      '# Punkt 1: CF - Eventuelt',
      '# Indstilling',
      '# Beslutning',
      'Intet.',
    ]);
  });

  it('numbers every list from one and nests by two spaces a level', async () => {
    const point = (list: number, ordered: boolean, level: number, text: string): WordBlock => ({
      kind: 'point',
      list,
      ordered,
      level,
      text,
    });
    const document = await readDocument(
      'referat.docx',
      await makeDocx([
        point(1, true, 0, 'at et'),
        point(1, true, 1, 'heraf'),
        point(1, true, 1, 'derudover'),
        point(1, true, 0, 'at to'),
        { kind: 'paragraph', text: 'Imellem' },
        point(2, true, 0, 'at tre'),
        { kind: 'heading', text: 'Bilag' },
        point(3, false, 0, 'fire'),
        point(3, false, 1, 'fem'),
        point(3, false, 2, 'seks'),
        point(3, false, 0, 'syv'),
      ]),
    );
    expect(document.lines.map((line) => line.text)).toEqual([
      '1. at et',
      '  1. heraf',
      '  2. derudover',
      '2. at to',
      '',
      'Imellem',
      '',
      '1. at tre',
      '',
      'Bilag',
      '',
      '- fire',
      '  - fem',
      '    - seks',
      '- syv',
    ]);
  });

  it('joins short cells of a row and lays out cells that hold paragraphs', async () => {
    const rows = [
      [['Dato'], ['Hvad']],
      [['3. maj'], ['Frist']],
      [['Beslutning'], ['Godkendt.', 'Med bemærkning.']],
      [['Alene']],
    ];
    expect(await write([{ kind: 'table', rows }])).toEqual([
      'Dato · Hvad',
      '3. maj · Frist',
      'Beslutning',
      'Godkendt.',
      'Med bemærkning.',
      'Alene',
    ]);
  });

  it('keeps line breaks, the words of notes, and addresses of links', async () => {
    const blocks: WordBlock[] = [
      { kind: 'lines', lines: ['Anna Brink', 'Ejnar Toft'] },
      { kind: 'noted', text: 'Måltallet er 24 mio. kr.', note: 'Opgjort i maj.' },
      { kind: 'link', text: 'planen', target: 'https://nordvang.example/plan' },
    ];
    expect(await write(blocks)).toEqual([
      'Anna Brink',
      'Ejnar Toft',
      'Måltallet er 24 mio. kr.[1]',
      'planen (https://nordvang.example/plan)',
      '[1] Opgjort i maj.',
    ]);
  });
});
