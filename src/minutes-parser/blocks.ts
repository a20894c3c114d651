import type { DocumentLine } from '../document-reader/document-lines.js';
import type { SourceLines } from '../domain/source-lines.js';
import { readListMark } from './list-marks.js';
import { endsProposer, readProposer } from './proposer.js';

/** A paragraph or one point of a list, wrapped lines rejoined and white space folded. */
export interface Block {
  kind: 'paragraph' | 'point';
  /** As printed before a point: "-", "1."; empty for a paragraph. */
  mark: string;
  number: number | null;
  level: number;
  text: string;
  heading: boolean;
  lines: SourceLines;
}

interface OpenBlock extends Omit<Block, 'text' | 'lines'> {
  parts: string[];
  last: DocumentLine;
  first: DocumentLine;
}

export interface BlockOptions {
  /** False where each line may be a thing of its own (attachments): nothing is rejoined over an empty line. */
  acrossEmptyLines: boolean;
}

/** A line shorter than this was not broken for want of room. */
const shortLine = 55;

/** The paragraphs and points of a run of lines. Every word of the lines is in exactly one block. */
export function readBlocks(
  lines: readonly DocumentLine[],
  options: BlockOptions = { acrossEmptyLines: true },
): Block[] {
  const blocks: OpenBlock[] = [];
  let afterEmpty = true;
  for (const line of lines) {
    if (line.text.trim() === '') {
      afterEmpty = true;
      continue;
    }
    const open = blocks.at(-1);
    if (open !== undefined && goesOn(open, line, afterEmpty, options)) {
      open.parts.push(line.text);
      open.last = line;
    } else {
      blocks.push(openBlock(line));
    }
    afterEmpty = false;
  }
  return blocks.map(closeBlock);
}

function openBlock(line: DocumentLine): OpenBlock {
  const point = readListMark(line.text);
  const { heading } = line;
  if (point === undefined) {
    return {
      kind: 'paragraph',
      mark: '',
      number: null,
      level: 0,
      parts: [line.text],
      heading,
      first: line,
      last: line,
    };
  }
  const { mark, number, level, text } = point;
  return { kind: 'point', mark, number, level, parts: [text], heading, first: line, last: line };
}

/** Written out: taking the rest with a spread takes longer than all else that is done for a block. */
function closeBlock({ kind, mark, number, level, heading, parts, first, last }: OpenBlock): Block {
  const text = foldSpace(parts.join(' '));
  return { kind, mark, number, level, text, heading, lines: { first: first.number, last: last.number } };
}

/** Whether a line belongs to the block before it: it was wrapped, or a page break cut the sentence. */
function goesOn(open: OpenBlock, line: DocumentLine, afterEmpty: boolean, options: BlockOptions): boolean {
  if (line.heading !== open.last.heading || (line.heading && afterEmpty)) return false;
  const before = open.last.text.trim();
  const text = line.text.trim();
  if (endsProposer(before)) return false;
  if (afterEmpty) return options.acrossEmptyLines && isCutByPage(before, text);
  if (readListMark(line.text) !== undefined) return isWrappedNumber(open, before, text);
  if (readProposer(text) !== undefined) return /^\p{Ll}/u.test(text) || /[&,]$/u.test(before);
  if (isUnfinished(before) || /^[\p{Ll}(&]/u.test(text)) return !isUnmarkedPoint(before, text);
  // A short line without an end and a capital after it: a sub-heading without an empty line below.
  return before.length >= shortLine || /[.!?;)]$/u.test(before);
}

/** "… vil jo også", an empty line, "komme til at …" */
function isCutByPage(before: string, text: string): boolean {
  if (!/^\p{Ll}/u.test(text) || /[.:;!?…]["”»)]*$/u.test(before) || readListMark(text) !== undefined) return false;
  return (before.length >= 40 || /[,&]$/u.test(before)) && !isUnmarkedPoint(before, text);
}

/** "annonceret for" / "1. gang i avisen": the number is no list mark. */
function isWrappedNumber(open: OpenBlock, before: string, text: string): boolean {
  if (open.kind === 'point' || !/^\d/u.test(text)) return false;
  return before.length >= shortLine && !/[.,:;!?]$/u.test(before) && !/^\d{1,3}[.)]\s+(?:at|\p{Lu})/u.test(text);
}

/** No sentence and no heading ends with one of these. */
const endsInMidSentence =
  /(?:^|\s)(?:og|eller|med|til|af|i|på|for|at|som|der|om|fra|ved|hos|den|det|de|en|et|samt|vedr\.|v\.)$/u;

function isUnfinished(text: string): boolean {
  return /[,&(–-]$/u.test(text) || endsInMidSentence.test(text.slice(-16));
}

/** Points without marks, each on a line: "at dagsordenen godkendes," / "at referatet godkendes". */
function isUnmarkedPoint(before: string, text: string): boolean {
  return text.startsWith('at ') && before.startsWith('at ') && (/[.,;]$/u.test(before) || before.length < shortLine);
}

export function foldSpace(text: string): string {
  // Most lines hold single spaces alone.
  return (/\s\s|[^\S ]/u.test(text) ? text.replace(/\s+/gu, ' ') : text).trim();
}

/** The text form of blocks: paragraphs apart by an empty line, points one a line with their marks, nested ones indented. */
export function textOfBlocks(blocks: readonly Block[]): string {
  let text = '';
  let before: Block | undefined;
  for (const block of blocks) {
    if (before !== undefined) text += before.kind === 'point' && block.kind === 'point' ? '\n' : '\n\n';
    text += block.kind === 'point' ? `${'  '.repeat(block.level)}${block.mark} ${block.text}` : block.text;
    before = block;
  }
  return text;
}
