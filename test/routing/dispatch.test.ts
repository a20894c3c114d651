import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/app-error.js';
import { newReference } from '../../src/routing/answer-failure.js';
import { createDispatcher } from '../../src/routing/dispatch.js';
import type { CardVerb } from '../../src/routing/routes.js';
import { echoCommand, echoRoutes, installedTurn, messageTurn, pressTurn } from '../support/routes.js';

const anything = () => true;

const showItem: CardVerb<number> = {
  verb: 'minutes.showItem',
  read(data) {
    if (typeof data !== 'object' || data === null || !('item' in data) || typeof data.item !== 'number')
      throw new AppError('invalid_input', 'no item number', { reply: 'Jeg kunne ikke se, hvilket punkt du mener.' });
    return data.item;
  },
  run: async (_turn, item) => ({ text: `Punkt ${item}` }),
};

describe('A message', () => {
  const routes = echoRoutes({ commands: [echoCommand('help.show', ['hjælp'], (rest) => rest === '')] });
  const dispatcher = createDispatcher(routes);

  test('that is a command is answered by it', async () => {
    const answered = await dispatcher.answerMessage(messageTurn('hjælp'));
    expect(answered).toEqual({ route: 'help.show', reply: { text: 'help.show()' }, failure: null });
  });

  test('that is no command is a question', async () => {
    const answered = await dispatcher.answerMessage(messageTurn('Hvad blev besluttet om budgettet?'));
    expect(answered).toMatchObject({
      route: 'question',
      reply: { text: 'Du spurgte: Hvad blev besluttet om budgettet?' },
    });
  });

  test('without words is met with the welcome', async () => {
    expect(await dispatcher.answerMessage(messageTurn(''))).toMatchObject({ route: 'welcome' });
    expect(await dispatcher.greet(installedTurn())).toMatchObject({ route: 'welcome' });
  });
});

describe('A press', () => {
  const dispatcher = createDispatcher(echoRoutes({ verbs: [showItem] }));

  test('runs the verb of exactly that name on the data it reads', async () => {
    const answered = await dispatcher.answerPress(pressTurn('minutes.showItem', { item: 5 }));
    expect(answered).toEqual({ route: 'minutes.showItem', reply: { text: 'Punkt 5' }, failure: null });
  });

  test.each(['minutes.showitem', 'minutes.showItem ', 'showItem', '', '__proto__', 'constructor'])(
    'on a button of an older card (%j) is answered with what to do',
    async (verb) => {
      const answered = await dispatcher.answerPress(pressTurn(verb, { item: 5 }));
      expect(answered).toMatchObject({ route: 'unknown_verb', failure: null });
      expect(answered.reply).toEqual({ text: expect.stringContaining('ældre kort') });
    },
  );

  test('with data the verb did not send is answered with the verb’s own words', async () => {
    const answered = await dispatcher.answerPress(pressTurn('minutes.showItem', { item: 'fem' }));
    expect(answered.reply).toEqual({ text: 'Jeg kunne ikke se, hvilket punkt du mener.' });
    expect(answered.failure?.reference).toBeNull();
  });
});

describe('A failure', () => {
  test('that explains itself is shown as it is', async () => {
    const error = new AppError('not_found', 'no such meeting', { reply: 'Det møde kender jeg ikke.' });
    const dispatcher = createDispatcher(echoRoutes({ question: () => Promise.reject(error) }));
    const answered = await dispatcher.answerMessage(messageTurn('?'));
    expect(answered.reply).toEqual({ text: 'Det møde kender jeg ikke.' });
    expect(answered.failure).toEqual({ error, reference: null });
  });

  test.each([
    ['an unknown error', new Error('SQLITE_CORRUPT: the text of the minutes')],
    ['an error without Danish words', new AppError('unavailable', 'the store is gone')],
    ['something that is no error', 'text'],
  ])('from %s is answered in Danish with a reference, and without the error’s text', async (_name, thrown) => {
    const dispatcher = createDispatcher(echoRoutes({ question: () => Promise.reject(thrown) }));
    const { reply, failure } = await dispatcher.answerMessage(messageTurn('?'));
    expect(reply.text).toMatch(/^Noget gik galt hos mig.* fejl [2-9A-Z]{4}\.$/);
    expect(reply.text).toContain(`fejl ${failure?.reference}`);
    expect(failure?.error).toBe(thrown);
  });

  test('thrown before the first await is answered too', async () => {
    const routes = echoRoutes({
      question: () => {
        throw new TypeError('at once');
      },
    });
    const { reply } = await createDispatcher(routes).answerMessage(messageTurn('?'));
    expect(reply.text).toContain('fejl ');
  });

  test('gets a reference that nobody reads wrong', () => {
    for (let count = 0; count < 1000; count += 1) expect(newReference()).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}$/);
  });
});

describe('Two routes that claim the same thing stop the start', () => {
  const command = (name: string, word: string) => echoCommand(name, [word], anything);

  test.each([
    ['verb', echoRoutes({ verbs: [showItem, showItem] })],
    ['command', echoRoutes({ commands: [command('help.show', 'hjælp'), command('help.show', 'hjælp mig')] })],
    ['command words', echoRoutes({ commands: [command('help.show', 'hjælp'), command('help.other', 'HJAELP')] })],
  ])('%s', (what, routes) => {
    expect(() => createDispatcher(routes)).toThrow(`two routes have the same ${what}`);
  });
});
