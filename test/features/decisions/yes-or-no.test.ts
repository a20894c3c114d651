import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { AgendaItem, Section, SectionKind } from '../../../src/domain/agenda-item.js';
import type { Outcome, OutcomeCode } from '../../../src/domain/outcome.js';
import { answerFromItem } from '../../../src/features/decisions/answer-from-item.js';
import { readQuestion } from '../../../src/features/decisions/read-question.js';
import type { StoredItem } from '../../../src/store/ports.js';
import { openAskedArchive } from '../../support/asked-archive.js';
import { sampleDocument, sampleItem } from '../../support/sample-document.js';

const lines = { first: 1, last: 1 };

interface Parts {
  decision: string;
  points?: readonly string[];
}

function item(
  number: number,
  topic: string,
  { decision, points = [] }: Parts,
  outcomes: readonly Outcome[],
): AgendaItem {
  const recommendation = points.map((point, index) => `${index + 1}. ${point}`).join('\n');
  const sections = (
    [
      ['recommendation', recommendation === '' ? '' : `Direktøren indstiller,\n\n${recommendation}`],
      ['decision', decision],
    ] satisfies [SectionKind, string][]
  )
    .filter(([, text]) => text !== '')
    .map(([kind, text]): Section => ({ kind, heading: '', text, lines }));
  const proposed = points.length === 0 ? null : { proposer: 'Direktøren', points: [...points] };
  return sampleItem(number, {
    title: topic,
    topic,
    decision,
    sections,
    recommendation: proposed,
    outcomes: [...outcomes],
  });
}

const as = (code: OutcomeCode, text: string, point: number | null = null): Outcome => ({ code, point, text });

const approvesAll = 'Chefforum godkendte indstillingerne.';
const items = [
  item(2, 'Havneplads', { decision: approvesAll, points: ['at havnepladsen godkendes'] }, [
    as('approved', approvesAll),
  ]),
  item(3, 'Svømmehal', { decision: 'Svømmehallen blev godkendt under forudsætning af, at Byrådet giver pengene.' }, [
    as('approved_with_remarks', 'Svømmehallen blev godkendt under forudsætning af, at Byrådet giver pengene.'),
  ]),
  item(4, 'Klimaplan: Nye delmål', { decision: 'Delmålene blev godkendt.' }, [
    as('approved', 'Delmålene blev godkendt.'),
  ]),
  item(5, 'Vagtordning', { decision: 'Punktet udsættes.' }, [as('postponed', 'Punktet udsættes.')]),
  item(6, 'Skiltning', { decision: 'Punktet udgik.' }, [as('withdrawn', 'Punktet udgik.')]),
  item(7, 'Mentorordning', { decision: 'Chefforum drøftede ordningen.' }, [
    as('discussed', 'Chefforum drøftede ordningen.'),
  ]),
  item(8, 'Kantinedrift', { decision: 'Chefforum drøftede driften og var enige om at vente.' }, [
    as('discussed', 'Chefforum drøftede driften og var enige om at vente.'),
  ]),
  item(9, 'Skovhegn', { decision: 'Der tales videre.' }, [as('unclassified', 'Der tales videre.')]),
  item(
    10,
    'Cykelparkering',
    {
      decision: 'Punkt 1 blev godkendt. Punkt 2 udsættes.',
      points: ['at stativerne ved stationen godkendes', 'at taget over stativerne ved rådhuset godkendes'],
    },
    [as('approved', 'Punkt 1 blev godkendt.', 1), as('postponed', 'Punkt 2 udsættes.', 2)],
  ),
  item(
    11,
    'Juleferie',
    {
      decision:
        'Chefforum besluttede, at rådhuset lukkes mellem jul og nytår, og at der ikke holdes en fælles julefrokost. Kantinen lukkes, hvis ingen melder sig. Nyhedsbrevet fravælges.',
    },
    [as('resolved', 'Chefforum besluttede, at rådhuset lukkes mellem jul og nytår.')],
  ),
  item(
    12,
    'Velkomstdage',
    { decision: approvesAll, points: ['at der holdes fire velkomstdage i 2024', 'at alle får en mappe'] },
    [as('approved', approvesAll)],
  ),
  item(13, 'Badebro', { decision: 'Badebroen blev ikke godkendt.' }, [
    as('unclassified', 'Badebroen blev ikke godkendt.'),
  ]),
];

