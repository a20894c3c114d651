import { readFileSync } from 'node:fs';
import { readDocument } from '../../src/document-reader/read-document.js';
import type { AgendaItem } from '../../src/domain/agenda-item.js';
import type { MeetingDocument } from '../../src/domain/meeting-document.js';
import { parseMeetingDocument } from '../../src/minutes-parser/parse-meeting-document.js';

const root = new URL('../../', import.meta.url);

/** Dates with an item that is closed in the archives below; those two are closed in the document itself. */
export const closedItems = new Map([
  ['2021-09-09', [5]],
  ['2024-10-30', [5]],
  ['2019-11-14', [3]],
  ['2022-02-03', [2, 4]],
]);

export const seedNames = [
  '2019-02-28.md',
  '2019-11-14.txt',
  '2021-09-09.txt',
  '2022-02-03.md',
  '2023-03-16.txt',
  '2024-10-30.md',
];

export async function readSeeds(): Promise<MeetingDocument[]> {
  return await Promise.all(
    seedNames.map(async (name) => {
      const bytes = readFileSync(new URL(`seeds/minutes/${name}`, root));
      return parseMeetingDocument(await readDocument(name, bytes));
    }),
  );
}

export type Rewrite = (item: AgendaItem, meeting: MeetingDocument) => AgendaItem[];

/** Gives each closed item another content, or none at all. */
export function rewriteClosed(document: MeetingDocument, rewrite: Rewrite): MeetingDocument {
  const numbers = closedItems.get(document.date) ?? [];
  return {
    ...document,
    items: document.items.flatMap((item) =>
      numbers.includes(item.number) ? rewrite({ ...item, access: 'closed' }, document) : [item],
    ),
  };
}

/** Questions about the seeds, as people ask them. */
export function readQuestions(): string[] {
  const lines = readFileSync(new URL('eval/questions/seeds-blind.jsonl', root), 'utf8').trim().split('\n');
  return lines.map((line) => String(JSON.parse(line).q));
}
