import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runThrough } from '../../src/domain/steps.js';
import { analyseText, termsOfText } from '../../src/search/analyse-text.js';
import { takeApart } from '../../src/search/take-apart.js';

const pieces = ['budget', 'ERP-udbud', 'R&D', '2.500', 'A00-1', 'årsværk,', '(møde)', ' ', '\n', '-', '/', 'é', '13/4'];
const texts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 30 });
const apart = (text: string) => runThrough(takeApart(text));

describe('a text taken apart at its blanks', () => {
  test('gives every word and number, each where it stands, whatever the text', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const { stretches, starts } = apart(text);
        const found = stretches.flatMap(({ words }, index) =>
          words.map((word) => ({ ...word, start: word.start + (starts[index] ?? 0) })),
        );
        for (const word of found) expect(text.slice(word.start, word.start + word.text.length)).toBe(word.text);
        const sought = text.matchAll(/\d[\d.,]*|[\p{L}][\p{L}\p{M}\d]*(?:&[\p{L}\d]+)?/gu);
        expect(found.map(({ text: word }) => word)).toEqual([...sought].map(([word]) => word));
      }),
    );
  });

  test('is the same whether its words were met before or have been forgotten', () => {
    const text = 'ERP-udbud og R&D: 2.500 kr. til årsværk';
    const first = termsOfText(text);
    expect(termsOfText(text)).toBe(first);
    for (let number = 0; number < 12_000; number += 1) apart(`ord${number}`);
    expect(termsOfText(text)).toBe(first);
  });

  test('counts a word as people write it, in small letters', () => {
    expect(apart('Ældreråd, IT og R&D').stretches.flatMap(({ spelled }) => spelled)).toEqual(['ældreråd', 'r&d']);
  });

  test('hands others their turn in a text without a blank', () => {
    const steps = takeApart(Array.from({ length: 500 }, (_, number) => `ord${number}`).join('/'));
    let turns = 0;
    while (!steps.next().done) turns += 1;
    expect(turns).toBeGreaterThanOrEqual(5);
  });
});

describe('a date is found by every name of its month', () => {
  const names =
    'januar jan februar feb marts mar april apr maj juni jun juli jul august aug september sep sept oktober okt november nov december dec';

  test.each(names.split(' '))('%s', (name) => {
    for (const month of [name, name.toUpperCase()]) {
      for (const text of [`den 5. ${month} 2024`, `5.${month}`, `5${month} 2024`, `i ${month} 2024`, `i ${month} '24`])
        expect(analyseText(text).filter(({ kind }) => kind === 'date')).toHaveLength(1);
    }
  });
});
