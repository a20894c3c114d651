import { createHash } from 'node:crypto';
import type { Clock } from '../domain/clock.js';

/** What was received already; a store keeps it. */
export interface KeptReplies {
  /** `first` for a key never seen, else the reply kept for it; null: none was, since the work was broken off. */
  begin(key: string, now: Date): Promise<'first' | { reply: string | null }>;
  keepReply(key: string, reply: string): Promise<void>;
}

/**
 * Does the work of a key once. Whoever comes with the same key, at the same time or later, gets the reply of the first;
 * null where that said nothing, was broken off (the process died), or is too long ago to be known word for word.
 */
export type Once = (key: string, work: () => Promise<string | null>) => Promise<string | null>;

/** A key that says nothing of what it was made of. */
export const fingerprint = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** @param reportUnkept told when the store takes no keys or replies; the work is done all the same, as on a full disk */
export function createOnce(kept: KeptReplies, clock: Clock, reportUnkept: (error: unknown) => void): Once {
  const underWay = new Map<string, Promise<string | null>>();

  const first = async (key: string, work: () => Promise<string | null>): Promise<string | null> => {
    const begun = await kept.begin(key, clock.now()).catch((error: unknown) => {
      reportUnkept(error);
      return 'first' as const;
    });
    if (begun !== 'first') return begun.reply;
    const reply = await work();
    if (reply !== null) await kept.keepReply(key, reply).catch(reportUnkept);
    return reply;
  };

  return (key, work) => {
    const present = underWay.get(key);
    if (present !== undefined) return present;
    const done = first(key, work).finally(() => underWay.delete(key));
    underWay.set(key, done);
    return done;
  };
}
