import {
  AlignmentType,
  Document,
  HeadingLevel,
  type INumberingOptions,
  LeaderType,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { type Block, blocksOf } from './blocks.js';
import { caseNumberOf, contentsOf, documentTitle, headFields } from './heading-lines.js';
import { plain, type Source, type SourceItem, type SourceSection } from './source.js';
import { withFixedZipTimes } from './zip-times.js';

const numbered = 'nummereret';
const bulleted = 'punkttegn';

const numbering: INumberingOptions = {
  config: [
    {
      reference: numbered,
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, style: indent(0) },
        { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2.', alignment: AlignmentType.LEFT, style: indent(1) },
      ],
    },
    {
      reference: bulleted,
      levels: [
        { level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: indent(0) },
        { level: 1, format: LevelFormat.BULLET, text: 'o', alignment: AlignmentType.LEFT, style: indent(1) },
      ],
    },
  ],
};

function indent(level: number): { paragraph: { indent: { left: number; hanging: number } } } {
  return { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } };
}

/** Hands out one number per list, so that each list begins with 1 again. */
class Lists {
  #current = 0;
  #open = false;

  numberFor(block: Block): number {
    if (!this.#open) this.#current += 1;
    this.#open = block.kind === 'numbered' || block.kind === 'bullet';
    return this.#current;
  }
}

export async function toDocx(source: Source, pages: readonly number[]): Promise<Buffer> {
  const lists = new Lists();
  const document = new Document({
    title: documentTitle(source),
    creator: 'Sekretariatet',
    styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
    numbering,
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: documentTitle(source) }),
          ...headFields(source).map(
            ([label, text]) =>
              new Paragraph({ children: [new TextRun({ text: label, bold: true }), new TextRun(` ${plain(text)}`)] }),
          ),
          ...contentsParagraphs(source, pages),
          ...source.items.flatMap((item, index) => itemParagraphs(item, index + 1, lists)),
        ],
      },
    ],
  });
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(source) },
  ]);
  return withFixedZipTimes(packed);
}

/** Word's own contents list sets the dots with a tab stop, so the text holds a tab only. */
function contentsParagraphs(source: Source, pages: readonly number[]): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Indholdsfortegnelse' }),
    ...contentsOf(source, pages).map(
      (line) =>
        new Paragraph({
          tabStops: [{ type: TabStopType.RIGHT, position: 9026, leader: LeaderType.DOT }],
          children: [new TextRun({ children: [line.title, new Tab(), String(line.page)] })],
        }),
    ),
  ];
}

function itemParagraphs(item: SourceItem, number: number, lists: Lists): Paragraph[] {
  const caseNumber = caseNumberOf(item);
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
      text: `Punkt ${number}: ${plain(item.title)}`,
    }),
    ...(caseNumber === undefined ? [] : [new Paragraph(caseNumber)]),
    ...item.sections.flatMap((section) => sectionParagraphs(section, lists)),
  ];
}

function sectionParagraphs(section: SourceSection, lists: Lists): Paragraph[] {
  const { heading, inline, lines } = section;
  if (inline) {
    const names = ` ${plain(lines.join(' '))}`;
    return [new Paragraph({ children: [new TextRun({ text: 'Fraværende', bold: true }), new TextRun(names)] })];
  }
  const body = blocksOf(lines).map((block) => blockParagraph(block, lists.numberFor(block)));
  if (heading === undefined) return body;
  return [new Paragraph({ heading: HeadingLevel.HEADING_2, text: heading }), ...body];
}

function blockParagraph(block: Block, instance: number): Paragraph {
  switch (block.kind) {
    case 'subHeading':
      return new Paragraph({ heading: HeadingLevel.HEADING_3, text: block.text });
    case 'numbered':
      return new Paragraph({ text: block.text, numbering: { reference: numbered, level: block.level, instance } });
    case 'bullet':
      return new Paragraph({ text: block.text, numbering: { reference: bulleted, level: block.level, instance } });
    case 'paragraph':
      return new Paragraph(block.text);
  }
}

/** The library writes the time of the build here; the meeting's own day keeps the bytes the same. */
function coreProperties(source: Source): string {
  const stamp = `${source.date}T12:00:00Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${documentTitle(source)}</dc:title><dc:creator>Sekretariatet</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}
