import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { loadCards } from '../cards/fill-card.js';
import { readConfig } from '../config.js';
import { AppError } from '../domain/app-error.js';
import { systemClock } from '../domain/clock.js';
import type { Store } from '../store/ports.js';
import { openStore } from '../store/sqlite/open-store.js';
import { acquireServeLock } from '../store/sqlite/serve-lock.js';
import { readSetting } from './archive.js';

/** What one look found. */
export interface CheckResult {
  check: string;
  /** `note`: nothing is wrong, but it is good to know. */
  status: 'well' | 'note' | 'fault';
  /** Plain words, one line each: what is so, or what is wrong. */
  lines: string[];
  /** What to do about it; null when there is nothing to do. */
  mend: string | null;
  /** The store cannot be trusted: exit status 3. */
  storeDamaged?: boolean;
}

/** One thing the doctor looks at. */
export type Check = (databaseFile: string) => CheckResult | Promise<CheckResult>;

const well = (check: string, ...lines: string[]): CheckResult => ({ check, status: 'well', lines, mend: null });

const faultLines = (error: unknown): readonly string[] => {
  if (error instanceof AppError) return error.faults;
  return [error instanceof Error ? error.message : String(error)];
};

const oldestNode = 20;

const checkNode: Check = () => {
  const { node } = process.versions;
  if (Number.parseInt(node, 10) >= oldestNode) return well('node', `Node.js ${node}`);
  const lines = [`Node.js ${node} is too old`];
  return { check: 'node', status: 'fault', lines, mend: `install Node.js ${oldestNode} or newer` };
};

const checkSettings: Check = () => {
  try {
    const { identity, host, port } = readConfig(process.env);
    if (identity.kind !== 'insecure_local') return well('settings', `identity ${identity.kind}, ${host}:${port}`);
    const lines = ['authentication is switched off (REFERENT_INSECURE_LOCAL): for a chat client on this machine only'];
    return { check: 'settings', status: 'note', lines, mend: null };
  } catch (error) {
    const mend = 'set these in the environment of `referent serve`; import and ask work without them';
    return { check: 'settings', status: 'fault', lines: [...faultLines(error)], mend };
  }
};

const putBackBackup =
  'stop the bot and put a backup copy of the store in its place, without the -wal and -shm files beside it';

/** Faults of the store, and what of the messages sent unasked somebody has to look at. */
async function lookInto(store: Store): Promise<{ faults: string[]; sendings: string[] }> {
  const [faults, messages, jobs] = [
    await store.check(),
    await store.outbox.countMessages(),
    await store.outbox.countJobs(),
  ];
  const counted = [
    { count: messages.get('uncertain') ?? 0, what: 'messages may or may not have arrived' },
    { count: messages.get('failed') ?? 0, what: 'messages were refused by the channel' },
    { count: jobs.get('failed') ?? 0, what: 'jobs were given up' },
  ].filter(({ count }) => count > 0);
  return {
    faults,
    sendings: counted.map(({ count, what }) => `${count} ${what}; a secretary sees them with «udsendelser»`),
  };
}

const checkStore: Check = async (databaseFile) => {
  const check = 'store';
  if (!existsSync(databaseFile)) {
    const lines = [`there is no store at ${databaseFile} yet`];
    return { check, status: 'note', lines, mend: 'import the first minutes: referent import FOLDER' };
  }
  try {
    const store = await openStore({ file: databaseFile, clock: systemClock });
    const { faults, sendings } = await lookInto(store).finally(() => store.close());
    if (faults.length === 0) return well(check, `${databaseFile} is sound and its settings are in force`, ...sendings);
    const mend = putBackBackup;
    return { check, status: 'fault', lines: faults, mend, storeDamaged: true };
  } catch (error) {
    const storeDamaged = error instanceof AppError && error.code === 'store_damaged';
    const mend = storeDamaged
      ? putBackBackup
      : 'see that this user may read and write the file and its folder, and that the disk is not full; then try again';
    return { check, status: 'fault', lines: [...faultLines(error)], mend, storeDamaged };
  }
};

const checkCards: Check = () => {
  try {
    loadCards();
    return well('cards', 'every card can be read');
  } catch (error) {
    const mend = 'put the cards folder of this version back';
    return { check: 'cards', status: 'fault', lines: [...faultLines(error)], mend };
  }
};

/** `undefined` when the address is free, else the system's word for why it is not. */
const tryAddress = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });

async function isServed(databaseFile: string): Promise<boolean> {
  if (!existsSync(`${databaseFile}.serve-lock`)) return false;
  try {
    (await acquireServeLock(databaseFile)).release();
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === 'store_in_use') return true;
    throw error;
  }
}

const checkPort: Check = async (databaseFile) => {
  const check = 'port';
  const [host, port] = [readSetting('REFERENT_HOST', process.env), Number(readSetting('REFERENT_PORT', process.env))];
  const address = `${host}:${port}`;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    const lines = ['REFERENT_PORT is no port number'];
    return { check, status: 'fault', lines, mend: 'set REFERENT_PORT to a whole number from 0 to 65535' };
  }
  const refusal = await tryAddress(host, port);
  if (refusal === undefined) return well(check, `${address} is free`);
  if (refusal === 'EADDRINUSE' && (await isServed(databaseFile)))
    return well(check, `${address} is in use, and the bot is running on this store`);
  const lines = [`${address} cannot be listened on (${refusal})`];
  return { check, status: 'fault', lines, mend: 'stop what uses it, or set REFERENT_HOST and REFERENT_PORT' };
};

/** All that the doctor looks at, in order. */
export const checks: readonly Check[] = [checkNode, checkSettings, checkStore, checkCards, checkPort];
