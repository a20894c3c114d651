import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/app-error.js';
import { message, press } from '../support/activities.js';
import { TeamsHouse } from '../support/teams-house.js';

let house: TeamsHouse;
afterEach(() => house.close());

const reference = /fejl ([2-9A-Z]{4})\./;
const secret = 'lønforhandling med 010170-1234';

describe('A feature that fails', () => {
  test('is answered in Danish with a reference, found again in a log without the text', async () => {
    house = await TeamsHouse.start({ routes: { question: (turn) => Promise.reject(new Error(`bad: ${turn.text}`)) } });
    expect((await house.post(message(house.serviceUrl, secret))).status).toBe(200);

    const [answer] = house.connector.messages;
    const [, code] = reference.exec(String(answer?.text)) ?? [];
    expect(answer?.text).toMatch(/^Noget gik galt hos mig/);
    const line = house.logLines.map((entry) => JSON.parse(entry)).find(({ msg }) => msg === 'route_failed');
    expect(line).toMatchObject({ level: 50, route: 'question', reference: code, errorName: 'Error' });
    expect(line.stack[0]).toContain('failures.test.ts');
    expect(house.log).not.toContain('løn');
    expect(house.log).not.toContain('010170');
  });

  test('in a press is answered the same way, in the response', async () => {
    const verb = { verb: 'a.b', read: (data: unknown) => data, run: () => Promise.reject(new TypeError(secret)) };
    house = await TeamsHouse.start({ routes: { verbs: [verb] } });
    const response = await house.post(press(house.serviceUrl, 'a.b', {}));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ statusCode: 200, value: expect.stringMatching(reference) });
    expect(house.log).not.toContain('løn');
  });

  test('on purpose is answered in its own words', async () => {
    const error = new AppError('not_found', 'no meeting', { reply: 'Det møde kender jeg ikke.' });
    house = await TeamsHouse.start({ routes: { question: () => Promise.reject(error) } });
    await house.post(message(house.serviceUrl, 'møde'));
    expect(house.connector.messages).toMatchObject([{ text: 'Det møde kender jeg ikke.' }]);
    expect(house.log).toContain('"outcome":"explained"');
  });
});

describe('An answer that cannot be sent', () => {
  test.each([502, 403, 404])('because Teams says %i is not sent again, and the server lives on', async (status) => {
    house = await TeamsHouse.start();
    house.connector.script({ status });
    expect((await house.post(message(house.serviceUrl, secret))).status).toBe(200);
    expect(house.connector.posts).toHaveLength(1);
    expect(house.log).toContain('"msg":"send_failed"');
    expect(house.log).not.toContain('løn');

    await house.post(message(house.serviceUrl, 'Er du der?'));
    expect(house.connector.messages.at(-1)).toMatchObject({ text: 'Du spurgte: Er du der?' });
  });

  test.each([400, 413])('because Teams refuses it (%i) is replaced by a few words and a reference', async (status) => {
    house = await TeamsHouse.start();
    house.connector.script({ status });
    await house.post(message(house.serviceUrl, 'Hej'));
    expect(house.connector.messages).toMatchObject([
      { text: 'Du spurgte: Hej' },
      { text: expect.stringMatching(reference) },
    ]);
  });

  test('nor the words in its place is a matter for the log alone', async () => {
    house = await TeamsHouse.start();
    house.connector.script({ status: 400 }, { status: 400 });
    expect((await house.post(message(house.serviceUrl, 'Hej'))).status).toBe(200);
    expect(house.log).toContain('"msg":"turn_failed"');
  });

  test('because Teams does not answer is given up at the set time', async () => {
    house = await TeamsHouse.start({ limits: { sendTimeoutMs: 100 } });
    house.connector.script('hang');
    expect((await house.post(message(house.serviceUrl, 'Hej'))).status).toBe(200);
    expect(house.connector.posts).toHaveLength(1);
    expect(house.log).toContain('"msg":"send_failed"');
  });
});

describe('The sign that the bot is writing', () => {
  const isTyping = ({ body }: { body: unknown }) =>
    typeof body === 'object' && body !== null && 'type' in body && body.type === 'typing';

  test('is shown while an answer takes long', async () => {
    house = await TeamsHouse.start({
      limits: { typingAfterMs: 1 },
      routes: {
        async question() {
          await house.connector.call(isTyping);
          return { text: 'Svar' };
        },
      },
    });
    await house.post(message(house.serviceUrl, 'Hej'));
    expect(house.connector.posts.map(({ body }) => body)).toMatchObject([{ type: 'typing' }, { text: 'Svar' }]);
  });

  test('is not shown when the answer is there at once', async () => {
    house = await TeamsHouse.start({ limits: { typingAfterMs: 60_000 } });
    await house.post(message(house.serviceUrl, 'Hej'));
    expect(house.connector.posts).toHaveLength(1);
  });

  test('may fail without harm to the answer', async () => {
    house = await TeamsHouse.start({
      limits: { typingAfterMs: 1 },
      routes: {
        async question() {
          await house.connector.call(isTyping);
          return { text: 'Svar' };
        },
      },
    });
    house.connector.script({ status: 502 });
    await house.post(message(house.serviceUrl, 'Hej'));
    expect(house.connector.messages).toMatchObject([{ text: 'Svar' }]);
  });
});
