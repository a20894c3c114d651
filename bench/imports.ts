import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { generateMeetings } from '../eval/archive/generate-meetings.js';
import { formatDate } from '../src/danish/date-format.js';
import type { MeetingDocument } from '../src/domain/meeting-document.js';
import { startScript } from '../test/support/start-script.js';
import { atLeast, atMost, megabytes, ratio } from './format.js';

const documents = 1000;
const limits = { perSecond: 60, memory: 250e6 };

const measuredShape = z.object({ documents: z.number(), milliseconds: z.number(), memory: z.number() });
export type ImportMeasured = z.infer<typeof measuredShape>;

export interface ImportFigures {
  referent: ImportMeasured;
  fts5: ImportMeasured;
}

/** Minutes as the case system prints them, as plain text. */
function toText({ forum, date, place, participants, items }: MeetingDocument): string {
  const people = participants.map(({ name, title }) => (title === null ? name : `${name} (${title})`)).join(', ');
  const blocks = [
    `REFERAT ${forum} d. ${date.split('-').toReversed().join('-')}`,
    `Mødedato ${formatDate(date)} kl. 09:00`,
    `Mødested ${place ?? 'Mødelokale 1'}`,
    ...(people === '' ? [] : [`Mødedeltagere ${people}`]),
    'Indholdsfortegnelse',
    items.map(({ title }, index) => `${title}.....\t${index + 3}`).join('\n'),
    ...items.flatMap(({ number, title, caseNumber, sections }) => [
      `Punkt ${number}: ${title}`,
      ...(caseNumber === null ? [] : [caseNumber.text]),
      ...sections.flatMap(({ heading, text }) => [heading, text]),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

async function writeMinutes(folder: string): Promise<void> {
  await mkdir(folder);
  for (const document of generateMeetings(documents, new Set()))
    await writeFile(join(folder, `${document.date}.txt`), toText(document));
}

async function measureOne(engine: string, folder: string, index: string): Promise<ImportMeasured> {
  const script = startScript('bench/import-process.ts', [engine, folder, index]);
  const line = await script.nextLine();
  await script.stop();
  if (line === undefined) throw new Error(`the import of ${engine} failed`);
  return measuredShape.parse(JSON.parse(line));
}

/** Reads generated minutes into Referent's store and into a plain index, each in a process of its own. */
export async function measureImports(folder: string): Promise<ImportFigures> {
  const minutes = join(folder, 'minutes');
  await writeMinutes(minutes);
  return {
    referent: await measureOne('referent', minutes, join(folder, 'referent.db')),
    fts5: await measureOne('fts5', minutes, join(folder, 'fts5.db')),
  };
}

const perSecond = ({ documents: count, milliseconds }: ImportMeasured): number => (1000 * count) / milliseconds;

/** Headings first. */
export function importsTable({ referent, fts5 }: ImportFigures): string[][] {
  return [
    ['', 'Referent', 'FTS5 with Danish stems', 'ratio', 'limit', ''],
    [
      'documents a second',
      perSecond(referent).toFixed(0),
      perSecond(fts5).toFixed(0),
      ratio(perSecond(referent) / perSecond(fts5)),
      ...atLeast(perSecond(referent), limits.perSecond, (value) => value.toFixed(0)),
    ],
    [
      'memory, the most held',
      megabytes(referent.memory),
      megabytes(fts5.memory),
      ratio(referent.memory / fts5.memory),
      ...atMost(referent.memory, limits.memory, megabytes),
    ],
  ];
}
