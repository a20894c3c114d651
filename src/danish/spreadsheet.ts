import { stringify } from 'csv-stringify/sync';

/** A row of a sheet; no value is an empty cell. */
export type SheetRow = readonly (string | number | null)[];

/** What Excel takes in one cell, in characters; a longer text would be cut into the cells after it. */
const longestCell = 32_000;

/**
 * Tables as CSV that a Danish Excel opens as it is: semicolons, UTF-8 with its mark at the beginning. Several tables come one
 * after the other with an empty line between; the first row of each has the headings.
 *
 * A text that begins like a formula gets an apostrophe in front, so that no spreadsheet runs what people wrote (OWASP, "CSV
 * Injection").
 */
export function toSpreadsheetCsv(...tables: readonly (readonly SheetRow[])[]): string {
  const texts = tables.map((rows) =>
    stringify(
      rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.slice(0, longestCell) : cell))),
      {
        delimiter: ';',
        record_delimiter: 'windows',
        // A line break inside a text must not end its row.
        quoted_string: true,
        escape_formulas: true,
      },
    ),
  );
  return `\uFEFF${texts.join('\r\n')}`;
}
