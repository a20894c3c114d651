import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { repairCitations } from '../../src/teams/citation-repair.js';
import { toActivity } from '../../src/teams/to-activity.js';
import { bareAdapter, sendThrough } from '../support/adapters.js';
import { FakeConnector } from '../support/fake-connector.js';

let connector: FakeConnector;
beforeAll(async () => {
  connector = await FakeConnector.start();
});
afterAll(() => connector.close());
beforeEach(() => {
  connector.calls.length = 0;
});

const cited = () =>
  toActivity({
    text: 'Senest 27. april [1]',
    citations: [{ position: 1, name: 'Chefforum 13.4.2023, punkt 5', abstract: 'at hver afdeling udpeger' }],
  });

test('the SDK alone still drops citations; when it no longer does, the repair can go', async () => {
  await sendThrough(bareAdapter(), connector.serviceUrl, cited());
  expect(connector.messages[0]?.entities).toEqual([{ type: 'https://schema.org/Message' }]);
});

test('repaired, citations reach the wire whole', async () => {
  repairCitations();
  await sendThrough(bareAdapter(), connector.serviceUrl, cited());
  expect(connector.messages[0]?.entities).toEqual([
    {
      type: 'https://schema.org/Message',
      '@type': 'Message',
      '@context': 'https://schema.org',
      citation: [
        {
          '@type': 'Claim',
          position: 1,
          appearance: {
            '@type': 'DigitalDocument',
            name: 'Chefforum 13.4.2023, punkt 5',
            abstract: 'at hver afdeling udpeger',
          },
        },
      ],
    },
  ]);
});

test('a second copy of the connector, which would go unrepaired, stops the start', () => {
  const { cache } = createRequire(import.meta.url);
  const second = '/elsewhere/node_modules/botframework-connector/lib/connectorApi/models/mappers.js';
  const [first] = Object.values(cache);
  cache[second] = first;
  try {
    expect(() => repairCitations()).toThrow('2 copies of botframework-connector');
  } finally {
    delete cache[second];
  }
});
