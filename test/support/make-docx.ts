import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  type INumberingOptions,
  LeaderType,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
} from 'docx';

/** A piece of a Word document. */
export type WordBlock =
  | { kind: 'title' | 'item' | 'heading' | 'paragraph' | 'bold'; text: string }
  | { kind: 'label'; label: string; text: string }
  | { kind: 'contents'; title: string; page: number }
  /** A point of a real Word list; points of one `list` are counted together. */
  | { kind: 'point'; ordered: boolean; list: number; level?: number; text: string }
  /** A paragraph with line breaks that do not end it. */
  | { kind: 'lines'; lines: string[] }
  | { kind: 'link'; text: string; target: string }
  | { kind: 'noted'; text: string; note: string }
  /** Each cell holds paragraphs. */
  | { kind: 'table'; rows: string[][][] };

const numbering: INumberingOptions = {
  config: [
    { reference: 'numbers', levels: levels(LevelFormat.DECIMAL, ['%1.', '%2.', '%3.']) },
    { reference: 'bullets', levels: levels(LevelFormat.BULLET, ['•', 'o', '▪']) },
  ],
};

function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat], marks: readonly string[]) {
  return marks.map((text, level) => ({
    level,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
  }));
}

/** Writes a .docx with Word's own styles, lists, tables, notes and links. */
export async function makeDocx(blocks: readonly WordBlock[], font = 'Calibri'): Promise<Uint8Array> {
  const notes: string[] = [];
  const children = blocks.map((block) => toWord(block, notes));
  const footnotes = Object.fromEntries(notes.map((note, index) => [index + 1, { children: [new Paragraph(note)] }]));
  const document = new Document({
    // Word's own defaults: 8 points after a paragraph, lines at 1.08.
    styles: { default: { document: { run: { font, size: 22 }, paragraph: { spacing: { after: 160, line: 259 } } } } },
    numbering,
    footnotes,
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function toWord(block: WordBlock, notes: string[]): Paragraph | Table {
  switch (block.kind) {
    case 'title':
      return new Paragraph({ heading: HeadingLevel.TITLE, text: block.text });
    case 'item':
      return new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, text: block.text });
    case 'heading':
      return new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.text });
    case 'paragraph':
      return new Paragraph(block.text);
    case 'bold':
      return new Paragraph({ children: [new TextRun({ text: block.text, bold: true })] });
    case 'label':
      return new Paragraph({
        children: [new TextRun({ text: block.label, bold: true }), new TextRun(` ${block.text}`)],
      });
    case 'contents':
      return new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: 9026, leader: LeaderType.DOT }],
        children: [new TextRun({ children: [block.title, new Tab(), String(block.page)] })],
      });
    case 'point':
      return new Paragraph({
        text: block.text,
        numbering: {
          reference: block.ordered ? 'numbers' : 'bullets',
          level: block.level ?? 0,
          instance: block.list,
        },
      });
    case 'lines':
      return new Paragraph({
        children: block.lines.map((text, index) => new TextRun(index === 0 ? { text } : { text, break: 1 })),
      });
    case 'link':
      return new Paragraph({
        children: [new ExternalHyperlink({ link: block.target, children: [new TextRun(block.text)] })],
      });
    case 'noted':
      notes.push(block.note);
      return new Paragraph({ children: [new TextRun(block.text), new FootnoteReferenceRun(notes.length)] });
    case 'table':
      return new Table({ rows: block.rows.map(toRow) });
  }
}

function toRow(cells: string[][]): TableRow {
  return new TableRow({
    children: cells.map((paragraphs) => new TableCell({ children: paragraphs.map((text) => new Paragraph(text)) })),
  });
}
