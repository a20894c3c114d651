import { describe, expect, test } from 'vitest';
import { verbs } from '../../../src/cards/button.js';
import type { Answer } from '../../../src/domain/answer.js';
import { answerCard } from '../../../src/features/decisions/answer-card.js';
import { answerReply } from '../../../src/features/decisions/answer-reply.js';
import { createShowAnswerVerb } from '../../../src/features/decisions/show-answer.verb.js';
import { buttonsOf, textsOf } from '../../support/card-contents.js';
import { sampleAnswer, sampleSource } from '../../support/card-examples.js';
import { pressTurn } from '../../support/turns.js';

const asked = { question: 'hvad har vi besluttet om budgettet gennem årene?' };
const audience = { forumIds: ['forum'], sees: 'open' } as const;

/** So many items, three a meeting. */
const list = (count: number): Answer =>
  sampleAnswer({
    isList: true,
    intent: 'timeline',
    firstLine: 'Emnet har været på 4 møder.',
    text: 'Emnet har været på 4 møder.\n…',
    sources: Array.from({ length: count }, (_, index) =>
      sampleSource({
        meetingId: `m${Math.floor(index / 3)}`,
        meetingDate: `20${25 - Math.floor(index / 3)}-06-12`,
        itemNumber: 1 + (index % 3),
        title: `Punktet ${index + 1}`,
        quote: 'Godkendt.',
      }),
    ),
  });
const titles = (count: number, page: number) =>
  textsOf(answerCard(list(count), asked, 'press', page)?.card).filter((text) => text.includes('Punktet'));

describe('a whole list', () => {
  test('stands under its meetings, newest first, and the message says how much there is', () => {
    const reply = answerReply(list(4), asked);
    expect(reply.text).toBe('Emnet har været på 4 møder.');
    expect(reply.citations).toBeUndefined();
    expect(textsOf(reply.card)).toEqual([
      'Torsdag 12. juni 2025',
      ...['1  Punktet 1', 'Godkendt.', '2  Punktet 2', 'Godkendt.', '3  Punktet 3', 'Godkendt.'],
      'Onsdag 12. juni 2024',
      ...['1  Punktet 4', 'Godkendt.'],
      'Nyeste først.',
    ]);
  });

  test('is leafed through in pages that miss nothing and repeat nothing', () => {
    const all = [1, 2, 3].flatMap((page) => titles(20, page));
    expect(all).toEqual(Array.from({ length: 20 }, (_, index) => `${1 + (index % 3)}  Punktet ${index + 1}`));
    expect(titles(20, 99)).toEqual(titles(20, 3));
  });

  test('has a button for the next page and one for the file, which carry the question and no finds', () => {
    const buttons = buttonsOf(answerReply(list(20), asked).card).filter(({ title }) => title !== 'Vis');
    expect(buttons).toMatchObject([
      { title: 'Vis flere', verb: verbs.showAnswer, data: { ...asked, page: 2 } },
      { title: 'Hent som CSV', verb: verbs.exportAnswer, data: asked },
    ]);
    expect(JSON.stringify(buttons)).not.toContain('m1');
    expect(buttonsOf(answerCard(list(20), asked, 'press', 3)?.card).map(({ title }) => title)).toContain('Vis nyere');
  });

  test('is read anew for whoever turns the page: they see what they may see', async () => {
    let askedBy: unknown;
    const verb = createShowAnswerVerb({
      audienceOf: async () => audience,
      answer: async (_, who) => {
        askedBy = who;
        return list(9);
      },
    });
    const data = { ...asked, page: 2 };
    const reply = await verb.run(pressTurn(verb.verb, data), verb.read(data));
    expect(askedBy).toBe(audience);
    expect('card' in reply && textsOf(reply.card)).toContain('3  Punktet 9');
  });

  test('whose question is too long to carry says so, and turns no page', () => {
    const card = answerCard(list(20), { question: 'x'.repeat(300) }, 'message')?.card;
    expect(buttonsOf(card).every(({ title }) => title === 'Vis')).toBe(true);
    expect(textsOf(card).at(-1)).toBe('Nyeste først. Viser 1–8 af 20. Spørg med færre ord for at se resten.');
  });

  test.each([{ page: 0 }, { page: -1 }, { page: 1.5 }, { page: 'to' }, { page: 1e9 }])(
    'refuses a page it never offered: %j',
    (data) => {
      const verb = createShowAnswerVerb({ audienceOf: async () => audience, answer: async () => list(9) });
      expect(() => verb.read({ ...asked, ...data })).toThrow();
    },
  );
});

describe('one question back', () => {
  const choices = [
    { title: '27. april 2023', question: 'hvem deltog den 27. april 2023' },
    { title: '13. april 2023', question: 'hvem deltog den 13. april 2023' },
  ];
  const which = sampleAnswer({ status: 'maybe', text: 'Hvilket møde mener du?', sources: [], choices });

  test('is a line and two buttons that ask the whole question', () => {
    const { card, text } = answerReply(which, { question: 'hvem deltog på mødet i april' });
    expect(text).toBeUndefined();
    expect(textsOf(card)).toEqual(['Hvilket møde mener du?']);
    expect(buttonsOf(card)).toMatchObject(
      choices.map(({ title, question }) => ({ title, verb: verbs.showAnswer, data: { question }, tooltip: question })),
    );
  });

  test('keeps what the conversation is about', () => {
    const context = 'hvad besluttede vi om havnebadet';
    const [first] = buttonsOf(answerReply(which, { question: 'hvem deltog i april', context }).card);
    expect(first?.data).toEqual({ question: choices[0]?.question, context });
  });
});

describe('several wishes', () => {
  const part = (firstLine: string, changes: Partial<Answer> = {}) =>
    sampleAnswer({ firstLine, text: firstLine, ...changes });
  const second = sampleSource({ section: 'case', quote: 'Netværket mødes i april.' });
  const parts = [
    part('Senest 30. marts 2023.'),
    part('Hvem betaler? Det fandt jeg ikke i referaterne.', { status: 'not_found', sources: [] }),
    part('Netværket mødes i april.', { sources: [second] }),
  ];
  const answer = sampleAnswer({ parts, sources: parts.flatMap(({ sources }) => sources) });

  test('are answered under one another, each with the number of what it rests on', () => {
    const reply = answerReply(answer, asked);
    expect(reply.text).toBe(
      'Senest 30. marts 2023. [1]\n\nHvem betaler? Det fandt jeg ikke i referaterne.\n\nNetværket mødes i april. [2]',
    );
    expect(reply.citations?.map(({ position }) => position)).toEqual([1, 2]);
  });

  test('name an item once where all stand in it', () => {
    const texts = textsOf(answerReply(answer, asked).card);
    expect(texts.filter((text) => text.startsWith('Kommissorium'))).toHaveLength(1);
    expect(texts.filter((text) => /^\\?\[[12]\]/.test(text))).toHaveLength(2);
  });
});
