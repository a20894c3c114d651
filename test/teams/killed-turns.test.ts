import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ActivityJson, press } from '../support/activities.js';
import { FakeConnector } from '../support/fake-connector.js';
import { startScript } from '../support/start-script.js';
import { makeTemporaryFolder } from '../support/temporary-store.js';

let place: ReturnType<typeof makeTemporaryFolder>;
let connector: FakeConnector;
beforeEach(async () => {
  place = makeTemporaryFolder();
  connector = await FakeConnector.start();
});
afterEach(async () => {
  await connector.close();
  place.remove();
});

const effectFile = () => join(place.folder, 'effects.txt');
const effects = () => readFileSync(effectFile(), 'utf8').trim().split('\n').length;

async function serve(workMs: number) {
  const bot = startScript('test/support/serve-slow-press.ts', [
    join(place.folder, 'referent.db'),
    effectFile(),
    String(workMs),
  ]);
  const origin = `http://127.0.0.1:${await bot.nextLine()}`;
  const post = (activity: ActivityJson) =>
    fetch(`${origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
  return { bot, origin, post };
}

test('a press whose work a kill broke off acts once, and is answered when it is delivered again', async () => {
  const delivered = press(connector.serviceUrl, 'test.slow', {});
  const first = await serve(60_000);
  const cutOff = first.post(delivered).then(
    () => 'answered',
    () => 'cut off',
  );
  expect(await first.bot.nextLine()).toBe('acted');
  await first.bot.kill();
  expect(await cutOff).toBe('cut off');

  const second = await serve(0);
  for (const _again of [1, 2]) {
    const answer = await second.post(delivered);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Den har jeg fået før');
  }
  expect(effects()).toBe(1);
  expect(await second.bot.stop()).toBe(0);
});

test('told to stop, it is not ready any more at once, finishes the turn under way, and ends well', async () => {
  const { bot, origin, post } = await serve(1500);
  const isReady = () =>
    fetch(`${origin}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
  expect(await isReady()).toBe(true);
  const answer = post(press(connector.serviceUrl, 'test.slow', {}));
  expect(await bot.nextLine()).toBe('acted');
  const ended = bot.stop();
  while (await isReady()) await pause(20);
  expect(await (await answer).text()).toContain('Gjort');
  expect(await ended).toBe(0);
  expect(effects()).toBe(1);
});
