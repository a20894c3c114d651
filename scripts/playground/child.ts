import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder; children run in it. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** How long a child may take to end by itself before it is killed; the bot lets turns under way finish for ten seconds. */
const patienceMilliseconds = 15_000;
/** Lines of output kept to explain a child's death. */
const keptLines = 15;

export interface Child {
  name: string;
  pid: number | undefined;
  /** Resolves when the process is gone, however it went: one English sentence and its last output. */
  ended: Promise<string>;
  /** Ends the process and waits until it is gone. May be called more than once. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  /** For messages: "the bot". */
  name: string;
  /** What node runs, with its arguments. */
  arguments: string[];
  /** Modules loaded first. */
  preload?: string[];
  /** On top of this process's own environment. */
  environment: Record<string, string>;
  /** Called with each line of output. */
  onLine?: (line: string) => void;
  /** Aborted: the child is ended. */
  signal?: AbortSignal | undefined;
}

/**
 * Starts a node process that ends when this one does.
 *
 * It is not in the terminal's process group, so Ctrl-C reaches this process alone, which then ends its children in order.
 */
export function startChild(options: ChildOptions): Child {
  const preload = ['tsx', './scripts/playground/end-with-parent.ts', ...(options.preload ?? [])];
  const child = spawn(process.execPath, [...preload.flatMap((module) => ['--import', module]), ...options.arguments], {
    cwd: projectFolder,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (rest + chunk).split(/\r?\n/);
      rest = parts.pop() ?? '';
      for (const line of parts) {
        if (line !== '') lines.push(line);
        if (lines.length > keptLines) lines.shift();
        options.onLine?.(line);
      }
    });
  }
  const ended = new Promise<string>((resolve) => {
    const explain = (how: string) => resolve([`${options.name} ${how}`, ...lines].join('\n'));
    child.once('error', (error) => explain(`could not be started: ${error.message}`));
    child.once('close', (code, signal) => explain(signal === null ? `ended with code ${code}` : `ended on ${signal}`));
  });
  let stopping: Promise<void> | undefined;
  const askToEnd = async (): Promise<void> => {
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMilliseconds);
    await ended;
    clearTimeout(impatience);
  };
  const stop = (): Promise<void> => {
    stopping ??= askToEnd();
    return stopping;
  };
  if (options.signal?.aborted) void stop();
  options.signal?.addEventListener('abort', () => void stop(), { once: true });
  return { name: options.name, pid: child.pid, ended, stop };
}