const { ask, remove } = await openAskedArchive([sampleDocument('2023-11-02', { items })], '2024-01-20');
afterAll(remove);

const decides = /^(?:ja|nej)(?!\p{L})/iu;

describe('ja and nej', () => {
  test.each([
    ['blev havnepladsen godkendt', 'Ja, godkendt: at havnepladsen godkendes.'],
    ['er vagtordningen godkendt', 'Nej, punktet blev udsat.'],
    ['blev vagtordningen udsat', 'Ja, punktet blev udsat.'],
    ['blev havnepladsen udsat', 'Nej, punktet blev ikke udsat.'],
    ['har vi godkendt skiltningen', 'Nej, punktet udgik.'],
    ['blev taget over stativerne ved rådhuset godkendt', 'Nej, punkt 2 i indstillingen blev udsat.'],
    [
      'er det rigtigt at rådhuset lukkes mellem jul og nytår',
      'Ja. Chefforum besluttede, at rådhuset lukkes mellem jul',
    ],
    ['skal vi holde en fælles julefrokost', 'Nej. Chefforum besluttede, at rådhuset lukkes mellem jul og nytår, og at'],
    ['er det rigtigt at der holdes fire velkomstdage i 2024', 'Ja, godkendt: at der holdes fire velkomstdage i 2024.'],
  ])('%s: %s', async (question, said) => {
    expect((await ask(question)).text.slice(0, said.length)).toBe(said);
  });

  test.each([
    ['a condition', 'blev svømmehallen godkendt', 'Godkendt med bemærkninger.'],
    ['a part of what is asked about', 'er klimaplanen godkendt', ''],
    ['a talk without a stand', 'blev mentorordningen godkendt', 'Chefforum drøftede det, men tog ikke stilling.'],
    ['a talk that came to something', 'blev kantinedriften godkendt', ''],
    ['words nobody could read an outcome from', 'blev skovhegnet godkendt', ''],
    ['a refusal read as nothing', 'blev badebroen godkendt', ''],
    ['points that ended apart', 'blev cykelparkeringen godkendt', 'Punkt 2 i indstillingen blev udsat.'],
    ['a condition in the sentence', 'skal kantinen lukkes', ''],
    ['the opposite of what is asked', 'har vi et nyhedsbrev', ''],
    ['a question put the other way round', 'blev havnepladsen ikke godkendt', ''],
    ['more than the sentence says', 'lukkes alle rådhuse mellem jul og nytår', ''],
  ])('are not said of %s: %s', async (_, question, said) => {
    const { text } = await ask(question);
    expect(text).not.toMatch(decides);
    expect(text.slice(0, said.length)).toBe(said);
  });

  test('are never said where no outcome is known, whatever is asked and whatever stands there', () => {
    const words = 'ja nej havnepladsen godkendes ikke blev rådhuset lukkes chefforum og at dog udsat'.split(' ');
    const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((of) => of.join(' '));
    const opening = fc.constantFrom('blev', 'er', 'må', 'skal vi', 'er det rigtigt at', 'har vi besluttet at');
    const code = fc.constantFrom<OutcomeCode>('none', 'unclassified');
    const outcomes = fc.array(fc.record({ code, point: fc.constantFrom(null, 1) }), { maxLength: 2 });
    const query = { concepts: [], dates: [], entryCount: 1 };
    fc.assert(
      fc.property(opening, sentence, sentence, outcomes, (open, asked, decided, ended) => {
        const text = `Chefforum: ${decided}.`;
        const stored: StoredItem = {
          meetingId: 'm',
          forumId: 'f',
          forum: 'Chefforum',
          kind: 'minutes',
          meetingDate: '2023-11-02',
          fileName: 'm.txt',
          item: item(
            1,
            asked,
            { decision: text, points: [asked] },
            ended.map((one) => ({ ...one, text })),
          ),
        };
        const question = readQuestion(`${open} ${asked}?`, undefined, '2024-01-20');
        expect(answerFromItem(stored, question, query, [], '2024-01-20').firstLine).not.toMatch(/^(?:Ja|Nej)(?:,|\.)/);
      }),
      { numRuns: process.env.REFERENT_LONG ? 5_000 : 150 },
    );
  });
});
