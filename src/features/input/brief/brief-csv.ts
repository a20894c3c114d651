import { stringify } from 'csv-stringify/sync';
import { briefPhrases as phrases } from './brief-phrases.js';
import type { AnswerTable, Brief } from './make-brief.js';

const rowsOf = ({ entry, columns, rows }: AnswerTable): string[][] => [
  [phrases.csvHeadings.item, phrases.csvHeadings.title, phrases.who, ...columns],
  ...rows.map((row) => [String(entry.item.number), entry.item.topic, ...row]),
];

/**
 * Nominations and answers to questions as CSV that a Danish Excel opens as it is, a table after the other with an empty
 * line between. A text that begins like a formula gets an apostrophe in front (OWASP, "CSV Injection").
 */
export function makeBriefCsv({ nominations, questions }: Pick<Brief, 'nominations' | 'questions'>): string {
  const tables = [...nominations, ...questions].map((table) =>
    stringify(rowsOf(table), {
      delimiter: ';',
      record_delimiter: 'windows',
      quoted_string: true,
      escape_formulas: true,
    }),
  );
  return `\uFEFF${tables.join('\r\n')}`;
}
