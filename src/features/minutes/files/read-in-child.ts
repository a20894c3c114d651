import { type ChildProcess, fork } from 'node:child_process';
import { childModule } from '../../../child-module.js';
import { AppError } from '../../../domain/app-error.js';
import { languageSpoken } from '../../../domain/language.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import type { SearchEntry } from '../../../domain/search-entry.js';
import { heapGrowth } from '../../../keep-heap-small.js';
import { filePhrases } from './phrases.js';
import { watchMemory } from './watch-memory.js';

/** What the child is given, one after another. */
export interface FileForChild {
  name: string;
  bytes: Uint8Array;
  /** Whether its search entries are asked for too. */
  isAnalysed: boolean;
}

/** What the child is told: a file to read and answer, or that there will be some to analyse, to which it says nothing. */
export type SaidToChild = FileForChild | 'prepare';

/** A document as it was read, and what the search index is to hold of it, one entry for the meeting and one an item. */
export interface AnalysedDocument {
  document: MeetingDocument;
  entries: SearchEntry[];
}

export type ChildAnswer = AnalysedDocument | { faults: readonly string[]; reply: string | null };

/** Reads minutes or an agenda out of a file of unknown origin. Throws AppError `invalid_input`, with a Danish reply. */
export type ReadFile = (name: string, bytes: Uint8Array) => Promise<MeetingDocument>;

/** The same, and makes the document's search entries. */
export type AnalyseFile = (name: string, bytes: Uint8Array) => Promise<AnalysedDocument>;

export interface ChildLimits {
  heapMegabytes: number;
  /** From the file's hand-over on. */
  readMs: number;
  /** Until the child is ready, which the machine's load decides more than the file. */
  startMs: number;
}

export const usualLimits: ChildLimits = { heapMegabytes: 256, readMs: 10_000, startMs: 60_000 };

const child = childModule(import.meta.url, 'parse-child');

export const tooHard = (): AppError =>
  new AppError('invalid_input', 'a file took too much time or memory to read', { reply: filePhrases.tooHard });

/** Work done one after another, each begun when all before it have ended, well or not. */
function oneAtATime<A extends unknown[], T>(work: (...given: A) => Promise<T>): (...given: A) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const done = last.then(() => work(...given));
    last = done.catch(() => undefined);
    return done;
  };
}

/**
 * Reads each file in a process of its own, without settings or secrets, with little memory and time; one file at a time. A
 * file that is made to break its reader breaks that process only.
 */
export function createChildReader(limits: ChildLimits = usualLimits): ReadFile {
  return oneAtATime(async (name, bytes) => {
    const process = await startChild(limits);
    try {
      return toDocument(await ask(process, { name, bytes, isAnalysed: false }, limits)).document;
    } finally {
      process.kill('SIGKILL');
    }
  });
}

/** A process that says it is ready. @throws AppError `invalid_input` when it does not in time */
export async function startChild({ heapMegabytes, startMs }: ChildLimits): Promise<ChildProcess> {
  const process = fork(child.file, [], {
    // What one file leaves behind is soon of no use: little room for it costs hardly any time and saves much memory.
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      '--max-semi-space-size=4',
      `--heap-growing-percent=${heapGrowth}`,
      ...child.execArgv,
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  watchMemory(process);
  try {
    await within(startMs, nextMessage(process));
    return process;
  } catch (error) {
    process.kill('SIGKILL');
    throw error;
  }
}

function ask(process: ChildProcess, file: FileForChild, { readMs }: ChildLimits): Promise<ChildAnswer> {
  const answer = nextMessage(process);
  process.send(file);
  return within(readMs, answer) as Promise<ChildAnswer>;
}

/** The child speaks Danish to a person, and English to an operator; what it says has what is wrong and what to do in both. */
function toReply(faults: readonly string[], reply: string | null): string {
  if (reply === null) return filePhrases.notRead;
  return filePhrases.unread(languageSpoken() === 'en' ? faults.join(' ') : reply);
}

/** @throws AppError `invalid_input` where the child could not read the file. */
export function toDocument(answer: ChildAnswer): AnalysedDocument {
  if ('document' in answer) return answer;
  const { faults, reply } = answer;
  throw new AppError('invalid_input', faults.join('; '), { faults, reply: toReply(faults, reply) });
}

/** What the child says next; that it ends, or cannot be spoken to, means that the file was too much for it. */
function nextMessage(process: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (tell: () => void): void => {
      process.off('message', succeed).off('exit', fail).off('error', fail);
      tell();
    };
    const succeed = (message: unknown): void => settle(() => resolve(message));
    const fail = (): void => settle(() => reject(tooHard()));
    process.on('message', succeed).on('exit', fail).on('error', fail);
  });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooHard()), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
