import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector/lib/auth/tokenValidationParameters.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { message } from '../support/activities.js';
import { QuickClient } from '../support/quick-client.js';
import { appId, TeamsHouse } from '../support/teams-house.js';

const requests = process.env.REFERENT_LONG === undefined ? 1_000 : 10_000;

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');
function heapInUse(): number {
  if (typeof collectGarbage === 'function') collectGarbage();
  return process.memoryUsage().heapUsed;
}

let house: TeamsHouse;
let client: QuickClient;
beforeAll(async () => {
  house = await TeamsHouse.start();
  client = new QuickClient(house.url('/api/messages'));
});
afterAll(async () => {
  client.close();
  await house.close();
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens as strangers would try them, no two alike: each names another tenant, another key, or nothing at all. */
function strangersToken(index: number): string | undefined {
  const tid = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const genuine = { iss: 'https://api.botframework.com', aud: appId, exp, serviceurl: house.serviceUrl };
  const emulator = { iss: `https://sts.windows.net/${tid}/`, ver: '1.0', appid: appId, aud: appId, tid, exp };
  switch (index % 5) {
    case 0:
      return undefined;
    case 1:
      return `Bearer ${part({ alg: 'RS256', kid: 'key-1' })}.${part(emulator)}.c2ln`;
    case 2:
      return `Bearer ${part({ alg: 'RS256', kid: `key-${tid}` })}.${part(genuine)}.c2ln`;
    case 3:
      return `Bearer ${part({ alg: 'RS256', kid: 'key-1' })}.${part({ ...genuine, tid })}.${part(tid)}`;
    default:
      return `Bearer ${part({ alg: 'none' })}.${part({ ...genuine, tid })}.c2ln`;
  }
}

const knownIssuers = (): number => {
  const { issuer } = ToBotFromBotOrEmulatorTokenValidationParameters as { issuer?: unknown };
  return Array.isArray(issuer) ? issuer.length : 0;
};

test('a flood of strangers leaves no trace: no memory, no issuers, a handful of lines, one question for keys', async () => {
  const printed = vi.spyOn(console, 'error');
  const body = JSON.stringify(message(house.serviceUrl, 'Hej'));
  const flood = async (from: number, to: number): Promise<void> => {
    for (let index = from; index < to; index += 50) {
      const posts = Array.from({ length: Math.min(50, to - index) }, (_, at) => strangersToken(index + at));
      const answers = await Promise.all(
        posts.map((authorization) => client.post(body, authorization === undefined ? {} : { authorization })),
      );
      for (const { status, body: text } of answers) expect([status, text]).toEqual([401, '{"error":"unauthorized"}']);
    }
  };
  // The first fill what is kept for every request: code, connections, the keys themselves.
  await flood(0, 500);
  const issuers = knownIssuers();
  const lines = house.logLines.length;
  const heap = heapInUse();
  await flood(500, 500 + requests);
  expect(heapInUse() - heap).toBeLessThanOrEqual(5 * 1024 * 1024);
  expect(knownIssuers()).toBe(issuers);
  expect(issuers).toBeGreaterThan(0);
  expect(house.logLines.length - lines).toBeLessThanOrEqual(100);
  expect(printed).not.toHaveBeenCalled();
  expect(house.connector.calls).toEqual([]);
  expect(house.keys.visits).toBe(2);
});
