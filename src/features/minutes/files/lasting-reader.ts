import type { ChildProcess } from 'node:child_process';
import {
  type AnalysedDocument,
  type AnalyseFile,
  type ChildAnswer,
  type ChildLimits,
  type FileForChild,
  type ReadFile,
  type SaidToChild,
  startChild,
  toDocument,
  tooHard,
  usualLimits,
} from './read-in-child.js';

/** Ways to ask one process that lasts; what is asked meanwhile waits its turn. */
export interface LastingReader {
  readFile: ReadFile;
  analyseFile: AnalyseFile;
  /** Begins the process before there is a file for it, and has it load what analysing takes. Whether that works shows with the file. */
  prepare(): void;
}

/** An operator reads an archive on a machine that may be busy, and nobody waits for a single file. */
const archiveLimits: ChildLimits = { ...usualLimits, readMs: 60_000 };

/** Files the process has at once: when it is done with one, the next is there, however busy whoever asks is just then. */
const mostHanded = 2;

const ended = (): Error => new Error('the reader has ended');

interface WaitingFile {
  file: FileForChild;
  resolve: (answer: ChildAnswer) => void;
  reject: (error: unknown) => void;
}

/** Files on their way through one process, and after one that broke it through another. */
class FilesInTurn {
  readonly #limits: ChildLimits;
  /** In the order they came; the process has the first of them. */
  readonly #waiting: WaitingFile[] = [];
  #handed = 0;
  #running: Promise<ChildProcess> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(limits: ChildLimits) {
    this.#limits = limits;
  }

  read(file: FileForChild): Promise<ChildAnswer> {
    if (this.#isOver) return Promise.reject(ended());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ file, resolve, reject });
      void this.#handOver();
    });
  }

  prepare(): void {
    this.#begin()
      .then((process) => process.send('prepare' satisfies SaidToChild))
      .catch(() => undefined);
  }

  end(): void {
    this.#isOver = true;
    this.#stop();
    for (const { reject } of this.#waiting.splice(0)) reject(ended());
  }

  #begin(): Promise<ChildProcess> {
    this.#running ??= startChild(this.#limits);
    return this.#running;
  }

  async #handOver(): Promise<void> {
    const running = this.#begin();
    const isCurrent = (): boolean => this.#running === running;
    const giveUp = (error: unknown): void => {
      if (isCurrent()) this.#giveUpFirst(error);
    };
    try {
      const process = await running;
      if (!isCurrent()) return;
      if (process.listenerCount('message') === 0)
        process
          .on('message', (answer) => isCurrent() && this.#take(answer as ChildAnswer))
          .on('exit', () => giveUp(tooHard()))
          .on('error', () => giveUp(tooHard()));
      for (const { file } of this.#waiting.slice(this.#handed, mostHanded)) {
        process.send(file);
        this.#handed += 1;
      }
      this.#watchFirst();
    } catch (error) {
      giveUp(error);
    }
  }

  #take(answer: ChildAnswer): void {
    this.#handed -= 1;
    this.#stopWatching();
    this.#waiting.shift()?.resolve(answer);
    this.#watchFirst();
    if (this.#waiting.length > this.#handed) void this.#handOver();
  }

  /** The others, which the process may have too, are none the worse for it: another process has them anew. */
  #giveUpFirst(error: unknown): void {
    this.#stop();
    this.#waiting.shift()?.reject(error);
    if (this.#waiting.length > 0) void this.#handOver();
  }

  #watchFirst(): void {
    if (this.#handed > 0) this.#timer ??= setTimeout(() => this.#giveUpFirst(tooHard()), this.#limits.readMs);
  }

  #stopWatching(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #stop(): void {
    this.#stopWatching();
    this.#running?.then((process) => process.kill('SIGKILL')).catch(() => undefined);
    this.#running = undefined;
    this.#handed = 0;
  }
}

/**
 * Reads many files one after another in one process, which is made anew after a file that broke it: for an archive, where
 * a process a file would cost more than the reading.
 *
 * @param work given the reader; the process ends with it.
 */
export async function withLastingReader<T>(
  work: (reader: LastingReader) => Promise<T>,
  limits: ChildLimits = archiveLimits,
): Promise<T> {
  const files = new FilesInTurn(limits);
  const analyse = async (name: string, bytes: Uint8Array, isAnalysed: boolean): Promise<AnalysedDocument> =>
    toDocument(await files.read({ name, bytes, isAnalysed }));
  try {
    return await work({
      readFile: async (name, bytes) => (await analyse(name, bytes, false)).document,
      analyseFile: (name, bytes) => analyse(name, bytes, true),
      prepare: () => files.prepare(),
    });
  } finally {
    files.end();
  }
}
