import PDFDocument from 'pdfkit';
import { type Block, blocksOf } from './blocks.js';
import { caseNumberOf, contentsOf, documentTitle, headFields } from './heading-lines.js';
import { first, plain, type Source, type SourceItem, type SourceSection } from './source.js';

const left = 71;
const right = 524;
const width = right - left;
const bottom = 762;
const textSize = 10.8;
const lineGap = 1.6;
const regular = 'Helvetica';
const bold = 'Helvetica-Bold';

/** Case text, and the page on which each item begins. */
interface Pdf {
  readonly content: Buffer;
  readonly pages: number[];
}

/** Laid out twice: the contents list needs the page numbers that only the layout can tell. */
export async function toPdf(source: Source): Promise<Pdf> {
  const { pages } = await layOut(
    source,
    source.items.map(() => 0),
  );
  return await layOut(source, pages);
}

async function layOut(source: Source, contentsPages: readonly number[]): Promise<Pdf> {
  const doc = new PDFDocument({
    size: 'A4',
    bufferPages: true,
    margins: { top: 92, bottom: 80, left, right: 595 - right },
    // Fixed, because the file's identifier is made from it: the same text shall give the same bytes.
    info: { Title: documentTitle(source), CreationDate: new Date(`${source.date}T12:00:00Z`) },
  });
  const content = collect(doc);
  const pages: number[] = [];
  writeFrontPage(doc, source);
  writeContents(doc, source, contentsPages);
  source.items.forEach((item, index) => {
    doc.addPage();
    pages.push(doc.bufferedPageRange().count);
    writeItem(doc, item, index + 1);
  });
  writeHeadersAndFooters(doc, source);
  doc.end();
  return { content: await content, pages };
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

function writeFrontPage(doc: PDFKit.PDFDocument, source: Source): void {
  doc.font(bold).fontSize(20).text(documentTitle(source), left, 140, { width }).moveDown(1);
  for (const [label, text] of headFields(source)) {
    doc.fontSize(textSize).font(bold).text(`${label} `, left, doc.y, { width, continued: true });
    doc.font(regular).text(plain(text), { width }).moveDown(0.8);
  }
}

function writeContents(doc: PDFKit.PDFDocument, source: Source, pages: readonly number[]): void {
  doc.addPage();
  doc.font(bold).fontSize(15).text('Indholdsfortegnelse', left, doc.y, { width }).moveDown(0.8);
  doc.font(regular).fontSize(textSize);
  for (const line of contentsOf(source, pages)) writeContentsLine(doc, line.title, line.page);
}

/** A long title takes two lines; the dots and the page number stand on the last. */
function writeContentsLine(doc: PDFKit.PDFDocument, title: string, page: number): void {
  const lines = wrap(doc, title, width - 60);
  const last = lines.pop() ?? '';
  for (const line of lines) doc.text(line, left, doc.y, { lineBreak: true, width });
  const end = ` ${page}`;
  let dots = '';
  while (doc.widthOfString(`${last}${dots}.${end}`) < width) dots += '.';
  doc.text(`${last}${dots}${end}`, left, doc.y, { width: width + 5 }).moveDown(0.5);
}

function wrap(doc: PDFKit.PDFDocument, text: string, limit: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (doc.widthOfString(longer) > limit && line !== '') {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function writeItem(doc: PDFKit.PDFDocument, item: SourceItem, number: number): void {
  doc
    .font(bold)
    .fontSize(14)
    .text(`Punkt ${number}: ${plain(item.title)}`, left, doc.y, { width })
    .moveDown(0.6);
  const caseNumber = caseNumberOf(item);
  doc.font(regular).fontSize(textSize);
  if (caseNumber !== undefined) doc.text(caseNumber, left, doc.y, { width }).moveDown(0.9);
  for (const section of item.sections) writeSection(doc, section);
}

function writeSection(doc: PDFKit.PDFDocument, section: SourceSection): void {
  doc.fontSize(textSize);
  if (section.inline) {
    doc.font(bold).text('Fraværende ', left, doc.y, { width, continued: true });
    doc
      .font(regular)
      .text(plain(section.lines.join(' ')), { width })
      .moveDown(0.8);
    return;
  }
  if (section.heading !== undefined) {
    keepWithNext(doc);
    doc.font(bold).fontSize(11.5).text(section.heading, left, doc.y, { width }).moveDown(0.4);
  }
  doc.fontSize(textSize);
  let inList = false;
  for (const block of blocksOf(section.lines)) {
    const isListItem = block.kind === 'numbered' || block.kind === 'bullet';
    if (inList && !isListItem) doc.moveDown(0.45);
    inList = isListItem;
    writeBlock(doc, block);
  }
  doc.moveDown(0.5);
}

function writeBlock(doc: PDFKit.PDFDocument, block: Block): void {
  if (block.kind === 'paragraph') {
    doc.font(regular).text(block.text, left, doc.y, { width, lineGap }).moveDown(0.7);
  } else if (block.kind === 'subHeading') {
    keepWithNext(doc);
    doc.font('Helvetica-Oblique').text(block.text, left, doc.y, { width }).moveDown(0.3);
  } else writeListItem(doc, block.kind === 'numbered' ? `${block.number}.` : '•', block.text, block.level);
}

function writeListItem(doc: PDFKit.PDFDocument, mark: string, text: string, level: number): void {
  // Else the mark would stay behind at the foot of the page.
  if (doc.y + 2 * doc.currentLineHeight() > bottom) doc.addPage();
  const indent = left + 14 + level * 18;
  const { y } = doc;
  doc.font(regular).text(mark, indent, y, { width: 18, lineBreak: false });
  doc.text(text, indent + 18, y, { width: right - indent - 18, lineGap }).moveDown(0.25);
}

function keepWithNext(doc: PDFKit.PDFDocument): void {
  if (doc.y + 4 * doc.currentLineHeight() > bottom) doc.addPage();
}

function writeHeadersAndFooters(doc: PDFKit.PDFDocument, source: Source): void {
  const [header = '', headerRight = ''] = (first(source.directives, 'header') ?? '')
    .split('|')
    .map((part) => part.trim());
  const footer = first(source.directives, 'footer') ?? '';
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // Text below the bottom margin would else begin a new page.
    doc.page.margins.bottom = 0;
    doc.font(regular).fontSize(8.5);
    doc.text(header, left, 42, { width, lineBreak: false });
    doc.text(headerRight, left, 42, { width, align: 'right', lineBreak: false });
    doc.text(footer, left, 792, { width, lineBreak: false });
    doc.text(`Side ${page + 1} af ${count}`, left, 792, { width, align: 'right', lineBreak: false });
  }
}
