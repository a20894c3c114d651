import { spawn } from 'node:child_process';
import { findChildrenOf, readPeakOf } from './peak-memory.js';

/** What one run of a program took. */
export interface RunMeasured {
  /** From its start to its end. */
  milliseconds: number;
  /** The most bytes that it and each of its children held, together; null where the system does not tell. */
  memory: number | null;
}

/** A high-water mark is lost with its process, so that it is read again and again until then. */
const lookEveryMs = 50;

/** Runs a compiled program to its end. @throws Error when it fails */
export async function runMeasured(script: string, args: readonly string[]): Promise<RunMeasured> {
  const begun = performance.now();
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const peaks = new Map<number, number>();
  const look = async (): Promise<void> => {
    for (const pid of [child.pid ?? 0, ...(await findChildrenOf(child.pid))]) {
      const peak = await readPeakOf(pid);
      if (peak !== null) peaks.set(pid, peak);
    }
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  try {
    const code = await new Promise<number | null>((resolve, reject) =>
      child.once('exit', resolve).once('error', reject),
    );
    const milliseconds = performance.now() - begun;
    if (code !== 0) throw new Error(`${script} ended with ${code}`);
    const memory = peaks.size === 0 ? null : [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
    return { milliseconds, memory };
  } finally {
    clearInterval(timer);
  }
}
