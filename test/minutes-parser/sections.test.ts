import { describe, expect, test } from 'vitest';
import { readCaseNumber } from '../../src/minutes-parser/read-case-number.js';
import { readPeople } from '../../src/minutes-parser/read-people.js';
import { readSectionHeading } from '../../src/minutes-parser/section-headings.js';
import { itemOf } from './minutes-of.js';

const start = 'Punkt 1: CF - Plan\n\n00.13.00-A00-1-18\n\n';

describe('sections', () => {
  test.each([
    'Beslutning om ny struktur',
    'økonomi',
    'Bilag 1',
    'Økonomi & Stab',
    'Økonomi:',
    'Beslutninger',
    'Fraværende Bo',
  ])('"%s" is no heading of a section', (line) => {
    expect(readSectionHeading(line)).toBeUndefined();
  });

  test('the tail of a wrapped sentence is no heading', () => {
    const { sections } = itemOf(
      `${start}Sagsfremstilling\n\nPlanen er lavet sammen med\nØkonomi\n& Stab, og den er god.`,
    );
    expect(sections.map(({ kind }) => kind)).toEqual(['case']);
    expect(sections[0]?.text).toBe('Planen er lavet sammen med Økonomi & Stab, og den er god.');
  });

  test('a sentence cut by a page is whole again, and two paragraphs stay two', () => {
    const { sections } = itemOf(
      `${start}Sagsfremstilling\n\nForslagene skal samles i et katalog, som efterfølgende vil\n\nkunne sendes i høring.\n\nTidsplanen\n\nDen er stram.`,
    );
    expect(sections[0]?.text).toBe(
      'Forslagene skal samles i et katalog, som efterfølgende vil kunne sendes i høring.\n\nTidsplanen\n\nDen er stram.',
    );
  });

  test('lists keep their marks and levels', () => {
    const { decision } = itemOf(`${start}Beslutning\n\nDer var to ting:\n\n- Den ene\n  - og dens del\n\n- Den anden`);
    expect(decision).toBe('Der var to ting:\n\n- Den ene\n  - og dens del\n- Den anden');
  });

  test('attachments stand as printed, "Bilag 1" in prose is none', () => {
    const { attachments } = itemOf(
      `${start}Sagsfremstilling\n\nBilag 1 indeholder en oversigt.\n\nBilag\n\nBilag 1; Opsamling på temadag\n\nnotat om plan.docx`,
    );
    expect(attachments).toEqual([{ title: 'Bilag 1; Opsamling på temadag' }, { title: 'notat om plan.docx' }]);
  });

  test('absent persons: titles with commas, wrapped lines, and prose that only begins alike', () => {
    const { absent, sections } = itemOf(
      `${start}Sagsfremstilling\n\nFraværende medarbejdere får besked.\n\nFraværende Anna Lund (Direktør Børn, Sundhed\n& Velfærd), Bo Hald`,
    );
    expect(absent).toEqual([
      { name: 'Anna Lund', title: 'Direktør Børn, Sundhed & Velfærd' },
      { name: 'Bo Hald', title: null },
    ]);
    expect(sections.map(({ kind }) => kind)).toEqual(['case', 'absent']);
    expect(readPeople('Ingen')).toEqual([]);
  });
});

describe('the recommendation', () => {
  test('is the forum’s own, not the one quoted in the case text', () => {
    const { recommendation } = itemOf(
      `${start}Sagsfremstilling\n\nMed indstillingen i sagen ønsker gruppen,\n1. at der ryddes op\n\nBeslutning om organisering\n\nKonst. direktør for By, Miljø &\nBeskæftigelse indstiller,\n1. at planen godkendes, og at den sendes til alle de afdelinger,\nder er berørt\n\nBeslutning\n\nGodkendt.`,
    );
    expect(recommendation).toEqual({
      proposer: 'Konst. direktør for By, Miljø & Beskæftigelse',
      points: ['at planen godkendes, og at den sendes til alle de afdelinger, der er berørt'],
    });
  });

  test('a heading line above it that is no template’s becomes its heading', () => {
    const { sections } = itemOf(
      `${start}Sagsfremstilling\n\nTekst.\n\nKommissorium for gruppen\n\nChefen for HR indstiller,\n\n1. at det godkendes`,
    );
    expect(sections.map(({ kind, heading }) => [kind, heading])).toEqual([
      ['case', 'Sagsfremstilling'],
      ['recommendation', 'Kommissorium for gruppen'],
    ]);
  });

  test('a sentence with the word in it is none', () => {
    expect(
      itemOf(`${start}Sagsfremstilling\n\nUdvalget indstiller, at planen vedtages i maj.`).recommendation,
    ).toBeNull();
  });

  test('points without marks, and one in the proposer’s own sentence', () => {
    expect(
      itemOf(`${start}Indstilling\n\nChefen for HR indstiller,\nat planen godkendes,\nat den sendes ud`).recommendation
        ?.points,
    ).toEqual(['at planen godkendes,', 'at den sendes ud']);
    expect(itemOf(`${start}Indstilling\n\nChefen for HR indstiller, at planen godkendes.`).recommendation).toEqual({
      proposer: 'Chefen for HR',
      points: ['at planen godkendes.'],
    });
  });
});

describe('the case number', () => {
  test('is read with its parts', () => {
    expect(readCaseNumber('00.13.00-A00-1-18')).toEqual({
      text: '00.13.00-A00-1-18',
      subject: '00.13.00',
      facet: 'A00',
      sequence: 1,
      year: 2018,
    });
    expect(readCaseNumber('00.30.08-000-1-24')?.facet).toBe('000');
  });

  test.each(['24-09-2020', 'Sagen 00.13.00-A00-1-18 genoptages', '00.13.00', '2019-2020', '12.10.00-12.30.00'])(
    '"%s" is none',
    (line) => {
      expect(readCaseNumber(line)).toBeUndefined();
    },
  );
});
