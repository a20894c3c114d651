import { describe, expect, it } from 'vitest';
import { verbs } from '../../../src/cards/button.js';
import type { Audience } from '../../../src/domain/access.js';
import type { Answer } from '../../../src/domain/answer.js';
import { AppError } from '../../../src/domain/app-error.js';
import { answerCard } from '../../../src/features/decisions/answer-card.js';
import { answerReply } from '../../../src/features/decisions/answer-reply.js';
import { createAsk } from '../../../src/features/decisions/ask.route.js';
import { createClearContextVerb } from '../../../src/features/decisions/clear-context.verb.js';
import { createRecentQuestions } from '../../../src/features/decisions/recent-questions.js';
import { createShowAnswerVerb } from '../../../src/features/decisions/show-answer.verb.js';
import { buttonsOf, textsOf } from '../../support/card-contents.js';
import { sampleAnswer, sampleSource } from '../../support/card-examples.js';
import { messageTurn, pressTurn } from '../../support/turns.js';

const asked = { question: 'hvornår skal vi melde en til netværket?' };
const audience: Audience = { forumIds: ['forum'], sees: 'open' };
const otherFind = (n: number) =>
  sampleSource({ meetingId: `m${n}`, meetingDate: `2022-0${n}-10`, itemNumber: n, title: `Fund ${n}` });

