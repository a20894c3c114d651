import type { DocumentLine } from '../document-reader/document-lines.js';
import type { Recommendation, Section, SectionKind } from '../domain/agenda-item.js';
import type { SourceLines } from '../domain/source-lines.js';
import { type Block, readBlocks, textOfBlocks } from './blocks.js';
import { isOwnOffice, readProposer } from './proposer.js';
import { isListOfPeople } from './read-people.js';
import { readRecommendation } from './read-recommendation.js';
import { headLabels, readSectionHeading } from './section-headings.js';

/** A section with its paragraphs and points still apart. */
export interface SectionBlocks {
  kind: SectionKind;
  heading: string;
  blocks: Block[];
  lines: SourceLines;
}

/**
 * The sections of one item, in document order. Every word of the lines is in exactly one heading or block.
 *
 * 1. A line that is a known heading opens its section. What stands above the first one has no heading and is "other".
 * 2. "Fraværende NAME (TITLE), …" opens a section on its own line.
 * 3. An item without the heading "Indstilling" has its recommendation where a paragraph ends in "indstiller,", together with the line above
 *    when that stands as its heading ("Kommissorium for …").
 */
export function splitSections(lines: readonly DocumentLine[]): SectionBlocks[] {
  const sections = splitAtHeadings(lines);
  return sections.some((section) => section.kind === 'recommendation') ? sections : withFoundRecommendation(sections);
}

export function toSection({ kind, heading, blocks, lines }: SectionBlocks): Section {
  return { kind, heading, text: textOfBlocks(blocks), lines };
}

interface OpenSection {
  kind: SectionKind;
  heading: string;
  headingLine: DocumentLine | undefined;
  lines: DocumentLine[];
}

function splitAtHeadings(lines: readonly DocumentLine[]): SectionBlocks[] {
  const open: OpenSection[] = [{ kind: 'other', heading: '', headingLine: undefined, lines: [] }];
  for (const [at, line] of lines.entries()) {
    const opened = openSection(lines, at, line);
    if (opened !== undefined) open.push(opened);
    else open.at(-1)?.lines.push(line);
  }
  return open.map(toBlocks).filter((section) => section.heading !== '' || section.blocks.length > 0);
}

function openSection(lines: readonly DocumentLine[], at: number, line: DocumentLine): OpenSection | undefined {
  const text = line.text.trim();
  const kind = readSectionHeading(text);
  if (kind !== undefined && standsAlone(lines, at, line)) {
    return { kind, heading: text, headingLine: line, lines: [] };
  }
  const label = headLabels.absent.exec(text);
  const [printed = ''] = label ?? [];
  if (printed === '' || printed.length === text.length || !isEmpty(lines[at - 1])) return undefined;
  const rest = text.slice(printed.length);
  if (!isListOfPeople(wrappedText(lines, at, rest))) return undefined;
  return {
    kind: 'absent',
    heading: printed.trim(),
    headingLine: line,
    lines: [{ ...line, text: rest, heading: false }],
  };
}

/** The rest of a line with the lines wrapped below it; a list of persons is short. */
function wrappedText(lines: readonly DocumentLine[], at: number, rest: string): string {
  let text = rest;
  for (let index = at + 1; index < at + 12; index += 1) {
    const line = lines[index];
    if (line === undefined || isEmpty(line) || readSectionHeading(line.text) !== undefined) break;
    text += ` ${line.text.trim()}`;
  }
  return text;
}

/** A heading has an end above it and no sentence that goes on below it: "… sammen med" / "Økonomi" / "& Stab" is wrapped text. */
function standsAlone(lines: readonly DocumentLine[], at: number, line: DocumentLine): boolean {
  if (line.heading) return true;
  const above = lines[at - 1];
  const below = lines[at + 1]?.text.trim() ?? '';
  const aboveText = above?.text.trim() ?? '';
  const endedAbove =
    isEmpty(above) ||
    above?.heading === true ||
    /[.!?:)]$/u.test(aboveText) ||
    readSectionHeading(aboveText) !== undefined;
  return endedAbove && !/^[\p{Ll}&(,]/u.test(below);
}

function toBlocks(section: OpenSection): SectionBlocks {
  const { kind, heading, headingLine, lines } = section;
  const blocks = readBlocks(lines, { acrossEmptyLines: kind !== 'attachments' });
  const first = headingLine?.number ?? blocks[0]?.lines.first ?? 1;
  return { kind, heading, blocks, lines: { first, last: Math.max(first, blocks.at(-1)?.lines.last ?? first) } };
}

/** Where nothing of the forum's own can begin any more. */
const closedToRecommendations: ReadonlySet<SectionKind> = new Set(['decision', 'attachments', 'absent']);

interface Place {
  section: number;
  block: number;
}

function withFoundRecommendation(sections: SectionBlocks[]): SectionBlocks[] {
  const place = findOwnProposer(sections);
  const section = place === undefined ? undefined : sections[place.section];
  if (place === undefined || section === undefined) return sections;
  const heading = headingAbove(section.blocks, place.block);
  const before = section.blocks.slice(0, heading === undefined ? place.block : place.block - 1);
  const found = withLines(
    { kind: 'recommendation', heading: heading?.text ?? '' },
    section.blocks.slice(place.block),
    heading,
  );
  const kept = withLines(section, before, undefined, section.lines.first);
  const replacement = kept.heading === '' && kept.blocks.length === 0 ? [found] : [kept, found];
  return sections.toSpliced(place.section, 1, ...replacement);
}

function withLines(
  { kind, heading }: Pick<SectionBlocks, 'kind' | 'heading'>,
  blocks: Block[],
  above: Block | undefined,
  from?: number,
): SectionBlocks {
  const first = from ?? above?.lines.first ?? blocks[0]?.lines.first ?? 1;
  return { kind, heading, blocks, lines: { first, last: blocks.at(-1)?.lines.last ?? first } };
}

/** The last proposer that is an office of the administration; a quoted body's ("Teknikudvalget indstiller,") only when there is no other. */
function findOwnProposer(sections: readonly SectionBlocks[]): Place | undefined {
  let own: Place | undefined;
  let other: Place | undefined;
  for (const [section, { kind, blocks }] of sections.entries()) {
    if (closedToRecommendations.has(kind)) continue;
    for (const [block, { kind: blockKind, text }] of blocks.entries()) {
      const line = blockKind === 'paragraph' ? readProposer(text) : undefined;
      if (line === undefined) continue;
      if (isOwnOffice(line.proposer)) own = { section, block };
      else other = { section, block };
    }
  }
  return own ?? other;
}

/** The line directly above a proposer, when it is short, no point and no sentence. */
function headingAbove(blocks: readonly Block[], at: number): Block | undefined {
  const above = blocks[at - 1];
  if (above === undefined || above.kind === 'point' || above.text.length > 120) return undefined;
  return /[.:;,?!)]$/u.test(above.text) && !above.heading ? undefined : above;
}

/** This forum's recommendation: the first one with points. */
export function recommendationOf(sections: readonly SectionBlocks[]): Recommendation | null {
  const read = sections
    .filter((section) => section.kind === 'recommendation')
    .map((section) => readRecommendation(section.blocks));
  return read.find((recommendation) => recommendation !== null && recommendation.points.length > 0) ?? read[0] ?? null;
}

function isEmpty(line: DocumentLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}
