import { describe, expect, test } from 'vitest';
import { kindOfPoints } from '../../src/minutes-parser/item-kind.js';
import { decided, itemOf } from './minutes-of.js';

const outcomes = (decision: string, points: readonly string[] = []) =>
  decided(decision, points).outcomes.map(({ code, point }) => [code, point]);

describe('what became of an item', () => {
  test.each([
    ['Chefforum godkendte planen.', 'approved'],
    ['Godkendt.', 'approved'],
    ['Indstillingen blev tiltrådt.', 'approved'],
    ['Herefter godkendte Chefforum planen.', 'approved'],
    ['Chefforum tiltræder indstillingen.', 'approved'],
    ['Chefforum godkendte planen med følgende bemærkninger:\n\n- Den er lang.', 'approved_with_remarks'],
    ['Godkendt med den ændring, at fristen rykkes.', 'approved_with_remarks'],
    ['Taget til efterretning.', 'noted'],
    ['Chefforum tog orienteringen til efterretning.', 'noted'],
    ['Drøftet.', 'discussed'],
    ['Chefforum besluttede, at fristen rykkes.', 'resolved'],
    ['Pia Lund blev udpeget.', 'nominated'],
    ['Punktet udsættes til næste møde.', 'postponed'],
    ['Punktet udgik.', 'withdrawn'],
    ['Intet.', 'none'],
    ['.', 'none'],
    ['Intet at bemærke.', 'none'],
    ['Chefen for HR orienterede om planen.', 'unclassified'],
  ])('"%s" is %s', (decision, code) => {
    expect(outcomes(decision)).toEqual([[code, null]]);
  });

  test.each([
    ['what another body decided', 'Byrådet besluttede i marts at vente.'],
    ['a clause about something else', 'Kataloget viser de forslag, som ikke blev tiltrådt.'],
    ['what is still to come', 'Planen skal godkendes af Økonomiudvalget.'],
    ['a refusal', 'Indstillingen blev ikke godkendt.'],
    ['vulnerable children', 'Der blev orienteret om udsatte børn.'],
    ['a project put off', 'Anlægsprojektet udskydes til 2025.'],
  ])('%s is no outcome of the forum', (_, decision) => {
    expect(outcomes(decision)).toEqual([['unclassified', null]]);
  });

  test('each point gets its own outcome where the words tell', () => {
    const points = ['at de fem temaer godkendes', 'at opfølgningen drøftes'];
    expect(outcomes('Chefforum godkendte de fem temaer og drøftede opfølgningen.', points)).toEqual([
      ['approved', 1],
      ['discussed', 2],
    ]);
    expect(outcomes('Ad 1: Godkendt.\n\nAd 2: Udgår.', points)[0]).toEqual(['approved', 1]);
    expect(outcomes('Chefforum godkendte punkt 1 og drøftede punkt 2.', points)).toEqual([
      ['approved', 1],
      ['discussed', 2],
    ]);
    expect(outcomes('Chefforum godkendte indstillingerne.', points)).toEqual([['approved', null]]);
  });

  test('an item without a decision has no outcome', () => {
    expect(itemOf('Punkt 1: Plan\n\n00.13.00-A00-1-18\n\nSagsfremstilling\n\nTekst.').outcomes).toEqual([]);
  });
});

