import { expect, test } from 'vitest';
import { createLog } from '../../src/logging.js';
import { replayActivity } from '../../src/teams/replay-activity.js';
import { channelMessage, invoke, message } from '../support/activities.js';
import { echoRoutes } from '../support/routes.js';

const log = createLog({ level: 'silent' });
const teams = 'https://smba.trafficmanager.net/emea/';

test('a recorded message is answered as it would be in Teams, without a network', async () => {
  expect(await replayActivity(channelMessage(teams, 'Hvad blev besluttet?'), echoRoutes(), log)).toMatchObject([
    { type: 'message', text: 'Du spurgte: Hvad blev besluttet?', conversation: { id: '19:channel;messageid=17' } },
  ]);
});

test('a recorded press is answered in its response', async () => {
  const pressed = invoke(teams, 'adaptiveCard/action', { action: { type: 'Action.Execute', verb: 'gone' } });
  expect(await replayActivity(pressed, echoRoutes(), log)).toMatchObject([
    { type: 'invokeResponse', value: { status: 200, body: { statusCode: 200 } } },
  ]);
});

test('a failing feature is answered in Danish', async () => {
  const routes = echoRoutes({ question: () => Promise.reject(new Error('broken')) });
  const [sent] = await replayActivity(message(teams, 'Hej'), routes, log);
  expect(sent).toMatchObject({ text: expect.stringContaining('fejl ') });
});

test('something that is no activity is refused', async () => {
  await expect(replayActivity({ type: 'message' }, echoRoutes(), log)).rejects.toThrow('no activity');
});
