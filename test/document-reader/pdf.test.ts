import { afterEach, describe, expect, it, vi } from 'vitest';
import { readDocument } from '../../src/document-reader/read-document.js';
import { makePdf, type PrintedBlock, type PrintLayout } from '../support/make-pdf.js';
import { shown } from './read-back.js';

async function print(blocks: readonly PrintedBlock[], layout?: PrintLayout): Promise<string[]> {
  return shown(await readDocument('referat.pdf', await makePdf(blocks, layout)));
}

const paragraph =
  'Der er i løbet af foråret holdt fire møder med afdelingerne om den nye ordning, og alle har meldt tilbage, at den ' +
  'skal begynde samtidig i hele kommunen.';
const absent =
  'Anna Brink (Direktør BSV), Ejnar Toft (Afdelingschef Miljø & Teknik), Gerda Holm (Afdelingschef Sundhed, Pleje & ' +
  'Omsorg), Ivar Krog (Afdelingschef Børn & Familie)';
const longTitle =
  'CF - Status på klargøring af data fra de gamle fagsystemer forud for aflevering til arkivet v. Anna og Bo (Ivar ' +
  'deltager) (9:25-10:00)';

const minutes: PrintedBlock[] = [
  { kind: 'title', text: 'REFERAT Chefforum d. 03-05-2029' },
  { kind: 'label', label: 'Mødedato', text: 'Torsdag d. 3. maj 2029 kl. 09:00' },
  { kind: 'label', label: 'Mødested', text: 'Mødelokale 1' },
  { kind: 'pageBreak' },
  { kind: 'heading', text: 'Indholdsfortegnelse' },
  { kind: 'contents', title: 'CF - Godkendelse af dagsorden', page: 3 },
  { kind: 'contents', title: longTitle, page: 4 },
  { kind: 'contents', title: 'CF - Eventuelt', page: 5 },
  { kind: 'pageBreak' },
  { kind: 'item', text: 'Punkt 1: CF - Godkendelse af dagsorden' },
  { kind: 'paragraph', text: '00.01.00-P35-9-22' },
  { kind: 'heading', text: 'Indstilling' },
  { kind: 'paragraph', text: 'Kommunaldirektøren indstiller,' },
  { kind: 'point', mark: '1.', text: 'at dagsordenen godkendes' },
  {
    kind: 'point',
    mark: '2.',
    text: 'at hver afdeling udpeger en medarbejder til gruppen og sender navnet til sekretariatet senest den 27. april',
  },
  { kind: 'heading', text: 'Beslutning' },
  { kind: 'paragraph', text: paragraph },
  { kind: 'point', mark: '•', text: 'Ældreliv' },
  { kind: 'point', mark: '•', level: 1, text: 'heraf to plejehjem' },
  { kind: 'point', mark: '•', text: 'Børneliv' },
  { kind: 'label', label: 'Fraværende', text: absent },
  { kind: 'pageBreak' },
  { kind: 'item', text: `Punkt 2: ${longTitle}` },
  { kind: 'paragraph', text: '85.11.00-P20-7-22' },
];

const minutesRead = [
  '# REFERAT Chefforum d. 03-05-2029',
  'Mødedato Torsdag d. 3. maj 2029 kl. 09:00',
  'Mødested Mødelokale 1',
  '# Indholdsfortegnelse',
  'CF - Godkendelse af dagsorden … 3',
  `${longTitle} … 4`,
  'CF - Eventuelt … 5',
  '# Punkt 1: CF - Godkendelse af dagsorden',
  '00.01.00-P35-9-22',
  '# Indstilling',
  'Kommunaldirektøren indstiller,',
  '1. at dagsordenen godkendes',
  '2. at hver afdeling udpeger en medarbejder til gruppen og sender navnet til sekretariatet senest den 27. april',
  '# Beslutning',
  paragraph,
  '- Ældreliv',
  '  - heraf to plejehjem',
  '- Børneliv',
  `Fraværende ${absent}`,
  `# Punkt 2: ${longTitle}`,
  '85.11.00-P20-7-22',
];

const dotsShortened = (lines: string[]): string[] => lines.map((line) => line.replace(/\.{3,} (\d+)$/, ' … $1'));

