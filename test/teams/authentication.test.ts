import { ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector/lib/auth/tokenValidationParameters.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ActivityJson, chef, foreignTenantId, message, tenantId } from '../support/activities.js';
import type { TokenParts } from '../support/key-server.js';
import { QuickClient } from '../support/quick-client.js';
import { appId, TeamsHouse } from '../support/teams-house.js';

const issuersOf = ({ issuer }: { issuer?: unknown }): unknown[] => (Array.isArray(issuer) ? issuer : []);

let house: TeamsHouse;
let quick: QuickClient;
let questions = 0;
/** The SDK writes there past every log. */
const printed = vi.spyOn(console, 'error');

beforeAll(async () => {
  house = await TeamsHouse.start({
    routes: {
      async question() {
        questions += 1;
        return { text: 'Svar' };
      },
    },
  });
  quick = new QuickClient(house.url('/api/messages'));
});
afterAll(async () => {
  quick.close();
  await house.close();
});
beforeEach(() => {
  questions = 0;
  house.connector.calls.length = 0;
});

async function expectRefused(response: Response): Promise<void> {
  expect(response.status).toBe(401);
  expect(await response.text()).toBe('{"error":"unauthorized"}');
  expect(questions).toBe(0);
  expect(house.connector.calls).toEqual([]);
}

const emulator = 'd6d49420-f39b-4df7-a1dc-d59a935871db';
const now = () => Math.floor(Date.now() / 1000);
const unsigned = (claims: object, header: object) =>
  `${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.c2ln`;

describe('A token of the channel for this bot', () => {
  const good: [string, TokenParts][] = [
    ['is accepted', {}],
    ['is accepted up to five minutes after it expired, since clocks differ', { claims: { exp: now() - 240 } }],
    ['is accepted with further claims', { claims: { tid: 'whatever' } }],
    ['is accepted a little before it is valid, since clocks differ', { claims: { nbf: now() + 240 } }],
    ['is accepted without a time from which it is valid', { without: ['nbf'] }],
    ['is accepted with its key’s fingerprint in the header', { header: { x5t: 'c2ln' } }],
    ['is accepted without a type in the header', { header: { typ: undefined } }],
  ];
  test.each(good)('%s', async (_name, token) => {
    const response = await house.post(message(house.serviceUrl, 'Hej'), token);
    expect(response.status).toBe(200);
    expect(questions).toBe(1);
  });
});

