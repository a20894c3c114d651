import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verbs } from '../../../src/cards/button.js';
import type { Audience } from '../../../src/domain/access.js';
import { AppError } from '../../../src/domain/app-error.js';
import { createShowItemCommand, readItemName } from '../../../src/features/minutes/show-item.command.js';
import { createShowItemVerb } from '../../../src/features/minutes/show-item.verb.js';
import { createShowMeetingCommand } from '../../../src/features/minutes/show-meeting.command.js';
import { createShowMeetingVerb } from '../../../src/features/minutes/show-meeting.verb.js';
import { createShowMeetingsCommand } from '../../../src/features/minutes/show-meetings.command.js';
import { createShowMeetingsVerb } from '../../../src/features/minutes/show-meetings.verb.js';
import type { Reply } from '../../../src/routing/reply.js';
import type { Command } from '../../../src/routing/routes.js';
import { buttonsOf, textsOf } from '../../support/card-contents.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';
import { messageTurn, pressTurn } from '../../support/turns.js';

const clock = { now: () => new Date('2024-05-20T10:00:00Z') };
let archive: TemporaryStore;
let audience: Audience;

const browsing = () => ({
  minutes: archive.store.minutes,
  lists: archive.store.lists,
  audienceOf: async () => audience,
  clock,
});

beforeAll(async () => {
  archive = await openTemporaryStore();
  const forum = await archive.store.forums.ensureForum('tenant', 'Chefforum');
  audience = { forumIds: [forum.id], sees: 'open' };
  const save = (document: ReturnType<typeof sampleDocument>) =>
    archive.store.minutes.saveDocument(toSave(forum.id, document));
  const longText = Array.from(
    { length: 400 },
    (_, index) => `Linje ${index + 1} om afdelingernes *arbejde* & frister.`,
  ).join('\n\n');
  const lines = { first: 1, last: 1 };
  await save(
    sampleDocument('2023-04-13', {
      place: null,
      endTime: null,
      items: [
        sampleItem(1, { topic: 'Godkendelse af dagsorden', kind: 'approval' }),
        sampleItem(2, {
          topic: 'Lang sag',
          sections: [
            { kind: 'case', heading: 'Sagsfremstilling', text: longText, lines },
            { kind: 'decision', heading: 'Beslutning', text: 'Drøftet.', lines },
          ],
        }),
        sampleItem(3, { topic: 'Personsag, lukket', access: 'closed', decision: 'Hemmelig beslutning.' }),
        sampleItem(4, { topic: 'Eventuelt', kind: 'any_other_business' }),
      ],
    }),
  );
  await save(sampleDocument('2023-04-27'));
  await save(sampleDocument('2023-06-15'));
  await save(sampleDocument('2021-09-09'));
  await save(sampleDocument('2024-05-02'));
  await save(sampleDocument('2024-05-02', { kind: 'agenda' }));
  await save(
    sampleDocument('2024-06-05', {
      kind: 'agenda',
      items: [sampleItem(1, { decision: null, outcomes: [], sections: [] })],
    }),
  );
});
afterAll(() => archive.remove());

const type = (command: Command, rest: string): Promise<Reply> => {
  expect(command.accepts(rest), rest).toBe(true);
  return command.run(messageTurn(`${command.words[0]} ${rest}`), rest);
};

describe('møder', () => {
  const command = () => createShowMeetingsCommand(browsing());

  it('lists the newest year, newest first, each meeting once', async () => {
    const { card, summary } = await type(command(), '');
    expect(summary).toBe('Møder i 2024: 2');
    expect(textsOf(card)).toEqual([
      'Møder i 2024',
      'Onsdag 5. juni',
      'Dagsorden · 1 punkt · Mødelokale 1',
      'Torsdag 2. maj',
      '1 punkt · Mødelokale 1',
    ]);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Vis', 'Vis', '2023', '2021']);
  });

  it('begins with the coming meeting, also when it is the first of a new year', async () => {
    const { store, remove } = await openTemporaryStore();
    const { id } = await store.forums.ensureForum('tenant', 'Chefforum');
    await store.minutes.saveDocument(toSave(id, sampleDocument('2024-12-11')));
    await store.minutes.saveDocument(toSave(id, sampleDocument('2025-01-08', { kind: 'agenda' })));
    const audienceOf = async (): Promise<Audience> => ({ forumIds: [id], sees: 'open' });
    const { card } = await type(createShowMeetingsCommand({ ...store, audienceOf, clock }), '');
    expect(textsOf(card).filter((text) => /\d{4}|december/.test(text))).toEqual([
      'Møder i 2024',
      'Onsdag 8. januar 2025',
      'Onsdag 11. december',
    ]);
    await remove();
  });

  it('lists a year that is asked for, and the nearest one where it has no meetings', async () => {
    expect(textsOf((await type(command(), '2023')).card)[0]).toBe('Møder i 2023');
    expect(textsOf((await type(command(), 'i 2019')).card).slice(0, 2)).toEqual([
      'Møder i 2021',
      'Der ligger ingen møder fra 2019 i arkivet. Her er det nærmeste år.',
    ]);
  });

  it('is no command when something else follows', () => {
    for (const rest of ['med kommunalbestyrelsen', '13', '2023 og 2024']) expect(command().accepts(rest)).toBe(false);
  });

  it('counts only the items that may be seen', async () => {
    expect(textsOf((await type(command(), '2023')).card)).toContain('3 punkter');
  });

  it('says so when the archive is empty', async () => {
    const empty = createShowMeetingsCommand({
      ...browsing(),
      audienceOf: async () => ({ forumIds: [], sees: 'open' }),
    });
    expect(await type(empty, '')).toEqual({
      text: 'Der ligger ingen referater i arkivet endnu. Sekretariatet lægger dem ind.',
    });
  });
});

