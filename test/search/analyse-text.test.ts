import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseText, termsOfText, termsOfUnits } from '../../src/search/analyse-text.js';
import { hostileText } from '../support/hostile-text.js';

const terms = (text: string) => termsOfText(text).split(' ');

describe('dates are units', () => {
  test.each([
    '13. april 2023',
    'torsdag d. 13. april 2023',
    '13/4-23',
    '13.04.2023',
    '2023-04-13',
    'CF 130423',
    "13. april '23",
  ])('%s', (text) => {
    expect(terms(text)).toEqual(expect.arrayContaining(['dato:2023-04-13', 'dag:04-13', 'maaned:2023-04', 'aar:2023']));
  });

  test('a range gives both its days', () => {
    expect(terms('10.-11. september 2020')).toEqual(expect.arrayContaining(['dato:2020-09-10', 'dato:2020-09-11']));
    expect(terms('vision 2022-2030')).toEqual(expect.arrayContaining(['aar:2022', 'aar:2030']));
  });

  test('a day without a year is only a day', () => {
    expect(terms('den 27. april')).toContain('dag:04-27');
    expect(termsOfText('den 27. april')).not.toContain('aar:');
  });

  test.each(['00.13.00-A00-1-18', 'kl. 9.00-10.00', '2.500 kr.', 'punkt 4'])('%s is no date', (text) => {
    expect(termsOfText(text)).not.toMatch(/dato:|dag:|aar:/);
  });
});

describe('case numbers are units', () => {
  test('whole, subject and end are found alike', () => {
    expect(terms('sag 00.13.00-A00-1-18')).toEqual(
      expect.arrayContaining(['sag:00.13.00-a00-1-18', 'emne:00.13.00', 'sagsled:a00-1-18']),
    );
    expect(terms('A00-1-18')).toContain('sagsled:a00-1-18');
  });

  test.each(['00.13.00 A00 1 18', '00 13 00 a00 1 18', '00.13.00-A00.1.18', '00.13.00 - A00 - 1 - 18'])(
    'is the same, typed as %s',
    (typed) => {
      expect(terms(typed)).toContain('sag:00.13.00-a00-1-18');
    },
  );

  test.each(['12 03 24 kl. 9', '10 20 30 B 12 4', 'rum A12 1 og 2'])('%s is none', (text) => {
    expect(termsOfText(text)).not.toMatch(/sag:|sagsled:/);
  });

  test('a date with points is no subject', () => {
    expect(termsOfText('12.03.24')).not.toContain('emne:');
  });
});

describe('words', () => {
  test('a hyphenated word is found in parts and as one', () => {
    expect(terms('ERP-udbud')).toEqual(expect.arrayContaining(['erp', 'udbud', '~erpudbud']));
  });

  test('an abbreviation with an ampersand stays whole', () => {
    expect(terms('M&T')).toEqual(['m&t']);
  });

  test('thousands are one number, however they are parted', () => {
    expect(terms('10.000')).toEqual(terms('10000'));
  });
});

test('any text is taken apart without fault, and each unit stands where it is said to', () => {
  fc.assert(
    fc.property(fc.oneof(hostileText(40), fc.string({ unit: 'grapheme', maxLength: 300 })), (typed) => {
      const text = typed.normalize('NFC');
      for (const unit of analyseText(text)) expect(text.slice(unit.start, unit.end)).toBe(unit.text);
    }),
    { numRuns: process.env.REFERENT_LONG ? 100_000 : 300 },
  );
});

test('the terms of a text are those of its units, wherever dates, case numbers and names stand in it', () => {
  const pieces =
    '2022-2030 ERP-udbud 13. april 2023, (00.13.00-A00-1-18) Skoler & Unge, Maj og Juni/ 10. og 11. september-møde B12-3-24-sag'.split(
      ' ',
    );
  const made = fc.array(fc.oneof(fc.constantFrom(...pieces, ' ', ' ', '\n', '-', '. '), fc.string({ maxLength: 3 })), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        made.map((parts) => parts.join('')),
        hostileText(40),
      ),
      (typed) => {
        const text = typed.normalize('NFC');
        expect(termsOfText(text)).toBe(termsOfUnits(text, analyseText(text)).join(' '));
      },
    ),
    { numRuns: process.env.REFERENT_LONG ? 100_000 : 500 },
  );
});