describe('A token that is not the channel’s for this bot is refused, each in the same words', () => {
  const bad: [string, TokenParts][] = [
    ['signed with another key', { forged: true }],
    ['under a key that was not published', { keyId: 'key-9' }],
    ['for another bot', { claims: { aud: '11111111-1111-4111-8111-111111111111' } }],
    ['for no bot', { without: ['aud'] }],
    ['from the emulator', { claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' } }],
    ['from another tenant’s issuer', { claims: { iss: `https://sts.windows.net/${foreignTenantId}/`, ver: '1.0' } }],
    ['from an issuer that looks alike', { claims: { iss: 'https://api.botframework.com/' } }],
    ['from nobody', { without: ['iss'] }],
    ['expired for an hour', { claims: { exp: now() - 3600 } }],
    ['that never expires', { without: ['exp'] }],
    ['not yet valid', { claims: { nbf: now() + 3600 } }],
    ['that expired six minutes ago', { claims: { exp: now() - 360 } }],
    ['valid in six minutes', { claims: { nbf: now() + 360 } }],
    ['that expires at a time that is no number', { claims: { exp: '9999999999' as unknown as number } }],
    ['valid from a time that is no number', { claims: { nbf: 'soon' as unknown as number } }],
    ['for this bot and another', { claims: { aud: [appId, '11111111-1111-4111-8111-111111111111'] } }],
    ['for this bot in a list', { claims: { aud: [appId] } }],
    ['for the service behind every bot: another bot’s own', { claims: { aud: 'https://api.botframework.com' } }],
    ['for this bot in capitals', { claims: { aud: appId.toUpperCase() } }],
    ['from the emulator of version 2', { claims: { iss: `https://login.microsoftonline.com/${emulator}/v2.0` } }],
    [
      'from the emulator of version 1',
      { claims: { iss: `https://sts.windows.net/${emulator}/`, ver: '1.0', appid: appId } },
    ],
    [
      'that this bot fetched for itself',
      { claims: { iss: `https://sts.windows.net/${tenantId}/`, ver: '1.0', appid: appId, tid: tenantId } },
    ],
    [
      'of another bot that calls this one as a skill',
      { claims: { iss: `https://login.microsoftonline.com/${tenantId}/v2.0`, ver: '2.0', azp: 'a' } },
    ],
    ['of a channel in a government cloud', { claims: { iss: 'https://api.botframework.us' } }],
    ['from an issuer in capitals', { claims: { iss: 'HTTPS://API.BOTFRAMEWORK.COM' } }],
    ['from two issuers', { claims: { iss: ['https://api.botframework.com'] as unknown as string } }],
    ['under a key that is published for no channel', { keyId: 'of-no-channel' }],
    ['under a key that is published for another channel', { keyId: 'of-webchat' }],
    ['under a key of another kind', { keyId: 'of-another-kind' }],
    ['under a key without a name', { header: { kid: undefined } }],
    ['under a key with an empty name', { keyId: '' }],
    ['under a key named like a part of the program', { keyId: '__proto__' }],
    ['with its own key in the header', { forged: true, header: { jwk: { kty: 'RSA', n: 'sXch', e: 'AQAB' } } }],
    ['with an address for its key', { forged: true, header: { jku: 'http://127.0.0.1:9/keys' } }],
    ['with an extension nobody knows', { header: { crit: ['x-new'], 'x-new': 1 } }],
    ['for the same service in capitals', { claims: { serviceurl: 'HTTP://127.0.0.1/' } }],
    ['for a list of services', { claims: { serviceurl: ['a', 'b'] } }],
    ['for another service', { claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } }],
    ['for no service', { without: ['serviceurl'] }],
  ];
  test.each(bad)('%s', async (_name, token) => {
    await expectRefused(await house.post(message(house.serviceUrl, 'Hej'), token));
  });

  const claims = { iss: 'https://api.botframework.com', aud: appId, exp: now() + 3600, serviceurl: '' };
  const headers: [string, string | undefined][] = [
    ['no header', undefined],
    ['an empty header', ''],
    ['another scheme', 'Basic abc'],
    ['lower-case bearer', 'bearer a.b.c'],
    ['a token of two parts', 'Bearer a.b'],
    ['a token of no JSON', 'Bearer a.b.c'],
    ['a token of JSON that is no object', `Bearer ${Buffer.from('null').toString('base64url')}.bnVsbA.c`],
    ['no algorithm', `Bearer ${unsigned(claims, { alg: 'none', typ: 'JWT' })}`],
    ['a shared-secret algorithm', `Bearer ${unsigned(claims, { alg: 'HS256', kid: 'key-1' })}`],
    ['a made-up signature', `Bearer ${unsigned(claims, { alg: 'RS256', kid: 'key-1' })}`],
    ['a very long token', `Bearer a.${'b'.repeat(8000)}.c`],
    ['a token without end', `Bearer ${'a'.repeat(64 * 1024)}`],
    ['two tokens in one header', 'Bearer a.b.c, Bearer a.b.c'],
    ['a token and more', 'Bearer a.b.c d'],
    ['a token of four parts', 'Bearer a.b.c.d'],
    ['a token between tabs', 'Bearer\ta.b.c'],
    ['an algorithm for signatures of elliptic curves', `Bearer ${unsigned(claims, { alg: 'ES256', kid: 'key-1' })}`],
    ['a longer digest', `Bearer ${unsigned(claims, { alg: 'RS512', kid: 'key-1' })}`],
    ['an algorithm in small letters', `Bearer ${unsigned(claims, { alg: 'rs256', kid: 'key-1' })}`],
  ];
  test.each(headers)('%s', async (_name, authorization) => {
    const body = JSON.stringify(message(house.serviceUrl, 'Hej'));
    await expectRefused(await house.postRaw(body, authorization === undefined ? {} : { authorization }));
  });

  test('two headers, of which one is good', async () => {
    const good = `Bearer ${await house.keys.sign(appId, house.serviceUrl)}`;
    const body = JSON.stringify(message(house.serviceUrl, 'Hej'));
    for (const authorization of [
      [good, 'Bearer a.b.c'],
      ['Bearer a.b.c', good],
      [good, good],
    ]) {
      const { status, body: text } = await quick.post(body, { authorization: authorization as unknown as string });
      expect([status, text]).toEqual([401, '{"error":"unauthorized"}']);
    }
    expect(questions).toBe(0);
  });

  test('the token of one service with the message of another', async () => {
    const authorization = `Bearer ${await house.keys.sign(appId, 'http://127.0.0.1:9/')}`;
    await expectRefused(await house.postRaw(JSON.stringify(message(house.serviceUrl, 'Hej')), { authorization }));
  });

  test('none of which is told to the SDK, which would print its keys', () => {
    expect(bad.length + headers.length).toBeGreaterThanOrEqual(40);
    expect(printed).not.toHaveBeenCalled();
  });

  test('a stranger is refused before the body is read', async () => {
    await expectRefused(await house.postRaw('{"broken'));
  });
});

describe('An activity that is not from Teams is refused though the token is good', () => {
  const parts: [string, ActivityJson][] = [
    ['another channel', { channelId: 'webchat' }],
    ['the channel that has looser rules in the SDK', { channelId: 'AseChannel' }],
    ['another service address', { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' }],
    ['an address in the same domain', { serviceUrl: 'https://evil.trafficmanager.net/' }],
    ['no service address that can be read', { serviceUrl: 'smba' }],
  ];
  test.each(parts)('%s', async (_name, changed) => {
    await expectRefused(await house.post(message(house.serviceUrl, 'Hej', changed)));
  });
});

describe('People of other organisations get no answer at all', () => {
  const parts: [string, ActivityJson][] = [
    [
      'another tenant',
      {
        conversation: { id: 'a:1', conversationType: 'personal', tenantId: foreignTenantId },
        channelData: { tenant: { id: foreignTenantId } },
      },
    ],
    ['a person of another tenant in a shared channel', { channelData: { tenant: { id: foreignTenantId } } }],
    ['a conversation without a tenant', { conversation: { id: 'a:1', conversationType: 'personal' } }],
    ['a message without a tenant', { channelData: {} }],
    ['no tenant anywhere', { conversation: { id: 'a:1' }, channelData: null }],
  ];
  test.each(parts)('%s', async (_name, changed) => {
    const response = await house.post(message(house.serviceUrl, 'Hej', changed));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(questions).toBe(0);
    expect(house.connector.calls).toEqual([]);
  });

  test('the tenant is the same in capital letters', async () => {
    const changed = {
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: tenantId.toUpperCase() },
    };
    await house.post(message(house.serviceUrl, 'Hej', changed));
    expect(questions).toBe(1);
  });
});

describe('Guests', () => {
  const from = (id: string) => ({ from: { ...chef, id } });

  test.each(['guest', 'anonymous'])('with the role %s are told that the bot is not for them', async (role) => {
    house.connector.setRole(`29:${role}`, role);
    await house.post(message(house.serviceUrl, 'Hvad er hemmeligt?', from(`29:${role}`)));
    expect(questions).toBe(0);
    expect(house.connector.messages).toMatchObject([{ text: expect.stringContaining('ikke gæster') }]);
  });

  test('without an account are told so without a look at the roster', async () => {
    await house.post(message(house.serviceUrl, 'Hej', { from: { id: '29:meeting-visitor' } }));
    expect(questions).toBe(0);
    expect(house.connector.messages).toMatchObject([{ text: expect.stringContaining('ikke gæster') }]);
  });

  test('are looked up once an hour, not at every message', async () => {
    for (let count = 0; count < 3; count += 1)
      await house.post(message(house.serviceUrl, 'Hej', from('29:often-here')));
    expect(questions).toBe(3);
    expect(house.connector.calls.filter(({ method }) => method === 'GET')).toHaveLength(1);
  });

  test('are not let in because Teams could not say who they are', async () => {
    const other = await TeamsHouse.start();
    other.connector.failLookUps();
    await other.post(message(other.serviceUrl, 'Hej'));
    expect(other.connector.messages).toMatchObject([{ text: expect.stringContaining('kunne ikke slå dig op') }]);
    await other.close();
  });
});

test('tokens that name other tenants teach the SDK no new issuers', async () => {
  const known = [...issuersOf(ToBotFromBotOrEmulatorTokenValidationParameters)];
  for (const tid of [foreignTenantId, '22222222-2222-4222-8222-222222222222']) {
    const claims = { iss: `https://sts.windows.net/${tid}/`, tid, ver: '1.0', appid: appId };
    await expectRefused(await house.post(message(house.serviceUrl, 'Hej'), { claims }));
  }
  expect(issuersOf(ToBotFromBotOrEmulatorTokenValidationParameters)).toEqual(known);
  expect(known.length).toBeGreaterThan(0);
});

test('when the signing keys cannot be had, nobody is let in, and Teams is asked to come again', async () => {
  const other = await TeamsHouse.start();
  await other.keys.close();
  const response = await other.post(message(other.serviceUrl, 'Hej'));
  expect(response.status).toBe(503);
  expect(other.connector.calls).toEqual([]);
  expect(other.log).toContain('signing_keys_unavailable');
  await other.server.close();
  await other.connector.close();
});