describe('møde <dato>', () => {
  const command = () => createShowMeetingCommand(browsing());

  it.each([
    '13. april 2023',
    '13/4-23',
    '13-04-2023',
    '13.4.2023',
    '2023-04-13',
    'den 13. april 2023',
    'fra den 13. april 2023',
  ])('%s shows the meeting with its open items and what became of them', async (date) => {
    const { card, summary } = await type(command(), date);
    expect(summary).toBe('Chefforum torsdag 13. april 2023: 3 punkter');
    expect(textsOf(card)).toEqual([
      'Chefforum torsdag 13. april 2023',
      'Referat · kl. 9.00',
      ...['1', 'Godkendelse af dagsorden', 'Godkendt', '2', 'Lang sag', 'Godkendt', '4', 'Eventuelt', 'Godkendt'],
    ]);
  });

  it('finds the latest meeting held, and the next one to come', async () => {
    for (const word of ['', 'sidste', 'seneste', 'nyeste', 'sidste møde'])
      expect((await type(command(), word)).summary).toBe('Chefforum torsdag 2. maj 2024: 1 punkt');
    expect((await type(command(), 'næste')).summary).toBe('Chefforum onsdag 5. juni 2024: 1 punkt');
  });

  it('takes a date without a year as the nearest past one, or the next where there was no meeting then', async () => {
    expect((await type(command(), '2. maj')).summary).toBe('Chefforum torsdag 2. maj 2024: 1 punkt');
    expect((await type(command(), '5. juni')).summary).toBe('Chefforum onsdag 5. juni 2024: 1 punkt');
  });

  it('offers the nearest meetings when there was none that day', async () => {
    const { card, summary } = await type(command(), '20. april 2023');
    expect(summary).toBe('Intet møde torsdag 20. april 2023');
    expect(textsOf(card).filter((text) => text.includes('2023'))).toEqual([
      'Intet møde torsdag 20. april 2023',
      'Torsdag 15. juni 2023',
      'Torsdag 27. april 2023',
      'Torsdag 13. april 2023',
    ]);
    expect(buttonsOf(card).map(({ tooltip }) => tooltip)).toContain('Vis mødet torsdag 27. april 2023');
  });

  it('leaves questions that begin alike to the search', () => {
    for (const rest of ['vi kommunen i maj?', 'om budget', '31. april 2023', 'april'])
      expect(command().accepts(rest), rest).toBe(false);
  });
});

describe('punkt <dato> <nr.>', () => {
  const command = () => createShowItemCommand(browsing());

  it.each([
    ...[
      '13. april 2023 2',
      '2 13. april 2023',
      '13/4-23 2',
      '13. april 2023, punkt 2',
      '2 fra mødet 13. april 2023',
      '2, 13.4.2023',
    ],
  ])('"punkt %s" shows the item', async (rest) => {
    const { card, summary } = await type(command(), rest);
    expect(summary).toBe('Punkt 2: Lang sag (Chefforum 13.4.2023)');
    expect(textsOf(card).slice(0, 5)).toEqual([
      'Chefforum torsdag 13. april 2023, punkt 2',
      'Lang sag',
      'Godkendt',
      'Beslutning',
      'Drøftet.',
    ]);
  });

  it('means the latest meeting when no date is given', () => {
    expect(readItemName('5', '2024-05-20')).toEqual({ meeting: { kind: 'latest' }, number: 5 });
    expect(readItemName('sidste møde 3', '2024-05-20')).toEqual({ meeting: { kind: 'latest' }, number: 3 });
    for (const text of ['', '13. april 2023', 'om budget 3', '5 om budget'])
      expect(readItemName(text, '2024-05-20'), text).toBeUndefined();
  });

  it.each([12, 3])(
    'says which items there are instead of number %i, the same for a closed item as for none',
    async (number) => {
      const { card } = await type(command(), `13. april 2023 ${number}`);
      const texts = textsOf(card);
      expect(texts).toContain(`Der er ikke noget punkt ${number} på dette møde. Vælg et af disse.`);
      expect(buttonsOf(card).map(({ tooltip }) => tooltip)).toEqual([
        'Vis punkt 1: Godkendelse af dagsorden',
        'Vis punkt 2: Lang sag',
        'Vis punkt 4: Eventuelt',
        'Alle møder',
        'Få den indlæste fil fra mødet torsdag 13. april 2023',
      ]);
      expect(JSON.stringify(card)).not.toContain('Personsag');
    },
  );
});

