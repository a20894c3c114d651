import { fork } from 'node:child_process';
import { once } from 'node:events';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { childModule } from '../../child-module.js';
import { migrations } from '../migrations/index.js';
import type { Tables } from '../tables.js';
import { findContentFaults, findFileFaults } from './check-store.js';
import { ImmediateSqliteDialect } from './sqlite-driver.js';
import { compareContents, readStoreContents, type StoreContents } from './store-contents.js';

/**
 * Looks at everything in a copy nobody else has opened, and makes it one file: without a log beside it. One of an older
 * schema is compared and looked through as a file; its index and documents are read by the program that wrote them.
 *
 * @returns English, one line a fault
 */
export async function findCopyFaults(file: string, contents: StoreContents): Promise<string[]> {
  const database = new Database(file, { fileMustExist: true });
  const kysely = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database) });
  try {
    database.pragma('journal_mode = delete');
    const differences = compareContents(await readStoreContents(database), contents);
    if (differences.length > 0) return differences;
    return contents.version === migrations.length
      ? await findContentFaults(database, kysely)
      : findFileFaults(database);
  } finally {
    // Not through Kysely, which closes only what it has used.
    database.close();
  }
}

const child = childModule(import.meta.url, 'check-copy-child');

/** `findCopyFaults` in a process of its own. */
export async function checkCopy(file: string, contents: StoreContents): Promise<string[]> {
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
    process.send({ file, contents });
    const [answer] = (await Promise.race([answered, ended])) as [{ faults: string[] }];
    return answer.faults;
  } finally {
    process.kill('SIGKILL');
  }
}
