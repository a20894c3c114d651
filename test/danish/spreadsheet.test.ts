import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSpreadsheetCsv } from '../../src/danish/spreadsheet.js';

const numRuns = process.env.REFERENT_LONG === undefined ? 1_000 : 20_000;

/** What makes Excel and LibreOffice compute a cell instead of showing it, also in the wide letters of East Asian keyboards. */
const beginsFormula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .tuple(fc.constantFrom(...'=+-@\t\r＝＋－＠', '"=', ';=', '\n='), fc.string({ maxLength: 40 }))
    .map(([start, text]) => start + text),
  fc.constantFrom('=cmd|" /C calc"!A1', '=HYPERLINK("http://x";"y")', '@SUM(1;1)', '-1+1', '+45 12 34 56 78', '"', ';'),
);

test('no text of a table is a formula in a spreadsheet, none reaches into another cell, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const read: string[][] = parse(toSpreadsheetCsv(rows), {
        delimiter: ';',
        bom: true,
        record_delimiter: '\r\n',
        skip_empty_lines: false,
      });
      expect(read).toHaveLength(rows.length);
      for (const [row, texts] of rows.entries())
        for (const [column, text] of texts.entries()) {
          const shown = read[row]?.[column] ?? '';
          expect(shown).not.toMatch(beginsFormula);
          expect([text, `'${text}`]).toContain(shown);
        }
    }),
    { numRuns },
  );
});
