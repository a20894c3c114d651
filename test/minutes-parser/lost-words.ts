import type { DocumentLines } from '../../src/document-reader/document-lines.js';
import type { MeetingDocument } from '../../src/domain/meeting-document.js';

/**
 * The words of a document's body (from the first item on) that are in no field of the result, and those that are in more fields than the body
 * has them. Compared as multisets, so that two wrongs do not make a right.
 */
export function lostWords(lines: DocumentLines, document: MeetingDocument): { lost: string[]; doubled: string[] } {
  const first = document.items[0]?.lines.first ?? Number.POSITIVE_INFINITY;
  const headings = new Set(document.items.map((item) => item.lines.first));
  const body = lines.lines
    .filter((line) => line.number >= first)
    .flatMap(({ number, text }) => wordsOf(headings.has(number) ? withoutNumber(text) : text));
  const kept = document.items.flatMap((item) => [
    ...wordsOf(item.title),
    ...wordsOf(item.caseNumber?.text ?? ''),
    ...item.sections.flatMap(({ heading, text }) => [...wordsOf(heading), ...wordsOf(text)]),
  ]);
  return { lost: without(body, kept), doubled: without(kept, body) };
}

/** "Punkt 4:" is kept as the item's number. */
function withoutNumber(heading: string): string {
  return heading.trim().replace(/^Punkt\s+\d+\s*[:.]/i, '');
}

function without(words: readonly string[], taken: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of taken) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

/** Words and everything else that is not white space. */
function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
