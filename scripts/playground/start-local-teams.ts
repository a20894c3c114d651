import { mkdir } from 'node:fs/promises';
import { startBot } from './start-bot.js';
import { startPlayground } from './start-playground.js';
import { writeCast } from './write-cast.js';

export interface LocalTeams {
  /** The chat client's address. */
  address: string;
  botPort: number;
  /** The name of the one whose part is taken. */
  currentUser: string;
  /** Resolves with an English explanation when the bot or the Playground is gone. */
  ended: Promise<string>;
  /** Ends both and waits until they are gone. */
  stop(): Promise<void>;
}

export interface LocalTeamsOptions {
  /** Where the store and the logs go; made when missing. */
  folder: string;
  /** Whose part is taken: a role of the seeds' members (`chair`, `department_head`) or a part of a name; the secretary's when absent. */
  as?: string | undefined;
  /** Taken when free. */
  preferredPorts?: { bot: number; playground: number };
  /** Told what is being waited for. */
  onStep?: (step: 'bot' | 'playground') => void;
  /** Aborted: whatever has been started is ended; a start under way fails. */
  signal?: AbortSignal;
}

/**
 * Starts the bot on the seeds and a Teams-like chat client against it.
 *
 * @throws Error with the last words of the one that did not start; the other is ended.
 */
export async function startLocalTeams(options: LocalTeamsOptions): Promise<LocalTeams> {
  const ports = options.preferredPorts ?? { bot: 0, playground: 0 };
  await mkdir(options.folder, { recursive: true });
  options.onStep?.('bot');
  const cast = await writeCast(options.folder, options.as);
  const bot = await startBot(options.folder, ports.bot, cast.tenantId, options.signal);
  try {
    options.onStep?.('playground');
    const playground = await startPlayground(bot.port, options.folder, cast.file, ports.playground, options.signal);
    return {
      address: playground.address,
      currentUser: cast.currentUser,
      botPort: bot.port,
      ended: Promise.race([bot.ended, playground.ended]),
      stop: async () => {
        await playground.stop();
        await bot.stop();
      },
    };
  } catch (error) {
    await bot.stop();
    throw error;
  }
}
