import { importJWK, type JWK, type KeyLike } from 'jose';
import { z } from 'zod';
import { AppError } from '../domain/app-error.js';
import type { Clock } from '../domain/clock.js';

/** The keys that the channel signs its requests with. */
export interface SigningKeys {
  /**
   * @param keyId as the token's header names it; anybody's to write.
   * @returns undefined for a key that is not published, or not for Teams.
   * @throws AppError `unavailable` when the published keys cannot be had, so that nothing can be said.
   */
  find(keyId: string): Promise<KeyLike | undefined>;
}

const hourMs = 60 * 60 * 1000;

/**
 * How long keys are believed. Source: "Authentication with the Bot Connector API" (Microsoft): fetch again at least every
 * 24 hours, and keep for at most five days.
 */
const freshMs = 24 * hourMs;
const usableMs = 5 * 24 * hourMs;
/** A key that was published a moment ago is looked for; made-up names of keys must not make the bot ask all day. */
const missedKeyMs = hourMs;
const afterFailureMs = 10_000;
/** For both requests together: whoever waits for the keys is answered before Teams gives up. */
const fetchMs = 3_000;

const metadataShape = z.object({ jwks_uri: z.url() });
const keyShape = z.looseObject({ kid: z.string(), kty: z.string(), endorsements: z.array(z.string()).optional() });
const keysShape = z.object({ keys: z.array(z.unknown()) });

type PublishedKeys = ReadonlyMap<string, KeyLike>;

const unavailable = (what: string, cause?: unknown): AppError =>
  new AppError('unavailable', `the channel's signing keys cannot be had: ${what}`, { cause });

async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal });
  if (!response.ok) throw unavailable(`status ${response.status}`);
  return response.json();
}

async function fetchKeys(metadataUrl: string): Promise<PublishedKeys> {
  const inTime = AbortSignal.timeout(fetchMs);
  try {
    const { jwks_uri: keysUrl } = metadataShape.parse(await fetchJson(metadataUrl, inTime));
    if (new URL(keysUrl).origin !== new URL(metadataUrl).origin) throw unavailable('they lie on another host');
    return await importKeys(keysShape.parse(await fetchJson(keysUrl, inTime)).keys);
  } catch (error) {
    throw error instanceof AppError ? error : unavailable('no usable answer', error);
  }
}

/** The RSA keys endorsed for Teams. The SDK takes a key that says nothing of channels for a key of every channel. */
async function importKeys(published: readonly unknown[]): Promise<PublishedKeys> {
  const keys = new Map<string, KeyLike>();
  for (const entry of published) {
    const read = keyShape.safeParse(entry);
    if (!read.success || read.data.kty !== 'RSA' || read.data.endorsements?.includes('msteams') !== true) continue;
    const { kid, n, e } = read.data;
    const key = await importJWK({ kty: 'RSA', n, e } as JWK, 'RS256').catch(() => undefined);
    if (key !== undefined && !(key instanceof Uint8Array)) keys.set(kid, key);
  }
  return keys;
}

/**
 * @param metadataUrl where the channel says where its keys are (an OpenID discovery document).
 * @param reportFailure told each time the keys could not be fetched, whether or not older ones still serve.
 */
export function createSigningKeys(
  metadataUrl: string,
  clock: Clock,
  reportFailure: (error: unknown) => void,
): SigningKeys {
  let known: { keys: PublishedKeys; fetchedAt: number } | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | undefined;

  const ageMs = (): number =>
    known === undefined ? Number.POSITIVE_INFINITY : clock.now().getTime() - known.fetchedAt;

  const refresh = async (): Promise<void> => {
    if (clock.now().getTime() - failedAt < afterFailureMs) throw unavailable('they could not be a moment ago');
    fetching ??= fetchKeys(metadataUrl)
      .then(
        (keys) => {
          known = { keys, fetchedAt: clock.now().getTime() };
        },
        (error: unknown) => {
          failedAt = clock.now().getTime();
          reportFailure(error);
          throw error;
        },
      )
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  };

  return {
    async find(keyId) {
      const isMissed = known?.keys.has(keyId) !== true && ageMs() >= missedKeyMs;
      if (ageMs() >= freshMs || isMissed) {
        try {
          await refresh();
        } catch (error) {
          if (ageMs() >= usableMs) throw error;
        }
      }
      return known?.keys.get(keyId);
    },
  };
}
