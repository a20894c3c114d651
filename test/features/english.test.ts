import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';
import { verbs } from '../../src/cards/button.js';
import { fixedTextsInEnglish } from '../../src/cards/fixed-texts.en.js';
import { formatDayAndMonth, formatLongDate, formatTimeSpan } from '../../src/danish/date-format.js';
import { inBoth, languageSpoken, speaking } from '../../src/domain/language.js';
import { languageOf } from '../../src/routing/language-of.js';
import { channelMessage, message, press, tenantId } from '../support/activities.js';
import { buttonsOf, textsOf } from '../support/card-contents.js';
import { dictionaries, textsIn } from '../support/dictionaries.js';
import { type SeedHouse, startSeedHouse } from '../support/seed-house.js';
import { messageTurn } from '../support/turns.js';

const clock = { now: () => new Date('2025-06-13T09:00:00Z') };

describe('the language somebody is answered in', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['da-DK', 'da'],
    ['de-DE', 'da'],
    ['enm', 'da'],
    ['', 'da'],
    [null, 'da'],
  ] as const)('of a client that says %j is %s', (locale, language) => {
    expect(languageOf(messageTurn('hej', { locale }))).toBe(language);
  });

  it('is Danish where others read along', () => {
    for (const kind of ['channel', 'group'] as const)
      expect(
        languageOf(messageTurn('hej', { locale: 'en-GB', conversation: { id: 'c', kind, tenantId, teamId: null } })),
      ).toBe('da');
  });

  it('is one person’s own, also when many are answered at once', async () => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, 1));
    const said = inBoth({ hello: 'Hej' }, { hello: 'Hello' });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        speaking(index % 2 === 0 ? 'da' : 'en', async () => {
          await pause();
          return `${languageSpoken()} ${said.hello}`;
        }),
      ),
    );
    expect(answers).toEqual(answers.map((_, index) => (index % 2 === 0 ? 'da Hej' : 'en Hello')));
    expect(said.hello).toBe('Hej');
  });

  it('is the language dates and times are written in', () => {
    const write = () => [
      formatLongDate('2023-04-13'),
      formatDayAndMonth('2023-04-13'),
      formatTimeSpan('09:00', '11:00'),
    ];
    expect(speaking('en', write)).toEqual(['Thursday 13 April 2023', 'Thursday 13 April', '9:00–11:00']);
    expect(write()).toEqual(['torsdag 13. april 2023', 'torsdag 13. april', 'kl. 9.00–11.00']);
  });
});

/** A card's text without the marks that keep it from being read as Markdown. */
const withoutMarks = (text: string): string =>
  text.replaceAll('\\', '').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** Names and what is typed are the same in both languages. */
const alike = new Set(['Referent', 'Type', '·']);
const isTold = (text: string): boolean => /\p{L}{3}/u.test(text.replace(/2023-04-13|13.4.2023|X/g, ''));

describe('every text', () => {
  it.each(dictionaries)('of %s is there in English, and is no Danish', (_name, danish, english) => {
    const inDanish = textsIn(danish);
    const inEnglish = new Map(speaking('en', () => textsIn(english)));
    expect([...inEnglish.keys()].sort()).toEqual(inDanish.map(([name]) => name).sort());
    for (const [name, text] of inDanish.filter(([, said]) => isTold(said) && !alike.has(said))) {
      const translated = inEnglish.get(name) ?? '';
      if (!sameInBoth.has(name)) expect(translated, name).not.toBe(text);
      expect(translated.replace(/"[^"]*"|«[^»]*»/g, ''), name).not.toMatch(/[æøåÆØÅ]/);
    }
  });

  it('that stands in a card skeleton has its English', () => {
    const folder = new URL('../../cards/', import.meta.url);
    const fixed: string[] = [];
    for (const file of readdirSync(folder))
      JSON.parse(readFileSync(new URL(file, folder), 'utf8'), (key, value) => {
        const isLabel = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'tooltip', 'altText'].includes(key);
        if (isLabel && typeof value === 'string' && /\p{L}/u.test(value.replace(/\$\{[^}]*\}/g, ''))) fixed.push(value);
        return value;
      });
    expect(fixed.length).toBeGreaterThan(5);
    for (const text of fixed) expect(fixedTextsInEnglish[text], text).toMatch(/\w/);
  });
});

/** Made of names and numbers alone, or a word both languages have. */
const sameInBoth = new Set([
  'numbered',
  'meetingOf',
  'versionFacts',
  'kilobytes',
  'meetingSummary',
  'absentFrom',
  'forum',
  'item',
  'moment',
  'handledOn',
  'proposedBy',
  'approvedPoints',
  'wishNotFound',
  'ofDepartment',
  'deadlinesFile',
  'absencesFile',
  'version',
  'dialogTitle',
  'help',
  'summary',
  'meetingsSummary',
  'title',
  'form.title',
  'csv',
  'titles.of',
]);

