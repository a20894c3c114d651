import { existsSync } from 'node:fs';
import { AppError } from '../domain/app-error.js';
import { systemClock } from '../domain/clock.js';
import type { Store } from '../store/ports.js';
import { openStore } from '../store/sqlite/open-store.js';
import { readStoreSummary } from '../store/sqlite/store-summary.js';
import { listBackupsIn } from './doctor-backups.js';
import { doctorPhrases as phrases } from './doctor-phrases.js';
import { type Check, fault, faultLines, note, well } from './doctor-result.js';

const meetingsIn = (databaseFile: string): number => {
  const summary = readStoreSummary(databaseFile);
  return summary === 'unreadable' ? 0 : summary.meetings;
};

const damaged = (databaseFile: string, details: readonly string[]) => ({
  ...fault('store', phrases.storeMend(listBackupsIn()[0]?.file ?? null), [phrases.storeDamaged(databaseFile)], details),
  storeDamaged: true,
});

export const checkStore: Check = async (databaseFile) => {
  if (!existsSync(databaseFile)) return note('store', phrases.storeNoneMend, phrases.storeNone(databaseFile));
  try {
    const store = await openStore({ file: databaseFile, clock: systemClock });
    const faults = await store.check().finally(() => store.close());
    return faults.length === 0
      ? well('store', phrases.storeWell(databaseFile, meetingsIn(databaseFile)))
      : damaged(databaseFile, faults);
  } catch (error) {
    const details = faultLines(error);
    if (error instanceof AppError && error.code === 'store_damaged') return damaged(databaseFile, details);
    return fault('store', phrases.storeClosedMend, [phrases.storeClosed(databaseFile)], details);
  }
};

async function countTroubles({ outbox }: Store): Promise<string[]> {
  const [messages, jobs] = [await outbox.countMessages(), await outbox.countJobs()];
  return [
    { count: messages.get('uncertain') ?? 0, say: phrases.uncertain },
    { count: messages.get('failed') ?? 0, say: phrases.refused },
    { count: jobs.get('failed') ?? 0, say: phrases.jobsGivenUp },
  ].flatMap(({ count, say }) => (count === 0 ? [] : [say(count)]));
}

/** What of the messages sent unasked somebody has to look at. A store that cannot be opened is `checkStore`'s. */
export const checkSendings: Check = async (databaseFile) => {
  const store = existsSync(databaseFile)
    ? await openStore({ file: databaseFile, clock: systemClock }).catch(() => undefined)
    : undefined;
  if (store === undefined) return well('sendings', phrases.sendingsWell);
  const troubles = await countTroubles(store)
    .catch(() => [])
    .finally(() => store.close());
  return troubles.length === 0
    ? well('sendings', phrases.sendingsWell)
    : note('sendings', phrases.sendingsMend, ...troubles);
};
