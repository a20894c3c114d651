import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface RunningScript {
  /** undefined when it could not be started. */
  pid: number | undefined;
  /** The next whole line it prints; undefined when it has ended. */
  nextLine(): Promise<string | undefined>;
  /** Kills it as a power cut would, and gives the lines it had printed and nobody had read. */
  kill(): Promise<string[]>;
  /** Asks it to stop, and does not wait. */
  askToStop(): void;
  /** Waits until it has ended by itself, and gives its exit code. */
  ended(): Promise<number | null>;
  /** Asks it to stop, and gives its exit code; null when a signal ended it. */
  stop(): Promise<number | null>;
}

/**
 * Starts a TypeScript file as a process of its own, with the given settings on top of this process's.
 *
 * @param nodeOptions what node itself is told
 */
export function startScript(
  path: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  nodeOptions: readonly string[] = [],
): RunningScript {
  const compiling = path.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...nodeOptions, ...compiling, path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string | undefined> => (await lines.next()).value ?? undefined;
  return {
    pid: child.pid,
    nextLine,
    askToStop: () => void child.kill('SIGTERM'),
    async ended() {
      await ended;
      return child.exitCode;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      const rest: string[] = [];
      for (let line = await nextLine(); line !== undefined; line = await nextLine()) rest.push(line);
      return rest;
    },
  };
}
