import PDFDocument from 'pdfkit';

interface Heading {
  kind: 'title' | 'item' | 'heading';
  text: string;
}

/** Points by which headings are larger than the text. */
const headingSteps: Record<Heading['kind'], number> = { title: 8, item: 3.5, heading: 1 };

/** A piece of a printed document. */
export type PrintedBlock =
  /** Begins a new page, as each item does in a print-out from a case system. */
  | { kind: 'pageBreak' }
  | Heading
  | { kind: 'paragraph'; text: string }
  /** "Fraværende Anna Bo (Chef), …": a bold word before plain ones. */
  | { kind: 'label'; label: string; text: string }
  /** An entry of the contents list: title, dots, page number. */
  | { kind: 'contents'; title: string; page: number }
  | { kind: 'point'; mark: string; level?: number; text: string };

export interface PrintLayout {
  font?: string;
  boldFont?: string;
  size?: number;
  /** Left and right, in points. */
  margin?: number;
  /** Extra distance of lines, in points. */
  lineGap?: number;
  /** Distance after a paragraph, in lines. */
  paragraphGap?: number;
  justified?: boolean;
  /** Points of recommendations are set as plain lines, without a hanging indentation. */
  flatPoints?: boolean;
  header?: string;
  /** "Side 3 af 15" by default. */
  footer?: (page: number, pages: number) => string;
}

type Settings = Required<PrintLayout>;

const pageWidth = 595.28;
const top = 92;
const bottom = 80;

const usual: Settings = {
  font: 'Helvetica',
  boldFont: 'Helvetica-Bold',
  size: 10.5,
  margin: 71,
  lineGap: 0,
  paragraphGap: 0.8,
  justified: false,
  flatPoints: false,
  header: 'Chefforum 13-04-2023',
  footer: (page, pages) => `Side ${page} af ${pages}`,
};

/** Prints on A4 as a case system does: page header and footer, larger bold headings, wrapped lines. */
export async function makePdf(blocks: readonly PrintedBlock[], layout: PrintLayout = {}): Promise<Uint8Array> {
  const settings: Settings = { ...usual, ...layout };
  const pdf = new PDFDocument({
    size: 'A4',
    bufferPages: true,
    margins: { top, bottom, left: settings.margin, right: settings.margin },
  });
  const bytes = collect(pdf);
  const print = new Print(pdf, settings);
  for (const block of blocks) print.block(block);
  print.headersAndFooters();
  pdf.end();
  return await bytes;
}

/** A PDF as a scanner makes it: shapes on the pages, no text. */
export async function makeScannedPdf(): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4' });
  const bytes = collect(pdf);
  pdf.rect(100, 100, 200, 12).fill('#444');
  pdf.addPage().rect(100, 140, 180, 12).fill('#444');
  pdf.end();
  return await bytes;
}

/** A PDF that asks for a password before it opens. */
export async function makeLockedPdf(): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', userPassword: 'hemmelig' });
  const bytes = collect(pdf);
  pdf.text('REFERAT');
  pdf.end();
  return await bytes;
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}

class Print {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #settings: Settings;
  readonly #width: number;

  constructor(pdf: PDFKit.PDFDocument, settings: Settings) {
    this.#pdf = pdf;
    this.#settings = settings;
    this.#width = pageWidth - 2 * settings.margin;
  }

  block(block: PrintedBlock): void {
    if (block.kind === 'pageBreak') this.#pdf.addPage();
    else if (block.kind === 'label') this.#label(block.label, block.text);
    else if (block.kind === 'contents') this.#contents(block.title, block.page);
    else if (block.kind === 'point') this.#point(block.mark, block.level ?? 0, block.text);
    else if (block.kind === 'paragraph') this.#paragraph(block.text);
    else this.#heading(block);
  }

  headersAndFooters(): void {
    const { header, footer, margin, font } = this.#settings;
    const { count } = this.#pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#pdf.switchToPage(page);
      // Text below the bottom margin would else begin a new page.
      this.#pdf.page.margins.bottom = 0;
      this.#pdf.font(font).fontSize(8.5);
      this.#pdf.text(header, margin, 42, { width: this.#width, lineBreak: false });
      const text = footer(page + 1, count);
      this.#pdf.text(text, margin, 792, { width: this.#width, align: 'right', lineBreak: false });
    }
  }

  #heading({ kind, text }: Heading): void {
    const { margin, boldFont } = this.#settings;
    const size = this.#settings.size + headingSteps[kind];
    if (this.#pdf.y + 4 * size > this.#pdf.page.height - bottom) this.#pdf.addPage();
    this.#pdf.font(boldFont).fontSize(size).text(text, margin, this.#pdf.y, this.#options()).moveDown(0.5);
  }

  #paragraph(text: string): void {
    const { margin, paragraphGap } = this.#settings;
    this.#regular().text(text, margin, this.#pdf.y, this.#options()).moveDown(paragraphGap);
  }

  #label(label: string, text: string): void {
    const { margin, paragraphGap, boldFont } = this.#settings;
    const options = this.#options();
    this.#regular()
      .font(boldFont)
      .text(`${label} `, margin, this.#pdf.y, { ...options, continued: true });
    this.#regular().text(text, options).moveDown(paragraphGap);
  }

  /** A long title takes several lines and leaves room for the page number; the dots stand on the last. */
  #contents(title: string, page: number): void {
    const { margin } = this.#settings;
    this.#regular();
    const lines = this.#wrap(title, this.#width - 60);
    const last = lines.pop() ?? '';
    for (const line of lines) this.#pdf.text(line, margin, this.#pdf.y, this.#options());
    let dots = '';
    while (this.#pdf.widthOfString(`${last}${dots}. ${page}`) < this.#width) dots += '.';
    this.#pdf.text(`${last}${dots} ${page}`, margin, this.#pdf.y, { width: this.#width + 20 }).moveDown(0.5);
  }

  #point(mark: string, level: number, text: string): void {
    const { margin, flatPoints } = this.#settings;
    this.#regular();
    if (flatPoints) {
      this.#pdf.text(`${mark} ${text}`, margin, this.#pdf.y, this.#options());
      return;
    }
    // Else the mark would stay behind at the foot of the page.
    const height = this.#pdf.currentLineHeight(true);
    if (this.#pdf.y + 2 * height > this.#pdf.page.height - bottom) this.#pdf.addPage();
    const indent = margin + 14 + level * 18;
    const { y } = this.#pdf;
    this.#pdf.text(mark, indent, y, { width: 18, lineBreak: false });
    const width = pageWidth - margin - indent - 18;
    this.#pdf.text(text, indent + 18, y, { ...this.#options(), width }).moveDown(0.25);
  }

  #regular(): PDFKit.PDFDocument {
    return this.#pdf.font(this.#settings.font).fontSize(this.#settings.size);
  }

  #options(): PDFKit.Mixins.TextOptions {
    const { lineGap, justified } = this.#settings;
    return { width: this.#width, lineGap, align: justified ? 'justify' : 'left' };
  }

  #wrap(text: string, limit: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && this.#pdf.widthOfString(longer) > limit) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  }
}
