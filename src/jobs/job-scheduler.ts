import type { WorkingDays } from '../danish/working-days.js';
import { AppError } from '../domain/app-error.js';
import type { Clock } from '../domain/clock.js';
import { noIntents } from '../domain/outgoing-message.js';
import { describeError, type Log } from '../logging.js';
import type { Job } from '../routing/unasked.js';
import type { DueJob, JobOutcome, OutboxStore } from '../store/ports.js';
import { delayBeforeJob, type Random } from './delays.js';
import { leaseMs, maxJobTries, renewEveryMs } from './limits.js';
import { type Loop, startLoop } from './loop.js';
import { latestOccurrence } from './occurrences.js';

export interface JobSchedulerOptions {
  outbox: OutboxStore;
  /** Those in which jobs with a schedule are done. */
  listForumIds(): Promise<readonly string[]>;
  jobs: readonly Job[];
  workingDays: WorkingDays;
  clock: Clock;
  random: Random;
  log: Log;
  holder: string;
  countJob(kind: string, outcome: string): void;
}

const wait = { idleMs: 1000, failedMs: 5000 } as const;
const maxUnderWay = 4;

/**
 * Adds the newest occurrence of every schedule that is due; those added before are the same by their keys. Never more than one
 * of a series is added at a time, whatever the downtime was.
 */
export async function planJobs({
  outbox,
  listForumIds,
  jobs,
  workingDays,
  clock,
}: Pick<JobSchedulerOptions, 'outbox' | 'listForumIds' | 'jobs' | 'workingDays' | 'clock'>): Promise<void> {
  const now = clock.now();
  const due = jobs.flatMap(({ kind, schedule }) => {
    const occurrence = schedule === undefined ? undefined : latestOccurrence(schedule, now, workingDays);
    return occurrence === undefined ? [] : [{ kind, ...occurrence }];
  });
  for (const forumId of due.length === 0 ? [] : await listForumIds())
    await outbox.add(
      forumId,
      {
        ...noIntents,
        jobs: due.map(({ kind, date, at }) => ({
          key: `${kind}:${date}`,
          kind,
          forumId,
          payload: { date },
          dueAt: at,
          dropAfter: null,
          series: kind,
        })),
      },
      now,
    );
}

/** Does one leased job and writes down how it ended, holding on to the lease meanwhile. */
export async function doJob(due: DueJob, options: JobSchedulerOptions): Promise<void> {
  const { outbox, clock, log, countJob } = options;
  const renewing = setInterval(() => {
    outbox.renewJob(due, clock.now(), leaseMs).catch(() => undefined);
  }, renewEveryMs);
  const outcome = await runJob(due, options).finally(() => clearInterval(renewing));
  const isKept = await outbox.settleJob(due, outcome, clock.now());
  countJob(due.kind, isKept ? outcome.state : 'lease_lost');
  log.info('job', { route: due.kind, outcome: outcome.state, ...(!isKept && { reason: 'lease_lost' }) });
}

async function runJob(due: DueJob, { jobs, clock, random, log }: JobSchedulerOptions): Promise<JobOutcome> {
  const job = jobs.find(({ kind }) => kind === due.kind);
  if (job === undefined) return { state: 'failed', note: 'no job is of this kind' };
  try {
    await job.run(due);
    return { state: 'done' };
  } catch (error) {
    log.error('job_failed', { route: due.kind, ...describeError(error) });
    const note = noteOf(error);
    if (due.attempts >= maxJobTries) return { state: 'failed', note };
    return {
      state: 'waiting',
      notBefore: new Date(clock.now().getTime() + delayBeforeJob(due.attempts, random)),
      note,
    };
  }
}

/** Of an expected failure its message, which holds no text of people or minutes; of any other only its kind. */
function noteOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? error.name : 'unknown failure';
}

/** Plans and does what is due, until it is stopped. Any number of processes may do so at once. */
export function startJobScheduler(options: JobSchedulerOptions): Loop {
  const { outbox, clock, log, holder } = options;
  const underWay = new Set<Promise<void>>();
  let plannedMinute = '';

  const round = async (): Promise<number> => {
    const now = clock.now();
    const minute = now.toISOString().slice(0, 16);
    if (minute !== plannedMinute) {
      await planJobs(options);
      plannedMinute = minute;
    }
    const limit = maxUnderWay - underWay.size;
    for (const due of limit === 0 ? [] : await outbox.takeJobs({ holder, now, leaseMs, limit })) {
      const done = doJob(due, options)
        .catch((error: unknown) => log.error('job_failed', { route: due.kind, ...describeError(error) }))
        .finally(() => underWay.delete(done));
      underWay.add(done);
    }
    return wait.idleMs;
  };

  const loop = startLoop({ route: 'outbox.jobs', log, round, afterFailureMs: wait.failedMs });
  return {
    async stop() {
      await loop.stop();
      await Promise.all(underWay);
    },
  };
}
