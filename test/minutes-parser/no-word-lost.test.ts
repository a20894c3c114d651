import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../src/domain/agenda-item.js';
import { AppError } from '../../src/domain/app-error.js';
import { parseMeetingDocument } from '../../src/minutes-parser/parse-meeting-document.js';
import { hostileText, minutesText } from '../support/generate-minutes.js';
import { linesOf } from './lines-of.js';
import { lostWords } from './lost-words.js';
import { head } from './minutes-of.js';

const long = process.env.REFERENT_LONG !== undefined;
const timeout = long ? 1_200_000 : 30_000;

describe('whatever the minutes hold', { timeout }, () => {
  test('every word of the body is in one field, and in no second one', () => {
    fc.assert(
      fc.property(minutesText, (text) => {
        const lines = linesOf(text);
        expect(lostWords(lines, parseMeetingDocument(lines))).toEqual({ lost: [], doubled: [] });
      }),
      { numRuns: long ? 20_000 : 300 },
    );
  });

  test('a section dropped or kept twice would be seen', () => {
    const lines = linesOf(`${head}\n\nPunkt 1: Plan\n\nAnledning\n\nTekst.\n\nBeslutning\n\nGodkendt.`);
    const document = parseMeetingDocument(lines);
    const withSections = (change: (sections: Section[]) => Section[]) => ({
      ...document,
      items: document.items.map((item) => ({ ...item, sections: change(item.sections) })),
    });
    expect(
      lostWords(
        lines,
        withSections((sections) => sections.slice(1)),
      ).lost,
    ).toEqual(['Anledning', 'Tekst.']);
    expect(
      lostWords(
        lines,
        withSections((sections) => [...sections, ...sections.slice(1)]),
      ).doubled,
    ).toEqual(['Beslutning', 'Godkendt.']);
  });

  test('each item is found, in order', () => {
    fc.assert(
      fc.property(minutesText, (text) => {
        const printed = text.split('\n').filter((line) => /^Punkt \d: /.test(line)).length;
        const { items } = parseMeetingDocument(linesOf(text));
        expect(items.length).toBeGreaterThan(0);
        expect(items.length).toBeLessThanOrEqual(printed);
        const starts = items.map((item) => item.lines.first);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: long ? 20_000 : 200 },
    );
  });

  test('any text is read or refused with a Danish reply, and never breaks the parser', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        try {
          const lines = linesOf(text);
          expect(lostWords(lines, parseMeetingDocument(lines))).toEqual({ lost: [], doubled: [] });
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.code).toBe('invalid_input');
          expect(error.reply).toMatch(/\p{L}/u);
        }
      }),
      { numRuns: long ? 50_000 : 500 },
    );
  });

  test('the same text is read the same way twice', () => {
    fc.assert(
      fc.property(minutesText, (text) => {
        expect(parseMeetingDocument(linesOf(text))).toEqual(parseMeetingDocument(linesOf(text)));
      }),
      { numRuns: 50 },
    );
  });
});
