import { caseNumberOf, contentsOf, documentTitle, headFields } from './heading-lines.js';
import { type HeadingStyle, lineBreak, type Source, type SourceItem, type SourceSection } from './source.js';

/** What the two text formats do differently; all else they share. */
interface Marks {
  title(text: string): string;
  label(text: string): string;
  contentsHeading(text: string): string;
  itemHeading(text: string, style: HeadingStyle): string;
  sectionHeading(text: string, style: HeadingStyle): string;
}

const plainMarks: Marks = {
  title: (text) => text,
  label: (text) => text,
  contentsHeading: (text) => text,
  itemHeading: (text) => text,
  sectionHeading: (text) => text,
};

const markdownMarks: Marks = {
  title: (text) => `# ${text}`,
  label: (text) => `**${text}**`,
  contentsHeading: (text) => `## ${text}`,
  itemHeading: marked,
  sectionHeading: marked,
};

export function toPlainText(source: Source, pages: readonly number[]): string {
  return toText(source, pages, plainMarks);
}

export function toMarkdown(source: Source, pages: readonly number[]): string {
  return toText(source, pages, markdownMarks);
}

function toText(source: Source, pages: readonly number[], marks: Marks): string {
  const blocks = [
    marks.title(documentTitle(source)),
    ...headFields(source).map(([label, text]) => `${marks.label(label)} ${text}`),
    marks.contentsHeading('Indholdsfortegnelse'),
    contentsOf(source, pages)
      .map((line) => `${line.title.replace(/\.$/, '')}.....\t${line.page}`)
      .join('\n'),
    ...source.items.flatMap((item, index) => itemBlocks(item, index + 1, marks)),
  ];
  return `\n\n${blocks.join('\n\n').replaceAll(lineBreak, '\n')}\n`;
}

function itemBlocks(item: SourceItem, number: number, marks: Marks): string[] {
  const caseNumber = caseNumberOf(item);
  return [
    marks.itemHeading(`Punkt ${number}: ${item.title}`, item.style.item),
    ...(caseNumber === undefined ? [] : [caseNumber]),
    ...item.sections.flatMap((section) => sectionBlocks(section, marks)),
  ];
}

function sectionBlocks(section: SourceSection, marks: Marks): string[] {
  const body = section.lines
    .map((line) => line.replace(/^=== /, ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
  if (section.inline) return [`${marks.label('Fraværende')} ${body}`];
  if (section.heading === undefined) return [body];
  return [marks.sectionHeading(section.heading, section.style.section), body];
}

function marked(text: string, style: HeadingStyle): string {
  return `${style.marks} ${style.bold ? `**${text}**` : text}`;
}
