import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isLoopbackAddress } from '../../src/teams/service-url.js';
import { message } from '../support/activities.js';
import { appId, TeamsHouse } from '../support/teams-house.js';

let shared: TeamsHouse;
const states: (() => Promise<boolean>)[] = [];
beforeAll(async () => {
  shared = await TeamsHouse.start({ isReady: () => states.shift()?.() ?? Promise.resolve(true) });
});
afterAll(() => shared.close());

const token = async () => ({ authorization: `Bearer ${await shared.keys.sign(appId, shared.serviceUrl)}` });

/** Posts a body piece by piece, without saying how long it will be. */
async function postChunks(chunks: readonly string[]): Promise<number | undefined> {
  const headers = { 'content-type': 'application/json', ...(await token()) };
  const { port } = shared.server.address;
  return new Promise((resolve, reject) => {
    const posting = request({ host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    posting.on('error', reject);
    for (const chunk of chunks) posting.write(chunk);
    posting.end();
  });
}

describe('A request that cannot be read', () => {
  test('because it is larger than any activity is refused', async () => {
    const body = JSON.stringify(message(shared.serviceUrl, 'a'.repeat(300 * 1024)));
    const response = await shared.postRaw(body, await token());
    expect(response.status).toBe(413);
    expect(await response.text()).toBe('{"error":"too_large"}');
  });

  test('because it grows larger while it is sent is refused', async () => {
    expect(await postChunks(Array.from({ length: 5 }, () => ' '.repeat(64 * 1024)))).toBe(413);
  });

  test.each([
    ['nothing', ''],
    ['half an object', '{"type":'],
    ['bare words', 'Hej'],
    ['a NUL', '\u0000'],
    ['endless nesting', '['.repeat(100_000)],
  ])('because it is no JSON but %s is refused', async (_name, body) => {
    const response = await shared.postRaw(body, await token());
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('{"error":"bad_request"}');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/octet-stream'])(
    'because it is %s is refused',
    async (type) => {
      const response = await shared.postRaw('{}', { ...(await token()), 'content-type': type });
      expect(response.status).toBe(415);
    },
  );

  test('because it is compressed is refused, since it may unpack to any size', async () => {
    const response = await fetch(shared.url('/api/messages'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', ...(await token()) },
      body: gzipSync('{}'),
    });
    expect(response.status).toBe(415);
  });
});

test('other paths and methods are answered in few words', async () => {
  const missing = await fetch(shared.url('/admin?secret=1'));
  expect([missing.status, await missing.text()]).toEqual([404, '{"error":"not_found"}']);
  const wrong = await fetch(shared.url('/api/messages'));
  expect([wrong.status, await wrong.text()]).toEqual([405, '{"error":"method_not_allowed"}']);
  expect(wrong.headers.get('server')).toBeNull();
});

describe('Those who run the bot can see', () => {
  test('that it is alive and that it authenticates', async () => {
    const response = await fetch(shared.url('/healthz'));
    expect([response.status, await response.json()]).toEqual([200, { status: 'alive', mode: 'authenticated' }]);
  });

  test('whether it is ready', async () => {
    states.push(
      async () => true,
      async () => false,
      () => Promise.reject(new Error('the disk is gone')),
    );
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await fetch(shared.url('/readyz'))).status);
    expect(statuses).toEqual([200, 503, 503]);
  });

  test('how much it does, without a word of what was said', async () => {
    await shared.post(message(shared.serviceUrl, 'Hvad blev besluttet?'));
    await shared.postRaw('{}');
    const response = await fetch(shared.url('/metrics'));
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('referent_turns_total{turn="message",outcome="answered"} 1');
    expect(text).toContain('referent_refused_requests_total{reason="no_bearer_token"}');
    expect(text).not.toContain('besluttet');
  });

  test.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])('that, but not from outside (%s)', async (header) => {
    const response = await fetch(shared.url('/metrics'), { headers: { [header]: '203.0.113.7' } });
    expect(response.status).toBe(403);
  });

  test.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.0.0.1', false],
    ['203.0.113.7', false],
    ['::ffff:10.0.0.1', false],
    ['127.evil.example', false],
    ['', false],
    [undefined, false],
  ])('from the address %s, if that is this machine: %s', (address, expected) => {
    expect(isLoopbackAddress(address)).toBe(expected);
  });
});

describe('A clean stop', () => {
  let house: TeamsHouse;
  afterEach(() => house.close());

  test('lets the turn under way be answered, and takes no new one', async () => {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    house = await TeamsHouse.start({
      routes: {
        async question() {
          begin();
          await finished;
          return { text: 'Svar til sidst' };
        },
      },
    });
    const underWay = house.post(message(house.serviceUrl, 'Hej'));
    await begun;
    const closed = house.server.close();
    await expect(house.post(message(house.serviceUrl, 'For sent'))).rejects.toThrow();
    finish();
    expect((await underWay).status).toBe(200);
    await closed;
    expect(house.connector.messages).toMatchObject([{ text: 'Svar til sidst' }]);
  });

  test('does not wait for ever', async () => {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    house = await TeamsHouse.start({
      limits: { drainMs: 50 },
      routes: {
        question: () => {
          begin();
          return new Promise(() => undefined);
        },
      },
    });
    const broken = expect(house.post(message(house.serviceUrl, 'Hej'))).rejects.toThrow();
    await begun;
    await house.server.close();
    await broken;
  });

  test('does not wait for a client that connected and asks nothing', async () => {
    house = await TeamsHouse.start({ limits: { drainMs: 60_000 } });
    const silent = connect(house.server.address.port, '127.0.0.1');
    await once(silent, 'connect');
    // The server has taken the connection when it has answered one that came later.
    await fetch(house.url('/healthz'));
    await house.server.close();
    if (!silent.closed) await once(silent, 'close');
  });

  test('may be asked for twice', async () => {
    house = await TeamsHouse.start();
    await Promise.all([house.server.close(), house.server.close()]);
  });
});
