/** A number from 0 up to 1, as `Math.random` gives. */
export type Random = () => number;

/** Give or take a fifth, so that those who failed together do not come back together. */
const jitter = (ms: number, random: Random): number => Math.round(ms * (0.8 + 0.4 * random()));

/**
 * How long to wait before a message is handed over again: 2 s, doubled each time up to 20 s, give or take a fifth; where the
 * channel says how long, that and up to a fifth more.
 *
 * @param tries how often it was handed over, from 1
 */
export function delayBeforeTry(tries: number, retryAfterMs: number | null, random: Random): number {
  if (retryAfterMs !== null) return Math.round(retryAfterMs * (1 + 0.2 * random()));
  return jitter(Math.min(20_000, 2000 * 2 ** Math.max(0, tries - 1)), random);
}

/** 2 to 5 s: an update that failed as if the message were gone often succeeds the second time. */
export const delayBeforeUpdate = (random: Random): number => Math.round(2000 + 3000 * random());

/** 5 s, doubled each time up to 15 minutes, give or take a fifth. */
export const delayBeforeJob = (tries: number, random: Random): number =>
  jitter(Math.min(15 * 60_000, 5000 * 2 ** Math.min(20, Math.max(0, tries - 1))), random);