describe('an answer', () => {
  it('says it first, then shows the minutes’ own words and where they stand', () => {
    const reply = answerReply(sampleAnswer(), asked);
    expect(reply.text).toBe('Senest den 30. marts 2023. [1]');
    expect(reply.summary).toBe('Svar: Senest den 30. marts 2023.');
    expect(textsOf(reply.card)).toEqual([
      'Kommissorium for tværgående kommunikationsnetværk',
      'Chefforum godkendte indstillingerne med følgende bemærkninger:',
      '• Hver afdeling melder én medarbejder til netværket senest den 30. marts.',
      '• Netværket mødes første gang i april og fremlægger en årsplan.',
      'Chefforum torsdag 16. marts 2023, punkt 6, Beslutning',
    ]);
    expect(buttonsOf(reply.card)).toMatchObject([
      { title: 'Vis hele punktet', verb: verbs.showItem, data: { meeting: 'meeting-2023-03-16', item: 6, ...asked } },
    ]);
  });

  it('says nothing twice: a sentence that stands in the message is left out of the quote', () => {
    const quote = 'Chefforum drøftede formen. Borgermødet holdes i Kulturhuset. Jonas Vibe laver drejebogen.';
    const text = 'Borgermødet holdes i Kulturhuset.';
    const shown = (changes: Partial<Answer>) => answerReply(sampleAnswer({ text, ...changes }), asked);
    expect(textsOf(shown({ sources: [sampleSource({ quote })] }).card)[1]).toBe(
      'Chefforum drøftede formen. … Jonas Vibe laver drejebogen.',
    );
    expect(textsOf(shown({ sources: [sampleSource({ quote: text })] }).card)).toEqual([
      'Kommissorium for tværgående kommunikationsnetværk',
      'Chefforum torsdag 16. marts 2023, punkt 6, Beslutning',
    ]);
  });

  it('says a fact alone in the message, with what Referent adds, and its sentence on the card', () => {
    const fact = { firstLine: 'Senest 5. maj 2023.', remarks: ['Fristen er passeret.'] };
    const text = 'Senest 5. maj 2023. Afdelingerne sender forslag senest den 5. maj. Fristen er passeret.';
    const sources = [sampleSource({ quote: 'Afdelingerne sender forslag senest den 5. maj.' })];
    const reply = answerReply(sampleAnswer({ ...fact, text, sources }), asked);
    expect(reply.text).toBe('Senest 5. maj 2023. [1] Fristen er passeret.');
    expect(textsOf(reply.card)[1]).toBe('Afdelingerne sender forslag senest den 5. maj.');
  });

  it('cites its sources within what Teams takes', () => {
    const forum = 'Chefforum for hele den samlede forvaltning i Nordvang Kommune og omegn';
    const [citation] = answerReply(sampleAnswer({ sources: [sampleSource({ forum })] }), asked).citations ?? [];
    expect(citation?.position).toBe(1);
    expect(citation?.name.length).toBeLessThanOrEqual(80);
    expect(citation?.abstract.length).toBeLessThanOrEqual(160);
    expect(citation?.abstract).toMatch(/^Chefforum godkendte .*…$/);
    const bare = answerReply(sampleAnswer({ sources: [sampleSource({ quote: ' \n ' })] }), asked).citations;
    expect(bare?.[0]?.abstract).toBe('Kommissorium for tværgående kommunikationsnetværk');
  });

  it('numbers the passages of the find it rests on, and keeps at most three other finds folded away', () => {
    const sources = [sampleSource(), sampleSource({ section: 'recommendation', quote: 'at netværket oprettes.' })];
    const reply = answerReply(sampleAnswer({ sources: [...sources, ...[1, 2, 3, 4].map(otherFind)] }), asked);
    expect(reply.text).toMatch(/ \[1\] \[2\]$/);
    expect(reply.citations).toHaveLength(2);
    const texts = textsOf(reply.card);
    expect(texts).toContain('\\[2] Chefforum torsdag 16. marts 2023, punkt 6, Indstilling');
    expect(texts.filter((text) => text.startsWith('Fund'))).toEqual(['Fund 1', 'Fund 2', 'Fund 3']);
    expect(JSON.stringify(reply.card)).toContain('"title":"3 andre fund","targetElements":["others"]');
  });

  it('opens the meeting where the answer is about the meeting itself', () => {
    const reply = answerReply(sampleAnswer({ sources: [sampleSource({ itemNumber: null, section: 'other' })] }), asked);
    expect(textsOf(reply.card).at(-1)).toBe('Chefforum torsdag 16. marts 2023');
    expect(buttonsOf(reply.card)).toMatchObject([{ title: 'Vis mødet', verb: verbs.showMeeting }]);
  });

  it('says that a long passage is cut', () => {
    const long = answerReply(
      sampleAnswer({ sources: [sampleSource({ quote: 'Et ord om sagen. '.repeat(400) })] }),
      asked,
    );
    expect(textsOf(long.card)).toContain('Uddrag. Resten står i punktet.');
    expect(textsOf(answerReply(sampleAnswer(), asked).card)).not.toContain('Uddrag. Resten står i punktet.');
  });

  it('escapes text of the minutes in the message', () => {
    expect(answerReply(sampleAnswer({ text: 'Se [her](http://x.dk) *nu*' }), asked).text).toBe(
      'Se \\[her](http:/\\/x\\.dk) \\*nu\\* [1]',
    );
  });

  it('tells what was searched, and offers the nearest, when nothing was found', () => {
    const answer = sampleAnswer({
      status: 'not_found',
      text: 'Det fandt jeg ikke i referaterne.',
      sources: [],
      suggestions: [otherFind(2)],
    });
    const reply = answerReply(answer, asked);
    expect(reply.text).toBeUndefined();
    expect(textsOf(reply.card)).toEqual([
      'Det fandt jeg ikke i referaterne',
      'Jeg søgte efter kommunikationsnetværk i 42 referater fra 2019 til 2025.',
      'Det nærmeste, jeg har:',
      ...['Fund 2', 'Chefforum torsdag 10. februar 2022, punkt 2'],
      'Prøv eventuelt med andre ord.',
    ]);
  });

  it('offers the finds to choose between when in doubt', () => {
    const sources = [1, 2, 3].map(otherFind);
    const reply = answerReply(sampleAnswer({ status: 'maybe', text: 'Mente du et af disse punkter?', sources }), asked);
    expect(reply.summary).toBe('Mente du et af disse punkter?');
    expect(buttonsOf(reply.card).map(({ data }) => data)).toMatchObject([{ item: 1 }, { item: 2 }, { item: 3 }]);
  });

  it('is text alone where there is nothing to show', () => {
    const searched = { topic: '', meetingCount: 0, firstYear: null, lastYear: null };
    const text = 'Der er ingen referater i arkivet endnu.';
    expect(answerReply(sampleAnswer({ status: 'not_found', text, sources: [], searched }), asked)).toEqual({ text });
  });

  it('says which question it continues', () => {
    const context = 'hvad er besluttet om netværket?';
    const about = (isFollowUp: boolean) =>
      textsOf(answerCard(sampleAnswer({ isFollowUp }), { ...asked, context }, 'message')?.card)[0];
    expect(about(true)).toBe('Om: hvad er besluttet om netværket?');
    expect(about(false)).toBe('Kommissorium for tværgående kommunikationsnetværk');
    const card = answerCard(sampleAnswer({ isFollowUp: true }), { ...asked, context }, 'message')?.card;
    expect(buttonsOf(card).map(({ title, verb }) => [title, verb])).toContainEqual(['Nyt emne', verbs.clearContext]);
  });
});

