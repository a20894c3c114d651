import { afterAll, describe, expect, test } from 'vitest';
import type { AgendaItem } from '../../../src/domain/agenda-item.js';
import type { Answer } from '../../../src/domain/answer.js';
import type { OutcomeCode } from '../../../src/domain/outcome.js';
import { answerReply } from '../../../src/features/decisions/answer-reply.js';
import { exportFinds } from '../../../src/features/decisions/export-finds.js';
import { readOutcomeQuestion } from '../../../src/features/decisions/read-outcome-question.js';
import { openAskedArchive } from '../../support/asked-archive.js';
import { buttonsOf, textsOf } from '../../support/card-contents.js';
import { sampleDocument, sampleItem } from '../../support/sample-document.js';
import { sampleDepartments, sampleMembership } from '../../support/sample-register.js';

const ended = (
  number: number,
  topic: string,
  code: OutcomeCode,
  decision: string,
  changes: Partial<AgendaItem> = {},
): AgendaItem => {
  const outcomes = [{ code, point: null, text: decision.split('\n')[0] ?? '' }];
  return sampleItem(number, { title: topic, topic, decision, outcomes, ...changes });
};

const documents = [
  sampleDocument('2020-03-26', {
    items: [
      ended(1, 'Godkendelse af dagsorden', 'approved', 'Dagsordenen blev godkendt.', { kind: 'approval' }),
      ended(2, 'Skolestruktur', 'postponed', 'Punktet udsættes til maj, fordi tallene mangler.'),
      ended(3, 'Elbiler', 'approved', 'Chefforum godkendte indkøbet.', { presenters: ['Jonas'] }),
      ended(4, 'Havnebad', 'withdrawn', 'Punktet udgik.'),
      ended(5, 'Lønsag', 'postponed', 'Punktet udsættes i fortrolighed.', { access: 'closed' }),
    ],
  }),
  sampleDocument('2020-10-08', {
    items: [
      ended(2, 'Vinterberedskab', 'postponed', 'Punktet udsættes.'),
      ended(3, 'Lederdag', 'nominated', 'Følgende blev udpeget:\n\n1. Ida Holm\n2. Bo Lind'),
      ended(
        4,
        'Nyhedsbrev',
        'unclassified',
        'Forslaget afvises. Der sendes et notat om de forslag, der ikke blev vedtaget.',
      ),
    ],
  }),
  sampleDocument('2022-02-03', {
    items: [
      ended(2, 'Lederdag', 'nominated', 'Mia Krogh blev udpeget til arbejdsgruppen.'),
      ended(3, 'Prognose', 'noted', 'Orienteringen blev taget til efterretning.'),
      ended(4, 'Lederdag, evaluering', 'discussed', 'Chefforum drøftede lederdagen.'),
      ended(5, 'Klimaplan', 'approved_with_remarks', 'Planen blev godkendt med den ændring, at målet hæves.'),
    ],
  }),
];

const membershipsOf = (id: string) => [
  sampleMembership(id, 1, { name: 'Jonas Vibe', departmentId: `${id}/mt`, from: '2019-01-01' }),
];

const today = '2022-06-01';
const { store, audience, remove, ...archive } = await openAskedArchive(documents, today, (id) => ({
  departments: sampleDepartments(id),
  memberships: membershipsOf(id),
  deputies: [],
}));
afterAll(remove);
const ask = (question: string, before?: string): Promise<Answer> => archive.ask(question, { before });
const titles = ({ sources }: Answer): string[] => sources.map(({ title }) => title);

