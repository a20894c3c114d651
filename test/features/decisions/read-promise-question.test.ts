import { describe, expect, test } from 'vitest';
import { readPromiseQuestion } from '../../../src/features/decisions/read-promise-question.js';

const read = (question: string) => readPromiseQuestion(question, '2025-06-20');

describe('a question about all that somebody promised', () => {
  test.each([
    ['hvad skal M&T gøre', 'M&T'],
    ['Hvad skal M&T gøre?', 'M&T'],
    ['hvilke opgaver har Miljø og Teknik', 'Miljø og Teknik'],
    ['hvilke opgaver har miljø & teknik', 'miljø & teknik'],
    ['hvad skal Lotte følge op på', 'Lotte'],
    ['opgaver til rasmus', 'rasmus'],
    ['rasmus opgaver', 'rasmus'],
    ['hvad har Jonas lovet', 'Jonas'],
    ['hvad er B&F blevet bedt om', 'B&F'],
    ['hvad mangler økonomi og stab at gøre', 'økonomi og stab'],
    ['hvad hænger på Karsten Bloch', 'Karsten Bloch'],
    ['hvad skal cheferne gøre inden sommer 2025', 'cheferne'],
    ['hvilke frister har Skoler & Unge i 2024', 'Skoler & Unge'],
    ['og hvad skal styregruppen lave', 'styregruppen'],
    ['hvilke opgaver har lisbet krog fået', 'lisbet krog'],
  ])('%s: of %s', (question, whose) => {
    expect(read(question)).toMatchObject({ whose, onlyPassed: false });
  });

  test.each([
    ['hvilke frister er overskredet', '', true],
    ['hvilke frister er der i juni 2025', '', false],
    ['alle opgaver', '', false],
  ])('%s', (question, whose, onlyPassed) => {
    expect(read(question)).toMatchObject({ whose, onlyPassed });
  });
});

describe('is none, where it asks', () => {
  test.each([
    'hvad er fristen for budgetforslag',
    'hvad besluttede vi om M&T',
    'hvem skal følge op',
    'hvornår skal M&T aflevere',
    'hvad skal',
    'hvad står der om opgaven',
    'hvad skal M&T gøre ved elbilerne',
    'hvilke opgaver egner sig til chatassistenten',
    'hvad skal vi af med om måneden, hvis det gamle system skal køre videre',
  ])('%s', (question) => {
    expect(read(question)).toBeUndefined();
  });
});
