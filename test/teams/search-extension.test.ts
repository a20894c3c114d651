import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';
import { systemClock } from '../../src/domain/clock.js';
import { findDecisions } from '../../src/features/decisions/find-decisions.js';
import { createRightsOf } from '../../src/features/members/rights-of.js';
import { createRoutes } from '../../src/routes.js';
import type { Routes } from '../../src/routing/routes.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { type ActivityJson, chef, invoke, search, tenantId } from '../support/activities.js';
import { textsOf } from '../support/card-contents.js';
import { hostileText } from '../support/hostile-text.js';
import { type SeedHouse, startSeedHouse } from '../support/seed-house.js';
import { type HouseOptions, TeamsHouse } from '../support/teams-house.js';

interface Find {
  contentType: string;
  content: AdaptiveCard;
  preview: { contentType: string; content: { title: string; text: string } };
}

interface SearchAnswer {
  composeExtension?: { type: string; attachmentLayout?: string; text?: string; attachments?: Find[] };
}

let seeds: SeedHouse;
beforeAll(async () => {
  seeds = await startSeedHouse(systemClock);
});
afterAll(() => seeds.close());

async function ask(activity: ActivityJson, house = seeds.house): Promise<SearchAnswer> {
  const response = await house.post(activity);
  expect(response.status).toBe(200);
  return (await response.json()) as SearchAnswer;
}

const finds = async (text?: string, parts: ActivityJson = {}): Promise<Find[]> =>
  (await ask(search(seeds.house.serviceUrl, text, parts))).composeExtension?.attachments ?? [];
const titles = async (text?: string, parts: ActivityJson = {}): Promise<string[]> =>
  (await finds(text, parts)).map(({ preview }) => preview.content.title);

