import type { Clock } from '../domain/clock.js';
import type { Log } from '../logging.js';

const toleratedMs = 60_000;

/**
 * Warns when the clock was set: when it moved more than a minute further, or less, than time has passed. What waits is sent
 * by the clock as it is then; nothing is sent twice or lost by it.
 *
 * @param elapsedMs a clock nobody can set
 */
export function createClockWatch(
  clock: Clock,
  log: Log,
  elapsedMs: () => number = () => performance.now(),
): () => void {
  let before = { clock: clock.now().getTime(), elapsed: elapsedMs() };
  return () => {
    const now = { clock: clock.now().getTime(), elapsed: elapsedMs() };
    const skew = now.clock - before.clock - (now.elapsed - before.elapsed);
    if (Math.abs(skew) > toleratedMs) log.warn('clock_was_set', { durationMs: Math.round(skew) });
    before = now;
  };
}
