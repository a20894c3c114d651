import { readFileSync } from 'node:fs';

/** In milliseconds. */
export interface LongestStalls {
  /** How long the event loop stood still. */
  inAll: number;
  /** The same without the time in which other processes had the processor; where the system does not tell, all of it. */
  own: number;
}

/** How long this process's first thread has waited for a processor so far. Linux: the second figure, in nanoseconds. */
function waitedMilliseconds(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** Watches the event loop: on a busy machine most of what holds it up is not its own. */
export function watchStalls(): { take(): LongestStalls; stop(): void } {
  let longest: LongestStalls = { inAll: 0, own: 0 };
  let last = { at: performance.now(), waited: waitedMilliseconds() };
  const timer = setInterval(() => {
    const now = { at: performance.now(), waited: waitedMilliseconds() };
    const inAll = now.at - last.at - 1;
    const own = inAll - (now.waited - last.waited);
    longest = { inAll: Math.max(longest.inAll, inAll), own: Math.max(longest.own, own) };
    last = now;
  }, 1);
  return {
    take() {
      const taken = longest;
      longest = { inAll: 0, own: 0 };
      return taken;
    },
    stop: () => clearInterval(timer),
  };
}
