import { type ChildProcess, fork } from 'node:child_process';
import { childModule } from '../../../child-module.js';
import { AppError } from '../../../domain/app-error.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import { filePhrases } from './phrases.js';

/** What the child is given. */
export interface FileForChild {
  name: string;
  bytes: Uint8Array;
}

export type ChildAnswer = { document: MeetingDocument } | { fault: string; reply: string | null };

/** Reads minutes or an agenda out of a file of unknown origin. Throws AppError `invalid_input`, with a Danish reply. */
export type ReadFile = (name: string, bytes: Uint8Array) => Promise<MeetingDocument>;

export interface ChildLimits {
  heapMegabytes: number;
  /** From the file's hand-over on. */
  readMs: number;
  /** Until the child is ready, which the machine's load decides more than the file. */
  startMs: number;
}

const usualLimits: ChildLimits = { heapMegabytes: 256, readMs: 10_000, startMs: 60_000 };

const child = childModule(import.meta.url, 'parse-child');

const tooHard = (): AppError =>
  new AppError('invalid_input', 'a file took too much time or memory to read', { reply: filePhrases.tooHard });

/**
 * Reads each file in a process of its own, without settings or secrets, with little memory and time; one file at a time. A
 * file that is made to break its reader breaks that process only.
 */
export function createChildReader(limits: ChildLimits = usualLimits): ReadFile {
  let last: Promise<unknown> = Promise.resolve();
  return (name, bytes) => {
    const read = last.then(() => readOne({ name, bytes }, limits));
    last = read.catch(() => undefined);
    return read;
  };
}

async function readOne(file: FileForChild, { heapMegabytes, readMs, startMs }: ChildLimits): Promise<MeetingDocument> {
  const process = fork(child.file, [], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`, ...child.execArgv],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    await within(startMs, nextMessage(process));
    const answer = nextMessage(process);
    process.send(file);
    const answered = (await within(readMs, answer)) as ChildAnswer;
    if ('document' in answered) return answered.document;
    throw new AppError('invalid_input', answered.fault, { reply: answered.reply ?? filePhrases.notRead });
  } finally {
    process.kill('SIGKILL');
  }
}

/** What the child says next; that it ends, or cannot be spoken to, means that the file was too much for it. */
function nextMessage(process: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    process.once('message', resolve);
    process.once('exit', () => reject(tooHard()));
    process.once('error', () => reject(tooHard()));
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
