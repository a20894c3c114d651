import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verbs } from '../../../src/cards/button.js';
import type { Audience } from '../../../src/domain/access.js';
import type { AgendaItem } from '../../../src/domain/agenda-item.js';
import type { CaseNumber } from '../../../src/domain/case-number.js';
import { createArchiveRoutes } from '../../../src/features/archive/archive-routes.js';
import { findCommand } from '../../../src/routing/find-command.js';
import type { CardReply, Reply } from '../../../src/routing/reply.js';
import { buttonsOf, type CardButton, textsOf } from '../../support/card-contents.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import { sampleDepartment, sampleMembership } from '../../support/sample-register.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';
import { messageTurn, pressTurn } from '../../support/turns.js';

const clock = { now: () => new Date('2024-05-20T10:00:00Z') };
const numRuns = process.env.REFERENT_LONG === undefined ? 30 : 500;

let archive: TemporaryStore;
let audience: Audience;
let closedToo: Audience;
let seenBy: 'open' | 'closed' = 'open';

const number = (text: string): CaseNumber => {
  const [subject = '', facet = '', sequence = '0', year = '0'] = text.split('-');
  return { text, subject, facet, sequence: Number(sequence), year: 2000 + Number(year.slice(-2)) };
};

const promise = (text: string, changes: Partial<AgendaItem['commitments'][number]> = {}) => ({
  text,
  owner: null,
  due: null,
  dueText: null,
  meeting: null,
  inferred: false,
  ...changes,
});

const routes = () =>
  createArchiveRoutes({
    ...archive.store,
    audienceOf: async () => (seenBy === 'open' ? audience : closedToo),
    clock,
    ask: async ({ text }) => ({ text: `Spurgt: ${text}` }),
  });

async function type(text: string, turn = messageTurn(text)): Promise<Reply> {
  const found = findCommand(routes().commands, text);
  if (found === undefined) return { text: 'Ingen kommando' };
  return found.command.run(turn, found.rest, found.words);
}

async function press({ verb, data }: Pick<CardButton, 'verb' | 'data'>, place?: 'channel'): Promise<CardReply> {
  const found = routes().verbs.find((one) => one.verb === verb);
  if (found === undefined) throw new Error(`no such verb: ${verb}`);
  const turn = pressTurn(verb, data);
  return found.run(
    place === undefined ? turn : { ...turn, conversation: { ...turn.conversation, kind: place } },
    found.read(data),
  );
}

const buttonCalled = (reply: Reply | CardReply, title: string): CardButton => {
  const found = buttonsOf('card' in reply ? reply.card : undefined).find((one) => one.title === title);
  if (found === undefined) throw new Error(`no button ${title}`);
  return found;
};

const tableOf = (reply: CardReply): string[][] =>
  parse(Buffer.from(reply.file?.bytes ?? []), { delimiter: ';', bom: true, relax_column_count: true });

