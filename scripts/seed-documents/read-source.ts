import type { Format, MarkdownStyle, SectionKind, Source, SourceItem, SourceSection } from './source.js';

const kindOfHeading: Readonly<Record<string, SectionKind>> = {
  anledning: 'occasion',
  resumé: 'summary',
  sagsfremstilling: 'case',
  'supplerende sagsfremstilling': 'supplementaryCase',
  indstilling: 'recommendation',
  'kommunens vision og politikker': 'vision',
  økonomi: 'economy',
  lovgrundlag: 'legal',
  borgerperspektiv: 'citizens',
  historik: 'history',
  beslutning: 'decision',
  bilag: 'attachments',
  fraværende: 'absent',
};

const formats: readonly string[] = ['txt', 'md', 'pdf', 'docx'];

const usualStyle: MarkdownStyle = {
  item: { marks: '##', bold: false },
  section: { marks: '###', bold: false },
};

/**
 * Reads one source file. Lines starting with
 *   `%`  tell something about the document or the item above and are not printed,
 *   `@`  start an item, `:` a section with a heading, `:~` a section without one,
 *   `!`  are the line of absent persons; every other line is printed as it stands.
 */
export function readSource(text: string): Source {
  const directives = new Map<string, string[]>();
  const items: SourceItem[] = [];
  let style = usualStyle;
  for (const line of text.split('\n')) {
    const item = items.at(-1);
    if (line.startsWith('% mdstyle ')) style = readStyle(line.slice(10));
    else if (line.startsWith('% ')) addDirective(item?.directives ?? directives, line.slice(2));
    else if (line.startsWith('@ ')) {
      items.push({ title: line.slice(2), style, directives: new Map(), sections: [] });
    } else if (item === undefined) {
      if (line.trim() !== '') throw new Error(`Text before the first item: ${line}`);
    } else addToItem(item, line, style);
  }
  return { date: required(directives, 'date'), format: readFormat(required(directives, 'format')), directives, items };
}

function addToItem(item: SourceItem, line: string, style: MarkdownStyle): void {
  const start = startOfSection(line, style);
  if (start !== undefined) item.sections.push(start);
  else if (item.sections.length > 0) item.sections.at(-1)?.lines.push(line);
  else if (line.trim() !== '') throw new Error(`Text before the first section: ${line}`);
}

function startOfSection(line: string, style: MarkdownStyle): SourceSection | undefined {
  if (line.startsWith(':~ ')) {
    return { kind: line.slice(3) as SectionKind, heading: undefined, inline: false, style, lines: [] };
  }
  if (line.startsWith(': ')) {
    const heading = line.slice(2);
    return { kind: kindOf(heading), heading, inline: false, style, lines: [] };
  }
  if (line.startsWith('! ')) {
    return { kind: 'absent', heading: 'Fraværende', inline: true, style, lines: [line.slice(2)] };
  }
  return undefined;
}

function kindOf(heading: string): SectionKind {
  const kind = kindOfHeading[heading.toLowerCase()];
  if (kind === undefined) throw new Error(`Unknown heading: ${heading}`);
  return kind;
}

function addDirective(directives: Map<string, string[]>, line: string): void {
  const space = line.indexOf(' ');
  const name = space < 0 ? line : line.slice(0, space);
  const value = space < 0 ? '' : line.slice(space + 1);
  directives.set(name, [...(directives.get(name) ?? []), value]);
}

/** `## bold ### plain`: items first, sections after. */
function readStyle(words: string): MarkdownStyle {
  const [itemMarks = '##', itemWeight, sectionMarks = '###', sectionWeight] = words.split(' ');
  return {
    item: { marks: itemMarks, bold: itemWeight === 'bold' },
    section: { marks: sectionMarks, bold: sectionWeight === 'bold' },
  };
}

function readFormat(word: string): Format {
  if (!formats.includes(word)) throw new Error(`Unknown format: ${word}`);
  return word as Format;
}

function required(directives: Map<string, string[]>, name: string): string {
  const value = directives.get(name)?.[0];
  if (value === undefined) throw new Error(`The source has no "% ${name}" line`);
  return value;
}
