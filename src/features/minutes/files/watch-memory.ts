import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** How much a reading process may hold. What is outside the heap, such as unpacked pictures, is not held by the heap's limit. */
export const mostMemoryBytes = 768 * 1024 * 1024;

/** How often is looked, in milliseconds. */
export const lookEveryMs = 50;

const statusOf = (pid: number | 'self'): string => `/proc/${pid}/status`;

/** Whether this system tells one process what another holds. Where it does not, a process must watch itself, for 10 MB. */
export const canWatchOthers = existsSync(statusOf('self'));

function memoryOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(statusOf(pid), 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}

/** Ends the process when it holds too much. Does nothing where `canWatchOthers` is false. */
export function watchMemory(process: ChildProcess): void {
  const { pid } = process;
  if (!canWatchOthers || pid === undefined) return;
  const timer = setInterval(() => {
    if (memoryOf(pid) > mostMemoryBytes) process.kill('SIGKILL');
  }, lookEveryMs).unref();
  process.once('exit', () => clearInterval(timer));
}
