import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, wordsOf, wordsOfDocument } from './read-back.js';

const numRuns = process.env.REFERENT_LONG === undefined ? 300 : 20_000;

const word = fc.constantFrom('at', 'budget', 'ældre', 'sept_1', 'ERP-udbud', '2026', 'Åse', 'kl.', '9.00', 'B&F', 'm²');
const mark = fc.constantFrom(
  '*',
  '**',
  '***',
  '`',
  '\\',
  '[',
  ']',
  '|',
  '~',
  '!',
  '(',
  ')',
  '>',
  '—',
  '•',
  '"',
  '&',
  '<',
);
const lineStart = fc.constantFrom('', '', '# ', '### ', '- ', '* ', '  - ', '| ', '> ', '\t', '**', '* * *', '---');
const line = fc
  .tuple(
    lineStart,
    fc.array(fc.oneof({ weight: 3, arbitrary: word }, mark), { maxLength: 12 }),
    fc.constantFrom(' ', ''),
  )
  .map(([start, parts, glue]) => start + parts.join(glue === '' ? ' ' : glue));
const text = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => `Referat\n${lines.join('\n')}`);

describe('every word of a file', () => {
  it.each(['referat.txt', 'referat.md'])('is in what is read from %s, in order', async (fileName) => {
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        expect(wordsOfDocument(await readText(fileName, source))).toEqual(wordsOf(source));
      }),
      { numRuns },
    );
  });

  it('does not throw on any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (source) => {
        const lines = await readText('referat.md', `Referat ${source.replaceAll('\0', '')}`).catch(
          (error) => error.code,
        );
        expect(lines).toBeDefined();
      }),
      { numRuns },
    );
  });
});