describe('everything that ended in one way', () => {
  test.each([
    ['hvad blev udsat i 2020', ['Vinterberedskab', 'Skolestruktur']],
    ['hvilke punkter er blevet udskudt?', ['Vinterberedskab', 'Skolestruktur']],
    ['hvor mange punkter blev udsat i 2020', ['Vinterberedskab', 'Skolestruktur']],
    ['er der noget, der er blevet udsat i foråret 2020', ['Skolestruktur']],
    ['hvilke sager er trukket af dagsordenen', ['Havnebad']],
    ['hvad er blevet afvist', ['Nyhedsbrev']],
    ['alle udpegninger i 2020', ['Lederdag']],
    ['udpegninger', ['Lederdag', 'Lederdag']],
    ['hvilke sager blev taget til efterretning på sidste møde', ['Prognose']],
    ['hvad har vi godkendt', ['Klimaplan', 'Elbiler']],
    ['hvilke punkter blev godkendt med bemærkninger', ['Klimaplan']],
    ['hvad har M&T fået godkendt i 2020', ['Elbiler']],
    ['which items were postponed in 2020', ['Vinterberedskab', 'Skolestruktur']],
  ])('%s: is a whole list, newest meeting first', async (question, expected) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ status: 'answered', isList: true });
    expect(titles(answer)).toEqual(expected);
  });

  test('says how many, in which minutes, and each in the words that say so', async () => {
    expect((await ask('hvad blev udsat i 2020')).text.split('\n')).toEqual([
      'Udsat: 2 punkter i 2 referater fra 2020.',
      '8. oktober 2020: Vinterberedskab: Punktet udsættes.',
      '26. marts 2020: Skolestruktur: Punktet udsættes til maj, fordi tallene mangler.',
    ]);
    expect((await ask('alle udpegninger i 2020')).text).toContain(
      'Lederdag: Følgende blev udpeget: Ida Holm; Bo Lind.',
    );
  });

  test('says plainly that there is none, and what was read', async () => {
    expect(await ask('hvad blev udsat i 2022')).toMatchObject({
      status: 'not_found',
      text: 'Udsat: ingen punkter i referatet fra 3. februar 2022.',
      searched: { meetingCount: 1, firstYear: 2022 },
    });
    const ofCulture = await ask('hvad har Kultur & Fritid fået godkendt');
    expect(ofCulture.text).toBe(
      'Godkendt, Kultur & Fritid: ingen punkter i 3 referater fra 2020 til 2022. Taget med er punkter, der nævner Kultur & Fritid eller nogen derfra uden for sagsfremstillingen.',
    );
    expect((await ask('hvad blev udsat i 2021')).text).toBe('Der er ingen referater fra møder i den periode.');
  });

  test('over the years of one topic', async () => {
    const answer = await ask('hvem har vi udpeget til lederdagen gennem årene');
    expect(answer).toMatchObject({ isList: true, intent: 'timeline' });
    expect(answer.sources.map(({ meetingDate }) => meetingDate)).toEqual(['2022-02-03', '2020-10-08']);
    expect((await ask('hvilke sager om lederdagen er blevet udsat')).text).toBe(
      'Udsat: ingen af de 3 punkter, jeg fandt om emnet.',
    );
  });

  test('of several meetings, whatever was on', async () => {
    const answer = await ask('hvad lavede vi i 2020');
    expect(answer.firstLine).toBe('6 beslutninger på 2 møder.');
  });

  test('holds nothing closed for those who may not see it, nor tells whether there was any', async () => {
    expect(JSON.stringify(await ask('hvad blev udsat i 2020'))).not.toContain('fortrolighed');
    expect((await ask('hvilke punkter var lukkede')).text).toBe('Lukkede punkter kan jeg ikke svare på her.');
    const seeing = await archive.ask('hvad blev udsat i 2020', { audience: { ...audience, sees: 'open_and_closed' } });
    expect(titles(seeing)).toContain('Lønsag');
  });

  test('stands on a card by meeting, with a way to each and to the file', async () => {
    const question = 'hvad blev udsat i 2020';
    const answer = await ask(question);
    const reply = answerReply(answer, { question });
    const card = 'card' in reply ? reply.card : undefined;
    expect(textsOf(card)).toContain('Torsdag 8. oktober 2020');
    expect(textsOf(card)).toContain('Nyeste først.');
    expect(buttonsOf(card).filter(({ title }) => title === 'Vis')).toHaveLength(2);
    expect(buttonsOf(card).some(({ title }) => title === 'Hent som CSV')).toBe(true);
    const rows = await exportFinds(store.minutes, audience, answer);
    expect(rows.map(({ text }) => text)).toEqual([
      'Punktet udsættes.',
      'Punktet udsættes til maj, fordi tallene mangler.',
    ]);
  });
});

describe('a question about one thing', () => {
  test.each([
    'hvorfor blev skolestrukturen udsat i 2020',
    'hvornår blev skolestrukturen udsat til',
    'blev skolestrukturen udsat',
    'blev punktet udsat?',
    'er det udsat',
    'hvad blev godkendt om elbiler',
    'hvem blev udpeget',
    'hvem blev udpeget til lederdagen',
    'hvad gør vi for udsatte borgere',
    'hvad blev besluttet i 2020',
  ])('%s: is no list of what ended so', (question) => {
    const asked = readOutcomeQuestion(question, today);
    // "hvem blev udpeget" names no time, which only the archive's meetings tell.
    expect(asked?.whose === '' && question !== 'hvem blev udpeget').toBe(false);
  });

  test('gets its own answer', async () => {
    expect(titles(await ask('hvorfor blev skolestrukturen udsat i 2020'))[0]).toBe('Skolestruktur');
    expect((await ask('hvem blev udpeget')).isList).toBeUndefined();
  });

  test('that goes on from another is asked of that', async () => {
    const answer = await ask('og hvad blev godkendt?', 'hvad skete der med elbilerne');
    expect(answer.isList).toBeUndefined();
    expect(titles(answer)[0]).toBe('Elbiler');
  });
});
