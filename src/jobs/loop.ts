import { describeError, type Log } from '../logging.js';

/** Work that goes on by itself until it is stopped. */
export interface Loop {
  /** Takes up nothing new, and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  /** Names the loop in the log. */
  route: string;
  log: Log;
  /** Does what there is to do; says how long to wait before looking again, in ms. */
  round(): Promise<number>;
  /** How long to wait after a round that failed. */
  afterFailureMs: number;
}

export function startLoop({ route, log, round, afterFailureMs }: LoopOptions): Loop {
  let isStopped = false;
  let wake: () => void = () => undefined;
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    while (!isStopped) {
      const waitMs = await round().catch((error: unknown) => {
        log.error('round_failed', { route, ...describeError(error) });
        return afterFailureMs;
      });
      if (!isStopped) await pause(waitMs);
    }
  };
  const ended = run();
  return {
    stop() {
      isStopped = true;
      wake();
      return ended;
    },
  };
}
