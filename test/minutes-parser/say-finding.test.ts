import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speaking } from '../../src/domain/language.js';
import { englishFindings } from '../../src/minutes-parser/phrases/finding-phrases.en.js';
import { danishFindings, type FindingCode, finding } from '../../src/minutes-parser/phrases/finding-phrases.js';
import { sayFinding } from '../../src/minutes-parser/phrases/say-finding.js';

const codes = Object.keys(danishFindings) as FindingCode[];
const inEnglish = (found: Parameters<typeof sayFinding>[0]): string => speaking('en', () => sayFinding(found));

describe('What the reader found odd', () => {
  test('is said in Danish as it is kept, and in English for whoever’s Teams is English', () => {
    const found = finding('weekday_mismatch', 3, 'torsdag den 18. november 2026', 'onsdag');
    expect(sayFinding(found)).toBe('Ugedagen passer ikke: "torsdag den 18. november 2026" er en onsdag.');
    expect(inEnglish(found)).toBe('The weekday does not fit: "torsdag den 18. november 2026" is a Wednesday.');
    expect(inEnglish(finding('missing_head', 1))).toMatch(/^The document does not begin with "REFERAT"/);
    expect(inEnglish(finding('contents_missing_item', 9, 3, 'Budget: "første" udkast'))).toBe(
      'The table of contents lacks item 3: "Budget: "første" udkast".',
    );
  });

  test('says the same of the same in both languages, whatever words of the document stand in it', () => {
    const word = fc.oneof(fc.lorem(), fc.string({ maxLength: 200 }), fc.constantFrom('". "', '": "', 'punkt', ''));
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.array(word, { minLength: 2, maxLength: 2 }), (code, details) => {
        const told = finding(code, 1, ...(details as unknown as [number, number]));
        const said = inEnglish(told);
        // Where one text was made of two, they may be told apart at another place than they were put together.
        const { length } = danishFindings[code];
        const quoted = length === 1 ? (details[0] ?? '').slice(0, 120) : '';
        expect(said).toContain(quoted);
        expect(said).not.toBe(told.message);
      }),
      { numRuns: process.env.REFERENT_LONG === undefined ? 500 : 20_000 },
    );
  });

  test('stays as it was written where its text is of another version, or its code no more known', () => {
    const older = { code: 'empty_title', line: 1, message: 'Punkt 3 mangler en titel' };
    expect(inEnglish(older)).toBe(older.message);
    expect(inEnglish({ ...older, code: 'toString' })).toBe(older.message);
    expect(Object.keys(englishFindings)).toEqual(codes);
  });
});
