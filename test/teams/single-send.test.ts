import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reusedConnections } from '../../src/teams/single-send.js';
import { bareAdapter, repairedAdapter, sendThrough } from '../support/adapters.js';
import { FakeConnector, type ScriptedAnswer } from '../support/fake-connector.js';

const answer = { type: 'message', text: 'Svar' };
const unhurried = 20_000;

let connector: FakeConnector;
beforeEach(async () => {
  connector = await FakeConnector.start();
});
afterEach(() => connector.close());

const failures: [string, ScriptedAnswer][] = [
  ['502', { status: 502 }],
  ['429 with a time to wait', { status: 429, headers: { 'Retry-After': '1' } }],
  ['a dropped connection', 'drop'],
];

describe.each(failures)('After %s', (_name, failure) => {
  test('the SDK alone still sends the message again; when it no longer does, the repair can go', async () => {
    connector.script(failure);
    await sendThrough(bareAdapter(), connector.serviceUrl, answer);
    expect(connector.posts).toHaveLength(2);
  });

  test('repaired, the message is sent once and the failure told', async () => {
    connector.script(failure);
    const adapter = await repairedAdapter(unhurried);
    await expect(sendThrough(adapter, connector.serviceUrl, answer)).rejects.toThrow();
    expect(connector.posts).toHaveLength(1);
  });

  test('repaired, a conversation is created once', async () => {
    connector.script(failure);
    const adapter = await repairedAdapter(unhurried);
    const parameters = { isGroup: false, bot: { id: '28:referent', name: 'Referent' }, activity: answer };
    const creation = adapter.createConversationAsync(
      '',
      'msteams',
      connector.serviceUrl,
      'https://api.botframework.com',
      // The SDK's type asks for properties that a conversation of two does not have.
      Object.assign({ members: [], channelData: {} }, parameters) as never,
      async () => undefined,
    );
    await expect(creation).rejects.toThrow();
    expect(connector.posts).toHaveLength(1);
  });
});

test('what nobody asked for goes on a connection of its own: an idle one may be closed under the next message', async () => {
  const adapter = await repairedAdapter(unhurried);
  for (const _message of [1, 2, 3]) await sendThrough(adapter, connector.serviceUrl, answer);
  expect(connector.posts).toHaveLength(3);
  expect(connector.connections).toBe(3);
});

test('answers that follow each other at once share a connection, and each is still sent once', async () => {
  const adapter = await repairedAdapter(unhurried, reusedConnections);
  for (const _message of [1, 2, 3]) await sendThrough(adapter, connector.serviceUrl, answer);
  expect(connector.connections).toBe(1);
  connector.script('drop');
  await expect(sendThrough(adapter, connector.serviceUrl, answer)).rejects.toThrow();
  expect(connector.posts).toHaveLength(4);
});

test('a connection that has been idle for two seconds is not used again: its end may be on the way', async () => {
  const adapter = await repairedAdapter(unhurried, reusedConnections);
  await sendThrough(adapter, connector.serviceUrl, answer);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await sendThrough(adapter, connector.serviceUrl, answer);
  expect(connector.connections).toBe(2);
});

test('a service that never answers is given up; the SDK alone would wait on', async () => {
  connector.script('hang', 'hang');
  const bare = sendThrough(bareAdapter(), connector.serviceUrl, answer).then(
    () => 'bare',
    () => 'bare',
  );
  const repaired = sendThrough(await repairedAdapter(300), connector.serviceUrl, answer).then(
    () => 'sent',
    () => 'given up',
  );
  expect(await Promise.race([bare, repaired])).toBe('given up');
  expect(connector.posts).toHaveLength(2);
  connector.hangUp();
  await bare;
});

describe('A redirect', () => {
  const redirect: ScriptedAnswer = { status: 307, headers: { Location: '/emea/v3/elsewhere' } };

  test('is followed by the SDK alone, with the message once more', async () => {
    connector.script(redirect);
    await sendThrough(bareAdapter(), connector.serviceUrl, answer);
    expect(connector.posts).toHaveLength(2);
  });

  test('is, repaired, not followed: the bot sends to the address it checked or not at all', async () => {
    connector.script(redirect);
    await sendThrough(await repairedAdapter(unhurried), connector.serviceUrl, answer).catch(() => undefined);
    expect(connector.posts).toHaveLength(1);
  });
});

test('a service that is not on the list is not even called', async () => {
  const adapter = await repairedAdapter(unhurried);
  await expect(sendThrough(adapter, `http://referent.example:${connector.port}/`, answer)).rejects.toThrow(
    'not one to send to',
  );
  expect(connector.calls).toEqual([]);
});
