import { z } from 'zod';
import type { SendResult } from '../routing/unasked.js';

export type Refusal = Exclude<SendResult, { state: 'sent' }>;

/** Failures of a connection that was never made: nothing can have been received. */
const neverConnected = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** What the SDK throws. Everything in it is the channel's to write. */
const errorShape = z.object({
  code: z.string().optional().catch(undefined),
  statusCode: z.number().optional().catch(undefined),
  details: z.unknown().optional(),
});

/** Longer than this nobody is made to wait by a header. */
const longestRetryAfterMs = 10 * 60 * 1000;

function readRetryAfter(error: unknown): number | null {
  const response: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'response') : undefined;
  const headers: unknown =
    typeof response === 'object' && response !== null ? Reflect.get(response, 'headers') : undefined;
  if (typeof headers !== 'object' || headers === null || !('get' in headers) || typeof headers.get !== 'function')
    return null;
  const value: unknown = headers.get('retry-after');
  return typeof value === 'string' && /^\d{1,6}$/.test(value)
    ? Math.min(Number(value) * 1000, longestRetryAfterMs)
    : null;
}

/** The codes Teams gives for a refusal, wherever in the body it puts them. */
function mentions(details: unknown, code: string): boolean {
  return (JSON.stringify(details) ?? '').includes(`"${code}"`);
}

/**
 * What a failed call to the channel means for the message.
 *
 * Creating a message is not idempotent and Teams takes no key for it, so that only a failure which says that nothing was
 * kept may be followed by another try. 408, 5xx, a broken connection and silence say nothing: `uncertain`.
 *
 * @param isHandedOver whether the request had left
 */
export function toRefusal(error: unknown, isHandedOver: boolean): Refusal {
  const { code, statusCode, details } = errorShape.safeParse(error).data ?? {};
  if (!isHandedOver) return { state: 'refused_for_now', retryAfterMs: null, note: 'not sent: no way to the channel' };
  if (statusCode === undefined)
    return neverConnected.includes(code ?? '')
      ? { state: 'refused_for_now', retryAfterMs: null, note: 'the channel cannot be reached' }
      : { state: 'uncertain', note: 'the connection broke' };
  const note = `the channel answered ${statusCode}`;
  if ([429, 412, 401].includes(statusCode))
    return { state: 'refused_for_now', retryAfterMs: readRetryAfter(error), note };
  if (statusCode === 408 || statusCode >= 500) return { state: 'uncertain', note };
  if (statusCode === 404) return { state: 'not_found', note };
  if (statusCode === 403) {
    if (mentions(details, 'MessageWritesBlocked')) return { state: 'blocked', note };
    const isOutside = ['BotNotInConversationRoster', 'BotNotInstalled', 'ForbiddenOperationException'];
    if (isOutside.some((reason) => mentions(details, reason))) return { state: 'not_installed', note };
  }
  return { state: 'failed', note };
}

/** Whether the channel did not take the bot's token: surely not sent, and a new token may help. */
export function isTokenRefused(error: unknown): boolean {
  return errorShape.safeParse(error).data?.statusCode === 401;
}
