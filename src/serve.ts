import { type App, createApp } from './app.js';
import { readConfig } from './config.js';
import { prepareDanish } from './danish/prepare-danish.js';
import { AppError } from './domain/app-error.js';
import { systemClock } from './domain/clock.js';
import { runInTurns } from './domain/steps.js';
import { keepHeapSmall } from './keep-heap-small.js';
import { createLog, describeError, type Log } from './logging.js';
import { loadSynonymFile } from './search/synonym-file.js';
import { createBallast } from './store/sqlite/ballast.js';
import { checkBeforeChange, checkWhileServing } from './store/sqlite/check-served-store.js';
import { acquireServeLock } from './store/sqlite/serve-lock.js';
import { createTeamsServer } from './teams/teams-server.js';

/** Closes what was opened, last first, whatever fails on the way. */
async function closeAll(opened: readonly (() => Promise<void> | void)[]): Promise<void> {
  for (const close of opened.toReversed()) await close();
}

/**
 * Resolves with the first signal that asks the process to stop. Those after it change nothing: a terminal and npm each
 * pass on one Ctrl+C, and the second must not cut short what the first lets finish.
 */
const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, resolve);
  });

/** The first sign of damage in the store, as a rejection. */
function watchDamage(): { found: Promise<never>; report(error: AppError): void; isFound(): boolean } {
  let reject: (error: AppError) => void = () => undefined;
  let isFound = false;
  const found = new Promise<never>((_resolve, rejectFound) => {
    reject = rejectFound;
  });
  found.catch(() => {
    isFound = true;
  });
  return { found, report: (error) => reject(error), isFound: () => isFound };
}

/**
 * Looks the store through beside the running bot, whose first answers need not wait for it. A look that fails for another
 * reason than damage is told and not tried again: SQLite still tells of what it meets itself.
 *
 * @returns stops it
 */
function lookThrough(databaseFile: string, app: App, log: Log, report: (error: AppError) => void): () => void {
  const check = checkWhileServing(databaseFile);
  check.done
    .then((outcome) => {
      if (outcome === 'stopped') return;
      log.info('store_checked');
      app.takeAsSound();
    })
    .catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'store_damaged') return report(error);
      log.error('store_check_failed', describeError(error));
      app.takeAsSound();
    });
  return check.stop;
}

/**
 * The bot's process: takes the store for itself, opens it, listens, looks the store through, and on SIGTERM or SIGINT lets
 * running turns finish and closes everything.
 *
 * @throws AppError `invalid_input` for settings, `store_in_use` when another process serves the store, and whatever
 * store and server throw, `store_damaged` also when damage is found later on; nothing is left open then, but a damaged store:
 * closing it would write to it.
 */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  keepHeapSmall();
  const config = readConfig(env);
  if (config.synonymsFile !== null) loadSynonymFile(config.synonymsFile);
  const log = createLog({ level: config.logLevel });
  const opened: (() => Promise<void> | void)[] = [];
  const stopped = stopSignal();
  const damage = watchDamage();
  try {
    const lock = await acquireServeLock(config.databaseFile);
    opened.push(lock.release);
    if (!createBallast(config.databaseFile).hold()) log.warn('no_room_for_ballast');
    const isChecked = await checkBeforeChange(config.databaseFile);
    const app = await createApp({
      config,
      clock: systemClock,
      log,
      keepsFile: !isChecked,
      reportDamage: damage.report,
    });
    opened.push(() => (damage.isFound() ? undefined : app.close()));
    const { routes, isReady, inbound, keptFiles } = app;
    const server = await createTeamsServer({
      config,
      routes,
      isReady,
      inbound,
      keptFiles,
      log,
      clock: systemClock,
    });
    app.connect(server);
    const sending = app.startSending(server);
    // Together: no request is taken any more while what is being sent is finished.
    opened.push(async () => void (await Promise.all([server.close(), sending.stop()])));
    if (!isChecked) opened.push(lookThrough(config.databaseFile, app, log, damage.report));
    runInTurns(prepareDanish()).catch((error: unknown) => log.error('danish_not_prepared', describeError(error)));
    log.info('stopping', { signal: await Promise.race([stopped, damage.found]) });
  } finally {
    await closeAll(opened);
  }
  log.info('stopped');
}
