import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { rangeOf } from '../kinds/nomination.js';
import { labels } from '../phrases.js';
import { briefPhrases as phrases } from './brief-phrases.js';
import { saidBy } from './brief-text.js';
import type { AnswerRow, AnswerTable, Brief, ItemStances, Said } from './make-brief.js';

/** Characters that XML cannot hold; text from people is cleaned when it is taken in, text from files may have them. */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const clean = (text: string): string => text.replace(notInXml, '');

/** A text of several lines as one paragraph with line breaks. */
const runs = (text: string, bold = false): TextRun[] =>
  clean(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, bold, ...(index > 0 && { break: 1 }) }));

const paragraph = (text: string): Paragraph => new Paragraph({ children: runs(text) });
const point = (text: string): Paragraph => new Paragraph({ children: runs(text), bullet: { level: 0 } });
const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({ text: clean(text), heading: level });

const row = (cells: readonly string[], isHeading = false): TableRow =>
  new TableRow({
    tableHeader: isHeading,
    cantSplit: true,
    children: cells.map((text) => new TableCell({ children: [new Paragraph({ children: runs(text, isHeading) })] })),
  });

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(columns, true), ...rows.map((cells) => row(cells))],
  });

type Block = Paragraph | Table;

const marked = (text: string, isOutdated: boolean): string =>
  isOutdated ? `${text}\n${phrases.outdated}`.trim() : text;

const saidRows = (stance: string, said: readonly Said[]): string[][] =>
  said.map(({ who, text, isOutdated }) => [who, stance, marked(text, isOutdated)]);

/** An item's stances: how many of each, and a table of who said what. */
function stancesOf(item: ItemStances): Block[] {
  const { no_remarks, remarks, wants_discussion, reservation } = item.counts;
  return [
    heading(phrases.item(item.entry), HeadingLevel.HEADING_2),
    paragraph(phrases.stanceCounts(no_remarks, remarks, wants_discussion, reservation)),
    ...(item.isSplit ? [paragraph(phrases.split)] : []),
    table(
      [phrases.who, labels.stanceColumn, labels.remark],
      [
        ...saidRows(phrases.reservations, item.reservations),
        ...saidRows(phrases.wantsDiscussion, item.wantsDiscussion),
        ...saidRows(phrases.remarks, item.remarks),
      ],
    ),
  ];
}

/** The mark stands with who answered, since it holds for all they answered. */
const cellsOf = ({ who, cells, isOutdated }: AnswerRow): string[] => [marked(who, isOutdated), ...cells];

const tableOf = ({ entry, columns, rows, missing, wanted }: AnswerTable): Block[] => [
  heading(phrases.item(entry), HeadingLevel.HEADING_2),
  ...(wanted === null ? [] : [paragraph(phrases.wanted(rangeOf(wanted)))]),
  ...(rows.length > 0 ? [table([phrases.who, ...columns], rows.map(cellsOf))] : []),
  paragraph(missing.length > 0 ? phrases.missingFrom(missing) : phrases.complete),
];

/** A heading with what belongs under it; nothing where there is nothing. */
const section = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(title, HeadingLevel.HEADING_1), ...blocks];

/** The brief as a Word document: heading styles to walk by, a table an item. */
export async function makeBriefDocument(brief: Brief): Promise<Uint8Array> {
  const { agenda, answered, asked } = brief;
  const title = phrases.title(agenda.forum, agenda.date);
  const pressing =
    brief.needsTime.length > 0 ? brief.needsTime.flatMap(stancesOf) : [paragraph(phrases.nothingPressing)];
  const children: Block[] = [
    heading(title, HeadingLevel.TITLE),
    paragraph(phrases.answered(answered, asked)),
    ...(brief.lateCount > 0 ? [paragraph(phrases.late(brief.lateCount))] : []),
    ...section(phrases.needsTime, pressing),
    ...section(phrases.remarks, brief.remarks.flatMap(stancesOf)),
    ...section(
      phrases.corrections,
      brief.corrections.flatMap(({ said, approvedBy }) => [
        paragraph(phrases.approvedBy(approvedBy)),
        ...said.map((one) => point(saidBy(one))),
      ]),
    ),
    ...section(phrases.questions, brief.questions.flatMap(tableOf)),
    ...section(phrases.nominations, brief.nominations.flatMap(tableOf)),
    ...section(
      phrases.absences,
      brief.absences.map(({ who, text }) => point(`${who}: ${text}`)),
    ),
    ...section(
      phrases.toNote,
      brief.toNote.map((entry) => point(phrases.item(entry))),
    ),
    ...section(
      phrases.time,
      brief.time.length === 0
        ? []
        : [
            table(
              phrases.timeColumns,
              brief.time.map(({ entry, plannedMinutes, suggestedMinutes }) => [
                phrases.item(entry),
                plannedMinutes === null ? '' : phrases.minutes(plannedMinutes),
                phrases.minutes(suggestedMinutes),
              ]),
            ),
          ],
    ),
    ...section(
      phrases.missing,
      brief.missing.map(({ who, items }) => point(phrases.missingItems(who, items))),
    ),
  ];
  const document = new Document({ title, creator: 'Referent', sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}