describe('leafing by buttons', () => {
  const press = async (data: unknown) => {
    const verb = createShowItemVerb(browsing());
    return verb.run(pressTurn(verb.verb, data), verb.read(data));
  };
  const meetingId = async (date: string): Promise<string> =>
    (await archive.store.minutes.findMeetings(audience, date))[0]?.id ?? '';

  it('shows a long item on pages, every line once and none lost', async () => {
    const meeting = await meetingId('2023-04-13');
    const seen: string[] = [];
    let data: unknown = { meeting, item: 2 };
    for (let pages = 1; ; pages += 1) {
      const reply = await press(data);
      if (!('card' in reply)) throw new Error('no card');
      seen.push(...textsOf(reply.card).filter((text) => text.startsWith('Linje ')));
      const next = buttonsOf(reply.card).find(({ title }) => title === 'Næste side');
      if (next === undefined) {
        expect(textsOf(reply.card)).toContain(`Side ${pages} af ${pages}`);
        expect(pages).toBeGreaterThan(2);
        break;
      }
      data = next.data;
    }
    expect(seen).toEqual(
      Array.from({ length: 400 }, (_, index) => `Linje ${index + 1} om afdelingernes \\*arbejde\\* & frister.`),
    );
  });

  it('leads to the neighbours that may be seen, to the meeting, and back to the answer', async () => {
    const reply = await press({
      meeting: await meetingId('2023-04-13'),
      item: 2,
      question: 'hvad skete der?',
      context: 'før',
    });
    if (!('card' in reply)) throw new Error('no card');
    const byTitle = new Map(buttonsOf(reply.card).map(({ title, verb, data }) => [title, { verb, data }]));
    expect(byTitle.get('Tilbage til svaret')).toEqual({
      verb: verbs.showAnswer,
      data: { question: 'hvad skete der?', context: 'før' },
    });
    expect(byTitle.get('Næste punkt')?.data).toMatchObject({ item: 4, question: 'hvad skete der?' });
    expect(byTitle.get('Forrige punkt')?.data).toMatchObject({ item: 1 });
    expect(byTitle.get('Til mødet')?.verb).toBe(verbs.showMeeting);
  });

  it('opens a meeting from the list, and the list from a meeting', async () => {
    const listVerb = createShowMeetingsVerb(browsing());
    const list = await listVerb.run(pressTurn(listVerb.verb, {}), listVerb.read({ year: 2023 }));
    if (!('card' in list)) throw new Error('no card');
    const open = buttonsOf(list.card).find(({ tooltip }) => tooltip === 'Vis mødet torsdag 13. april 2023');
    const meetingVerb = createShowMeetingVerb(browsing());
    const meeting = await meetingVerb.run(pressTurn(meetingVerb.verb, open?.data), meetingVerb.read(open?.data));
    if (!('card' in meeting)) throw new Error('no card');
    expect(textsOf(meeting.card)[0]).toBe('Chefforum torsdag 13. april 2023');
    expect(buttonsOf(meeting.card).slice(-2)).toMatchObject([
      { verb: verbs.showMeetings, data: { year: 2023 } },
      { title: 'Åbn originalen', verb: verbs.openOriginal },
    ]);
  });

  it('refuses data that no button sends', async () => {
    for (const data of [
      null,
      'x',
      {},
      { meeting: 5, item: 1 },
      { meeting: 'x', item: '1' },
      { meeting: 'x', item: 1, page: -1 },
    ])
      expect(() => createShowItemVerb(browsing()).read(data)).toThrow(AppError);
    for (const data of [{ year: '2023' }, { page: 0 }])
      expect(() => createShowMeetingsVerb(browsing()).read(data)).toThrow(AppError);
  });

  it('answers the same for a meeting that is not there and one of a forum not to be read', async () => {
    const stranger = {
      ...browsing(),
      audienceOf: async (): Promise<Audience> => ({ forumIds: ['other'], sees: 'open' }),
    };
    const verb = createShowMeetingVerb(stranger);
    const failures = await Promise.all(
      ['no-such-meeting', await meetingId('2023-04-13')].map((meeting) =>
        verb.run(pressTurn(verb.verb, {}), { meeting, page: 1 }).catch((error: unknown) => error),
      ),
    );
    expect(failures[0]).toMatchObject({ code: 'not_found', reply: expect.any(String) });
    expect(failures[1]).toEqual(failures[0]);
  });
});
