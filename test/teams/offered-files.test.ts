import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CardVerb } from '../../src/routing/routes.js';
import { press, tenantId } from '../support/activities.js';
import { TeamsHouse } from '../support/teams-house.js';

const bytes = Buffer.from('punkt;beslutning\n1;Godkendt æøå\n');

const giving: CardVerb = {
  verb: 'test.give',
  read: (data) => data,
  run: async () => ({ text: 'Her.', file: { name: 'Beslutninger [1].csv', bytes, description: 'Beslutningerne' } }),
};

describe('a file beside a reply', () => {
  let teams: TeamsHouse;
  let local: TeamsHouse;
  beforeAll(async () => {
    [teams, local] = await Promise.all([
      TeamsHouse.start({ routes: { verbs: [giving] } }),
      TeamsHouse.start({ routes: { verbs: [giving] }, identity: { kind: 'insecure_local' } }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([teams.close(), local.close()]);
  });

  test.each([
    ['channel', { id: '19:c;messageid=1', conversationType: 'channel', isGroup: true, tenantId }],
    ['group chat', { id: '19:g', conversationType: 'groupChat', isGroup: true, tenantId }],
  ])('is not offered in a %s, where Teams gives none', async (_place, conversation) => {
    const told = teams.connector.call(({ body }) => JSON.stringify(body).includes('personlig chat'));
    await teams.post({ ...press(teams.serviceUrl, 'test.give', {}), conversation });
    await told;
    expect(JSON.stringify(teams.connector.messages)).not.toContain('file.consent');
  });

  test('comes in the local mode as a link that gives it once', async () => {
    const told = local.connector.call(({ body }) => JSON.stringify(body).includes('/files/'));
    await local.postRaw(JSON.stringify(press(local.serviceUrl, 'test.give', {})));
    const { text = '' } = (await told).body as { text?: string };
    const link = /\]\((http:\/\/127\.0\.0\.1:\d+\/files\/[\w-]+)\)/.exec(text)?.[1] ?? '';
    expect(text).toContain('linket virker én gang');
    const given = await fetch(link);
    expect(given.status).toBe(200);
    expect(given.headers.get('content-disposition')).toContain('attachment');
    expect(Buffer.from(await given.arrayBuffer())).toEqual(bytes);
    expect((await fetch(link)).status).toBe(404);
  });

  test('has no link in Teams, and none that is made up', async () => {
    expect((await fetch(teams.url('/files/anything'))).status).toBe(404);
    expect((await fetch(local.url('/files/anything'))).status).toBe(404);
  });
});
