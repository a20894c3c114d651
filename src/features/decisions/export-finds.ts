import { toSpreadsheetCsv } from '../../danish/spreadsheet.js';
import type { Audience } from '../../domain/access.js';
import type { Answer, AnswerSource } from '../../domain/answer.js';
import type { MinutesStore, StoredItem } from '../../store/ports.js';
import { csvHeadings, sectionLabels } from './card-phrases.js';

/** One row: the words of the section a find stands in, whole; of a promise its own words. */
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
  /** Until when, of a promise. */
  until?: string;
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
    ...(source.listed === undefined
      ? { text: section?.text ?? source.quote }
      : { text: source.quote, until: source.listed.says }),
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

/** The rows as CSV, dates as ISO. */
export function toCsv(rows: readonly ExportedFind[]): string {
  const { date, forum, itemNumber, title, caseNumber, section, text, until } = csvHeadings;
  const haveDays = rows.some((row) => row.until !== undefined);
  return toSpreadsheetCsv([
    [date, forum, itemNumber, title, caseNumber, section, text, ...(haveDays ? [until] : [])],
    ...rows.map((row) => [
      row.date,
      row.forum,
      row.itemNumber,
      row.title,
      row.caseNumber,
      row.section,
      row.text,
      ...(haveDays ? [row.until ?? ''] : []),
    ]),
  ]);
}
