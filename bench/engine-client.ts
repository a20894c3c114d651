import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Reply, type Request, replyShape } from './messages.js';
import { readStartCommand } from './start-command.js';

const program = fileURLToPath(new URL('./engine-process.ts', import.meta.url));

/** An engine in a process of its own. */
export class EngineClient {
  readonly #child: ChildProcess;
  #highestRss = 0;
  #opening = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Starts the process and waits until the engine is ready. @throws Error when it ends before. */
  static async start(name: string, folder: string): Promise<EngineClient> {
    const { nodeOptions } = readStartCommand();
    const child = fork(program, [name, folder], { execArgv: [...nodeOptions, '--import', 'tsx', '--expose-gc'] });
    const client = new EngineClient(child);
    const { milliseconds, rss } = await client.#next();
    client.#opening = milliseconds;
    client.#highestRss = rss;
    return client;
  }

  /** How long the engine took to be ready in milliseconds; one in memory builds its index. */
  get opening(): number {
    return this.#opening;
  }

  /** The most memory it was seen to hold, in bytes. */
  get highestRss(): number {
    return this.#highestRss;
  }

  /** @returns how long the answer took in milliseconds, by the engine's own clock. */
  async ask(question: string, context?: string): Promise<number> {
    const request: Request = { kind: 'ask', question, context };
    const reply = this.#next();
    this.#child.send(request);
    const { milliseconds, rss } = await reply;
    this.#highestRss = Math.max(this.#highestRss, rss);
    return milliseconds;
  }

  async close(): Promise<void> {
    const request: Request = { kind: 'close' };
    this.#child.send(request);
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
  }

  async #next(): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const onExit = (code: number | null) => reject(new Error(`the engine's process ended (${code})`));
      this.#child.once('exit', onExit);
      this.#child.once('message', (message) => {
        this.#child.off('exit', onExit);
        resolve(replyShape.parse(message));
      });
    });
  }
}
