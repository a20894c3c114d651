import { namedPageNumberAtEnd, namedPageNumberAtStart } from './phrases.js';
import type { PrintedLine, PrintedPage } from './printed-line.js';

/** Headers and footers stand in the outer part of a page, … */
const marginShare = 0.14;
/** … where a lone page number stands still further out. */
const outerMarginShare = 0.1;
/** … among the first or last few lines. */
const linesAtEdge = 5;
/** Even and odd pages may differ, and the first page often has none. */
const leastShareOfPages = 0.4;
/** Points by which a repeated line may stand higher or lower. */
const sameHeight = 3;

/** The pages without headers and footers: lines that repeat at one height in the margins, and page numbers. */
export function withoutRunningLines(pages: readonly PrintedPage[]): PrintedPage[] {
  const repeated = findRepeated(pages);
  return pages.map((page) => {
    const margin = new Set(marginLines(page));
    const isRunning = (line: PrintedLine): boolean =>
      margin.has(line) && (repeated.has(line) || namesItsPage(line) || isLonePageNumber(line, page));
    return { ...page, lines: page.lines.filter((line) => !isRunning(line)) };
  });
}

function marginLines({ height, lines }: PrintedPage): PrintedLine[] {
  const top = lines.slice(0, linesAtEdge).filter((line) => line.y < height * marginShare);
  const bottom = lines.slice(-linesAtEdge).filter((line) => line.y > height * (1 - marginShare));
  return [...top, ...bottom];
}

function namesItsPage({ text }: PrintedLine): boolean {
  return namedPageNumberAtEnd.test(text) || namedPageNumberAtStart.test(text);
}

/** "3", "- 3 -", "3/15" or "3 af 15" on the third page. */
function isLonePageNumber({ text, page, y }: PrintedLine, { height }: PrintedPage): boolean {
  if (y > height * outerMarginShare && y < height * (1 - outerMarginShare)) return false;
  const [, number] = /^(?:[-–] ?)?(\d{1,4})(?: ?(?:\/|af|of) ?\d{1,4})?(?: ?[-–])?$/.exec(text) ?? [];
  return Number(number) === page;
}

function findRepeated(pages: readonly PrintedPage[]): Set<PrintedLine> {
  const repeated = new Set<PrintedLine>();
  if (pages.length < 2) return repeated;
  const least = Math.max(2, Math.ceil(pages.length * leastShareOfPages));
  for (const alike of groupAlike(pages)) {
    const pagesWith = new Set(alike.map((line) => line.page)).size;
    if (pagesWith >= least && differOnlyInPage(alike)) for (const line of alike) repeated.add(line);
  }
  return repeated;
}

/** Lines in the margins with the same words but for numbers, at the same height. */
function groupAlike(pages: readonly PrintedPage[]): PrintedLine[][] {
  const byWords = new Map<string, PrintedLine[]>();
  for (const line of pages.flatMap(marginLines)) {
    const words = line.text.replace(/\d+/g, '0');
    const alike = byWords.get(words) ?? [];
    alike.push(line);
    byWords.set(words, alike);
  }
  return [...byWords.values()].flatMap(splitByHeight);
}

function splitByHeight(lines: PrintedLine[]): PrintedLine[][] {
  const groups: PrintedLine[][] = [];
  for (const line of lines.sort((a, b) => a.y - b.y)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && line.y - first.y <= sameHeight) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/**
 * Whether every number is the same on all pages or, at the line's beginning or end, counts the pages. So "Chefforum 3"
 * runs, while "Punkt 3: Eventuelt" at the head of an item's page does not.
 */
function differOnlyInPage(lines: readonly PrintedLine[]): boolean {
  const [first] = lines;
  if (first === undefined) return false;
  const numbers = lines.map((line) => (line.text.match(/\d+/g) ?? []).map(Number));
  return (numbers[0] ?? []).every((value, place) => {
    if (numbers.every((row) => row[place] === value)) return true;
    const atEdge =
      (place === 0 && /^[-–]? ?\d/.test(first.text)) ||
      (place === (numbers[0]?.length ?? 0) - 1 && /\d ?[-–]?$/.test(first.text));
    const step = value - first.page;
    return (
      atEdge && !first.allBold && lines.every((line, index) => (numbers[index]?.[place] ?? 0) - line.page === step)
    );
  });
}