describe('asking in the chat', () => {
  /** Remembers with which context each question was answered. */
  function listen(isFollowUp: (question: string) => boolean = () => false) {
    let now = new Date('2024-05-20T10:00:00Z');
    const heard: (string | undefined)[] = [];
    const recent = createRecentQuestions({ now: () => now });
    const ask = createAsk({
      answer: async (question, _audience, context): Promise<Answer> => {
        heard.push(context);
        return sampleAnswer({ isFollowUp: isFollowUp(question) });
      },
      audienceOf: async () => audience,
      recent,
    });
    const wait = (minutes: number): void => {
      now = new Date(now.getTime() + minutes * 60_000);
    };
    return { ask, heard, wait, recent };
  }

  it('passes the question before on, for a quarter of an hour', async () => {
    const { ask, heard, wait } = listen();
    await ask(messageTurn('hvad med budget 2024?'));
    wait(15);
    await ask(messageTurn('og fristen?'));
    wait(16);
    await ask(messageTurn('noget helt andet?'));
    expect(heard).toEqual([undefined, 'hvad med budget 2024?', undefined]);
  });

  it('goes on from the question that named the subject, not from one that left it out', async () => {
    const { ask, heard } = listen((question) => question.startsWith('og'));
    for (const text of ['hvad med budget 2024?', 'og fristen?', 'og hvem?']) await ask(messageTurn(text));
    expect(heard).toEqual([undefined, 'hvad med budget 2024?', 'hvad med budget 2024?']);
  });

  it('starts afresh for the one who presses "Nyt emne", and for nobody else', async () => {
    const { ask, heard, recent } = listen();
    const { sender } = messageTurn('');
    const bo = { sender: { ...sender, id: '29:bo' } };
    await ask(messageTurn('hvad med budget 2024?'));
    await ask(messageTurn('hvad med lederdagen?', bo));
    const verb = createClearContextVerb(recent);
    expect(await verb.run(pressTurn(verb.verb, {}), verb.read({}))).toEqual({ text: 'Nu spørger du forfra.' });
    await ask(messageTurn('og fristen?'));
    await ask(messageTurn('og fristen?', bo));
    expect(heard).toEqual([undefined, undefined, undefined, 'hvad med lederdagen?']);
  });

  it('never mixes up people or conversations', async () => {
    const { ask, heard } = listen();
    const { conversation, sender } = messageTurn('');
    await ask(messageTurn('hvad med budget 2024?'));
    await ask(messageTurn('og fristen?', { sender: { ...sender, id: '29:bo' } }));
    await ask(messageTurn('og fristen?', { conversation: { ...conversation, id: 'channel' } }));
    expect(heard).toEqual([undefined, undefined, undefined]);
  });

  it('forgets the oldest when very many ask', async () => {
    const { ask, heard } = listen();
    const { sender } = messageTurn('');
    for (let person = 0; person <= 1_000; person += 1)
      await ask(messageTurn('hvad?', { sender: { ...sender, id: `29:${person}` } }));
    await ask(messageTurn('og?', { sender: { ...sender, id: '29:1000' } }));
    await ask(messageTurn('og?', { sender: { ...sender, id: '29:0' } }));
    expect(heard.slice(-2)).toEqual(['hvad?', undefined]);
  });

  it('answers an empty or overlong question kindly, without searching', async () => {
    const { ask, heard } = listen();
    expect((await ask(messageTurn(' ?! '))).text).toMatch(/^Skriv, hvad du vil vide/);
    expect((await ask(messageTurn('a'.repeat(1_001)))).text).toMatch(/højst 1000 tegn/);
    expect(heard).toEqual([]);
    await ask(messageTurn('a'.repeat(1_000)));
    expect(heard).toHaveLength(1);
  });
});

describe('an answer behind a button', () => {
  const verb = createShowAnswerVerb({ answer: async () => sampleAnswer(), audienceOf: async () => audience });

  it('says on the card what was asked and the answer, and leads on to help', async () => {
    const reply = await verb.run(pressTurn(verb.verb, asked), verb.read(asked));
    if (!('card' in reply)) throw new Error('no card');
    expect(textsOf(reply.card).slice(0, 2)).toEqual([`Du spurgte: ${asked.question}`, 'Senest den 30. marts 2023.']);
    expect(buttonsOf(reply.card).at(-1)?.verb).toBe(verbs.showHelp);
  });

  it.each([null, {}, { question: '' }, { question: 5 }, { question: 'x'.repeat(201) }])('refuses %j', (data) => {
    expect(() => verb.read(data)).toThrow(AppError);
  });
});
