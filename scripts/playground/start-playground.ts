import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Child, startChild } from './child.js';
import { findFreePort } from './free-port.js';

export interface Playground extends Child {
  /** What a person opens in a browser. */
  address: string;
}

const program = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
const attempts = 5;

/** Starts the Playground; undefined when it found its port taken after all and went to another. */
async function startAt(
  port: number,
  botPort: number,
  folder: string,
  castFile: string,
  signal?: AbortSignal,
): Promise<Playground | undefined> {
  let listening: (port: number) => void = () => {};
  const announced = new Promise<number>((resolve) => {
    listening = resolve;
  });
  const child = startChild({
    name: 'the Playground',
    preload: ['./scripts/playground/loopback-only.ts'],
    arguments: [
      program,
      'start',
      ...['--app-endpoint', `http://127.0.0.1:${botPort}/api/messages`],
      ...['--channel-id', 'msteams'],
      ...['--port', String(port)],
      ...['--service-url', `http://127.0.0.1:${port}/_connector`],
      ...['--disable-telemetry', 'true'],
    ],
    environment: {
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: castFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
      APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
      TEAMSAPPTESTER_BROWSER: 'none',
    },
    onLine: (line) => {
      const found = /^Listening on (\d{1,5})$/.exec(line);
      if (found !== null) listening(Number(found[1]));
    },
    signal,
  });
  const outcome = await Promise.race([announced, child.ended]);
  if (typeof outcome === 'string') throw new Error(outcome);
  if (outcome === port) return { ...child, address: `http://127.0.0.1:${port}` };
  // Told to serve another port than it says in its messages, the bot's answers would go astray.
  await child.stop();
  return undefined;
}

/**
 * Starts the Microsoft 365 Agents Playground against a bot, on loopback, and waits until it listens.
 *
 * @param folder Gets the Playground's log, `playground.log`.
 * @param castFile Says who is there, and whose part is taken.
 * @throws Error with the Playground's last words when it ends instead.
 */
export async function startPlayground(
  botPort: number,
  folder: string,
  castFile: string,
  preferredPort: number,
  signal?: AbortSignal,
): Promise<Playground> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const playground = await startAt(
      await findFreePort(attempt === 1 ? preferredPort : 0),
      botPort,
      folder,
      castFile,
      signal,
    );
    if (playground !== undefined) return playground;
  }
  throw new Error('the Playground did not get the port it was given');
}
