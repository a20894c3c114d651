import type { EvalQuestion, Place } from './question-set.js';

/** What one engine said to one question: where it points, best first, and for an answering engine its words. */
export interface Reply {
  places: readonly Place[];
  /** Answer and first quote together; null for an engine that only finds. */
  words: string | null;
  /** It said that the archive does not know; null for an engine that cannot. */
  refused: boolean | null;
}

/** Marks of one reply; null where the question does not test it. */
export interface Marks {
  first: boolean | null;
  three: boolean | null;
  fact: boolean | null;
  refused: boolean | null;
  falselyRefused: boolean | null;
}

const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

const isAmong = (places: readonly Place[], wanted: readonly Place[]): boolean =>
  places.some((place) =>
    wanted.some((other) => other.meetingDate === place.meetingDate && other.itemNumber === place.itemNumber),
  );

/** Every part parted by `;` must stand in the words, in one of the ways parted by `|`. */
export function holdsFact(words: string, fact: string): boolean {
  const here = fold(words);
  return fact.split(';').every((part) => part.split('|').some((way) => here.includes(fold(way).trim())));
}

export function mark(question: EvalQuestion, reply: Reply): Marks {
  const answerable = question.must.length > 0;
  return {
    first: answerable ? isAmong(reply.places.slice(0, 1), question.must) : null,
    three: answerable ? isAmong(reply.places.slice(0, 3), question.must) : null,
    fact:
      answerable && question.answer !== null && reply.words !== null ? holdsFact(reply.words, question.answer) : null,
    refused: answerable ? null : reply.refused,
    falselyRefused: answerable ? reply.refused : null,
  };
}

const columns = ['first', 'three', 'fact', 'refused', 'falselyRefused'] as const;

/** Share of marks that are true, in whole per cent with the count: "92 % of 50". */
export function share(marks: readonly Marks[], column: keyof Marks): string {
  const given = marks.map((one) => one[column]).filter((value) => value !== null);
  if (given.length === 0) return '–';
  const part = given.filter(Boolean).length / given.length;
  return `${(100 * part).toFixed(1)} % of ${given.length}`;
}

/** A table with a row for each group and one for all. */
export function tabulate(groups: ReadonlyMap<string, readonly Marks[]>): string {
  const rows = [...groups].map(([name, marks]) => [name, ...columns.map((column) => share(marks, column))]);
  const head = ['', 'first hit', 'within three', 'fact', 'refused', 'falsely refused'];
  const widths = head.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const toLine = (cells: readonly string[]) => cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ');
  return [toLine(head), ...rows.map(toLine)].join('\n');
}
