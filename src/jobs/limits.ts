import type { Paces } from '../store/ports.js';

const minute = 60_000;
const hour = 60 * minute;

/**
 * What Referent sends at most. Teams allows a bot 7 messages in 1 s, 8 in 2 s, 60 in 30 s and 1 800 in an hour in one
 * conversation, and 30 requests a second in a tenant by its older page (50 by the newer one); people may write to the bot
 * at the same time, and their answers count too.
 */
export const paces: Paces = {
  conversation: [
    { intervalMs: 1000, burst: 5 },
    // At most 80 + 1 714 in any hour.
    { intervalMs: 2100, burst: 80 },
  ],
  overall: [{ intervalMs: 50, burst: 5 }],
  refreshMs: 5000,
  lateAfterMs: 15 * minute,
};

/** How long a holder may take. A call to the channel ends after 10 s. */
export const leaseMs = minute;
/** A job that takes longer holds on to its lease this often. */
export const renewEveryMs = 20_000;

/** How often a message that the channel refused for now is handed over. */
export const maxTries = 5;
/** How often a job that fails is begun. */
export const maxJobTries = 20;
/** How long a message is tried for whose text cannot be made, or whose conversation cannot be opened. */
export const prepareForMs = hour;

/** Keys of occurrences are kept for at least 13 months, so that no yearly one is done twice. */
export const keepSettledDays = 400;
/** Keys of what was received; Teams delivers again for minutes. */
export const keepInboundDays = 7;
/** What it was answered with, which may hold text of minutes, is kept for less. */
export const keepReplyMs = hour;
