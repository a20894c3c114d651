import { stringify } from 'csv-stringify/sync';
import type { Audience } from '../../domain/access.js';
import type { Answer, AnswerSource } from '../../domain/answer.js';
import type { MinutesStore, StoredItem } from '../../store/ports.js';
import { csvHeadings, sectionLabels } from './card-phrases.js';

/** What Excel takes in one cell, in characters; a longer text would be cut into the cells after it. */
const longestCell = 32_000;

/** One row: the words of the section a find stands in, whole. */
export interface ExportedFind {
  /** ISO date. */
  date: string;
  forum: string;
  /** null: the meeting itself. */
  itemNumber: number | null;
  title: string;
  caseNumber: string;
  section: string;
  text: string;
}

function toRow(source: AnswerSource, stored: StoredItem | undefined): ExportedFind {
  const section = stored?.item.sections.find(
    ({ kind, text }) => kind === source.section && text.includes(source.quote),
  );
  return {
    date: source.meetingDate,
    forum: source.forum,
    itemNumber: source.itemNumber,
    title: source.title,
    caseNumber: stored?.item.caseNumber?.text ?? '',
    section: section?.heading || sectionLabels[source.section],
    text: (section?.text ?? source.quote).slice(0, longestCell),
  };
}

/** Everything an answer rests on, as rows, each section once. Read anew for the audience: nothing comes from a card. */
export async function exportFinds(
  minutes: Pick<MinutesStore, 'getItem'>,
  audience: Audience,
  { sources }: Pick<Answer, 'sources'>,
): Promise<ExportedFind[]> {
  const rows = new Map<string, ExportedFind>();
  for (const source of sources) {
    const { meetingId, itemNumber } = source;
    const stored = itemNumber === null ? undefined : await minutes.getItem(audience, meetingId, itemNumber);
    const row = toRow(source, stored);
    rows.set(JSON.stringify([meetingId, itemNumber, row.section, row.text]), row);
  }
  return [...rows.values()];
}

/**
 * The rows as CSV that a Danish Excel opens as it is: semicolons, UTF-8 with its mark at the beginning, dates as ISO.
 *
 * A text that begins like a formula gets an apostrophe in front, so that no spreadsheet runs what stands in the minutes
 * (OWASP, "CSV Injection").
 */
export function toCsv(rows: readonly ExportedFind[]): string {
  return stringify([...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    // A line break inside a text must not end its row.
    quoted_string: true,
    escape_formulas: true,
    header: true,
    columns: [
      { key: 'date', header: csvHeadings.date },
      { key: 'forum', header: csvHeadings.forum },
      { key: 'itemNumber', header: csvHeadings.itemNumber },
      { key: 'title', header: csvHeadings.title },
      { key: 'caseNumber', header: csvHeadings.caseNumber },
      { key: 'section', header: csvHeadings.section },
      { key: 'text', header: csvHeadings.text },
    ],
  });
}
