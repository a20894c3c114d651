import { afterAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/domain/answer.js';
import type { Commitment } from '../../../src/domain/commitment.js';
import { answerReply } from '../../../src/features/decisions/answer-reply.js';
import { exportFinds, toCsv } from '../../../src/features/decisions/export-finds.js';
import { openAskedArchive } from '../../support/asked-archive.js';
import { buttonsOf, textsOf } from '../../support/card-contents.js';
import { sampleDocument, sampleItem } from '../../support/sample-document.js';
import { sampleDepartments, sampleMembership } from '../../support/sample-register.js';

const lines = { first: 1, last: 1 };

const promise = (owner: string | null, text: string, changes: Partial<Commitment> = {}): Commitment => ({
  text,
  owner,
  due: null,
  dueText: null,
  meeting: null,
  inferred: false,
  ...changes,
});

function item(number: number, topic: string, commitments: Commitment[], access: 'open' | 'closed' = 'open') {
  const decision = ['Chefforum godkendte indstillingen.', ...commitments.map(({ text }) => text)].join('\n\n');
  const sections = [{ kind: 'decision' as const, heading: 'Beslutning', text: decision, lines }];
  return sampleItem(number, { title: topic, topic, access, decision, sections, commitments });
}

const by = (due: string, inferred = false): Partial<Commitment> => ({ due, dueText: 'senest', inferred });

const documents = [
  sampleDocument('2024-01-10', {
    participants: [
      { name: 'Jonas Vibe', title: 'Afdelingschef Miljø & Teknik' },
      { name: 'Søren Bech', title: 'Afdelingschef Kultur & Fritid' },
      { name: 'Søren Rask', title: 'Afdelingschef Børn & Familie' },
    ],
    items: [
      item(2, 'Elbiler', [promise('M&T', 'M&T indkøber elbiler senest den 1. marts 2024.', by('2024-03-01'))]),
      item(3, 'Ladestandere', [
        promise('Jonas', 'Jonas finder tre pladser snarest.'),
        promise('Afdelingerne', 'Afdelingerne melder behov ind senest den 1. februar 2024.', by('2024-02-01')),
      ]),
      item(4, 'Lønsag', [promise('Miljø & Teknik', 'Miljø & Teknik holder en samtale.', by('2024-09-01'))], 'closed'),
    ],
  }),
  sampleDocument('2024-05-02', {
    items: [
      item(2, 'Skolevej', [
        promise('Jonas Vibe', 'Jonas Vibe sender en plan medio juni.', by('2024-06-15', true)),
        promise('Søren Bech', 'Søren Bech skriver til foreningerne.', by('2024-07-01')),
        promise('Chefen for Miljø & Teknik', 'Chefen for Miljø & Teknik følger op på næste møde.', { meeting: 'next' }),
      ]),
      item(3, 'Budget 2025', [
        promise('Alle chefer', 'Alle chefer sender forslag den 1. juni 2024.', by('2024-06-01')),
        promise('Styregruppen', 'Styregruppen mødes i august.', by('2024-08-31', true)),
      ]),
    ],
  }),
];

const membershipsOf = (id: string) => [
  sampleMembership(id, 1, { name: 'Jonas Vibe', title: 'Afdelingschef', departmentId: `${id}/mt` }),
  sampleMembership(id, 2, { name: 'Søren Bech', title: 'Afdelingschef', departmentId: `${id}/kf` }),
  sampleMembership(id, 3, { name: 'Søren Rask', title: 'Afdelingschef' }),
];

const { ask, store, audience, remove } = await openAskedArchive(documents, '2024-05-20', (id) => ({
  departments: sampleDepartments(id),
  memberships: membershipsOf(id),
  deputies: [],
}));
afterAll(remove);
const quotes = ({ sources }: Answer): string[] => sources.map(({ quote }) => quote);

const ofTechnicians = [
  'Alle chefer sender forslag den 1. juni 2024.',
  'Jonas Vibe sender en plan medio juni.',
  'Chefen for Miljø & Teknik følger op på næste møde.',
  'M&T indkøber elbiler senest den 1. marts 2024.',
  'Jonas finder tre pladser snarest.',
];

describe('everything a department was to do', () => {
  test.each([
    'hvad skal M&T gøre',
    'hvilke opgaver har miljø og teknik?',
    'hvad har Miljø & Teknik lovet',
    'opgaver til M&T',
  ])('%s: what is due first, then what has passed, then what has no day', async (question) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ status: 'answered', isList: true });
    expect(answer.firstLine).toBe('Miljø & Teknik: 5 opgaver, 3 med frist forude.');
    expect(quotes(answer)).toEqual(ofTechnicians);
  });

  test('says until when, and that a day was inferred', async () => {
    const { sources } = await ask('hvad skal M&T gøre');
    expect(sources.map(({ listed }) => [listed?.under, listed?.says])).toEqual([
      ['Frist forude', 'Senest 1. juni 2024'],
      ['Frist forude', 'Senest 15. juni 2024 (udledt)'],
      ['Frist forude', 'Til næste møde'],
      ['Fristen er passeret', 'Senest 1. marts 2024'],
      ['Uden frist', ''],
    ]);
  });

  test('within a time', async () => {
    const answer = await ask('hvad skal M&T gøre i juni 2024');
    expect(quotes(answer)).toEqual(ofTechnicians.slice(0, 2));
  });

  test('holds nothing closed for those who may not see it', async () => {
    expect(JSON.stringify(await ask('hvad skal M&T gøre'))).not.toContain('samtale');
    const seeing = await ask('hvad skal M&T gøre', { audience: { ...audience, sees: 'open_and_closed' } });
    expect(quotes(seeing)).toContain('Miljø & Teknik holder en samtale.');
  });
});

