import { fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { childModule } from '../../child-module.js';
import { AppError } from '../../domain/app-error.js';
import type { StoreContents } from './store-contents.js';

/** What is to be looked through. */
export type Look = { copy: string; contents: StoreContents } | { store: string };

const child = childModule(import.meta.url, 'check-child');

/**
 * Looks a file through in a process of its own, that gives way to others.
 *
 * @param signal ends it before its time
 * @returns English, one line a fault
 * @throws AppError `unavailable` when it ended without a finding: nothing is known of the file then
 */
export async function lookInChild(look: Look, signal?: AbortSignal): Promise<string[]> {
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
    process.send(look);
    const [answer] = (await Promise.race([answered, ended])) as [{ faults: string[] }];
    return answer.faults;
  } finally {
    signal?.removeEventListener('abort', end);
    end();
  }
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