describe('The search beside the box where a person writes', () => {
  test('shows the newest decisions when it is opened, none of them a formality', async () => {
    const newest = await finds();
    expect(newest).toHaveLength(10);
    const places = newest.map(({ preview }) => preview.content.text);
    expect(places[0]).toMatch(/^11\.6\.2025, punkt \d+ · \S/);
    expect(await titles()).not.toContainEqual(expect.stringMatching(/godkendelse af dagsorden|eventuelt/i));
  });

  test('gives each find as a card to put in, shown in the list with title, place and its first words', async () => {
    const { composeExtension } = await ask(search(seeds.house.serviceUrl, 'sygefravær'));
    expect(composeExtension).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    expect(composeExtension?.attachments?.[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5' },
      preview: {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: {
          title: expect.stringMatching(/sygefravær/i),
          text: expect.stringMatching(/^\d+\.\d+\.20\d\d, punkt \d+ · \S/),
        },
      },
    });
    expect(composeExtension?.attachments?.length).toBeLessThanOrEqual(10);
  });

  test('finds while the word is still being typed', async () => {
    const [whole = ''] = await titles('investeringspulje');
    expect(whole).toMatch(/investeringspulje/);
    for (const half of ['investeringspu', 'investerings', 'budget 2024 og invest'])
      expect(await titles(half), half).toContain(whole);
  });

  test('answers the first letter, and each that follows, with finds or with a line of Danish', async () => {
    for (let length = 1; length <= 'sygefravær'.length; length += 1) {
      const { composeExtension } = await ask(search(seeds.house.serviceUrl, 'sygefravær'.slice(0, length)));
      if (composeExtension?.type !== 'result')
        expect(composeExtension).toEqual({ type: 'message', text: 'Det fandt jeg ikke i referaterne.' });
    }
    expect(await titles('sygef')).toContainEqual(expect.stringMatching(/sygefravær/i));
  });

  test('hears the clock between the ways in which half a word is read, however many search at once', async () => {
    const heard: string[] = [];
    const store = await openStore({ file: seeds.file, clock: systemClock });
    const forumIds = (await store.forums.listForums('home')).map(({ id }) => id);
    const deps = { ...store, clock: systemClock };
    const page = { skip: 0, count: 10 };
    const typed = () => findDecisions(deps, { forumIds, sees: 'open' }, 'budget', page);
    await typed();
    setImmediate(() => heard.push('clock'));
    await Promise.all([typed(), typed()]).then(() => heard.push('found'));
    expect(heard).toEqual(['clock', 'found']);
    await store.close();
  });

  test.each([undefined, '', ' ', '?', '!!', '\u200b'])('takes %j for the search just opened', async (text) => {
    expect(await titles(text)).toEqual(await titles());
  });

  test('is in Danish for somebody whose Teams speaks English: the card is put before others', async () => {
    const english = { locale: 'en-GB' };
    for (const text of [undefined, 'sygefravær', 'rumstation'])
      expect(await ask(search(seeds.house.serviceUrl, text, english))).toEqual(
        await ask(search(seeds.house.serviceUrl, text)),
      );
  });

  test('takes any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText(20), async (text) => {
        const { composeExtension } = await ask(search(seeds.house.serviceUrl, text));
        expect(['result', 'message']).toContain(composeExtension?.type);
        if (composeExtension?.type === 'message')
          expect(composeExtension.text).toBe('Det fandt jeg ikke i referaterne.');
      }),
      { numRuns: process.env.REFERENT_LONG === undefined ? 20 : 5_000 },
    );
  });

  test('finds what is misspelt, and what is asked as a question', async () => {
    expect((await titles('hvad besluttede vi om sygefraver?'))[0]).toMatch(/sygefravær/i);
  });

  test('gives a meeting’s decisions for its date alone', async () => {
    const places = (await finds('16. marts 2023')).map(({ preview }) => preview.content.text);
    expect(new Set(places.map((place) => place.split(',')[0]))).toEqual(new Set(['16.3.2023']));
  });

  test('says so when nothing is found', async () => {
    expect(await ask(search(seeds.house.serviceUrl, 'rumstation'))).toEqual({
      composeExtension: { type: 'message', text: 'Det fandt jeg ikke i referaterne.' },
    });
  });

  test('gives the next finds when the list is drawn further down, and no line of text at its end', async () => {
    const page = (skip: number, count: number): ActivityJson => ({
      value: { commandId: 'findDecision', parameters: [], queryOptions: { skip, count } },
    });
    const first = await titles(undefined, page(0, 3));
    const both = await titles(undefined, page(0, 6));
    expect([...first, ...(await titles(undefined, page(3, 3)))]).toEqual(both);
    expect((await ask(search(seeds.house.serviceUrl, undefined, page(5000, 5)))).composeExtension).toMatchObject({
      type: 'result',
      attachments: [],
    });
  });

  test('puts in the minutes’ own words with where they stand, and no button that would need the bot', async () => {
    for (const { content } of [...(await finds()), ...(await finds('budget')), ...(await finds('kommunikation'))]) {
      expect(JSON.stringify(content)).not.toContain('"Action.');
      expect(textsOf(content).at(-1)).toMatch(
        /^Chefforum \S+ \d+\. \S+ 20\d\d, punkt \d+, (?:Beslutning|Indstilling)$/,
      );
    }
  });

  test('is the one the manifest offers', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../manifest/manifest.json', import.meta.url), 'utf8'));
    const sent = search('', 'x').value as { commandId: string; parameters: { name: string }[] };
    expect(manifest.composeExtensions[0].commands).toMatchObject([
      { id: sent.commandId, type: 'query', initialRun: true, parameters: [{ name: sent.parameters[0]?.name }] },
    ]);
  });

  test.each([
    ['another command', { commandId: 'other' }],
    ['nothing', null],
    ['a list', [1]],
  ])('answers a request with %s with nothing', async (_name, value) => {
    expect(await ask(invoke(seeds.house.serviceUrl, 'composeExtension/query', value))).toEqual({});
  });

  test.each([
    ['nothing in it', {}],
    ['no parameters', { commandId: 'findDecision' }],
    ['a number for text', { commandId: 'findDecision', parameters: [{ name: 'text', value: 7 }] }],
    ['absurd options', { commandId: 'findDecision', queryOptions: { skip: -4, count: 'mange' } }],
  ])('takes a request with %s for the search just opened', async (_name, value) => {
    const opened = await titles();
    expect(await titles(undefined, { value })).toEqual(opened);
  });
});

