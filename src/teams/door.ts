/*
 * What is asked of a request before the SDK sees it. The SDK reads claims before it checks the signature: it remembers
 * every tenant an unsigned token names, follows looser rules for tokens that say they come from elsewhere, and accepts
 * tokens that never expire. Here only a token that claims to be the channel's goes further.
 */

const channelIssuer = 'https://api.botframework.com';

/** Why a request was refused, for the log; the caller is never told. */
export type DoorFault =
  | 'no_bearer_token'
  | 'malformed_token'
  | 'wrong_algorithm'
  | 'wrong_issuer'
  | 'wrong_audience'
  | 'no_expiry'
  | 'expired'
  | 'not_yet_valid'
  | 'wrong_channel'
  | 'wrong_service';

/** Base64url in three parts; a signed token of the channel has some 1,000 characters. */
const tokenForm = /^Bearer ([\w-]{1,2000})\.([\w-]{1,6000})\.([\w-]{1,2000})$/;

function readJson(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** How far the channel's clock and this one may be apart. */
const clockSkewSeconds = 5 * 60;

/** Looks at the header's claims without believing them: whether the signature holds is the SDK's to say. */
export function findHeaderFault(authorization: string | undefined, appId: string, now: Date): DoorFault | undefined {
  if (authorization === undefined) return 'no_bearer_token';
  const [, head, body] = tokenForm.exec(authorization) ?? [];
  if (head === undefined || body === undefined) return 'no_bearer_token';
  const header = readJson(head);
  const claims = readJson(body);
  if (header === undefined || claims === undefined) return 'malformed_token';
  if (header.alg !== 'RS256') return 'wrong_algorithm';
  if (claims.iss !== channelIssuer) return 'wrong_issuer';
  if (claims.aud !== appId) return 'wrong_audience';
  return findTimeFault(claims, now.getTime() / 1000);
}

function findTimeFault({ exp, nbf }: Record<string, unknown>, nowSeconds: number): DoorFault | undefined {
  if (typeof exp !== 'number') return 'no_expiry';
  if (exp + clockSkewSeconds < nowSeconds) return 'expired';
  if (typeof nbf === 'number' && nbf - clockSkewSeconds > nowSeconds) return 'not_yet_valid';
  return undefined;
}

/** What the activity must say, since the SDK compares it with the token only where it is there. */
export function findActivityFault(
  activity: { channelId: string; serviceUrl: string },
  mayBeSentTo: (serviceUrl: string) => boolean,
): DoorFault | undefined {
  if (activity.channelId !== 'msteams') return 'wrong_channel';
  if (!mayBeSentTo(activity.serviceUrl)) return 'wrong_service';
  return undefined;
}
