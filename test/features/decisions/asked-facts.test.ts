import { afterAll, describe, expect, test } from 'vitest';
import type { AgendaItem, Section, SectionKind } from '../../../src/domain/agenda-item.js';
import type { OutcomeCode } from '../../../src/domain/outcome.js';
import { asksForOutcome, asksHowItEnded, asksWhatWasDecided } from '../../../src/features/decisions/asks-for-end.js';
import { openAskedArchive } from '../../support/asked-archive.js';
import { sampleDocument, sampleItem } from '../../support/sample-document.js';

const lines = { first: 1, last: 1 };

function item(
  number: number,
  topic: string,
  code: OutcomeCode,
  parts: Partial<Record<SectionKind, string>> & { decision: string },
  more: Partial<AgendaItem> = {},
): AgendaItem {
  const sections = Object.entries(parts).map(
    ([kind, text]): Section => ({ kind: kind as SectionKind, heading: '', text, lines }),
  );
  const outcomes = [{ code, point: null, text: parts.decision.split('. ')[0] ?? '' }];
  return sampleItem(number, { title: topic, topic, sections, decision: parts.decision, outcomes, ...more });
}

const items = [
  item(2, 'Havnepromenade', 'discussed', {
    case: 'Promenaden koster 12 mio. kr. Den åbner den 1. maj 2024.',
    decision: 'Chefforum drøftede promenaden. Der var ønske om flere bænke.',
  }),
  item(3, 'Skatepark', 'resolved', {
    case: 'Skateparken koster 3 mio. kr. efter det første overslag fra rådgiveren.',
    decision: 'Chefforum besluttede at gå videre. Parken må højst koste 2 mio. kr.',
  }),
  item(4, 'Ladestandere', 'postponed', {
    case: 'Ladestanderne koster 900.000 kr.',
    decision: 'Punktet udsættes. Der hentes to tilbud mere.',
  }),
  item(
    5,
    'Vinterbadehus',
    'approved',
    {
      case: 'Badehuset koster 4 mio. kr.',
      recommendation: 'Direktøren indstiller,\n\n1. at badehuset bygges\n2. at billetterne bliver gratis',
      decision: 'Badehuset bygges i samarbejde med klubben.',
    },
    { recommendation: { proposer: 'Direktøren', points: ['at badehuset bygges', 'at billetterne bliver gratis'] } },
  ),
  item(6, 'Anlægsplan', 'noted', {
    case: 'Afdelingerne gennemgik alle projekter i efteråret. Alene Solgården tegner sig for 16 mio. kr.\n\nLindehuset bygges om. Arbejdet begynder den 3. marts 2024.',
    decision: 'Chefforum tog orienteringen til efterretning.',
  }),
  item(
    7,
    'Rådhushaven',
    'noted',
    {
      case: 'Haven er blevet grønnere.',
      decision: 'Chefforum tog orienteringen til efterretning.',
      absent: 'Ida Holm (direktør)',
    },
    { absent: [{ name: 'Ida Holm', title: 'direktør' }] },
  ),
];

const { ask, remove } = await openAskedArchive([sampleDocument('2023-11-02', { items })], '2024-01-20');
afterAll(remove);

describe('what was decided', () => {
  test.each([['hvad koster havnepromenaden'], ['hvornår åbner havnepromenaden']])(
    '%s: is not told where the thing asked for stands and the decision says nothing of the kind',
    async (question) => {
      const { text } = await ask(question);
      expect(text).toMatch(/12 mio\. kr\.|1\. maj 2024/u);
      expect(text).not.toContain('flere bænke');
    },
  );

  test.each([
    ['the decision has an amount of its own', 'hvad koster skateparken', '2 mio. kr.'],
    ['the item was put off', 'hvad koster ladestanderne', 'Punktet udsættes.'],
    [
      'the decision passes over a part of what was recommended',
      'hvad koster vinterbadehuset',
      'samarbejde med klubben',
    ],
    ['it is asked how it ended', 'hvad endte havnepromenaden med at koste', 'flere bænke'],
  ])('is told where %s: %s', async (_, question, told) => {
    expect((await ask(question)).text).toContain(told);
  });
});

describe('a date', () => {
  test('answers only of what is named in its sentence or before it', async () => {
    expect((await ask('hvornår er solgården færdig')).text).not.toMatch(/^I efteråret/u);
    expect((await ask('hvornår begynder arbejdet på lindehuset')).text).toMatch(/^3\. marts 2024\./u);
  });
});

test('who was missing is no answer to who does it', async () => {
  expect((await ask('hvem står for rådhushaven')).text).not.toContain('Ida Holm');
});

test('the ways of asking how something ended are told apart by what they ask of the decision', () => {
  const signs = (text: string) => {
    const question = { text, allAsked: [] };
    return [asksWhatWasDecided(question), asksHowItEnded(question), asksForOutcome(question)];
  };
  expect(signs('Hvad vedtog vi om haven?')).toEqual([true, true, false]);
  expect(signs('hvor landede det')).toEqual([false, true, true]);
  expect(signs('hvad skete der med haven')).toEqual([false, true, false]);
  expect(signs('hvilken farve valgte vi')).toEqual([false, false, true]);
  expect(signs('hvad viser prognosen')).toEqual([false, false, false]);
});
