import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';
import type { Turn } from '../../src/routing/turn.js';
import {
  activity,
  bot,
  channelMessage,
  chef,
  installed,
  invoke,
  membersAdded,
  message,
  press,
  submit,
  tenantId,
} from '../support/activities.js';
import { TeamsHouse } from '../support/teams-house.js';

const card: AdaptiveCard = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Punkt 5' }] };
const cardType = 'application/vnd.microsoft.card.adaptive';
const textType = 'application/vnd.microsoft.activity.message';

const turns: Turn[] = [];
let house: TeamsHouse;

beforeAll(async () => {
  house = await TeamsHouse.start({
    routes: {
      async question(turn) {
        turns.push(turn);
        if (turn.text === 'kort') return { text: 'Senest 27. april [1]', card, summary: 'Punkt 5: senest 27. april' };
        return { text: `Du spurgte: ${turn.text}` };
      },
      async welcome(turn) {
        turns.push(turn);
        return { text: 'Hej, jeg er Referent.' };
      },
      verbs: [
        {
          verb: 'minutes.showItem',
          read: (data) => data,
          async run(turn, data) {
            turns.push(turn);
            const asksForText = typeof data === 'object' && data !== null && 'asText' in data;
            return asksForText ? { text: 'Punkt 5' } : { card, summary: 'Punkt 5' };
          },
        },
      ],
    },
  });
});
afterAll(() => house.close());
beforeEach(() => {
  turns.length = 0;
  house.connector.calls.length = 0;
});

describe('A message', () => {
  test('is answered in the chat it came from, to the message it answers', async () => {
    const question = message(house.serviceUrl, '  Hvad blev\n besluttet?  ');
    expect((await house.post(question)).status).toBe(200);
    expect(house.connector.messages).toMatchObject([
      { type: 'message', text: 'Du spurgte: Hvad blev besluttet?', textFormat: 'markdown', replyToId: question.id },
    ]);
    expect(house.connector.posts[0]?.path).toBe(`/emea/v3/conversations/a%3Achat-1/activities/${question.id}`);
    expect(house.connector.posts[0]?.authorization).toBe('Bearer the-bots-own-token');
  });

  test('says who wrote it and where, as the channel knows it', async () => {
    const question = message(house.serviceUrl, 'Hvem?', { locale: 'da-DK' });
    await house.post(question);
    expect(turns).toEqual([
      {
        kind: 'message',
        text: 'Hvem?',
        activityId: question.id,
        conversation: { id: 'a:chat-1', kind: 'personal', tenantId, teamId: null },
        sender: { id: chef.id, objectId: chef.aadObjectId, isGuest: false },
        locale: 'da-DK',
        reference: {
          conversationId: 'a:chat-1',
          tenantId: '0f8fad5b-d9cb-469f-a165-70867728950e',
          kind: 'personal',
          teamId: null,
          sdk: { version: 1, reference: expect.stringContaining(house.serviceUrl) },
        },
      },
    ]);
  });

  test('in a channel loses the mention of the bot and the space behind it, and keeps its team', async () => {
    await house.post(channelMessage(house.serviceUrl, 'hvad siger Børn &amp; Familie?'));
    expect(turns).toMatchObject([
      { text: 'hvad siger Børn & Familie?', conversation: { kind: 'channel', teamId: '19:team' } },
    ]);
  });

  test('keeps the names of other people it mentions', async () => {
    const entities = [
      { type: 'mention', text: '<at>Referent</at>', mentioned: bot },
      { type: 'mention', text: '<at>Ida Holm</at>', mentioned: chef },
    ];
    const text = 'Hvad lovede <at>Ida Holm</at>, <at>Referent</at>&nbsp;';
    await house.post(message(house.serviceUrl, text, { entities }));
    expect(turns).toMatchObject([{ text: 'Hvad lovede Ida Holm,' }]);
  });

  test('of nothing but a mention is met with the welcome', async () => {
    await house.post(channelMessage(house.serviceUrl, ''));
    expect(turns).toMatchObject([{ kind: 'installed' }]);
  });

  test('from a place of an unknown kind counts as written where others read along', async () => {
    const conversation = { id: 'a:chat-1', tenantId };
    await house.post(message(house.serviceUrl, 'Hvor?', { conversation }));
    expect(turns).toMatchObject([{ conversation: { kind: 'group' } }]);
  });

  const attachments = [{ contentType: cardType, content: card }];
  const mark = '\n<span class="inline-compose-card" itemid="0">\n <span itemprop="cardId"></span>\n</span>\n';

  test.each(['', mark])('of nothing but a card somebody put in is not answered: "%s"', async (text) => {
    expect((await house.post(message(house.serviceUrl, text, { attachments }))).status).toBe(200);
    expect(house.connector.posts).toEqual([]);
  });

  test('with a card somebody put in is answered by its words', async () => {
    await house.post(message(house.serviceUrl, `Gælder det endnu?${mark}`, { attachments }));
    expect(turns).toMatchObject([{ text: 'Gælder det endnu?' }]);
  });

  test('that the bot itself wrote is not answered', async () => {
    expect((await house.post(message(house.serviceUrl, 'ekko', { from: bot }))).status).toBe(200);
    expect(house.connector.posts).toEqual([]);
  });

  test('is answered with text and card as one message, its notification in words', async () => {
    await house.post(message(house.serviceUrl, 'kort'));
    expect(house.connector.messages).toMatchObject([
      {
        text: 'Senest 27. april [1]',
        summary: 'Punkt 5: senest 27. april',
        attachments: [{ contentType: cardType, content: card }],
      },
    ]);
  });
});

