import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Citation } from '../../src/routing/reply.js';
import { toActivity } from '../../src/teams/to-activity.js';

interface CitationEntity {
  citation: { position: number; appearance: { name: string; abstract: string } }[];
}

const citationsOf = (text: string, citations: Citation[]): CitationEntity['citation'] => {
  const entities = (toActivity({ text, citations }).entities ?? []) as unknown as CitationEntity[];
  expect(entities.length).toBeLessThanOrEqual(1);
  return entities[0]?.citation ?? [];
};

const source = (position: number): Citation => ({ position, name: `Kilde ${position}`, abstract: 'at …' });

describe('Citations keep to what Teams accepts, since it refuses the whole message otherwise', () => {
  test('whatever they hold', () => {
    const anyCitation = fc.record({
      position: fc.integer({ min: 0, max: 30 }),
      name: fc.string({ unit: 'grapheme', maxLength: 200 }),
      abstract: fc.string({ unit: 'grapheme', maxLength: 400 }),
    });
    fc.assert(
      fc.property(fc.array(anyCitation, { maxLength: 40 }), (citations) => {
        const text = citations.map(({ position }) => `[${position}]`).join(' ');
        const sent = citationsOf(text, citations);
        expect(sent.length).toBeLessThanOrEqual(20);
        expect(new Set(sent.map(({ position }) => position)).size).toBe(sent.length);
        for (const { appearance } of sent) {
          expect(appearance.name.trim()).not.toBe('');
          expect(appearance.name.length).toBeLessThanOrEqual(80);
          expect(appearance.abstract.length).toBeLessThanOrEqual(160);
          // Throws on half a character.
          encodeURIComponent(appearance.name + appearance.abstract);
        }
      }),
    );
  });

  test('a citation the text does not refer to is left out', () => {
    expect(citationsOf('Senest 27. april [2]', [source(1), source(2)])).toMatchObject([{ position: 2 }]);
    expect(toActivity({ text: 'Senest 27. april', citations: [source(1)] })).not.toHaveProperty('entities');
  });

  test('a long name is shortened where it can be seen', () => {
    const [cited] = citationsOf('[1]', [{ ...source(1), name: 'Æ'.repeat(100) }]);
    expect(cited?.appearance.name).toBe(`${'Æ'.repeat(79)}…`);
  });

  test('a quotation is not labelled as made by a machine', () => {
    expect(JSON.stringify(toActivity({ text: '[1]', citations: [source(1)] }))).not.toContain('AIGenerated');
  });
});

test('a card without words carries its notification', () => {
  const card = { type: 'AdaptiveCard', version: '1.5' } as const;
  expect(toActivity({ card, summary: 'Møder i 2023' })).toEqual({
    type: 'message',
    locale: 'da-DK',
    summary: 'Møder i 2023',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  });
});
