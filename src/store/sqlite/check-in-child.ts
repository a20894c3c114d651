import { fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { childModule } from '../../child-module.js';
import { AppError, type AppErrorCode } from '../../domain/app-error.js';
import type { TakenCopy } from './take-copy.js';

/** A store to be looked through, or to be copied into an empty file and the copy looked through. */
export type CheckTask = { store: string } | { copyOf: string; to: string };

/** What comes of it. A store that cannot be looked through is at fault; why a copy was not made may be anything. */
export type CheckAnswer = { faults: string[] } | TakenCopy | { code: AppErrorCode; message: string };

const child = childModule(import.meta.url, 'check-child');

/**
 * Has a process of its own, which gives way to others, do what would hold this one up.
 *
 * @param signal ends it before its time
 * @throws AppError `unavailable` when it ended without an answer
 */
async function ask(task: CheckTask, signal?: AbortSignal): Promise<CheckAnswer> {
  const process = fork(child.file, [], {
    execArgv: child.execArgv,
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const end = (): void => void process.kill('SIGKILL');
  signal?.addEventListener('abort', end);
  try {
    giveWay(process.pid);
    const ended = once(process, 'exit').then(([code]): never => {
      throw new AppError('unavailable', `the check ended early (${String(code)})`);
    });
    const answered = once(process, 'message');
    // Whichever comes second is of no interest, not even as a failure.
    for (const outcome of [ended, answered]) outcome.catch(() => undefined);
    process.send(task);
    const [answer] = (await Promise.race([answered, ended])) as [CheckAnswer];
    return answer;
  } finally {
    signal?.removeEventListener('abort', end);
    end();
  }
}

function refuse({ code, message }: { code: AppErrorCode; message: string }): never {
  throw new AppError(code, message);
}

/**
 * Looks a store through.
 *
 * @param signal ends it before its time
 * @returns English, one line a fault
 * @throws AppError `unavailable` when it ended without a finding: nothing is known of the file then
 */
export async function lookInChild(store: string, signal?: AbortSignal): Promise<string[]> {
  const answer = await ask({ store }, signal);
  return 'faults' in answer ? answer.faults : refuse(answer);
}

/**
 * `takeCopy` in a process of its own: though it copies in small steps, it has held up the process it ran in for a fifth of a second.
 *
 * @throws AppError what `toCopyError` makes of it
 */
export async function takeCopyInChild(file: string, part: string): Promise<TakenCopy> {
  const answer = await ask({ copyOf: file, to: part });
  if ('contents' in answer) return answer;
  return 'code' in answer ? refuse(answer) : refuse({ code: 'unavailable', message: answer.faults.join('; ') });
}

/** Where the system refuses, it goes on as every other process does. */
function giveWay(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Nothing but speed is lost.
  }
}
