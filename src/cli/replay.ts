import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { AppError } from '../domain/app-error.js';
import { systemClock } from '../domain/clock.js';
import { databaseOption, readForumName } from './archive.js';
import { printJson } from './output.js';

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('invalid_input', `${path}: it cannot be read`, { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('invalid_input', `${path}: it is not JSON`, { cause });
  }
}

export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description('run one recorded activity through the bot, without a network, and print what would be sent')
    .argument('<file>', 'the activity, as JSON')
    .addOption(databaseOption())
    .action(async (path: string, { db }: { db: string }) => {
      const activity = await readJson(path);
      const [{ createApp }, { replayActivity }, { createLog }] = await Promise.all([
        import('../app.js'),
        import('../teams/replay-activity.js'),
        import('../logging.js'),
      ]);
      const log = createLog({ level: 'silent' });
      // Nothing of a replay is kept, so it does not matter for how long.
      const config = { databaseFile: db, forumName: readForumName(process.env), seedsFolder: null, questionDays: 1 };
      const app = await createApp({ config, clock: systemClock, log });
      try {
        printJson(await replayActivity(activity, app.routes, log));
      } finally {
        await app.close();
      }
    });
}
