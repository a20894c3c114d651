import type { Marks } from './marks.js';
import type { EvalQuestion } from './question-set.js';

/** A question with the marks of the reply to it. */
export interface Marked {
  question: EvalQuestion;
  marks: Marks;
}

/** How many replies were tested for something, and how many had it. */
export interface Tally {
  right: number;
  of: number;
}

export const measures = ['first', 'three', 'fact', 'refused', 'falselyRefused'] as const;
export type Measure = (typeof measures)[number];

const titles: Readonly<Record<Measure, string>> = {
  first: 'first hit',
  three: 'within three',
  fact: 'fact',
  refused: 'refused',
  falselyRefused: 'falsely refused',
};

export function tally(marked: readonly Marked[], measure: Measure): Tally {
  const tested = marked.map(({ marks }) => marks[measure]).filter((value) => value !== null);
  return { right: tested.filter(Boolean).length, of: tested.length };
}

/** "92.0 % of 50", or a dash where nothing was tested. */
export const describeTally = ({ right, of }: Tally): string =>
  of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} % of ${of}`;

/** The marked questions by type, in alphabetical order, and all of them last. */
export function groupByType(marked: readonly Marked[]): Map<string, Marked[]> {
  return new Map([...groupBy(marked, ({ question }) => [question.type]), ['all', [...marked]]]);
}

/** The marked questions by how they are asked (misspelt, dated …), in alphabetical order; one may be in several groups. */
export function groupByKind(marked: readonly Marked[]): Map<string, Marked[]> {
  return groupBy(marked, ({ question }) => question.kinds ?? []);
}

function groupBy(marked: readonly Marked[], namesOf: (one: Marked) => readonly string[]): Map<string, Marked[]> {
  const groups = new Map<string, Marked[]>();
  for (const one of marked)
    for (const name of namesOf(one)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [one]);
      else group.push(one);
    }
  return new Map([...groups].sort(([one], [other]) => one.localeCompare(other, 'en')));
}

/** Rows of cells: a head, then a row for each group. */
export function toRows(
  groups: ReadonlyMap<string, readonly Marked[]>,
  shown: readonly Measure[] = measures,
): string[][] {
  const head = ['', ...shown.map((measure) => titles[measure])];
  return [
    head,
    ...[...groups].map(([name, marked]) => [name, ...shown.map((measure) => describeTally(tally(marked, measure)))]),
  ];
}

/** Rows as columns of equal width, for a terminal. */
export function toColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const toLine = (cells: readonly string[]) => cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ');
  return rows.map((row) => toLine(row).trimEnd()).join('\n');
}

/** Rows as a Markdown table; the first is the head. */
export function toMarkdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows;
  const toLine = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [toLine(head), toLine(head.map(() => '---')), ...rest.map(toLine)].join('\n');
}
