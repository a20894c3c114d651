import { texts } from '../texts.js';
import { shorten } from './shorten.js';
import { elementCost, textCost } from './text-cost.js';
import { type TextLine, toTextLines } from './text-lines.js';

/** A section of a long text, or the part of it that stands on one page. */
export interface SectionPart {
  heading: string;
  lines: TextLine[];
}

/** Characters of card JSON a page's text may take: a comfortable read on a phone, and well within a card's limit. */
const pageBudget = 7_000;
/** A paragraph longer than this is continued in a new element; even when every character is escaped it fits on a page. */
const longestLine = 1_200;
const longestHeading = 300;

/** Splits an overlong line at spaces; nothing is lost. */
function splitLongLine(line: TextLine): TextLine[] {
  const pieces: TextLine[] = [];
  let rest = line.text;
  while (rest.length > longestLine) {
    const space = rest.lastIndexOf(' ', longestLine);
    const breaksPair = /[\uD800-\uDBFF]/.test(rest.charAt(longestLine - 1));
    const end = space > longestLine / 2 ? space : breaksPair ? longestLine - 1 : longestLine;
    pieces.push({ text: rest.slice(0, end), spacing: pieces.length === 0 ? line.spacing : 'None' });
    rest = rest.slice(end).trimStart();
  }
  return [...pieces, { text: rest, spacing: pieces.length === 0 ? line.spacing : 'None' }];
}

const costOf = (text: string): number => textCost(text) + elementCost;

/** Sections on as many pages as they take; at least one, which may be empty. Nothing is left out. */
export function splitSectionPages(sections: readonly { heading: string; text: string }[]): SectionPart[][] {
  const pages: SectionPart[][] = [[]];
  let used = 0;
  for (const { heading: printedHeading, text } of sections) {
    const heading = shorten(printedHeading, longestHeading);
    let part: SectionPart = { heading, lines: [] };
    pages.at(-1)?.push(part);
    used += costOf(heading);
    for (const line of toTextLines(text).flatMap(splitLongLine)) {
      const cost = costOf(line.text);
      if (used + cost > pageBudget && used > 0) {
        // A heading never stands alone at a page's end.
        const isBare = part.lines.length === 0;
        if (isBare) pages.at(-1)?.pop();
        part = { heading: isBare ? heading : texts.continued(heading), lines: [] };
        pages.push([part]);
        used = costOf(part.heading);
      }
      part.lines.push(line);
      used += cost;
    }
  }
  const filled = pages.filter((page) => page.length > 0);
  return filled.length > 0 ? filled : [[]];
}
