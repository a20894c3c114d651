import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/domain/outcome.js';
import { readPointsOfDecision } from '../../../src/features/decisions/points-of-decision.js';

const points = [
  'at der holdes tre velkomstdage i 2026',
  'at alle nye medarbejdere får en buddy',
  'at der laves en ny velkomstfilm til 60.000 kr.',
];

const approved: Outcome[] = [{ code: 'approved', point: null, text: '' }];

const read = (decision: string, recommended: readonly string[] = points, outcomes: readonly Outcome[] = approved) =>
  readPointsOfDecision({
    decision,
    recommendation: { proposer: 'Direktøren', points: [...recommended] },
    outcomes: [...outcomes],
  });

describe('points a decision passes over', () => {
  test.each([
    ['Chefforum godkendte punkt 1 og 2.', [3]],
    ['Chefforum godkendte pkt. 1-2.', [3]],
    ['Chefforum godkendte indstillingens punkt 1.', [2, 3]],
    ['Chefforum godkendte indstillingens punkt 1 samt punkt 3.', [2]],
    ['Chefforum godkendte de to første indstillinger.', [3]],
    ['Chefforum godkendte de første to.', [3]],
    ['Chefforum godkendte de to sidste punkter.', [1]],
    ['Ad 1: Godkendt. Ad 2: Godkendt.', [3]],
    ['Chefforum godkendte første og andet punkt.', [3]],
    ['Pkt. 1 og 2 blev godkendt.', [3]],
    ['Chefforum godkendte tre velkomstdage i 2026, og at alle nye medarbejdere får en buddy.', [3]],
    ['Der holdes tre velkomstdage. Alle nye medarbejdere får en buddy fra august.', [3]],
  ] as const)('%s', (decision, passedOver) => {
    expect(read(decision).passedOver).toEqual(passedOver);
  });

  test.each([
    'Chefforum godkendte indstillingerne.',
    'Chefforum godkendte indstillingen.',
    'Godkendt som indstillet.',
    'Chefforum godkendte alle tre punkter.',
    'Chefforum godkendte indstillingerne bortset fra punkt 3.',
    'Chefforum godkendte indstillingerne, dog ikke punkt 2.',
    'Chefforum godkendte punkt 1 og 2. Pkt. 3 udskydes.',
    'Chefforum godkendte velkomstdage og buddyordning. Velkomstfilmen må vente.',
    'Chefforum godkendte indstillingerne med følgende bemærkninger: Velkomstdagene holdes i Byrådssalen.',
    'Chefforum besluttede at tage emnet op igen.',
    'Chefforum godkendte forslag 8, 11 og 40.',
    'Chefforum henviste til punkt 7 på dagsordenen fra sidste møde og godkendte.',
    'Chefforum godkendte de to første velkomstdage, buddyordningen og filmen.',
  ])('%s: none', (decision) => {
    expect(read(decision).passedOver).toEqual([]);
  });

  test('none of an item that was postponed', () => {
    expect(read('Punktet udsættes.', points, [{ code: 'postponed', point: null, text: '' }]).passedOver).toEqual([]);
  });

  test('none where persons were named for the point that asks for them', () => {
    const recommended = ['at kommissoriet godkendes', 'at der udpeges tre medlemmer til arbejdsgruppen'];
    const outcomes: Outcome[] = [...approved, { code: 'nominated', point: 2, text: '' }];
    expect(read('Chefforum godkendte kommissoriet. Ida og Bo er med.', recommended, outcomes).passedOver).toEqual([]);
  });
});

describe('points a decision excepts', () => {
  test.each([
    ['Chefforum godkendte indstillingerne bortset fra punkt 3.', [3]],
    ['Chefforum godkendte indstillingerne med undtagelse af indstillingens pkt. 2.', [2]],
    ['Indstillingerne blev godkendt, dog ikke punkt 2 og 3.', [2, 3]],
    ['Chefforum godkendte punkt 1 og 2. Pkt. 3 udskydes.', [3]],
    ['Punkt 1 udsættes, fordi afsnittet ikke er afstemt.', [1]],
    ['Punkt 2 blev ikke godkendt.', [2]],
  ] as const)('%s', (decision, excepted) => {
    expect(read(decision).excepted).toEqual(excepted);
  });

  test.each([
    'Chefforum godkendte punkt 1 og 2.',
    'Chefforum godkendte indstillingerne, dog ikke uden betænkeligheder.',
    'Chefforum godkendte indstillingerne. Kommunen betaler ikke punkt 40 i kataloget.',
  ])('%s: none', (decision) => {
    expect(read(decision).excepted).toEqual([]);
  });
});
