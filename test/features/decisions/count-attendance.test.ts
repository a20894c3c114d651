import { afterAll, describe, expect, test } from 'vitest';
import type { PersonName } from '../../../src/domain/person.js';
import { answerReply } from '../../../src/features/decisions/answer-reply.js';
import { readAttendanceCount } from '../../../src/features/decisions/read-attendance-count.js';
import { openAskedArchive } from '../../support/asked-archive.js';
import { textsOf } from '../../support/card-contents.js';
import { sampleDocument, sampleItem } from '../../support/sample-document.js';

const lines = { first: 1, last: 1 };
const [lotte, other, ida, bo]: PersonName[] = [
  { name: 'Lotte Holm', title: 'Afdelingschef' },
  { name: 'Søren Holm', title: 'Afdelingschef' },
  { name: 'Ida Krogh', title: 'Kommunaldirektør' },
  { name: 'Bo Lind', title: 'Direktør' },
] as const;

const missing = (number: number, absent: PersonName[], access: 'open' | 'closed' = 'open') =>
  sampleItem(number, {
    title: `Punktet ${number}`,
    access,
    absent,
    sections: [
      { kind: 'decision', heading: 'Beslutning', text: 'Godkendt.', lines },
      ...(absent.length === 0
        ? []
        : [{ kind: 'absent' as const, heading: 'Fraværende', text: absent.map(({ name }) => name).join(', '), lines }]),
    ],
  });

const documents = [
  sampleDocument('2023-02-01', {
    participants: [ida, bo, other],
    items: [missing(1, [lotte]), missing(2, [lotte])],
  }),
  sampleDocument('2024-03-01', { participants: [ida, lotte], items: [missing(1, [lotte]), missing(2, [])] }),
  sampleDocument('2024-06-01', {
    participants: [],
    items: [missing(1, [other]), missing(2, [other]), missing(3, [lotte], 'closed')],
  }),
];

const today = '2024-09-01';
const { ask, audience, remove } = await openAskedArchive(documents, today);
afterAll(remove);

describe('how often somebody came', () => {
  test.each([
    [
      'hvor mange gange har Lotte været fraværende',
      'Lotte Holm: fraværende 2 gange, heraf 1 en del af mødet, i 3 referater fra 2023 til 2024.',
    ],
    [
      'hvor ofte mangler lotte holm?',
      'Lotte Holm: fraværende 2 gange, heraf 1 en del af mødet, i 3 referater fra 2023 til 2024.',
    ],
    ['hvor mange gange har Lotte haft afbud i 2023', 'Lotte Holm: fraværende én gang i referatet fra 1. februar 2023.'],
    ['hvor mange møder var kommunaldirektøren med til', 'Ida Krogh: med på 2 møder i 3 referater fra 2023 til 2024.'],
    ['hvor mange møder var direktøren med til i 2023', 'Bo Lind: med på 1 møde i referatet fra 1. februar 2023.'],
    ['hvem har oftest afbud', 'Oftest fraværende i 3 referater fra 2023 til 2024: Lotte Holm: 2 møder.'],
    ['hvem har deltaget i flest møder', 'Oftest med i 3 referater fra 2023 til 2024: Ida Krogh: 2 møder.'],
  ])('%s: the number first', async (question, firstLine) => {
    const answer = await ask(question);
    expect(answer.firstLine).toBe(firstLine);
    expect(answer).toMatchObject({ status: 'answered', isList: true, intent: 'attendance' });
  });

  test('each meeting stands below it, newest first, where the minutes print it', async () => {
    const { sources } = await ask('hvor mange gange har Lotte været fraværende');
    expect(sources.map(({ meetingDate, section, quote }) => [meetingDate, section, quote])).toEqual([
      ['2024-03-01', 'absent', 'Lotte Holm'],
      ['2023-02-01', 'absent', 'Lotte Holm'],
    ]);
  });

  test('what the minutes cannot tell is said', async () => {
    const answer = await ask('hvor mange møder var Ida med til');
    expect(answer.remarks).toEqual(['Ét referat har ingen deltagerliste og er ikke talt med.']);
    expect((await ask('hvor mange gange har Bo Lind været fraværende')).text).toBe(
      'Bo Lind: fraværende 0 gange i 3 referater fra 2023 til 2024.',
    );
  });

  test('two of the name are two people: it is asked who', async () => {
    const answer = await ask('hvor mange gange har Holm været fraværende');
    expect(answer.status).toBe('maybe');
    expect(answer.choices?.map(({ title }) => title).toSorted()).toEqual(['Lotte Holm', 'Søren Holm']);
  });

  test('a closed item is counted for nobody who may not see it', async () => {
    const seeing = { ...audience, sees: 'open_and_closed' as const };
    const question = 'hvor mange gange har Lotte været fraværende';
    expect((await ask(question)).firstLine).toContain('2 gange');
    expect((await ask(question, { audience: seeing })).firstLine).toContain('3 gange');
  });

  test('stands on a card by person where it is asked who most often', async () => {
    const question = 'hvem har oftest afbud';
    const reply = answerReply(await ask(question), { question });
    const texts = textsOf('card' in reply ? reply.card : undefined);
    expect(texts).toEqual(expect.arrayContaining(['Lotte Holm: 2 møder', 'Søren Holm: 1 møde', 'Flest møder først.']));
  });
});

test.each([
  'hvor mange borgere deltog i borgermødet',
  'hvor mange fraværsdage var der i 2023',
  'hvem deltog på sidste møde',
  'hvor mange medarbejdere var med i prøven',
  'hvem manglede den 1. februar 2023',
  'hvor stort er sygefraværet',
])('%s: is no question of how often somebody came', (question) => {
  expect(readAttendanceCount(question, today)).toBeUndefined();
});
