import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, formButton } from '../../src/cards/button.js';
import { formCard } from '../../src/cards/form-card.js';
import { AppError } from '../../src/domain/app-error.js';
import type { CardVerb } from '../../src/routing/routes.js';
import { type ActivityJson, invoke, message, press } from '../support/activities.js';
import { TeamsHouse } from '../support/teams-house.js';

const saved: unknown[] = [];

const form = formCard({
  summary: 'Dit navn',
  title: 'Dit navn',
  fields: [{ kind: 'text', id: 'name', label: 'Navn', value: '', maxLength: 40 }],
  buttons: [button('Gem', 'test.save', { form: 'f1' })],
});

const verb = (name: string, run: CardVerb['run']): CardVerb => ({ verb: name, read: (data) => data, run });

const routes = {
  verbs: [
    verb('test.form', async () => form),
    verb('test.save', async (turn, data) => {
      saved.push({ data, isInDialog: turn.isInDialog, sender: turn.sender.objectId });
      return { text: 'Gemt.' };
    }),
    verb('test.refuse', async () => {
      throw new AppError('forbidden', 'not allowed', { reply: 'Det må du ikke.' });
    }),
  ],
  question: async () =>
    formCard({
      summary: 'Knapper',
      title: 'Knapper',
      fields: [],
      buttons: [formButton('Skriv', 'test.form', { a: 1 })],
    }),
};

describe('a form', () => {
  let house: TeamsHouse;
  let local: TeamsHouse;
  beforeAll(async () => {
    [house, local] = await Promise.all([
      TeamsHouse.start({ routes }),
      TeamsHouse.start({ routes, identity: { kind: 'insecure_local' } }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([house.close(), local.close()]);
  });

  const asks = async (activity: ActivityJson): Promise<unknown> => (await house.post(activity)).json();
  const dialog = (name: string, data: unknown, parts: ActivityJson = {}): ActivityJson => ({
    ...invoke(house.serviceUrl, name, { data, context: { theme: 'default' } }),
    ...parts,
  });

  test('opens in a dialog in Teams, and comes as a card where there are none', async () => {
    await house.post(message(house.serviceUrl, 'knapper'));
    const sent = JSON.stringify(house.connector.messages[0]);
    expect(sent).toContain('"type":"Action.Submit","title":"Skriv"');
    expect(sent).toContain('"msteams":{"type":"task/fetch"}');
    expect(sent).not.toContain('Action.Execute');
    await local.postRaw(JSON.stringify(message(local.serviceUrl, 'knapper')));
    const sentLocally = JSON.stringify(local.connector.messages[0]);
    expect(sentLocally).toContain('"verb":"test.form"');
    expect(sentLocally).not.toContain('task/fetch');
    const shown = await local.postRaw(JSON.stringify(press(local.serviceUrl, 'test.form', { a: 1 })));
    expect(await shown.json()).toMatchObject({ value: { type: 'AdaptiveCard' } });
  });

  test('is shown by the verb, sent back as a press by the sender, and ends with a message', async () => {
    const opened = await asks(dialog('task/fetch', { msteams: { type: 'task/fetch' }, verb: 'test.form', a: 1 }));
    expect(opened).toMatchObject({ task: { type: 'continue', value: { title: 'Dit navn' } } });
    const card = JSON.stringify(opened);
    expect(card).toContain('"data":{"form":"f1","verb":"test.save"}');
    expect(card).not.toContain('Action.Execute');
    const submitted = dialog('task/submit', { form: 'f1', verb: 'test.save', name: 'Ida', sender: 'another' });
    const ended = { task: { type: 'message', value: 'Gemt.' } };
    expect(await asks(submitted)).toEqual(ended);
    expect(await asks(submitted), 'delivered again').toEqual(ended);
    const sender = '11111111-2222-4333-8444-555555555555';
    expect(saved).toEqual([{ data: { form: 'f1', name: 'Ida', sender: 'another' }, isInDialog: true, sender }]);
  });

  test('tells in the dialog what is wrong', async () => {
    const told = (value: string) => ({ task: { type: 'message', value: expect.stringContaining(value) } });
    expect(await asks(dialog('task/submit', { verb: 'test.refuse' }))).toEqual(told('Det må du ikke.'));
    expect(await asks(dialog('task/fetch', { verb: 'test.unknown' }))).toEqual(told('ældre kort'));
    for (const data of [undefined, null, 'x', [], {}, { verb: 7 }])
      expect(await asks(dialog('task/submit', data))).toEqual(told('kunne ikke læse'));
  });
});