beforeAll(async () => {
  archive = await openTemporaryStore();
  const { store } = archive;
  const { id } = await store.forums.ensureForum('tenant', 'Chefforum');
  audience = { forumIds: [id], sees: 'open' };
  closedToo = { forumIds: [id], sees: 'open_and_closed' };
  await store.members.saveRegister(
    id,
    {
      departments: [
        sampleDepartment(id, 'teknik', {
          name: 'Miljø & Teknik',
          aliases: [{ text: 'Teknisk Forvaltning', from: null, to: '2021-12-31' }],
        }),
        sampleDepartment(id, 'oekonomi', { name: 'Økonomi & Stab' }),
      ],
      memberships: [
        sampleMembership(id, 1, {
          name: 'Kirsten Agerlin',
          departmentId: `${id}/teknik`,
          from: '2015-01-01',
          to: null,
        }),
        sampleMembership(id, 2, {
          name: 'Ida Holm',
          departmentId: `${id}/oekonomi`,
          from: '2015-01-01',
          to: null,
          person: { tenantId: 'tenant', objectId: 'ida' },
        }),
      ],
      deputies: [],
    },
    0,
    { note: 'Indlæst', by: null, at: clock.now() },
  );
  const own = number('00.01.00-A00-1-19');
  const approval = sampleItem(1, { topic: 'Godkendelse af dagsorden', kind: 'approval', caseNumber: own });
  const absent = (...names: string[]) => names.map((name) => ({ name, title: null }));
  const save = (document: Parameters<typeof toSave>[1]) => store.minutes.saveDocument(toSave(id, document));
  await save(
    sampleDocument('2019-03-07', {
      items: [
        { ...approval, absent: absent('Steen Ravnkilde', 'Kirsten Agerlin') },
        sampleItem(2, {
          topic: 'Rådhuspladsen: Forslag',
          caseNumber: number('05.01.10-P20-7-19'),
          decision: 'Forvaltningen regner videre.',
          attachments: [{ title: 'Skitse_pladsen_v2.pdf' }, { title: '=HYPERLINK("http://x")' }],
          absent: absent('Steen Ravnkilde'),
          commitments: [
            promise('Teknisk Forvaltning regner videre inden 1. maj', {
              owner: 'Teknisk Forvaltning',
              due: '2019-05-01',
              dueText: '1. maj',
            }),
            promise('Ida Holm følger op på næste møde', { owner: 'Ida Holm', meeting: 'next' }),
          ],
        }),
      ],
    }),
  );
  await save(
    sampleDocument('2021-09-09', {
      items: [
        approval,
        sampleItem(2, {
          topic: 'Rådhuspladsen: Beslutning',
          caseNumber: number('05.01.10-P20-7-2019'),
          decision: 'Pladsen bygges.',
          attachments: [{ title: 'Tidsplan for pladsen' }],
        }),
        sampleItem(3, {
          topic: 'Salg af grund',
          access: 'closed',
          caseNumber: number('05.01.10-P20-7-19'),
          attachments: [{ title: 'Tidsplan for salget' }],
          absent: absent('Helle Sandvad'),
          commitments: [promise('Grunden sælges inden 1. juli', { due: '2024-07-01', dueText: '1. juli' })],
        }),
        sampleItem(4, { topic: 'Mødeplan', caseNumber: own }),
      ],
    }),
  );
  await save(
    sampleDocument('2024-05-02', {
      items: [
        sampleItem(1, {
          topic: 'Budget',
          caseNumber: number('00.30.10-S00-2-24'),
          commitments: [
            promise('Afdelingerne sender forslag senest 14. juni', {
              owner: 'Afdelingerne',
              due: '2024-06-14',
              dueText: '14. juni',
            }),
            promise('Økonomi & Stab samler op medio august', {
              owner: 'Økonomi & Stab',
              due: '2024-08-15',
              dueText: 'medio august',
              inferred: true,
            }),
            promise('Nogen undersøger det til næste møde', { meeting: 'next' }),
          ],
        }),
      ],
    }),
  );
  await save(
    sampleDocument('2024-06-05', {
      kind: 'agenda',
      items: [
        sampleItem(1, { topic: 'Budget igen', caseNumber: number('00.30.10-S00-2-24'), decision: null, sections: [] }),
      ],
    }),
  );
  await save(
    sampleDocument('2024-05-02', {
      kind: 'agenda',
      items: [sampleItem(1, { topic: 'Budget', caseNumber: number('00.30.10-S00-2-24') })],
    }),
  );
});
afterAll(() => archive.remove());

describe('sag <nr.>', () => {
  it.each([
    'sag 05.01.10-P20-7-19',
    'Sagen 05.01.10 p20 7 2019?',
    'sag 050110-P20-7-19',
    'sagsnummer P20-7-19',
    'sag nr. 05.01.10',
  ])('%s shows the case from meeting to meeting, newest first, however its number is written', async (text) => {
    const { card } = await type(text);
    expect(textsOf(card)).toEqual([
      'Sag 05.01.10-P20-7-2019',
      'Rådhuspladsen: Beslutning',
      'På 2 møder fra 2019 til 2021, nyeste først.',
      'Torsdag 9. september 2021',
      'Punkt 2',
      'Pladsen bygges.',
      'Torsdag 7. marts 2019',
      '2  Rådhuspladsen: Forslag',
      'Forvaltningen regner videre.',
    ]);
  });

  it('makes no thread of a number that stands on opening and closing items', async () => {
    const { card } = await type('sag 00.01.00-A00-1-19');
    expect(textsOf(card)[0]).toBe('00.01.00-A00-1-19 er ikke én sag');
    expect(textsOf(card).join(' ')).not.toContain('Mødeplan');
  });

  it('says that an item of a coming meeting is not decided, and counts a meeting with its minutes once', async () => {
    const texts = textsOf((await type('sag 00.30.10-S00-2-24')).card);
    expect(texts).toContain('På 2 møder i 2024, nyeste først.');
    expect(texts).toContain('På dagsordenen, ikke besluttet endnu.');
  });

  it('offers the numbers near one that is not there', async () => {
    const { card } = await type('sag 05.01.10-P20-1-19');
    expect(textsOf(card).slice(0, 3)).toEqual([
      'Sag 05.01.10-P20-1-19 står ikke i referaterne',
      'Disse numre ligner:',
      'Rådhuspladsen: Beslutning',
    ]);
    expect(textsOf(((await press(buttonsOf(card)[0] as CardButton)) as Reply).card)[0]).toBe('Sag 05.01.10-P20-7-2019');
    expect(textsOf((await type('sag 99.99.99-Z99-9-99')).card)[1]).toContain('Se efter');
  });

  it.each(['sag om budgettet', 'sag 2023', 'sag 13.4.2023', 'sagen fra sidste møde', 'sag'])(
    'leaves %j to be asked',
    async (text) => {
      expect(findCommand(routes().commands, text)).toBeUndefined();
    },
  );
});

