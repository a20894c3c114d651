import { readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second for every program that asks. */
const millisecondsATick = 10;

/** Milliseconds of processor time a process has used so far; null where the system does not tell. */
export async function readProcessorTimeOf(pid: number | undefined): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The program's name stands in brackets and may hold anything; user and system time are the 12th and 13th figure after it.
  const figures = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(figures[11]) + Number(figures[12]);
  return Number.isNaN(ticks) ? null : ticks * millisecondsATick;
}
