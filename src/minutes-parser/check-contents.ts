import type { AgendaItem } from '../domain/agenda-item.js';
import type { ContentsEntry, Finding } from '../domain/meeting-document.js';
import { finding } from './phrases/finding-phrases.js';
import { titlesAgree } from './titles-agree.js';

/** How far ahead a title is looked for on the other side before it counts as missing there. */
const lookAhead = 4;

/** Compares the table of contents with the items, in order. A document without one is not compared. Line: of the table of contents. */
export function checkContents(
  entries: readonly ContentsEntry[],
  items: readonly AgendaItem[],
  line: number,
): Finding[] {
  if (entries.length === 0) return [];
  const findings: Finding[] = [];
  let entryAt = 0;
  let itemAt = 0;
  while (entryAt < entries.length || itemAt < items.length) {
    const entry = entries[entryAt];
    const item = items[itemAt];
    if (entry !== undefined && item !== undefined && titlesAgree(entry.title, item.title)) {
      entryAt += 1;
      itemAt += 1;
    } else if (
      item === undefined ||
      (entry !== undefined && !isAhead(item, entries, entryAt) && isItemAhead(entry, items, itemAt))
    ) {
      // The entry belongs to a later item, so this item is not listed; or no item is left.
      if (item === undefined) {
        findings.push(finding('contents_extra_entry', line, entry?.title ?? ''));
        entryAt += 1;
      } else {
        findings.push(missing(item));
        itemAt += 1;
      }
    } else if (entry === undefined) {
      findings.push(missing(item));
      itemAt += 1;
    } else {
      findings.push(finding('contents_extra_entry', line, entry.title));
      entryAt += 1;
      if (!isAhead(item, entries, entryAt)) {
        findings.push(missing(item));
        itemAt += 1;
      }
    }
  }
  return findings;
}

function missing(item: AgendaItem): Finding {
  return finding('contents_missing_item', item.lines.first, item.number, item.title);
}

function isAhead(item: AgendaItem, entries: readonly ContentsEntry[], from: number): boolean {
  return entries.slice(from, from + lookAhead).some((entry) => titlesAgree(entry.title, item.title));
}

function isItemAhead(entry: ContentsEntry, items: readonly AgendaItem[], from: number): boolean {
  return items.slice(from, from + lookAhead).some((item) => titlesAgree(entry.title, item.title));
}
