import type { Clock } from '../domain/clock.js';
import type { Log } from '../logging.js';

const quietMs = 60 * 1000;

/** Counts refused requests by reason and logs each reason's count at most once a minute: strangers must not fill the disk. */
export interface RefusalTally {
  add(reason: string): void;
  /** Logs what has not been logged yet. */
  flush(): void;
}

export function createRefusalTally(log: Log, clock: Clock): RefusalTally {
  const tallies = new Map<string, { count: number; loggedAt: number }>();

  const write = (reason: string, tally: { count: number; loggedAt: number }): void => {
    log.warn('requests_refused', { reason, count: tally.count });
    tally.count = 0;
    tally.loggedAt = clock.now().getTime();
  };

  return {
    add(reason) {
      const tally = tallies.get(reason) ?? { count: 0, loggedAt: Number.NEGATIVE_INFINITY };
      tallies.set(reason, tally);
      tally.count += 1;
      if (clock.now().getTime() - tally.loggedAt >= quietMs) write(reason, tally);
    },
    flush() {
      for (const [reason, tally] of tallies) if (tally.count > 0) write(reason, tally);
    },
  };
}
