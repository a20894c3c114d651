import type { Half } from '../src/evaluation/question-set.js';
import { groupByKind, groupByType, type Marked, toRows } from '../src/evaluation/tally.js';
import { leadOf } from './bootstrap.js';
import { bestRival, type Evaluation } from './evaluate.js';

type Rows = readonly (readonly string[])[];

/** One table of a report. */
export interface Table {
  title: string;
  rows: Rows;
  /** A sentence below it. */
  note?: string;
}

const halfNames: Readonly<Record<Half, string>> = { report: 'the reporting half', tune: 'the tuning half' };

const firstHits = (marked: readonly Marked[]): boolean[] =>
  marked.flatMap(({ marks }) => (marks.first === null ? [] : [marks.first]));

const signed = (points: number): string => `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;

/** How far Referent is ahead of the best rival; undefined where nothing can be answered. */
export function describeLead(evaluation: Pick<Evaluation, 'referent' | 'rivals'>): string | undefined {
  const ours = firstHits(evaluation.referent);
  if (ours.length === 0) return undefined;
  const [name, marked] = bestRival(evaluation.rivals);
  const { points, low, high } = leadOf(ours, firstHits(marked));
  return (
    `Referent minus the best of the others (${name}), first hit: ${signed(points)} points ` +
    `(95 % interval ${signed(low)} to ${signed(high)}, bootstrap over the questions).`
  );
}

function only(evaluation: Evaluation, half: Half): Evaluation {
  const keep = (marked: readonly Marked[]) => marked.filter(({ question }) => question.half === half);
  return {
    ...evaluation,
    referent: keep(evaluation.referent),
    rivals: new Map([...evaluation.rivals].map(([name, marked]) => [name, keep(marked)])),
  };
}

function enginesTable(evaluation: Evaluation, of: string): Table {
  const engines = new Map([['Referent', evaluation.referent], ...evaluation.rivals]);
  const lead = describeLead(evaluation);
  const notes = [...(lead === undefined ? [] : [lead]), ...evaluation.missing.map((what) => `Not measured: ${what}.`)];
  return { title: `All engines, ${of}`, rows: toRows(engines), note: notes.join(' ') };
}

function allTables(evaluation: Evaluation, of: string): Table[] {
  return [
    enginesTable(evaluation, of),
    { title: `Referent by type of question, ${of}`, rows: toRows(groupByType(evaluation.referent)) },
    { title: `Referent by how it is asked, ${of}`, rows: toRows(groupByKind(evaluation.referent)) },
  ].filter(({ rows }) => rows.length > 1);
}

/**
 * The tables of a run: the reporting half in full and of the tuning half only the comparison, since its figures are no measure of
 * quality; a set without halves, or one half by itself, in full.
 */
export function tablesOf(evaluation: Evaluation): Table[] {
  const halves = new Set(evaluation.referent.map(({ question }) => question.half));
  const [only1] = halves;
  if (halves.size === 1) return allTables(evaluation, only1 === undefined ? 'all questions' : halfNames[only1]);
  return [
    ...allTables(only(evaluation, 'report'), halfNames.report),
    enginesTable(only(evaluation, 'tune'), halfNames.tune),
  ];
}

/** What was run, for the line above the tables. */
export function describeRun({ referent, meetings, entries }: Evaluation): string {
  const unanswerable = referent.filter(({ question }) => question.must.length === 0).length;
  return `${referent.length} questions, ${unanswerable} of them without an answer, over ${meetings} meetings (${entries} entries)`;
}

/** Milliseconds a question: the median, and what 95 % keep within. */
export function describeSpeed({ milliseconds }: Evaluation): string {
  const at = (share: number) => milliseconds[Math.floor(share * (milliseconds.length - 1))]?.toFixed(0) ?? '–';
  return `Referent took ${at(0.5)} ms a question (median; ${at(0.95)} ms at most for 95 %).`;
}
