import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, connect as dial, type Server } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** What `npm start` runs, with its output so far. */
interface Started {
  process: ChildProcess;
  output(): string;
  /** Resolves with the exit code once the process is gone. */
  ended: Promise<number | null>;
}

function start(folder: string): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', folder]);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  return { process: child, output: () => output, ended: once(child, 'close').then(([code]) => code) };
}

/** Waits for a fact that another process brings about. */
const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 120_000, interval: 100 });

/** Waits for the guide and reads where the chat client and the bot are. */
async function printedPorts({ output }: Started): Promise<{ chat: number; bot: number }> {
  await eventually(() => expect(output()).toContain('Stop: Ctrl+C'));
  const portAfter = (label: string): number =>
    Number(new RegExp(`${label} +http://127\\.0\\.0\\.1:(\\d+)`).exec(output())?.[1]);
  return { chat: portAfter('Open:'), bot: portAfter('Bot:') };
}

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = dial({ host, port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Takes a port, if nobody else has it already. */
async function occupy(port: number): Promise<Server> {
  const server = createServer();
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await Promise.race([once(server, 'listening'), once(server, 'error')]);
  return server;
}

const otherAddresses = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .filter(({ internal, family }) => !internal && family === 'IPv4')
  .map(({ address }) => address);

describe.skipIf(process.platform === 'win32')('npm start', () => {
  let folder: string;
  let started: Started;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'referent-start-'));
  });

  afterEach(async () => {
    started.process.kill('SIGKILL');
    await started.ended;
    await rm(folder, { recursive: true, force: true });
  });

  test('serves the chat on this machine alone, though the usual ports are taken, and stops as asked', async () => {
    const taken = [await occupy(3978), await occupy(56150)];
    started = start(folder);
    const ports = await printedPorts(started);
    for (const server of taken) server.close();

    expect(ports.chat).not.toBe(56150);
    expect(ports.bot).not.toBe(3978);
    expect(await (await fetch(`http://127.0.0.1:${ports.chat}`)).text()).toContain('Microsoft 365 Agents Playground');
    for (const port of [ports.chat, ports.bot]) {
      expect(await canConnect('127.0.0.1', port)).toBe(true);
      for (const other of otherAddresses) expect(await canConnect(other, port), other).toBe(false);
    }

    started.process.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(started.output()).toContain('Stoppet.');
    for (const port of [ports.chat, ports.bot]) expect(await canConnect('127.0.0.1', port)).toBe(false);
    expect(await readFile(join(folder, 'bot.log'), 'utf8')).toContain('stopped');
  });

  test('leaves nothing running behind when it is killed outright', async () => {
    started = start(folder);
    const ports = await printedPorts(started);
    started.process.kill('SIGKILL');
    await started.ended;
    await eventually(async () => {
      for (const port of [ports.chat, ports.bot]) expect(await canConnect('127.0.0.1', port)).toBe(false);
    });
  });

  test('says why when the bot cannot start, and ends', async () => {
    // A folder where the store's file should be.
    await mkdir(join(folder, 'referent.db'));
    started = start(folder);
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(/Not started: the bot ended with code \d+\n.+/);
  });
});
