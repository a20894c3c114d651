import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, startChild } from './child.js';
import { findFreePort } from './free-port.js';

export interface Bot extends Child {
  port: number;
}

/** Whatever a shell may hold for a real installation must not reach the local one. */
const noIdentity = {
  MicrosoftAppType: '',
  MicrosoftAppId: '',
  MicrosoftAppTenantId: '',
  MicrosoftAppPassword: '',
  NODE_ENV: 'development',
};

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Starts the bot without authentication, on loopback, and waits until it says that it is ready. With an empty store it
 * first reads the seeds in, which takes some seconds.
 *
 * @param folder Holds the store and the bot's log, `bot.log`.
 * @param tenantId The chat client's tenant, to which the seeds' members belong.
 * @throws Error with the bot's last words when it ends instead.
 */
export async function startBot(
  folder: string,
  preferredPort: number,
  tenantId: string,
  signal?: AbortSignal,
): Promise<Bot> {
  const port = await findFreePort(preferredPort);
  const log = createWriteStream(join(folder, 'bot.log'));
  const child = startChild({
    name: 'the bot',
    arguments: ['src/main.ts'],
    environment: {
      ...noIdentity,
      REFERENT_INSECURE_LOCAL: '1',
      REFERENT_HOST: '127.0.0.1',
      REFERENT_PORT: String(port),
      REFERENT_DB: join(folder, 'referent.db'),
      // Whoever tries it out, at whatever hour, is at work.
      REFERENT_WORKING_HOURS: '00:00-24:00',
      REFERENT_SEEDS: 'seeds',
      REFERENT_ALLOWED_TENANTS: tenantId,
    },
    onLine: (line) => log.write(`${line}\n`),
    signal,
  });
  let death: string | undefined;
  child.ended.then((why) => {
    death = why;
    log.end();
  });
  while (!(await isReady(port))) {
    if (death !== undefined) throw new Error(death);
    await pause(100);
  }
  return { ...child, port };
}
