import { findDates, isImpossible } from '../danish/dates.js';
import type { Finding } from '../domain/meeting-document.js';
import type { Block } from './blocks.js';
import { finding } from './phrases/finding-phrases.js';
import { isWrongWeekday, rightWeekday } from './read-head.js';
import { findMisspeltHeading } from './section-headings.js';
import type { SectionBlocks } from './split-sections.js';

/** Looks through the text of an item for dates that cannot be and lines that were meant as headings. */
export function checkText(sections: readonly SectionBlocks[]): Finding[] {
  return sections.flatMap((section, at) => [
    ...section.blocks.flatMap(checkDates),
    ...section.blocks.flatMap(checkHeading),
    ...checkUnknownHeading(section, at),
  ]);
}

function checkDates(block: Block): Finding[] {
  return findDates(block.text).flatMap((mention) => {
    if (isImpossible(mention)) return [finding('impossible_date', block.lines.first, mention.text)];
    if (isWrongWeekday(mention))
      return [finding('weekday_mismatch', block.lines.first, mention.text, rightWeekday(mention))];
    return [];
  });
}

function checkHeading(block: Block): Finding[] {
  const meant = block.kind === 'paragraph' ? findMisspeltHeading(block.text) : undefined;
  return meant === undefined ? [] : [finding('misspelt_heading', block.lines.first, block.text, meant)];
}

/** Above the first known heading only a heading can stand alone in a short line without a full stop. */
function checkUnknownHeading(section: SectionBlocks, at: number): Finding[] {
  const [first] = section.blocks;
  if (at > 0 || section.kind !== 'other' || section.heading !== '' || first === undefined) return [];
  const isHeading = first.kind === 'paragraph' && first.text.length <= 60 && !/[.:;,?!)\d]$/u.test(first.text);
  return isHeading ? [finding('unknown_heading', first.lines.first, first.text)] : [];
}
