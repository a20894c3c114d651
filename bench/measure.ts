import { report } from '../eval/progress.js';
import type { EvalQuestion } from '../src/evaluation/question-set.js';
import { type Archive, buildArchive } from './build-archive.js';
import { EngineClient } from './engine-client.js';
import { type EngineName, engineNames } from './messages.js';
import { percentile } from './percentile.js';

/** What one engine showed on one archive. */
export interface Measured {
  median: number;
  p95: number;
  /** Bytes over an empty process. */
  memory: number;
  /** Entries a second. */
  rate: number;
  indexBytes: number | null;
  /** Median milliseconds of each hostile question. */
  hostile: Readonly<Record<HostileName, number>>;
}

export const hostileNames = ['64 common words', 'longest compound', '10 000 characters'] as const;
export type HostileName = (typeof hostileNames)[number];

export interface SizeMeasured {
  entries: number;
  storeBytes: Archive['storeBytes'];
  engines: Readonly<Record<EngineName, Measured>>;
}

/** A word as long as Danish makes them; no archive has it. */
const longCompound = 'kommunikationsmedarbejderudviklingssamtaleskabelonsarbejdsgruppe';

function hostileQuestions(archive: Archive, questions: readonly EvalQuestion[]): Record<HostileName, string> {
  const page = questions.map(({ q }) => q).join(' ');
  return {
    '64 common words': archive.commonWords.join(' '),
    'longest compound': `${longCompound} ${archive.longestWord}`,
    '10 000 characters': page.repeat(Math.ceil(10_000 / page.length)).slice(0, 10_000),
  };
}

const warmUp = 20;
const rounds = 2;
const hostileTries = 3;

type Clients = Readonly<Record<EngineName, EngineClient>>;

/**
 * Every question goes to each engine in turn, so that whatever else the machine does falls on all of them.
 *
 * @returns milliseconds for each question, the faster of the rounds: the slower one tells of the machine.
 */
async function askAll(clients: Clients, questions: readonly EvalQuestion[]): Promise<Record<EngineName, number[]>> {
  const times: Record<EngineName, number[]> = { referent: [], fts5: [], minisearch: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const [index, { q, context }] of questions.entries())
      for (const name of engineNames) {
        const taken = await clients[name].ask(q, context);
        times[name][index] = Math.min(taken, times[name][index] ?? taken);
      }
  return times;
}

async function askHostile(client: EngineClient, hostile: Record<HostileName, string>): Promise<Measured['hostile']> {
  const medianOf = async (question: string): Promise<number> => {
    const times: number[] = [];
    for (let attempt = 0; attempt < hostileTries; attempt += 1) times.push(await client.ask(question));
    return percentile(times, 0.5);
  };
  return {
    '64 common words': await medianOf(hostile['64 common words']),
    'longest compound': await medianOf(hostile['longest compound']),
    '10 000 characters': await medianOf(hostile['10 000 characters']),
  };
}

/**
 * Builds an archive of so many generated meetings with the seeds in the middle, and asks every engine the same questions.
 *
 * @param folder an empty folder for the indexes.
 */
export async function measure(
  folder: string,
  meetings: number,
  questions: readonly EvalQuestion[],
): Promise<SizeMeasured> {
  report(`building an archive of ${meetings} meetings`);
  const archive = await buildArchive(folder, meetings);
  const empty = await EngineClient.start('empty', folder);
  await empty.ask('');
  await empty.close();
  const clients = {
    referent: await EngineClient.start('referent', folder),
    fts5: await EngineClient.start('fts5', folder),
    minisearch: await EngineClient.start('minisearch', folder),
  };
  report(`asking ${questions.length} questions of ${archive.entries} entries, ${rounds} times`);
  await askAll(clients, questions.slice(0, warmUp));
  const times = await askAll(clients, questions);
  const hostile = hostileQuestions(archive, questions);
  const measureOne = async (name: EngineName): Promise<Measured> => {
    const client = clients[name];
    const memory = client.highestRss - empty.highestRss;
    const hostileTimes = await askHostile(client, hostile);
    await client.close();
    const { rate, indexBytes } =
      name === 'minisearch' ? { rate: (1000 * archive.entries) / client.opening, indexBytes: null } : archive[name];
    return {
      median: percentile(times[name], 0.5),
      p95: percentile(times[name], 0.95),
      memory,
      rate,
      indexBytes,
      hostile: hostileTimes,
    };
  };
  return {
    entries: archive.entries,
    storeBytes: archive.storeBytes,
    engines: {
      referent: await measureOne('referent'),
      fts5: await measureOne('fts5'),
      minisearch: await measureOne('minisearch'),
    },
  };
}
