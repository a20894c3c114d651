import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateMeetings } from '../eval/archive/generate-meetings.js';
import { printMinutes } from '../eval/archive/print-minutes.js';
import { buildScript } from '../test/support/build-script.js';
import { buildProduct } from './bot-process.js';
import { atLeast, atMost, megabytes, ratio } from './format.js';
import { type RunMeasured, runMeasured } from './run-measured.js';

const documents = 1000;
const limits = { perSecond: 60, memory: 250e6 };

export interface ImportFigures {
  referent: RunMeasured;
  fts5: RunMeasured;
}

async function writeMinutes(folder: string): Promise<void> {
  await mkdir(folder);
  for (const document of generateMeetings(documents, new Set()))
    await writeFile(join(folder, `${document.date}.txt`), printMinutes(document));
}

/** Reads generated minutes with the command line into a new store, and plainly into a full-text index, one after the other. */
export async function measureImports(folder: string): Promise<ImportFigures> {
  const minutes = join(folder, 'minutes');
  await writeMinutes(minutes);
  await buildProduct();
  const plain = await buildScript('bench/import-plainly.ts', { libraries: 'outside' });
  try {
    return {
      referent: await runMeasured('dist/cli/main.js', ['import', minutes, '--db', join(folder, 'referent.db')]),
      fts5: await runMeasured(plain.path, [minutes, join(folder, 'fts5.db')]),
    };
  } finally {
    await plain.remove();
  }
}

const perSecond = ({ milliseconds }: RunMeasured): number => (1000 * documents) / milliseconds;

/** Headings first. */
export function importsTable({ referent, fts5 }: ImportFigures): string[][] {
  const speeds = [
    'documents a second',
    perSecond(referent).toFixed(0),
    perSecond(fts5).toFixed(0),
    ratio(perSecond(referent) / perSecond(fts5)),
    ...atLeast(perSecond(referent), limits.perSecond, (value) => value.toFixed(0)),
  ];
  const rows = [['', 'Referent', 'FTS5 with Danish stems', 'ratio', 'limit', ''], speeds];
  if (referent.memory === null || fts5.memory === null) return rows;
  const memory = [
    'memory, the most held',
    megabytes(referent.memory),
    megabytes(fts5.memory),
    ratio(referent.memory / fts5.memory),
    ...atMost(referent.memory, limits.memory, megabytes),
  ];
  return [...rows, memory];
}