describe('bilag <navn>', () => {
  it.each(['bilag tidsplan', 'bilag tidsplaner', 'Bilag plads tidsplan', 'bilag tidspaln', 'bilag tids'])(
    '%s finds the attachment by its name',
    async (text) => {
      expect(textsOf((await type(text)).card)).toEqual(
        expect.arrayContaining([
          'Torsdag 9. september 2021',
          'Tidsplan for pladsen',
          'Punkt 2: Rådhuspladsen: Beslutning',
        ]),
      );
    },
  );

  it('lists all of them without a name, newest first', async () => {
    const texts = textsOf((await type('bilag')).card);
    expect(texts.filter((text) => /pladsen|HYPER/.test(text) && !text.startsWith('Punkt'))).toEqual(
      ['Tidsplan for pladsen', 'Skitse\\_pladsen\\_v2.pdf', '=HYPERLINK("http://x")'].map((text) =>
        expect.stringContaining(text.slice(0, 6)),
      ),
    );
  });

  it('asks what is no attachment’s name', async () => {
    expect(await type('bilag kvartalsrapport')).toEqual({ text: 'Spurgt: bilag kvartalsrapport' });
    expect(findCommand(routes().commands, 'bilag til punkt 2')).toBeUndefined();
  });
});

describe('frister', () => {
  it('shows what is coming by department, the nearest first, and last what is everybody’s and nobody’s', async () => {
    const { card } = await type('frister');
    expect(textsOf(card)).toEqual([
      'Kommende frister',
      '3 frister afdeling for afdeling, den nærmeste først.',
      'Økonomi & Stab',
      'Økonomi & Stab samler op medio august',
      'Senest 15.8.2024 (udledt) · Chefforum 2.5.2024, punkt 1',
      'Alle afdelinger',
      'Afdelingerne sender forslag senest 14. juni',
      'Senest 14.6.2024 · Chefforum 2.5.2024, punkt 1',
      'Uden afdeling',
      'Nogen undersøger det til næste møde',
      'Senest 5.6.2024 (udledt) · Chefforum 2.5.2024, punkt 1',
    ]);
    const passed = await press(buttonCalled({ card } as Reply, 'Passerede'));
    expect(textsOf('card' in passed ? passed.card : undefined).slice(0, 4)).toEqual([
      'Passerede frister',
      '2 frister afdeling for afdeling, den seneste først.',
      'Miljø & Teknik',
      'Teknisk Forvaltning regner videre inden 1. maj',
    ]);
  });

  it.each([
    'passerede frister Miljø & Teknik',
    'overskredne frister miljø og teknik',
    'frister passerede for teknik',
    'passerede frister i Teknisk Forvaltning',
  ])('%s shows one department’s, by any of its names', async (text) => {
    const texts = textsOf((await type(text)).card);
    expect(texts[0]).toBe('Passerede frister: Miljø & Teknik');
    expect(texts).toContain('Teknisk Forvaltning regner videre inden 1. maj');
    expect(texts.join(' ')).not.toContain('Ida Holm');
  });

  it('shows a chef their own department’s, with what is everybody’s', async () => {
    const texts = textsOf((await type('mine frister')).card);
    expect(texts[0]).toBe('Kommende frister: Økonomi & Stab');
    expect(texts).toContain('Afdelingerne sender forslag senest 14. juni');
    expect(texts).not.toContain('Nogen undersøger det til næste møde');
    const stranger = messageTurn('mine frister', { sender: { id: '29:x', objectId: 'x', isGuest: false } });
    expect(textsOf((await type('mine frister', stranger)).card)[1]).toContain('Du står ikke med en afdeling');
  });

  it.each(['frist for indmelding af budgetforslag', 'frist for budget i Økonomi & Stab'])(
    'asks %j, which wants one deadline',
    async (text) => {
      expect(await type(text)).toEqual({ text: `Spurgt: ${text}` });
    },
  );
});

describe('fravær', () => {
  it('shows who was absent, meeting by meeting, and from what where they were there for a part', async () => {
    expect(textsOf((await type('fravær')).card)).toEqual([
      'Fravær',
      '1 møde med fravær, nyeste først.',
      '2019',
      'Torsdag 7. marts',
      expect.stringMatching(/^Steen Ravnkilde\s+Kirsten Agerlin \(punkt 1\)$/),
    ]);
  });

  it.each(['fravær Kirsten', 'fraværende kirsten agerlin', 'fraværende Agerlins', 'fravær kirstn agerlin'])(
    '%s shows one person’s',
    async (text) => {
      expect(textsOf((await type(text)).card)[0]).toBe('Fravær: Kirsten Agerlin');
    },
  );

  it('shows a year’s, and says where there is none', async () => {
    expect(textsOf((await type('fravær i 2019')).card)[0]).toBe('Fravær i 2019');
    expect(textsOf((await type('fravær 2021')).card)).toEqual(['Der står ingen fraværende i referaterne fra 2021.']);
  });

  it('asks what names nobody who was absent', async () => {
    expect(await type('fravær i kommunen')).toEqual({ text: 'Spurgt: fravær i kommunen' });
  });
});

