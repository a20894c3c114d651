import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtPath } from '../support/built-sources.js';
import { startScript } from '../support/start-script.js';
import { makeTemporaryFolder } from '../support/temporary-store.js';

let place: ReturnType<typeof makeTemporaryFolder>;
beforeEach(() => {
  place = makeTemporaryFolder();
});
afterEach(() => place.remove());

type Bot = ReturnType<typeof startScript>;

/** Reads the bot's log until a line of this event. */
async function logged(bot: Bot, event: string): Promise<Record<string, unknown>> {
  for (let line = await bot.nextLine(); line !== undefined; line = await bot.nextLine()) {
    const entry: Record<string, unknown> = JSON.parse(line);
    if (entry.msg === event) return entry;
  }
  throw new Error(`the bot ended without ${event}`);
}

/** Sends the beginning of a request; what is missing is one byte of its body. */
async function beginRequest(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{',
  );
  return socket;
}

test('asked twice to stop, as by a terminal and npm for one Ctrl+C, it still answers the request under way', async () => {
  const bot = startScript(builtPath('src/main.ts'), [], {
    REFERENT_INSECURE_LOCAL: '1',
    REFERENT_HOST: '127.0.0.1',
    REFERENT_PORT: '0',
    REFERENT_DB: join(place.folder, 'referent.db'),
    MicrosoftAppId: '',
    NODE_ENV: 'development',
  });
  try {
    const { port } = await logged(bot, 'listening');
    const underWay = await beginRequest(Number(port));
    // A request that came after it is answered, so the one before it has been taken.
    expect((await fetch(`http://127.0.0.1:${Number(port)}/healthz`)).status).toBe(200);

    bot.askToStop();
    await logged(bot, 'stopping');
    bot.askToStop();
    const answer = once(underWay, 'data');
    underWay.write('}');
    expect(String(await answer)).toMatch(/^HTTP\/1\.1 \d{3} /);
    await logged(bot, 'stopped');
    expect(await bot.ended()).toBe(0);
  } finally {
    await bot.kill();
  }
});
