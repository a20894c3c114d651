import { fork } from 'node:child_process';
import { once } from 'node:events';
import { childModule } from '../../child-module.js';
import type { StoreContents } from './store-contents.js';

/** What is to be looked through. */
export type Look = { copy: string; contents: StoreContents } | { store: string };

const child = childModule(import.meta.url, 'check-child');

/** Looks a file through in a process of its own. English, one line a fault. */
export async function lookInChild(look: Look): Promise<string[]> {
  const process = fork(child.file, [], {
    execArgv: child.execArgv,
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    const ended = once(process, 'exit').then(([code]) => [{ faults: [`the check ended early (${String(code)})`] }]);
    const answered = once(process, 'message');
    // Whichever comes second is of no interest, not even as a failure.
    for (const outcome of [ended, answered]) outcome.catch(() => undefined);
    process.send(look);
    const [answer] = (await Promise.race([answered, ended])) as [{ faults: string[] }];
    return answer.faults;
  } finally {
    process.kill('SIGKILL');
  }
}