describe('every list', () => {
  it('shows closed items only to those who may see them', async () => {
    const all = ['sag 05.01.10-P20-7-19', 'bilag tidsplan', 'frister', 'fravær'];
    const look = async () => Promise.all(all.map(async (text) => textsOf((await type(text)).card).join('\n')));
    const open = await look();
    seenBy = 'closed';
    const closed = await look();
    seenBy = 'open';
    for (const text of open) expect(text).not.toMatch(/Salg af grund|salget|sælges|Sandvad/);
    for (const text of closed) expect(text).toMatch(/Salg af grund|salget|sælges|Sandvad/);
  });

  it('comes as a file that holds all of it and runs no formula, for the one who asks, in their own chat', async () => {
    const bilag = await type('bilag');
    const given = await press(buttonCalled(bilag, 'Hent som CSV'));
    expect(given.file?.name).toBe('Bilag.csv');
    expect(tableOf(given)).toEqual([
      ['Dato', 'Møde', 'Punkt', 'Titel', 'Bilag'],
      ['2021-09-09', 'Chefforum', '2', 'Rådhuspladsen: Beslutning', 'Tidsplan for pladsen'],
      ['2019-03-07', 'Chefforum', '2', 'Rådhuspladsen: Forslag', 'Skitse_pladsen_v2.pdf'],
      ['2019-03-07', 'Chefforum', '2', 'Rådhuspladsen: Forslag', `'=HYPERLINK("http://x")`],
    ]);
    expect(tableOf(await press(buttonCalled(await type('sag 05.01.10'), 'Hent som CSV')))).toHaveLength(3);
    expect(tableOf(await press(buttonCalled(await type('frister'), 'Hent som CSV')))[1]?.slice(0, 4)).toEqual([
      '2024-08-15',
      'medio august',
      'ja',
      'Økonomi & Stab',
    ]);
    expect(tableOf(await press(buttonCalled(await type('fravær'), 'Hent som CSV')))[2]).toEqual([
      '2019-03-07',
      'Chefforum',
      'Kirsten Agerlin',
      '',
      '1',
    ]);
    const inChannel = await press(buttonCalled(bilag, 'Hent som CSV'), 'channel');
    expect(inChannel).toEqual({ text: expect.stringContaining('vores egen chat') });
  });

  it('refuses data that no button sends, and says so when there is no such list any more', async () => {
    const [show] = routes().verbs;
    for (const data of [
      null,
      {},
      { list: 'all', asked: '' },
      { list: 'case', asked: 'x'.repeat(200) },
      { list: 'case', asked: '', page: 0 },
    ])
      expect(() => show?.read(data)).toThrow();
    await expect(press({ verb: verbs.showWalk, data: { list: 'case', asked: 'budget' } })).rejects.toMatchObject({
      code: 'not_found',
      reply: expect.stringContaining('hjælp'),
    });
  });

  it('shows each line of a long list once, page by page, and its buttons stay within what they may carry', async () => {
    const { store, remove } = await openTemporaryStore();
    const { id } = await store.forums.ensureForum('tenant', 'Chefforum');
    const many = createArchiveRoutes({
      ...store,
      audienceOf: async () => ({ forumIds: [id], sees: 'open' }),
      clock,
      ask: async () => ({}),
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (count) => {
        const attachments = Array.from({ length: count }, (_, index) => ({ title: `Notat ${index + 1}` }));
        await store.minutes.saveDocument(
          toSave(id, sampleDocument('2024-05-02', { items: [sampleItem(1, { title: `Sag ${count}`, attachments })] })),
        );
        const seen: string[] = [];
        for (let data: unknown = { list: 'attachments', asked: '' }; data !== undefined; ) {
          const [show] = many.verbs;
          const reply = await show?.run(pressTurn(verbs.showWalk, data), show.read(data));
          const card = reply !== undefined && 'card' in reply ? reply.card : undefined;
          seen.push(...textsOf(card).filter((text) => text.startsWith('Notat')));
          data = buttonsOf(card).find(({ title }) => title === 'Vis flere')?.data;
        }
        expect(seen).toEqual(attachments.map(({ title }) => title));
      }),
      { numRuns },
    );
    await remove();
  });
});