test('a chat client that reads no manifest may leave out the names of command and parameter', async () => {
  const value = { parameters: [{ value: 'sygefrav' }], queryOptions: { skip: 0, count: 25 } };
  expect(await titles(undefined, { value })).toEqual(await titles('sygefrav'));
});

describe('A closed item', () => {
  test.each(['Rekruttering af afdelingschef', 'rekrutt', 'lukket punkt', 'bemanding i Borgerservice'])(
    'is not found by its words: %s',
    async (text) => {
      expect(JSON.stringify(await finds(text))).not.toMatch(
        /lukket punkt|Rekruttering af afdelingschef|bemanding i B/i,
      );
    },
  );

  test('is not found either by someone who sees it elsewhere, for the card is put before others', async () => {
    const store = await openStore({ file: seeds.file, clock: systemClock });
    const [forum] = await store.forums.listForums('home');
    const routes = createRoutes({
      store,
      clock: systemClock,
      rightsOf: createRightsOf({ ...store, clock: systemClock }),
      audienceOf: async () => ({ forumIds: [forum?.id ?? ''], sees: 'open_and_closed' }),
      questionDays: 365,
      reportRemoved: () => undefined,
      listTeam: async () => [],
      reportUnkept: () => undefined,
    });
    const house = await TeamsHouse.start({ routes });
    try {
      for (const text of ['rekruttering afdelingschef', '9. september 2021']) {
        const found = (await ask(search(house.serviceUrl, text), house)).composeExtension?.attachments ?? [];
        expect(JSON.stringify(found)).not.toMatch(/rekruttering af afdelingschef/i);
      }
    } finally {
      await house.close();
      await store.close();
    }
  });
});

/** Finds only what is typed as here; what is typed before is looked for until nobody waits for it. */
const finding = (found: string) => {
  const searched: { text: string; signal: AbortSignal }[] = [];
  const searchExtension: Routes['searchExtension'] = async ({ text }, signal) => {
    searched.push({ text, signal });
    if (text === found) return { text: `Fundet: ${text}` };
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    throw new Error('nobody waits for it');
  };
  return { searched, searchExtension };
};

const said = ({ composeExtension }: SearchAnswer): string | undefined => composeExtension?.text;

describe('Whoever types on', () => {
  let house: TeamsHouse;
  afterEach(() => house.close());
  const limits = { searchWithinMs: 30_000, answerWithinMs: 30_000 };

  /** Types so, in this order, the next when the one before is being looked for, and gives what each was answered with. */
  async function type(typed: readonly (readonly [text: string, parts?: ActivityJson])[], found: string) {
    const { searched, searchExtension } = finding(found);
    house = await TeamsHouse.start({ routes: { searchExtension }, limits });
    const answers: Promise<string | undefined>[] = [];
    for (const [index, [text, parts]] of typed.entries()) {
      answers.push(ask(search(house.serviceUrl, text, parts), house).then(said));
      await vi.waitFor(() => expect(searched).toHaveLength(index + 1), { timeout: 20_000, interval: 5 });
    }
    return { answers, searched };
  }

  test('is answered for the last letter, and what was typed before is given up at once', async () => {
    const { answers, searched } = await type([[''], ['sy'], ['syge'], ['sygefravær']], 'sygefravær');
    const given = await Promise.all(answers);
    expect(given).toEqual([...Array(3).fill(expect.stringContaining('Du skrev videre')), 'Fundet: sygefravær']);
    expect(searched.map(({ signal }) => signal.aborted)).toEqual([true, true, true, false]);
  });

  test('gives nothing up by taking a letter away, or where requests overtook each other', async () => {
    const { answers, searched } = await type([['syge'], ['sy']], 'sygefravær');
    expect(searched.map(({ signal }) => signal.aborted)).toEqual([false, false]);
    expect(said(await ask(search(house.serviceUrl, 'sygefravær'), house))).toBe('Fundet: sygefravær');
    expect(await Promise.all(answers)).toEqual(Array(2).fill(expect.stringContaining('Du skrev videre')));
  });

  test('cuts nobody else short, and nothing of theirs in another conversation', async () => {
    const other = { ...chef, id: '29:another' };
    const elsewhere = { conversation: { id: 'a:elsewhere', conversationType: 'personal', tenantId } };
    const { answers, searched } = await type([['sy', { from: other }], ['sy', elsewhere], ['sy'], ['syg']], 'syg');
    expect(await answers[3]).toBe('Fundet: syg');
    expect(await answers[2]).toContain('Du skrev videre');
    expect(searched.map(({ signal }) => signal.aborted)).toEqual([false, false, true, false]);
    for (const parts of [{ from: other }, elsewhere])
      expect(said(await ask(search(house.serviceUrl, 'syg', parts), house))).toBe('Fundet: syg');
    expect(await Promise.all(answers.slice(0, 2))).toEqual(Array(2).fill(expect.stringContaining('Du skrev videre')));
  });

  test('is shown the next finds of the same text beside the first', async () => {
    const next = { queryOptions: { skip: 10, count: 25 } };
    const activity = search(seeds.house.serviceUrl, 'budget');
    const more = { ...activity, value: { ...(activity.value as object), ...next } };
    const [first, second] = await Promise.all([ask(activity), ask(more)]);
    expect(first.composeExtension?.type).toBe('result');
    expect(second.composeExtension?.type).toBe('result');
  });
});

