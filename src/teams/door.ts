import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../domain/clock.js';
import type { SigningKeys } from './signing-keys.js';

/*
 * What is asked of a request before the SDK sees it. The SDK reads claims before it checks the signature: it remembers
 * every tenant an unsigned token names, follows looser rules for tokens that say they come from elsewhere, accepts
 * tokens that never expire, and prints its keys when a signature is wrong. Here only a token that the channel signed for
 * this bot goes further, and what the SDK is told of it is what was found out here.
 */

const channelIssuer = 'https://api.botframework.com';

/** Why a request was refused, for the log; the caller is never told. */
export type DoorFault =
  | 'no_bearer_token'
  | 'several_tokens'
  | 'malformed_token'
  | 'wrong_algorithm'
  | 'wrong_issuer'
  | 'wrong_audience'
  | 'no_expiry'
  | 'expired'
  | 'not_yet_valid'
  | 'no_service'
  | 'wrong_signature'
  | 'wrong_channel'
  | 'wrong_service';

/** What the channel signed. */
export interface ChannelClaims {
  /** The bot's own id. */
  audience: string;
  /** The service that the activity says it comes from must be this one. */
  serviceUrl: string;
}

/** Whether a request comes from the channel: its claims, or why not. */
export type Knock = { claims: ChannelClaims } | { fault: DoorFault };

/** Base64url in three parts; a signed token of the channel has some 1,000 characters. */
const tokenForm = /^Bearer (([\w-]{1,2000})\.([\w-]{1,6000})\.[\w-]{1,2000})$/;

const headerShape = z.object({ alg: z.unknown().optional(), kid: z.string().min(1).max(200) });
const claimsShape = z.object({
  iss: z.unknown().optional(),
  aud: z.unknown().optional(),
  exp: z.unknown().optional(),
  nbf: z.unknown().optional(),
  serviceurl: z.unknown().optional(),
});

function readPart<T>(shape: z.ZodType<T>, part: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** How far the channel's clock and this one may be apart. Source: Microsoft's "Authentication with the Bot Connector API". */
const clockSkewSeconds = 5 * 60;

interface Claimed {
  token: string;
  keyId: string;
  claims: ChannelClaims;
}

/** Looks at what a token claims without believing it: most of what is not genuine is told from this alone. */
function readToken(authorization: string | undefined, appId: string, now: Date): Claimed | { fault: DoorFault } {
  const [, token, head, body] = tokenForm.exec(authorization ?? '') ?? [];
  if (token === undefined || head === undefined || body === undefined) return { fault: 'no_bearer_token' };
  const header = readPart(headerShape, head);
  const claims = readPart(claimsShape, body);
  if (header === undefined || claims === undefined) return { fault: 'malformed_token' };
  if (header.alg !== 'RS256') return { fault: 'wrong_algorithm' };
  if (claims.iss !== channelIssuer) return { fault: 'wrong_issuer' };
  if (claims.aud !== appId) return { fault: 'wrong_audience' };
  const fault = findTimeFault(claims, now.getTime() / 1000);
  if (fault !== undefined) return { fault };
  if (typeof claims.serviceurl !== 'string') return { fault: 'no_service' };
  return { token, keyId: header.kid, claims: { audience: appId, serviceUrl: claims.serviceurl } };
}

function findTimeFault({ exp, nbf }: { exp?: unknown; nbf?: unknown }, nowSeconds: number): DoorFault | undefined {
  if (typeof exp !== 'number') return 'no_expiry';
  if (exp + clockSkewSeconds < nowSeconds) return 'expired';
  if (typeof nbf === 'number' && nbf - clockSkewSeconds > nowSeconds) return 'not_yet_valid';
  return undefined;
}

export interface Door {
  appId: string;
  keys: SigningKeys;
  clock: Clock;
}

/**
 * Asks whether a request's token was signed by the channel for this bot, and is valid now.
 *
 * @param authorizations every `Authorization` header of the request: of two, one part of the way might read the first and another the last.
 * @throws AppError `unavailable` when the signing keys cannot be had.
 */
export async function knock(authorizations: readonly string[], { appId, keys, clock }: Door): Promise<Knock> {
  if (authorizations.length > 1) return { fault: 'several_tokens' };
  const now = clock.now();
  const claimed = readToken(authorizations[0], appId, now);
  if ('fault' in claimed) return claimed;
  const key = await keys.find(claimed.keyId);
  if (key === undefined) return { fault: 'wrong_signature' };
  try {
    await jwtVerify(claimed.token, key, {
      algorithms: ['RS256'],
      issuer: channelIssuer,
      audience: appId,
      clockTolerance: clockSkewSeconds,
      requiredClaims: ['exp', 'serviceurl'],
      currentDate: now,
    });
    return { claims: claimed.claims };
  } catch {
    return { fault: 'wrong_signature' };
  }
}

/**
 * What the activity must say to be the one that the token was made for.
 *
 * @param claims null in local mode, where there is no token.
 */
export function findActivityFault(
  activity: { channelId: string; serviceUrl: string },
  claims: ChannelClaims | null,
  mayBeSentTo: (serviceUrl: string) => boolean,
): DoorFault | undefined {
  if (activity.channelId !== 'msteams') return 'wrong_channel';
  if (claims !== null && activity.serviceUrl !== claims.serviceUrl) return 'wrong_service';
  if (!mayBeSentTo(activity.serviceUrl)) return 'wrong_service';
  return undefined;
}
