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

function enginesTable(evaluation: Evaluation): Table {
  const engines = new Map([['Referent', evaluation.referent], ...evaluation.rivals]);
  const lead = describeLead(evaluation);
  const notes = [...(lead === undefined ? [] : [lead]), ...evaluation.missing.map((what) => `Not measured: ${what}.`)];
  return { title: 'All engines', rows: toRows(engines), note: notes.join(' ') };
}

/** The tables of a run, those left out that have nothing to say. */
export function tablesOf(evaluation: Evaluation): Table[] {
  return [
    enginesTable(evaluation),
    { title: 'Referent by type of question', rows: toRows(groupByType(evaluation.referent)) },
    { title: 'Referent by how it is asked', rows: toRows(groupByKind(evaluation.referent)) },
  ].filter(({ rows }) => rows.length > 1);
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
