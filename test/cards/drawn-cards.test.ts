import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { fillCard } from '../../src/cards/fill-card.js';
import { removeInvisible } from '../../src/cards/remove-invisible.js';
import { answerCard } from '../../src/features/decisions/answer-card.js';
import { meetingCard } from '../../src/features/minutes/meeting-card.js';
import { makeCardExamples, sampleAnswer, sampleSource } from '../support/card-examples.js';
import { foldLines, openCardWindow } from '../support/card-window.js';
import { hostileText } from '../support/hostile-text.js';
import { sampleDocument, sampleItem } from '../support/sample-document.js';

const numRuns = process.env.REFERENT_LONG === undefined ? 60 : 2_000;
const window = openCardWindow();
afterAll(() => window.close());

/** The text as a card should show it. */
const asShown = (text: string): string =>
  foldLines(
    removeInvisible(text)
      .split('\n')
      .map((line) => line.replace(/^\s+[-*•]\s+(?=\S)/, '– ').replace(/^[-*]\s+(?=\S)/, '• '))
      .join('\n'),
  );

const linesOf = (text: string): string[] =>
  asShown(text)
    .split('\n')
    .filter((line) => line !== '');

const examples = await makeCardExamples();

describe('a card as it is drawn', () => {
  it('shows hostile text exactly as it is written, whatever field it stands in', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (usage, description) => {
        const filled = fillCard('help', {
          summary: 'Hjælp',
          text: usage,
          hasExamples: false,
          examples: [],
          commands: [{ usage, description }],
          buttonRows: [],
        });
        const { texts, tags } = window.draw(filled);
        expect(tags).toEqual([]);
        const fixed = ['Det kan du spørge mig om', 'Du kan også skrive:'];
        const shown = texts.flatMap((text) => text.split('\n')).filter((line) => line !== '' && !fixed.includes(line));
        expect(shown).toEqual([usage, usage, description].flatMap(linesOf).filter((line) => !fixed.includes(line)));
      }),
      { numRuns },
    );
  });

  it('quotes any passage letter for letter in an answer, without a link, picture or mention', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(6), hostileText(6), (quote, title, question) => {
        const source = sampleSource({ quote, title });
        const reply = answerCard(
          sampleAnswer({ sources: [source, sampleSource({ meetingId: 'other' })] }),
          { question },
          'press',
        );
        if (reply === undefined) throw new Error('no card');
        const { texts, tags } = window.draw(reply.card);
        expect(tags).toEqual([]);
        for (const line of linesOf(quote)) expect(texts.join('\n')).toContain(line);
      }),
      { numRuns },
    );
  });

  it('fits any answer and any meeting into one message, however hostile its text', () => {
    const long = fc
      .constantFrom('<', '*', '"', '\\', '&amp;', 'ordet ', 'a', '[x](y)\n')
      .chain((piece) => fc.integer({ min: 0, max: 3_000 }).map((count) => piece.repeat(count)));
    fc.assert(
      fc.property(long, long, fc.boolean(), (quote, title, isSame) => {
        const sources = ['a', 'b', 'c', 'd', 'e'].map((id) =>
          sampleSource({ meetingId: isSame ? 'a' : id, quote, title }),
        );
        const asked = { question: title.slice(0, 100), context: quote.slice(0, 100) };
        for (const status of ['answered', 'maybe', 'not_found'] as const)
          answerCard(sampleAnswer({ status, text: quote, sources, suggestions: sources }), asked, 'press');
        const items = Array.from({ length: 30 }, (_, index) => sampleItem(index + 1, { topic: title }));
        meetingCard({
          id: 'm'.repeat(36),
          forumId: 'f',
          version: 1,
          fileName: 'x',
          importedAt: new Date(0),
          document: sampleDocument('2023-03-16', { items, place: quote }),
        });
      }),
      { numRuns },
    );
  });

  it.each(examples)('$title shows its texts and buttons', ({ filled }) => {
    const { texts, tags } = window.draw(filled);
    expect(tags).toEqual([]);
    expect(texts).not.toContain('');
    expect(texts.join('\n')).not.toMatch(/[\\]|undefined|null|NaN|\[object/);
  });
});
