import { shorten } from '../../cards/shorten.js';
import { elementCost, textCost } from '../../cards/text-cost.js';
import { type TextLine, toTextLines } from '../../cards/text-lines.js';
import type { AgendaItem } from '../../domain/agenda-item.js';
import type { PersonName } from '../../domain/person.js';
import { headings, phrases } from './phrases.js';

/** A section, or the part of it that stands on one page. */
export interface SectionPart {
  heading: string;
  lines: TextLine[];
}

/** Characters of card JSON a page's text may take: a comfortable read on a phone, and well within a card's limit. */
const pageBudget = 7_000;
/** A paragraph longer than this is continued in a new element; even when every character is escaped it fits on a page. */
const longestLine = 1_200;
const longestHeading = 300;

const nameWithTitle = ({ name, title }: PersonName): string => (title === null ? name : `${name} (${title})`);

/** The item's sections for reading: the decision first, the rest in document order; attachments and absent last. */
function sectionsToRead(item: AgendaItem): { heading: string; text: string }[] {
  const printed = item.sections.filter(({ text, heading }) => text.trim() !== '' || heading !== '');
  const decisions = printed.filter(({ kind }) => kind === 'decision');
  const others = printed.filter(({ kind }) => kind !== 'decision');
  const has = (wanted: string): boolean => printed.some(({ kind }) => kind === wanted);
  const attachments = has('attachments') ? '' : item.attachments.map(({ title }) => `- ${title}`).join('\n');
  const absent = has('absent') ? '' : item.absent.map(nameWithTitle).join(', ');
  const missing = [
    { heading: headings.attachments, text: attachments },
    { heading: headings.absent, text: absent },
  ];
  const decision =
    decisions.length > 0 || item.decision === null ? [] : [{ heading: headings.decision, text: item.decision }];
  return [...decision, ...decisions, ...others, ...missing.filter(({ text }) => text !== '')];
}

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

/** All that is written about an item, on as many pages as it takes; at least one. Nothing is left out. */
export function splitItemPages(item: AgendaItem): SectionPart[][] {
  const pages: SectionPart[][] = [[]];
  let used = 0;
  for (const { heading: printedHeading, text } of sectionsToRead(item)) {
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
        part = { heading: isBare ? heading : phrases.continued(heading), lines: [] };
        pages.push([part]);
        used = costOf(part.heading);
      }
      part.lines.push(line);
      used += cost;
    }
  }
  return pages.filter((page) => page.length > 0).length > 0 ? pages.filter((page) => page.length > 0) : [[]];
}
