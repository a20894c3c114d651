import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSigningKeys } from '../../src/teams/signing-keys.js';

const hourMs = 60 * 60 * 1000;

let server: Server;
let published: JWK;
/** What the key server does now. */
let state: { keys: unknown[]; status: number; keysAt: string | undefined };
let visits = 0;
let now = 0;
let failures = 0;

beforeAll(async () => {
  published = await exportJWK((await generateKeyPair('RS256')).publicKey);
  server = createServer((request, response) => {
    visits += 1;
    const own = `http://${request.headers.host}/keys`;
    response.statusCode = state.status;
    response.end(JSON.stringify(request.url === '/keys' ? { keys: state.keys } : { jwks_uri: state.keysAt ?? own }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  state = { keys: [keyNamed('a')], status: 200, keysAt: undefined };
  visits = 0;
  failures = 0;
  now = Date.parse('2026-11-25T08:00:00Z');
});

const keyNamed = (kid: string) => ({ ...published, kid, endorsements: ['msteams'] });
const open = () =>
  createSigningKeys(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`,
    { now: () => new Date(now) },
    () => {
      failures += 1;
    },
  );
const fetches = () => visits / 2;

describe('the channel’s keys', () => {
  test('are fetched once for many questions, and again a day later', async () => {
    const keys = open();
    await Promise.all(Array.from({ length: 20 }, () => keys.find('a')));
    expect(fetches()).toBe(1);
    now += 23 * hourMs;
    expect(await keys.find('a')).toBeDefined();
    expect(fetches()).toBe(1);
    now += 2 * hourMs;
    expect(await keys.find('a')).toBeDefined();
    expect(fetches()).toBe(2);
  });

  test('are looked for anew when a token names one not known, once an hour, however many are made up', async () => {
    const keys = open();
    expect(await keys.find('a')).toBeDefined();
    for (let count = 0; count < 100; count += 1) expect(await keys.find(`made-up-${count}`)).toBeUndefined();
    expect(fetches()).toBe(1);
    state.keys = [keyNamed('b')];
    now += hourMs;
    expect(await keys.find('b')).toBeDefined();
    expect(await keys.find('a'), 'a key that was withdrawn').toBeUndefined();
    expect(fetches()).toBe(2);
  });

  test('serve for five days when they cannot be fetched, and not a day longer', async () => {
    const keys = open();
    await keys.find('a');
    state.status = 503;
    now += 4 * 24 * hourMs;
    expect(await keys.find('a')).toBeDefined();
    expect(failures).toBe(1);
    now += 24 * hourMs + 1;
    await expect(keys.find('a')).rejects.toMatchObject({ code: 'unavailable' });
    state.status = 200;
    now += 20_000;
    expect(await keys.find('a')).toBeDefined();
  });

  test('are not asked for again in the seconds after a failure', async () => {
    state.status = 500;
    const keys = open();
    for (let count = 0; count < 5; count += 1)
      await expect(keys.find('a')).rejects.toMatchObject({ code: 'unavailable' });
    expect(visits).toBe(1);
  });

  test.each([
    ['they lie on another host', () => ({ keysAt: 'http://127.0.0.2:9/keys' })],
    ['they lie at no address', () => ({ keysAt: 'keys' })],
  ])('are not believed when %s', async (_name, change) => {
    Object.assign(state, change());
    await expect(open().find('a')).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('that cannot be used are passed over, and the others serve', async () => {
    state.keys = [
      { kid: 'a' },
      null,
      { ...keyNamed('b'), n: undefined },
      { ...keyNamed('c'), kty: 'oct' },
      keyNamed('d'),
    ];
    const keys = open();
    for (const kid of ['a', 'b', 'c', '__proto__', '']) expect(await keys.find(kid), kid).toBeUndefined();
    expect(await keys.find('d')).toBeDefined();
  });
});