describe('a print-out from a case system', () => {
  it.each<[string, PrintLayout]>([
    ['as it comes', {}],
    ['in a serif font with wide margins', { font: 'Times-Roman', boldFont: 'Times-Bold', size: 12, margin: 95 }],
    ['justified with open lines', { justified: true, lineGap: 4, size: 11 }],
    ['in typewriter letters', { font: 'Courier', boldFont: 'Courier-Bold', size: 9 }],
    ['with little room between paragraphs', { paragraphGap: 0.35 }],
  ])('has its wrapped lines rejoined and its headers and footers dropped, %s', async (_, layout) => {
    expect(dotsShortened(await print(minutes, layout))).toEqual(minutesRead);
  });

  it('separates paragraphs by an empty line, but neither list points nor contents entries', async () => {
    const { lines } = await readDocument('referat.pdf', await makePdf(minutes));
    const texts = lines.map((line) => line.text);
    const first = texts.indexOf('1. at dagsordenen godkendes');
    expect(texts[first - 1]).toBe('');
    expect(texts[first + 1]).toMatch(/^2\. at hver/);
    expect(texts[texts.indexOf('Indholdsfortegnelse') + 3]).toMatch(/^CF - Status/);
    expect(lines.map((line) => line.number)).toEqual(lines.map((_, index) => index + 1));
  });

  it('tells the page of every line', async () => {
    const { lines } = await readDocument('referat.pdf', await makePdf(minutes));
    const pageOf = (start: string): number | null | undefined =>
      lines.find((line) => line.text.startsWith(start))?.page;
    expect([pageOf('REFERAT'), pageOf('Indhold'), pageOf('Punkt 1'), pageOf('Punkt 2')]).toEqual([1, 2, 3, 4]);
  });

  it('rejoins a paragraph that a page break cuts, and only that one', async () => {
    const long = Array.from({ length: 30 }, (_, index) => `${paragraph} Det er nummer ${index} af grundene.`).join(' ');
    const read = await print([
      { kind: 'item', text: 'Punkt 1: CF - Eventuelt' },
      { kind: 'paragraph', text: long },
      { kind: 'paragraph', text: paragraph },
    ]);
    expect(read).toEqual(['# Punkt 1: CF - Eventuelt', long, paragraph]);
  });

  it('never joins an item to the page before, though that page is full', async () => {
    const filler: PrintedBlock[] = Array.from({ length: 21 }, () => ({ kind: 'paragraph', text: paragraph }));
    const read = await print([...filler, { kind: 'pageBreak' }, { kind: 'paragraph', text: 'Punkt 2: Eventuelt' }]);
    expect(read.at(-1)).toBe('Punkt 2: Eventuelt');
    expect(read.slice(0, -1)).toEqual(filler.map(() => paragraph));
  });

  it('drops "Side 1 af 1" from a single page', async () => {
    const read = await print([{ kind: 'paragraph', text: paragraph }], { header: '' });
    expect(read).toEqual([paragraph]);
  });

  it.each<[string, PrintLayout['footer']]>([
    ['a bare number', (page) => `${page}`],
    ['a number between dashes', (page) => `- ${page} -`],
    ['a number after the forum', (page) => `Chefforum ${page}`],
    ['a number of all', (page, pages) => `${page}/${pages}`],
    ['a named number before a date', (page, pages) => `Side ${page} af ${pages} | 03-05-2029`],
  ])('drops footers that count the pages by %s', async (_, footer) => {
    const blocks: PrintedBlock[] = [
      { kind: 'paragraph', text: 'Første side' },
      { kind: 'pageBreak' },
      { kind: 'paragraph', text: 'Anden side' },
    ];
    expect(await print(blocks, footer === undefined ? {} : { footer })).toEqual(['Første side', 'Anden side']);
  });

  it('keeps the first line of items whose titles differ in the number only', async () => {
    const blocks = [1, 2, 3].flatMap((number): PrintedBlock[] => [
      { kind: 'item', text: `Punkt ${number}: Orientering` },
      { kind: 'paragraph', text: paragraph },
      { kind: 'pageBreak' },
    ]);
    const titles = (await print(blocks.slice(0, -1))).filter((line) => line.startsWith('# '));
    expect(titles).toEqual(['# Punkt 1: Orientering', '# Punkt 2: Orientering', '# Punkt 3: Orientering']);
  });

  it('takes no date at the beginning of a wrapped line for a list point', async () => {
    const words = Array.from({ length: 12 }, (_, index) => 'a'.repeat(index + 60));
    for (const word of words) {
      const text = `${word} Chefforum godkendte referatet fra mødet den 13. august 2029 og det fra den 27. august 2029, kl. 12. Så gik alle.`;
      expect(await print([{ kind: 'paragraph', text }], { header: '' })).toEqual([text]);
    }
  });

  it('keeps numbered points without a hanging indentation apart', async () => {
    const blocks: PrintedBlock[] = [
      { kind: 'paragraph', text: 'Kommunaldirektøren indstiller,' },
      { kind: 'point', mark: '1.', text: `at ${paragraph}` },
      { kind: 'point', mark: '2.', text: 'at punktet drøftes.' },
      { kind: 'point', mark: '3.', text: `at ${paragraph}` },
    ];
    expect(await print(blocks, { flatPoints: true, header: '' })).toEqual([
      'Kommunaldirektøren indstiller,',
      `1. at ${paragraph}`,
      '2. at punktet drøftes.',
      `3. at ${paragraph}`,
    ]);
  });
});

describe('reading a PDF', () => {
  afterEach(() => vi.restoreAllMocks());

  it('does so in time that grows with its length, however hostile its one line is', async () => {
    for (const pattern of ['.', '....\t1', 'a- ', '1. ', '• ']) {
      const text = pattern.repeat(Math.ceil(60_000 / pattern.length));
      const { lines } = await readDocument('referat.pdf', await makePdf([{ kind: 'paragraph', text }], { header: '' }));
      expect(lines.length).toBeGreaterThan(0);
    }
  });

  it('takes a Node Buffer as well as a plain array', async () => {
    const bytes = await makePdf([{ kind: 'paragraph', text: paragraph }], { header: '' });
    expect(shown(await readDocument('referat.pdf', Buffer.from(bytes)))).toEqual([paragraph]);
  });

  it('prints nothing and leaves the caller’s bytes alone', async () => {
    const printed = (['log', 'warn', 'error', 'info'] as const).map((name) => vi.spyOn(console, name));
    const bytes = await makePdf(minutes);
    const copy = bytes.slice();
    await readDocument('referat.pdf', bytes);
    expect(bytes).toEqual(copy);
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  });
});