describe('In a chat the bot is not in', () => {
  let house: TeamsHouse;
  afterEach(() => house.close());
  const start = async (options: HouseOptions = {}): Promise<void> => {
    // A busy machine finds late, and finds the same.
    house = await TeamsHouse.start({ routes: seeds.routes, limits: { searchWithinMs: 30_000 }, ...options });
  };
  const elsewhere = { conversation: { id: '19:chef-and-friend', conversationType: 'personal', tenantId } };

  test('a colleague is answered, and nothing is written to anybody', async () => {
    await start();
    house.connector.removeBotFrom('19:chef-and-friend');
    const { composeExtension } = await ask(search(house.serviceUrl, 'sygefravær', elsewhere), house);
    expect(composeExtension?.type).toBe('result');
    expect(house.connector.posts).toMatchObject([
      { path: '/emea/v3/conversations', body: { isGroup: false, members: [{ id: chef.id }], tenantId } },
    ]);
    expect(house.connector.posts[0]?.body).not.toHaveProperty('activity');
  });

  test('a guest is not', async () => {
    await start();
    house.connector.removeBotFrom('19:chef-and-friend');
    house.connector.setRole(chef.id, 'guest');
    expect(await ask(search(house.serviceUrl, 'sygefravær', elsewhere), house)).toEqual({
      composeExtension: { type: 'message', text: expect.stringContaining('ikke gæster') },
    });
  });

  test('nobody is answered on a guess when Teams does not say who it is', async () => {
    await start();
    house.connector.failLookUps();
    expect(await ask(search(house.serviceUrl, 'sygefravær', elsewhere), house)).toMatchObject({
      composeExtension: { type: 'message', text: expect.stringContaining('slå dig op') },
    });
  });

  test('a search that takes too long says so before Teams gives up, and is worked on no longer', async () => {
    const { searched, searchExtension } = finding('nothing');
    await start({ routes: { searchExtension }, limits: { searchWithinMs: 50 } });
    expect(await ask(search(house.serviceUrl, 'sygefravær'), house)).toMatchObject({
      composeExtension: { type: 'message', text: expect.stringContaining('for lang tid') },
    });
    expect(searched.map(({ signal }) => signal.aborted)).toEqual([true]);
  });

  test('a search says so too where the bot was so busy that its own clock came too late', async () => {
    const { searchExtension } = finding('nothing');
    await start({ routes: { searchExtension }, limits: { searchWithinMs: 2_000, answerWithinMs: 50 } });
    expect(said(await ask(search(house.serviceUrl, 'sygefravær'), house))).toContain('for lang tid');
  });

  test('a search that stood at the door for as long as Teams waits is not begun any more', async () => {
    const { searched, searchExtension } = finding('sygefravær');
    await start({ routes: { searchExtension }, limits: { searchWithinMs: 200 } });
    house.keys.delayMs = 400;
    expect(said(await ask(search(house.serviceUrl, 'sygefravær'), house))).toContain('for lang tid');
    expect(searched).toEqual([]);
  });
});