describe('what someone is to do', () => {
  const promise = (decision: string, points: readonly string[] = []) =>
    decided(decision, points).commitments.map(({ owner, due, dueText, meeting, inferred }) => [
      owner,
      due,
      dueText,
      meeting,
      inferred,
    ]);

  test.each([
    [
      'Afdelingerne sender planer senest fredag den 10. maj 2024.',
      ['Afdelingerne', '2024-05-10', 'senest fredag den 10. maj 2024', null, false],
    ],
    ['Pia Lund sender et notat senest den 27. april.', ['Pia Lund', '2023-04-27', 'senest den 27. april', null, true]],
    ['Pia Lund sender et notat den 20. januar.', ['Pia Lund', '2024-01-20', 'den 20. januar', null, true]],
    ['Alle chefer sender en plan ultimo uge 20.', ['Alle chefer', '2023-05-19', 'ultimo uge 20', null, true]],
    ['HR & Kommunikation udarbejder snarest en vejledning.', ['HR & Kommunikation', null, 'snarest', null, true]],
    [
      'Miljø & Teknik fremlægger en plan midt januar 2024.',
      ['Miljø & Teknik', '2024-01-15', 'midt januar 2024', null, true],
    ],
    ['Cheferne melder navne ind primo marts.', ['Cheferne', '2024-03-01', 'primo marts', null, true]],
    [
      'På det kommende Chefforum, melder alle chefer ind.',
      ['alle chefer', null, 'På det kommende Chefforum', 'next', true],
    ],
    ['Videre sender Økonomi et skema.', ['Økonomi', null, null, null, false]],
    ['Budgettet skal vedtages senest 6. oktober 2023.', [null, '2023-10-06', 'senest 6. oktober 2023', null, false]],
    [
      'Fortegnelserne skal være opdateret i alle afdelinger medio juni.',
      ['alle afdelinger', '2023-06-15', 'medio juni', null, true],
    ],
    [
      'Direktør Eva Holm, chef for Børn, Skole & Fritid Bo Hald samt Anna Lund laver et oplæg.',
      ['Direktør Eva Holm, chef for Børn, Skole & Fritid Bo Hald samt Anna Lund', null, null, null, false],
    ],
  ])('"%s"', (decision, expected) => {
    expect(promise(decision)).toEqual([expected]);
  });

  test.each([
    'Chefen for HR orienterede om planen.',
    'Afdelingerne kan kontakte Jura, hvis de har spørgsmål.',
    'Omsorgssamtalen holdes efter syv dage i stedet for fem.',
    'Skabelonen udfyldes fremover af Økonomi & Stab.',
    'Chefforum drøftede muligheden for at alle chefer sender en plan.',
    'Planen indeholder tiltag, der skal sikre kvaliteten.',
    'Referatet af den 3. maj 2022 blev rettet.',
  ])('"%s" promises nothing', (decision) => {
    expect(promise(decision)).toEqual([]);
  });

  test('an approved point that names who does it counts, and once only', () => {
    const points = ['at planen godkendes', 'at hver afdeling udpeger en person (senest den 27. april)'];
    const expected = ['hver afdeling', '2023-04-27', 'senest den 27. april', null, true];
    expect(promise('Chefforum godkendte indstillingerne.', points)).toEqual([expected]);
    expect(promise('Godkendt. Hver afdeling udpeger en person senest den 1. maj.', points)).toHaveLength(1);
    expect(promise('Punktet udsættes.', points)).toEqual([]);
  });

  test('a deadline in the next sentence dates the promise before it', () => {
    const [commitment] = decided(
      'Afdelingerne gennemgår ikke alt, men de skal gennemgå bilaget. Fristen er den 15. august 2023.',
    ).commitments;
    expect(commitment).toMatchObject({ due: '2023-08-15', dueText: 'den 15. august 2023', inferred: false });
  });
});

describe('the kind of an item', () => {
  const kind = (title: string, points: readonly string[] = []) =>
    itemOf(
      `Punkt 1: ${title}\n\n00.13.00-A00-1-18\n\nIndstilling\n\nKommunaldirektøren indstiller,\n\n${points.map((point, at) => `${at + 1}. ${point}`).join('\n')}`,
    ).kind;

  test.each([
    ['CF - Evt.', 'any_other_business'],
    ['Temaer til kommende møder og eventuelt', 'any_other_business'],
    ['CF - Godkendelse af dagsorden og referat', 'approval'],
    ['Skriftlig orientering: Prognose', 'written_briefing'],
    ['Temadrøftelse - Trivsel', 'theme'],
    ['Udpegning af medlemmer', 'nomination'],
    ['Orientering om budgettet', 'briefing'],
    ['Beslutning om ledelse', 'decision'],
  ])('"%s" is %s, whatever is recommended', (title, expected) => {
    expect(kind(title, ['at punktet drøftes'])).toBe(expected);
  });

  test.each([
    ['Eventuelt salg af Bygade 3', 'discussion'],
    ['Godkendelse af kommissorium', 'discussion'],
    ['Planlægning af temamøde', 'discussion'],
    ['Orienteringsløb for ansatte', 'discussion'],
  ])('"%s" only sounds like another kind', (title, expected) => {
    expect(kind(title, ['at punktet drøftes'])).toBe(expected);
  });

  test.each([
    [['at orienteringen tages til efterretning'], 'briefing'],
    [['at planen drøftes og godkendes'], 'decision'],
    [['at det drøftes, om fristen skal rykkes'], 'discussion'],
    [['at orienteringen tages til efterretning', 'at planen drøftes'], 'briefing'],
    [['at kommissoriet godkendes', 'at Chefforum udpeger tre medlemmer'], 'nomination'],
    [['at planen godkendes', 'at der udpeges en tovholder'], 'decision'],
    [['at lørdagsåbent afskaffes'], 'decision'],
    [[], undefined],
  ])('%j asks for: %s', (points, expected) => {
    expect(kindOfPoints(points)).toBe(expected);
  });
});
