import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type ActivityJson,
  activity,
  channelMessage,
  installed,
  invoke,
  membersAdded,
  message,
  press,
  submit,
} from '../support/activities.js';
import { QuickClient } from '../support/quick-client.js';
import { echoRoutes } from '../support/routes.js';
import { appId, TeamsHouse } from '../support/teams-house.js';

let house: TeamsHouse;
let client: QuickClient;
beforeAll(async () => {
  house = await TeamsHouse.start({ routes: echoRoutes() });
  client = new QuickClient(house.url('/api/messages'));
});
afterAll(async () => {
  client.close();
  await house.close();
});

const runs = process.env.REFERENT_LONG === undefined ? 2_000 : 20_000;

const strange = fc.oneof(
  fc.constantFrom(null, '', 0, -1, true, [], {}, '__proto__', { __proto__: null, constructor: { prototype: 1 } }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Every path to a value in an activity. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, entry]) => pathsOf(entry, [...path, key]))];
}

function replaceAt(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  return Object.assign(copy, { [key]: replaceAt(Reflect.get(value, key), rest, replacement) });
}

const samples = (serviceUrl: string): ActivityJson[] => [
  message(serviceUrl, 'Hvad blev besluttet?'),
  channelMessage(serviceUrl, 'hjælp'),
  press(serviceUrl, 'minutes.showItem', { item: 5 }),
  submit(serviceUrl, { verb: 'minutes.showItem', item: 5 }),
  activity(serviceUrl, {
    type: 'invoke',
    name: 'message/submitAction',
    replyToId: 'sent-1',
    value: { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{"feedbackText":"fint"}' } },
  }),
  invoke(serviceUrl, 'composeExtension/query', {
    commandId: 'findDecision',
    parameters: [{ name: 'text', value: 'budget' }],
    queryOptions: { skip: 0, count: 25 },
  }),
  installed(serviceUrl),
  membersAdded(serviceUrl, '28:referent'),
];

test('whatever is posted in place of an activity, the bot neither fails nor falls over', async () => {
  const mutated = fc
    .record({ sample: fc.constantFrom(...samples(house.serviceUrl)), seed: fc.nat(), value: strange, again: fc.nat() })
    .map(({ sample, seed, value, again }) => {
      const paths = pathsOf(sample);
      const once = replaceAt(sample, paths[seed % paths.length] ?? [], value);
      return again % 3 === 0 ? replaceAt(once, paths[again % paths.length] ?? [], value) : once;
    });
  const authorization = `Bearer ${await house.keys.sign(appId, house.serviceUrl)}`;
  await fc.assert(
    fc.asyncProperty(mutated, async (body) => {
      const { status } = await client.post(JSON.stringify(body) ?? '', { authorization });
      expect([200, 400, 401]).toContain(status);
    }),
    { numRuns: runs },
  );
  expect(house.log).not.toContain('request_failed');
  expect(house.log).not.toContain('turn_failed');

  house.connector.calls.length = 0;
  await house.post(message(house.serviceUrl, 'Er du der endnu?'));
  expect(house.connector.messages).toMatchObject([{ text: 'Du spurgte: Er du der endnu?' }]);
});

test('an activity nested without end is refused', async () => {
  let value: unknown = {};
  for (let depth = 0; depth < 40; depth += 1) value = { value };
  expect((await house.post(press(house.serviceUrl, 'a.b', value))).status).toBe(400);
});

test('properties that would switch something in the SDK do not reach it', async () => {
  const buffered = message(house.serviceUrl, 'Hej', { deliveryMode: 'expectReplies', callerId: 'x' });
  const response = await house.post(buffered);
  expect(await response.text()).toBe('');
  expect(house.connector.messages.at(-1)).toMatchObject({ text: 'Du spurgte: Hej' });
});
