import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectFolder } from '../scripts/playground/child.js';
import { tenantId } from '../test/support/activities.js';
import { buildScript } from '../test/support/build-script.js';
import { type RunningScript, startScript } from '../test/support/start-script.js';
import { readPeakOf } from './peak-memory.js';
import { readProcessorTimeOf } from './processor-time.js';
import { readStartCommand } from './start-command.js';

/** A bot in a process of its own that answers activities over HTTP. */
export interface BotProcess {
  /** Milliseconds from its start until it said that it was ready. */
  readyMs: number;
  /** Milliseconds from posting an activity until its turn is over. @throws Error when the bot refuses it */
  post(activity: object): Promise<number>;
  /** The most memory the process has held, in bytes; null where the system does not tell. */
  readPeakMemory(): Promise<number | null>;
  /** Milliseconds of processor time it has used so far; null where the system does not tell. */
  readProcessorTime(): Promise<number | null>;
  stop(): Promise<void>;
}

async function isReady(origin: string): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/readyz`);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function follow(
  bot: RunningScript,
  begun: number,
  readPort: (line: string) => number | undefined,
): Promise<BotProcess> {
  let port: number | undefined;
  while (port === undefined) {
    const line = await bot.nextLine();
    if (line === undefined) break;
    port = readPort(line);
  }
  if (port === undefined) throw new Error('the bot ended before it listened');
  const origin = `http://127.0.0.1:${port}`;
  while (!(await isReady(origin))) await new Promise((resolve) => setTimeout(resolve, 5));
  const readyMs = performance.now() - begun;
  // What it logs is of no interest, but a full pipe would stop it.
  const drained = (async () => {
    while ((await bot.nextLine()) !== undefined);
  })();
  return {
    readyMs,
    async post(activity) {
      const start = performance.now();
      const response = await fetch(`${origin}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`the bot answered ${response.status}`);
      return performance.now() - start;
    },
    readPeakMemory: () => readPeakOf(bot.pid),
    readProcessorTime: () => readProcessorTimeOf(bot.pid),
    async stop() {
      await bot.stop();
      await drained;
    },
  };
}

/** Starts bots as an installation does: compiled beforehand, libraries loaded one by one. */
export interface BotPrograms {
  /** The product itself on a filled store, without authentication. */
  startReferent(databaseFile: string): Promise<BotProcess>;
  /** The SDK with nothing around it; with an index it asks that before it answers. */
  startBareBot(indexFile?: string): Promise<BotProcess>;
  remove(): Promise<void>;
}

/** Compiles the product as an installation does, into `dist`. */
export async function buildProduct(): Promise<void> {
  await promisify(execFile)('npm', ['run', 'build'], { cwd: projectFolder });
}

/** Compiles both bots; the product as `npm run build` does, into `dist`. */
export async function buildBots(): Promise<BotPrograms> {
  await buildProduct();
  const bare = await buildScript('bench/bare-bot.ts', { libraries: 'outside' });
  return {
    startReferent(databaseFile) {
      const begun = performance.now();
      const { program, nodeOptions } = readStartCommand();
      const bot = startScript(
        program,
        [],
        {
          REFERENT_INSECURE_LOCAL: '1',
          REFERENT_HOST: '127.0.0.1',
          REFERENT_PORT: '0',
          REFERENT_DB: databaseFile,
          REFERENT_ALLOWED_TENANTS: tenantId,
          REFERENT_LOG_LEVEL: 'info',
          MicrosoftAppId: '',
          NODE_ENV: 'development',
        },
        nodeOptions,
      );
      return follow(bot, begun, (line) => {
        const entry: { msg?: unknown; port?: unknown } = JSON.parse(line);
        return entry.msg === 'listening' ? Number(entry.port) : undefined;
      });
    },
    startBareBot(indexFile) {
      const begun = performance.now();
      const bot = startScript(bare.path, indexFile === undefined ? [] : [indexFile]);
      return follow(bot, begun, (line) => (/^\d+$/.test(line) ? Number(line) : undefined));
    },
    remove: bare.remove,
  };
}