describe('A press on a card', () => {
  test('is answered with a card in the response, and nothing in the chat', async () => {
    const response = await house.post(press(house.serviceUrl, 'minutes.showItem', { item: 5 }));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ statusCode: 200, type: cardType, value: card });
    expect(house.connector.posts).toEqual([]);
    expect(turns).toMatchObject([{ kind: 'card_action', verb: 'minutes.showItem', data: { item: 5 } }]);
  });

  test('can be answered with a short text', async () => {
    const response = await house.post(press(house.serviceUrl, 'minutes.showItem', { asText: true }));
    expect(await response.json()).toEqual({ statusCode: 200, type: textType, value: 'Punkt 5' });
  });

  test.each(['manual', 'automatic'])('tells whether somebody pressed: %s', async (trigger) => {
    await house.post(press(house.serviceUrl, 'minutes.showItem', {}, trigger));
    expect(turns).toMatchObject([{ trigger }]);
  });

  test('in a client that knows only Action.Submit is answered with a message', async () => {
    await house.post(submit(house.serviceUrl, { item: 5, verb: 'minutes.showItem', msteams: { type: 'task/fetch' } }));
    expect(turns).toMatchObject([{ kind: 'card_action', verb: 'minutes.showItem', data: { item: 5 } }]);
    expect(turns[0]).not.toHaveProperty('data.msteams');
    expect(house.connector.messages).toMatchObject([{ summary: 'Punkt 5', attachments: [{ content: card }] }]);
  });

  test('on a card from an older version is explained', async () => {
    const response = await house.post(press(house.serviceUrl, 'minutes.gone', {}));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ type: textType, value: expect.stringContaining('ældre kort') });
  });

  test.each([
    ['no action', {}],
    ['another action type', { action: { type: 'Action.Other', verb: 'minutes.showItem' } }],
    ['no verb', { action: { type: 'Action.Execute' } }],
    ['nothing', null],
    ['a list', [1, 2]],
  ])('with %s in it is explained too', async (_name, value) => {
    const response = await house.post(invoke(house.serviceUrl, 'adaptiveCard/action', value));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ type: textType, value: expect.stringContaining('trykkede') });
  });
});

test.each(['message/submitAction', 'composeExtension/fetchTask', 'composeExtension/selectItem', 'something/new'])(
  'the request %s is answered at once, so that Teams does not send it again',
  async (name) => {
    const response = await house.post(invoke(house.serviceUrl, name));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({});
  },
);

describe('The greeting', () => {
  test('is said once, though Teams tells twice of an installation', async () => {
    const conversation = { id: 'a:new-chat', conversationType: 'personal', tenantId };
    await house.post({ ...installed(house.serviceUrl), conversation });
    await house.post({ ...membersAdded(house.serviceUrl, bot.id), conversation });
    expect(house.connector.messages).toMatchObject([{ text: 'Hej, jeg er Referent.' }]);
  });

  test('is not said to people who join, nor when the bot is updated or removed', async () => {
    const update = (action: string) => activity(house.serviceUrl, { type: 'installationUpdate', action });
    await house.post(membersAdded(house.serviceUrl, '29:new-person'));
    for (const action of ['remove', 'add-upgrade', 'remove-upgrade']) await house.post(update(action));
    expect(house.connector.posts).toEqual([]);
  });
});

test.each(['messageReaction', 'messageUpdate', 'messageDelete', 'typing', 'event', 'endOfConversation', 'unheardOf'])(
  'a %s is taken note of and not answered',
  async (type) => {
    expect((await house.post(activity(house.serviceUrl, { type }))).status).toBe(200);
    expect(house.connector.posts).toEqual([]);
  },
);

test('what people wrote and who they are is in no line of the log', () => {
  expect(house.log).toContain('"msg":"turn"');
  for (const secret of ['besluttet', 'Familie', 'Ida Holm', chef.id, chef.aadObjectId, tenantId, 'Bearer', 'http'])
    expect(house.log).not.toContain(secret);
});
