import { monthNames, weekdayNames, weekdayOf } from '../../src/danish/dates.js';
import { all, first, plain, type Source, type SourceItem } from './source.js';

export interface ContentsLine {
  readonly title: string;
  readonly page: number;
}

/** "REFERAT Chefforum d. 13-04-2023" */
export function documentTitle(source: Source): string {
  const [year, month, day] = source.date.split('-');
  return `REFERAT Chefforum d. ${day}-${month}-${year}`;
}

/** "Torsdag d. 13. april 2023 kl. 09:00 - 11:30" */
export function meetingDate(source: Source): string {
  const [year = 0, month = 1, day = 1] = source.date.split('-').map(Number);
  const name = weekdayNames[weekdayOf(source.date) - 1] ?? '';
  const rightWeekday = name.charAt(0).toUpperCase() + name.slice(1);
  const weekday = first(source.directives, 'weekday') ?? rightWeekday;
  const end = first(source.directives, 'end');
  const time = `${first(source.directives, 'start')}${end === undefined ? '' : ` - ${end}`}`;
  return `${weekday} d. ${day}. ${monthNames[month - 1]} ${year} kl. ${time}`;
}

/** The label and text of each line between the title and the contents list. */
export function headFields(source: Source): [string, string][] {
  const participants = first(source.directives, 'participants');
  const fields: [string, string][] = [
    ['Mødedato', meetingDate(source)],
    ['Mødested', first(source.directives, 'place') ?? ''],
  ];
  if (participants !== undefined) fields.push(['Mødedeltagere', participants]);
  return fields;
}

export function contentsOf(source: Source, pages: readonly number[]): ContentsLine[] {
  return source.items.map((item, index) => ({
    // The case system cuts long titles in its contents list, sometimes in mid word.
    title: first(item.directives, 'contents') ?? plain(item.title),
    page: pages[index] ?? 0,
  }));
}

export function caseNumberOf(item: SourceItem): string | undefined {
  return all(item.directives, 'case')[0];
}

/** Page numbers for the formats that have no pages of their own: as if each item began on a new page. */
export function estimatedPages(source: Source): number[] {
  const pages: number[] = [];
  let page = 3;
  for (const item of source.items) {
    pages.push(page);
    const lines = item.sections.flatMap((section) => ['', section.heading ?? '', ...section.lines]);
    const printed = lines.reduce((sum, line) => sum + 1 + Math.floor(line.length / 95), 0);
    page += Math.max(1, Math.ceil(printed / 46));
  }
  return pages;
}
