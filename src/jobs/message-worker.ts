import { describeError } from '../logging.js';
import type { Paces } from '../store/ports.js';
import { leaseMs, paces } from './limits.js';
import { type Loop, startLoop } from './loop.js';
import { type Sending, sendMessage } from './send-message.js';

export interface MessageWorkerOptions extends Sending {
  /** Names the holder of leases: another one for each process. */
  holder: string;
  /** What is sent at most; the usual when absent. */
  paces?: Paces;
}

/** How many messages are under way at once. */
const maxUnderWay = 8;
/** How long to wait when nothing was found, and when something was: a pace may be what holds the rest back. */
const wait = { idleMs: 500, busyMs: 25, failedMs: 5000 } as const;

/** Takes what is due from the store and sends it, until it is stopped. Any number of processes may do so at once. */
export function startMessageWorker(options: MessageWorkerOptions): Loop {
  const { outbox, clock, workingDays, log, holder } = options;
  const underWay = new Set<Promise<void>>();
  let quietRounds = 0;

  const round = async (): Promise<number> => {
    const now = clock.now();
    const arePeopleAtWork = workingDays.nextWorkingTime(now).getTime() === now.getTime();
    const limit = maxUnderWay - underWay.size;
    const taken =
      limit === 0
        ? []
        : await outbox.takeMessages({ holder, now, leaseMs, limit, arePeopleAtWork }, options.paces ?? paces);
    for (const message of taken) {
      const sent = sendMessage(message, options)
        .catch((error: unknown) => log.error('message_failed', { route: message.kind, ...describeError(error) }))
        .finally(() => underWay.delete(sent));
      underWay.add(sent);
    }
    quietRounds = taken.length > 0 || underWay.size > 0 ? 0 : quietRounds + 1;
    return quietRounds < 40 ? wait.busyMs : wait.idleMs;
  };

  const loop = startLoop({ route: 'outbox.messages', log, round, afterFailureMs: wait.failedMs });
  return {
    async stop() {
      await loop.stop();
      await Promise.all(underWay);
    },
  };
}
