import { afterEach, describe, expect, test } from 'vitest';
import type { CardVerb } from '../../src/routing/routes.js';
import { message, press } from '../support/activities.js';
import { TeamsHouse } from '../support/teams-house.js';

/** What a neighbour of Referent takes here; Teams itself gives up after 15 s. */
const slowMs = 20_000;
/** Referent answers within 5 s; the rest is room for a busy machine. */
const inTimeMs = 12_000;

let house: TeamsHouse;
afterEach(() => house.close());

const slowly: CardVerb = {
  verb: 'test.slow',
  read: (data) => data,
  async run() {
    await new Promise((resolve) => setTimeout(resolve, slowMs).unref());
    return { text: 'Endelig' };
  },
};

async function answered(activity: unknown) {
  const startedAt = performance.now();
  const response = await house.post(activity);
  return { status: response.status, text: await response.text(), ms: performance.now() - startedAt };
}

describe('Teams is answered in time', () => {
  test('when a press’s work takes long: the answer will follow', async () => {
    house = await TeamsHouse.start({ routes: { verbs: [slowly] } });
    const { text, ms } = await answered(press(house.serviceUrl, 'test.slow', {}));
    expect(text).toContain('Svaret kommer her');
    expect(ms).toBeLessThan(inTimeMs);
  });

  test('when the Teams service takes long to take the answer', async () => {
    house = await TeamsHouse.start();
    house.connector.script('hang');
    const { status, ms } = await answered(message(house.serviceUrl, 'hvad blev besluttet?'));
    expect(status).toBe(200);
    expect(ms).toBeLessThan(inTimeMs);
  });

  test('when both requests for the channel’s keys take long: refused, since nobody is known', async () => {
    house = await TeamsHouse.start();
    house.keys.delayMs = slowMs;
    const { status, ms } = await answered(message(house.serviceUrl, 'hvad blev besluttet?'));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(ms).toBeLessThan(inTimeMs);
    expect(house.connector.calls).toEqual([]);
  });

  test('when each request for the keys takes nearly as long as both may', async () => {
    house = await TeamsHouse.start();
    house.keys.delayMs = 2_500;
    const { status, ms } = await answered(message(house.serviceUrl, 'hvad blev besluttet?'));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(ms).toBeLessThan(inTimeMs);
  });
});