describe('a chef whose Teams speaks English', () => {
  let seeds: SeedHouse;
  const chef = { id: '29:marcus', name: 'Marcus', aadObjectId: 'd37deefb-1b21-410f-a952-efa66b69204f' };
  const parts = { from: chef, locale: 'en-GB' };
  beforeAll(async () => {
    seeds = await startSeedHouse(clock, { withMembers: true });
  });
  afterAll(() => seeds.close());

  interface Said {
    text?: string;
    summary?: string;
    attachments?: { content: AdaptiveCard }[];
  }
  const cardOf = ({ attachments }: Said): AdaptiveCard | undefined => attachments?.[0]?.content;

  async function say(text: string, given: Record<string, unknown> = parts): Promise<Said> {
    const { house } = seeds;
    const before = house.connector.messages.length;
    await house.post(message(house.serviceUrl, text, given));
    for (let waited = 0; waited < 500 && house.connector.messages[before] === undefined; waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return house.connector.messages[before] as Said;
  }

  /** What is said, without what is quoted or typed. */
  const wordsOf = (said: Said): string =>
    [
      said.text,
      said.summary,
      ...textsOf(cardOf(said)),
      ...buttonsOf(cardOf(said)).flatMap(({ title, tooltip }) => [title, tooltip]),
    ].join('\n');

  it('is helped in English: no Danish but what one types and the questions the archive can answer', async () => {
    const said = await say('help');
    const card = cardOf(said);
    expect(card).toMatchObject({ lang: 'en' });
    const texts = textsOf(card);
    expect(texts[0]).toBe('What you can ask me');
    const questions = new Set(
      buttonsOf(card).flatMap(({ data }) =>
        typeof data === 'object' && data !== null && 'question' in data ? [String(data.question)] : [],
      ),
    );
    const usages = new Set(seeds.routes.commands.map(({ usage }) => usage));
    const ours = texts.filter(
      (text) =>
        ![...questions].some((question) => text.includes(question.slice(0, 12))) &&
        ![...usages].some((usage) => withoutMarks(text) === usage),
    );
    expect(ours.length).toBeGreaterThan(8);
    for (const text of ours) {
      const bare = withoutMarks(text).replace(/"[^"]*"/g, '');
      expect(bare).not.toMatch(/[æøå]/i);
      expect(bare).not.toMatch(
        /(?<!\p{L})(?:og|eller|du|dig|det|der|som|hvad|punkt|skriv|vis|fra|til|kan|jeg|ikke|er)(?!\p{L})/iu,
      );
    }
  });

  it.each([
    ['møder', /Meetings in 2025/, /All|Show/],
    ['møde 16. marts 2023', /Minutes · 9:00/, /Open the original/],
    ['punkt 16. marts 2023 2', /item 2/, /To the meeting/],
    ['sag 00.30.10-S00-2-19', /At 2 meetings in 2019, newest first\./, /Get as CSV/],
    ['bilag tidsplan', /Attachments with tidsplan/, /All attachments/],
    ['frister', /Coming deadlines/, /My deadlines/],
    ['fravær 2023', /Absences in 2023/, /All absences/],
    ['nyt siden 2024', /decisions at \d+ meetings/, /Get as CSV/],
    ['what was decided about sick leave', /Chefforum \w+day \d+ \w+ \d{4}, item \d+/, /Show/],
    ['hvad blev besluttet om en månebase på Mars', /I did not find that|I am not sure/, /\w/],
    ['hello', /What do you want to know/, /./],
    ['møde 1. maj 1999', /No meeting on Saturday 1 May 1999/, /Show/],
  ])('%s is answered in English, quoting the minutes in their own Danish', async (text, tells, offers) => {
    const said = wordsOf(await say(text));
    expect(said).toMatch(tells);
    expect(said).toMatch(offers);
    expect(said).not.toMatch(/(?:^|\n)(?:Vis|Hent som CSV|Til mødet|Alle møder|Nyeste først)/);
  });

  it('gets English errors, buttons and files', async () => {
    const { house } = seeds;
    const answer = async (verb: string, data: unknown) =>
      JSON.stringify(await (await house.post({ ...press(house.serviceUrl, verb, data), ...parts })).json());
    expect(await answer('no.such', {})).toContain('older card');
    expect(await answer(verbs.showMeeting, { meeting: 'x' })).toContain('I cannot find that meeting');
    expect(await answer(verbs.showItem, { meeting: 7 })).toContain('does not work any more');
    expect(await answer(verbs.showHelp, {})).toContain('What you can ask me');
    expect(await answer(verbs.exportWalk, { list: 'absences', asked: '' })).toContain(
      'Here is the whole list as a file',
    );
    const stranger = { ...parts, from: { id: '29:x', name: 'X', aadObjectId: 'x' } };
    expect((await say('møder', stranger)).text).toContain('You are not registered in Chefforum');
  });

  it('is answered in Danish in the channel, where everybody reads', async () => {
    const { house } = seeds;
    const before = house.connector.messages.length;
    await house.post({ ...channelMessage(house.serviceUrl, 'hjælp'), ...parts });
    for (let waited = 0; waited < 500 && house.connector.messages[before] === undefined; waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(JSON.stringify(house.connector.messages[before])).not.toMatch(/What you can|You can also|binding|bound to/);
  });

  it('and one whose Teams speaks Danish, or nothing that is known, is answered in Danish', async () => {
    for (const locale of ['da-DK', 'fr-FR', undefined]) {
      const said = await say('hjælp', { from: chef, locale });
      expect(textsOf(cardOf(said))[0]).toBe('Det kan du spørge mig om');
      expect(cardOf(said)).toMatchObject({ lang: 'da' });
    }
  });
});
