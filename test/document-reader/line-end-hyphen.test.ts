import { describe, expect, it } from 'vitest';
import { findHyphenEvidence, joinWrappedLines } from '../../src/document-reader/line-end-hyphen.js';

const join = (lines: string[], elsewhere: string[] = []): string =>
  joinWrappedLines(lines, findHyphenEvidence([...lines, ...elsewhere]));

describe('a hyphen at the end of a line', () => {
  it.each([
    [['den nye budget-', 'proces for året'], 'den nye budgetproces for året'],
    [['den nye budget\u00ad', 'proces'], 'den nye budgetproces'],
    [['på børne-', 'og ungeområdet'], 'på børne- og ungeområdet'],
    [['tale-, høre-', 'og syn'], 'tale-, høre- og syn'],
    [['det nye ERP-', 'udbud'], 'det nye ERP-udbud'],
    [['send en e-', 'mail'], 'send en e-mail'],
    [['budget 2029-', '2030'], 'budget 2029-2030'],
    [['den 10.-', '11. september'], 'den 10.-11. september'],
    [['at Børne-', 'Ungeliv'], 'at Børne-Ungeliv'],
    [['kl. 9.50–', '10.00'], 'kl. 9.50–10.00'],
    [['Anna Brink/', 'Ejnar Toft'], 'Anna Brink/Ejnar Toft'],
    [['og så -', 'sagde han'], 'og så - sagde han'],
    [['en linje', 'og en til'], 'en linje og en til'],
  ])('%j is joined as %j', (lines, expected) => {
    expect(join(lines)).toBe(expected);
  });

  it('stays where the document writes such words with a hyphen', () => {
    expect(join(['det corona-', 'relaterede forbrug'], ['listen over corona-forbruget'])).toBe(
      'det corona-relaterede forbrug',
    );
  });

  it('stays in a long document that breaks no words, unless the whole word stands elsewhere', () => {
    const lines = Array.from({ length: 80 }, () => 'en linje uden bindestreg');
    expect(join(['den normale linje-', 'kommunikation'], lines)).toBe('den normale linje-kommunikation');
    expect(join(['den nye budget-', 'proces'], [...lines, 'en budgetproces'])).toBe('den nye budgetproces');
  });
});
