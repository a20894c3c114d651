import type { AgendaItem } from '../domain/agenda-item.js';
import type { Finding } from '../domain/meeting-document.js';
import { finding } from './phrases/finding-phrases.js';

/** Items should be numbered 1, 2, 3 … as they stand. */
export function checkNumbers(items: readonly AgendaItem[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<number>();
  let highest = 0;
  for (const { number, lines } of items) {
    if (seen.has(number)) findings.push(finding('duplicate_item_number', lines.first, number));
    else if (number < highest) findings.push(finding('item_number_out_of_order', lines.first, number, highest));
    else if (number > highest + 1)
      findings.push(finding('missing_item_number', lines.first, range(highest + 1, number - 1), number));
    seen.add(number);
    highest = Math.max(highest, number);
  }
  return findings;
}

function range(first: number, last: number): string {
  return first === last ? String(first) : `${first}-${last}`;
}
