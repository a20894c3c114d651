import { type SheetRow, toSpreadsheetCsv } from '../../../danish/spreadsheet.js';
import { briefPhrases as phrases } from './brief-phrases.js';
import type { AnswerTable, Brief } from './make-brief.js';

const rowsOf = ({ entry, columns, rows }: AnswerTable): SheetRow[] => [
  [phrases.csvHeadings.item, phrases.csvHeadings.title, phrases.who, ...columns, phrases.csvHeadings.note],
  ...rows.map(({ who, cells, isOutdated }) => [
    entry.item.number,
    entry.item.topic,
    who,
    ...cells,
    isOutdated ? phrases.outdatedShort : '',
  ]),
];

/** Nominations and answers to questions, a table for each item. */
export const makeBriefCsv = ({ nominations, questions }: Pick<Brief, 'nominations' | 'questions'>): string =>
  toSpreadsheetCsv(...[...nominations, ...questions].map(rowsOf));
