import { randomBytes } from 'node:crypto';
import type { WorkingDays } from '../danish/working-days.js';
import { AppError } from '../domain/app-error.js';
import type { Clock } from '../domain/clock.js';
import type { Log } from '../logging.js';
import type { ChannelSender, Job, MessageComposer } from '../routing/unasked.js';
import type { Paces, Store } from '../store/ports.js';
import { createClockWatch } from './clock-watch.js';
import type { Random } from './delays.js';
import { startJobScheduler } from './job-scheduler.js';
import { type Loop, startLoop } from './loop.js';
import { startMessageWorker } from './message-worker.js';
import { reportTrouble } from './report-trouble.js';

export interface SendingOptions {
  store: Pick<Store, 'outbox' | 'conversations' | 'members'>;
  listForumIds(): Promise<readonly string[]>;
  composers: readonly MessageComposer[];
  jobs: readonly Job[];
  sender: ChannelSender;
  workingDays: WorkingDays;
  clock: Clock;
  log: Log;
  countMessage(kind: string, outcome: string): void;
  countJob(kind: string, outcome: string): void;
  random?: Random;
  /** What is sent at most; the usual when absent. */
  paces?: Paces;
}

/** Within a minute a secretary knows of a message in trouble. */
const lookForTroubleEveryMs = 10_000;

/**
 * Starts everything that happens without being asked for: one worker for messages, one scheduler for jobs, and the look
 * for messages in trouble. Other processes may do the same on the same store.
 *
 * @throws AppError `conflict` when two composers or two jobs are of one kind
 */
export function startSending(options: SendingOptions): Loop {
  const { store, listForumIds, composers, jobs, clock, log } = options;
  refuseDuplicates('composers', composers);
  refuseDuplicates('jobs', jobs);
  const holder = randomBytes(8).toString('base64url');
  const random = options.random ?? Math.random;
  const watch = createClockWatch(clock, log);
  const shared = { ...options, ...store, random, holder };
  const loops = [
    startMessageWorker({ ...shared, composers: new Map(composers.map((composer) => [composer.kind, composer])) }),
    startJobScheduler(shared),
    startLoop({
      route: 'outbox.trouble',
      log,
      afterFailureMs: lookForTroubleEveryMs,
      round: async () => {
        watch();
        await reportTrouble({ ...store, listForumIds, clock });
        return lookForTroubleEveryMs;
      },
    }),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

function refuseDuplicates(what: string, parts: readonly { kind: string }[]): void {
  const kinds = parts.map(({ kind }) => kind);
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (twice !== undefined) throw new AppError('conflict', `two ${what} are of the kind ${twice}`);
}