describe('everything a person was to do', () => {
  test.each(['hvad skal Jonas følge op på', 'jonas opgaver', 'hvad har jonas vibe lovet', 'hvad skal Jonnas gøre'])(
    '%s: by name, by first name and by office',
    async (question) => {
      const answer = await ask(question);
      expect(answer.firstLine).toBe('Jonas Vibe: 3 opgaver, 2 med frist forude.');
      expect(quotes(answer)).toEqual([ofTechnicians[1], ofTechnicians[2], ofTechnicians[4]]);
    },
  );

  test('two of the name: asks which', async () => {
    const answer = await ask('hvad skal Søren gøre');
    expect(answer).toMatchObject({ status: 'maybe', text: 'Hvilken Søren mener du?' });
    expect(answer.choices?.map(({ question }) => question).toSorted()).toEqual([
      'hvad skal Søren Bech gøre',
      'hvad skal Søren Rask gøre',
    ]);
  });

  test('who was to do nothing is told so', async () => {
    const answer = await ask('hvad skal Søren Rask gøre');
    expect(answer).toMatchObject({
      status: 'not_found',
      text: 'Jeg fandt ingen opgaver for Søren Rask i referaterne.',
    });
  });
});

test('a group that no register knows has its promises under the name they were printed with', async () => {
  const answer = await ask('hvad skal styregruppen lave');
  expect(answer.firstLine).toBe('Styregruppen: 1 opgave, 1 med frist forude.');
});

test('deadlines that have passed, of whomever', async () => {
  const answer = await ask('hvilke frister er overskredet');
  expect(answer.firstLine).toBe('I referaterne: 2 opgaver, hvor fristen er passeret.');
  expect(answer.sources.map(({ listed }) => listed?.says)).toEqual(['Senest 1. marts 2024', 'Senest 1. februar 2024']);
});

test.each([
  ['hvad skal M&T gøre ved ladestanderne'],
  ['hvornår skal M&T indkøbe elbiler'],
  ['hvem skal skrive til foreningerne'],
])('%s: asks for one thing, and gets no list', async (question) => {
  expect((await ask(question)).isList).toBeUndefined();
});

describe('the list', () => {
  test('stands on a card by deadline, each line with its place and a way there', async () => {
    const question = 'hvad skal M&T gøre';
    const reply = answerReply(await ask(question), { question });
    const card = 'card' in reply ? reply.card : undefined;
    const texts = textsOf(card);
    expect(texts.filter((text) => ['Frist forude', 'Fristen er passeret', 'Uden frist'].includes(text))).toHaveLength(
      3,
    );
    expect(texts.some((text) => text.startsWith('Senest 15. juni 2024') && text.endsWith('punkt 2'))).toBe(true);
    expect(texts).toContain('Nærmeste frist først.');
    expect(buttonsOf(card).filter(({ title }) => title === 'Vis')).toHaveLength(5);
    expect(buttonsOf(card).some(({ title }) => title === 'Hent som CSV')).toBe(true);
  });

  test.each([
    ['hvad skal M&T gøre', 'Nærmeste frist først.'],
    ['hvilke frister er overskredet', 'Seneste frist først.'],
    ['hvad har M&T lovet i januar 2024', 'Seneste frist først.'],
  ])('%s: says how it is ordered: %s', async (question, order) => {
    const reply = answerReply(await ask(question), { question });
    expect(textsOf('card' in reply ? reply.card : undefined)).toContain(order);
  });

  test('is exported a promise a row, with its deadline', async () => {
    const answer = await ask('hvad skal M&T gøre');
    const rows = await exportFinds(store.minutes, audience, answer);
    expect(rows.map(({ text }) => text)).toEqual(ofTechnicians);
    const csv = toCsv(rows);
    expect(csv.split('\r\n')[0]).toMatch(/"Tekst";"Frist"$/);
    expect(csv).toContain('Senest 15. juni 2024 (udledt)');
  });
});
