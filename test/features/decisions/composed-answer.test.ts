import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Audience } from '../../../src/domain/access.js';
import type { AgendaItem, Section, SectionKind } from '../../../src/domain/agenda-item.js';
import type { Answer } from '../../../src/domain/answer.js';
import { answerQuestion } from '../../../src/features/decisions/answer-question.js';
import { analyseDocument } from '../../../src/search/analyse-document.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

const lines = { first: 1, last: 1 };

function item(
  number: number,
  topic: string,
  parts: Partial<Record<SectionKind, string>>,
  more: Partial<AgendaItem> = {},
): AgendaItem {
  const sections = Object.entries(parts).map(
    ([kind, text]): Section => ({ kind: kind as SectionKind, heading: '', text, lines }),
  );
  return sampleItem(number, { title: topic, topic, sections, decision: parts.decision ?? null, outcomes: [], ...more });
}

const cycling = (year: number, decision: string): AgendaItem =>
  item(
    9,
    `Cykelstrategi ${year}`,
    { decision },
    {
      caseNumber: {
        text: `05.40.00-P20-1-${year % 100}`,
        subject: '05.40.00',
        facet: 'P20',
        sequence: 1,
        year,
      },
      outcomes: [{ code: 'resolved', point: null, text: decision }],
    },
  );

const documents = [
  sampleDocument('2021-01-14', { items: [cycling(2021, 'Chefforum besluttede at anlægge to stier.')] }),
  sampleDocument('2022-03-03', { items: [cycling(2022, 'Chefforum besluttede at anlægge tre stier.')] }),
  sampleDocument('2023-03-16', {
    items: [
      item(
        40,
        'Robotstøvsugere: Fælles ordning',
        {
          recommendation:
            'Direktøren indstiller,\n\n1. at der købes seks robotstøvsugere\n2. at der nedsættes en følgegruppe',
          decision:
            'Chefforum godkendte indstillingerne. Marie Lund og Jonas Vibe udgør følgegruppen med Marie Lund som formand.',
        },
        {
          recommendation: {
            proposer: 'Direktøren',
            points: ['at der købes seks robotstøvsugere', 'at der nedsættes en følgegruppe'],
          },
          outcomes: [
            { code: 'approved', point: null, text: 'Chefforum godkendte indstillingerne.' },
            { code: 'nominated', point: null, text: 'Marie Lund og Jonas Vibe udgør følgegruppen' },
          ],
        },
      ),
      item(
        41,
        'Brug af droner i tilsynet',
        {
          decision:
            'Havneafdelingen begynder i maj, de andre først til næste år. Bo Kragh og Marie Lund blev udpeget til styregruppen.',
        },
        { outcomes: [{ code: 'resolved', point: null, text: 'Havneafdelingen begynder i maj' }] },
      ),
      item(
        1,
        'Innovationspulje',
        {
          recommendation: 'Kommunaldirektøren indstiller,\n\n1. at der oprettes en innovationspulje på 12 mio. kr.',
          decision: 'Innovationspuljen bliver på 8 mio. kr. Marie Lund sender vilkårene ud.',
        },
        {
          recommendation: {
            proposer: 'Kommunaldirektøren',
            points: ['at der oprettes en innovationspulje på 12 mio. kr.'],
          },
          outcomes: [{ code: 'resolved', point: null, text: 'Innovationspuljen bliver på 8 mio. kr.' }],
        },
      ),
      item(
        19,
        'Havneplads',
        {
          recommendation: 'Kommunaldirektøren indstiller,\n\n1. at havnepladsen får 12 mio. kr.',
          decision: 'Havnepladsen får mindre. Indstillet blev 14 mio. kr. til havnepladsen.',
        },
        {
          recommendation: { proposer: 'Kommunaldirektøren', points: ['at havnepladsen får 12 mio. kr.'] },
          outcomes: [{ code: 'resolved', point: null, text: 'Havnepladsen får mindre.' }],
        },
      ),
      item(
        2,
        'Vagtordning i sommerferien',
        {
          recommendation: 'Direktøren indstiller,\n\n1. at vagtordningen godkendes\n2. at der udpeges en vagtleder',
          decision: 'Vagtordningen blev godkendt.',
        },
        {
          recommendation: {
            proposer: 'Direktøren',
            points: ['at vagtordningen godkendes', 'at der udpeges en vagtleder'],
          },
          outcomes: [{ code: 'approved', point: 1, text: 'Vagtordningen blev godkendt.' }],
          presenters: ['Jette'],
        },
      ),
      item(
        3,
        'Trivselsmåling',
        {
          case: 'Der er tre tiltag mod stress.\n\n1. Mentorordning for nye ledere.\n2. Roligere mødekalender.\n3. Kursus i feedback.',
          decision: 'Cheferne melder ultimo uge 15 to handlinger ind til HR.',
        },
        {
          commitments: [
            {
              text: 'Cheferne melder ultimo uge 15 to handlinger ind til HR.',
              owner: 'Cheferne',
              due: '2023-04-14',
              dueText: 'ultimo uge 15',
              meeting: null,
              inferred: true,
            },
          ],
        },
      ),
      item(
        4,
        'Tidsplan for lejeaftaler',
        {
          case: 'Det foreslås, at afdelingerne afleverer forslag til lejeaftaler senest den 3. maj 2023, så der er god tid.',
          decision:
            'Chefforum godkendte tidsplanen med den ændring, at fristen for forslag rykkes.\n\nAfdelingerne sender forslagene senest den 10. maj 2023.',
        },
        {
          commitments: [
            {
              text: 'Afdelingerne sender forslagene senest den 10. maj 2023.',
              owner: 'Afdelingerne',
              due: '2023-05-10',
              dueText: 'senest den 10. maj 2023',
              meeting: null,
              inferred: false,
            },
          ],
        },
      ),
      cycling(2023, 'Chefforum besluttede at anlægge fire stier.'),
      item(
        20,
        'Opslagstavler',
        {
          recommendation: 'Direktøren indstiller,\n\n1. at antallet af opslagstavler sættes ned fra 8 til 4',
          decision:
            'Chefforum godkendte indstillingen, idet havnens tavle bliver hængende, så der fremover er 5 tavler. Ida Krog tager tavlerne ned.',
        },
        {
          recommendation: {
            proposer: 'Direktøren',
            points: ['at antallet af opslagstavler sættes ned fra 8 til 4'],
          },
          outcomes: [{ code: 'approved_with_remarks', point: null, text: 'Chefforum godkendte indstillingen' }],
        },
      ),
      item(
        22,
        'Skiltning ved havnen',
        { decision: 'Skiltningen skal være på plads senest den 1. september 2023.' },
        {
          commitments: [
            {
              text: 'Skiltningen skal være på plads senest den 1. september 2023.',
              owner: null,
              due: '2023-09-01',
              dueText: 'senest den 1. september 2023',
              meeting: null,
              inferred: false,
            },
          ],
        },
      ),
      item(
        23,
        'Legeplads i parken',
        {
          recommendation:
            'Direktøren indstiller,\n\n1. at legepladsen bygges i 2024\n2. at parken får ny belysning\n3. at der ansættes en parkvært',
          decision: 'Chefforum godkendte punkt 1 og 2.',
        },
        {
          recommendation: {
            proposer: 'Direktøren',
            points: ['at legepladsen bygges i 2024', 'at parken får ny belysning', 'at der ansættes en parkvært'],
          },
          outcomes: [{ code: 'approved', point: null, text: 'Chefforum godkendte punkt 1 og 2.' }],
        },
      ),
      item(
        21,
        'Åbningstider i svømmehallen',
        {
          recommendation: 'Direktøren indstiller,\n\n1. at morgensvømning afskaffes\n2. at hallen lukker om mandagen',
          decision: 'Hallen lukker om mandagen fra den 1. juni 2023.',
        },
        {
          recommendation: {
            proposer: 'Direktøren',
            points: ['at morgensvømning afskaffes', 'at hallen lukker om mandagen'],
          },
          outcomes: [{ code: 'resolved', point: null, text: 'Hallen lukker om mandagen' }],
        },
      ),
    ],
  }),
  sampleDocument('2026-11-25', {
    kind: 'agenda',
    items: [
      item(1, 'Cykelstrategi 2026', { recommendation: 'Direktøren indstiller,\n\n1. at cykelstrategien drøftes' }),
      item(2, 'Letbane til havnen', { recommendation: 'Direktøren indstiller,\n\n1. at linjeføringen drøftes' }),
    ],
  }),
];

let opened: TemporaryStore;
let audience: Audience;

beforeAll(async () => {
  opened = await openTemporaryStore();
  const forum = await opened.store.forums.ensureForum('tenant', 'Chefforum');
  audience = { forumIds: [forum.id], sees: 'open' };
  for (const document of documents)
    await opened.store.minutes.saveDocument(toSave(forum.id, document, { entries: analyseDocument(document) }));
});
afterAll(() => opened.remove());

const ask = (question: string, now = '2025-02-01T09:00:00Z'): Promise<Answer> => {
  const { search, minutes, lists } = opened.store;
  return answerQuestion({ search, minutes, lists, clock: { now: () => new Date(now) } }, question, audience);
};

describe('the next meeting', () => {
  test.each(['hvornår er næste møde', 'hvad skal vi på næste gang?'])('%s: is told by its agenda', async (question) => {
    const { status, text, firstLine, sources } = await ask(question, '2026-11-01T09:00:00Z');
    expect(status).toBe('answered');
    expect(firstLine).toMatch(/^Næste møde er 25\. november 2026/);
    expect(text).toContain('1. Cykelstrategi 2026; 2. Letbane til havnen');
    expect(sources[0]).toMatchObject({ meetingDate: '2026-11-25', itemNumber: null });
  });

  test('that was held is next no longer', async () => {
    expect((await ask('hvornår er næste møde', '2026-12-01T09:00:00Z')).status).toBe('not_found');
  });
});

describe('what was recommended and what was decided', () => {
  test('are set beside each other, both quoted, where the amounts differ', async () => {
    const answer = await ask('hvad blev besluttet om innovationspuljen');
    expect(answer.firstLine).toBe('Innovationspuljen bliver på 8 mio. kr.');
    expect(answer.remarks).toEqual(['Indstillet var 12 mio. kr.; besluttet blev 8 mio. kr.']);
    expect(answer.sources[0]?.quote).toContain('8 mio. kr.');
    expect(answer.sources[1]).toMatchObject({ section: 'recommendation' });
    expect(answer.sources[1]?.quote).toContain('12 mio. kr.');
  });

  test('an amount the decision itself calls recommended is not said to be decided', async () => {
    expect((await ask('hvad blev besluttet om havnepladsen')).text).not.toContain('besluttet blev');
  });

  test('are both told in their own words, named as what they are, where both are asked', async () => {
    const answer = await ask('blev innovationspuljen som indstillet');
    expect(answer.firstLine).toMatch(/^Besluttet: Innovationspuljen bliver på 8 mio\. kr\./);
    expect(answer.remarks?.[0]).toBe('Indstillet: at der oprettes en innovationspulje på 12 mio. kr.');
    expect(answer.sources.slice(0, 2).map(({ section }) => section)).toEqual(['decision', 'recommendation']);
  });

  test('what was decided is told beside a fact from elsewhere in the item, and not twice', async () => {
    const listed = await ask('hvad er der gjort mod stress med en mentorordning');
    expect(listed.text).toContain('Besluttet: Cheferne melder ultimo uge 15 to handlinger ind til HR.');
    const decided = await ask('hvad blev besluttet om innovationspuljen');
    expect(decided.text).not.toContain('Besluttet: ');
  });

  test('what was approved otherwise than recommended is told as decided, with what was recommended after it', async () => {
    const { text, firstLine, sources } = await ask('hvad besluttede vi om opslagstavler');
    expect(firstLine).toBe(
      'Chefforum godkendte indstillingen, idet havnens tavle bliver hængende, så der fremover er 5 tavler.',
    );
    expect(text).toContain('Indstillet: at antallet af opslagstavler sættes ned fra 8 til 4.');
    expect(sources.slice(0, 2).map(({ section }) => section)).toEqual(['decision', 'recommendation']);
  });

  test('what was recommended alone is never told as what became of it', async () => {
    const { firstLine, text } = await ask('hvad skete der med morgensvømning i svømmehallen');
    expect(firstLine).toBe('Beslutningen siger intet om punkt 1 i indstillingen: at morgensvømning afskaffes.');
    expect(text).toContain('Besluttet: Hallen lukker om mandagen fra den 1. juni 2023.');
  });

  test('a day the minutes do write of is not said to be missing from them', async () => {
    const { status, text } = await ask('hvad koster parkeringskælderen den 1. juni 2023');
    expect({ status, text }).toEqual({ status: 'not_found', text: 'Det fandt jeg ikke i referaterne.' });
  });

  test('what was approved is told, and not who was appointed beside it, where nobody was asked for', async () => {
    const answer = await ask('hvad blev besluttet om robotstøvsugere');
    expect(answer.text).toMatch(/at der købes seks robotstøvsugere; at der nedsættes en følgegruppe/);
    expect((await ask('hvem er formand for følgegruppen til robotstøvsugere')).text).toContain('Marie Lund');
    expect((await ask('hvad med følgegruppen til robotstøvsugere')).text).toContain('Marie Lund og Jonas Vibe');
  });

  test('a decision opens with what was decided where no sentence of it says more to the question', async () => {
    const answer = await ask('må vi bruge droner');
    expect(answer.text).toContain('Havneafdelingen begynder i maj');
    expect(answer.text).not.toContain('styregruppen');
  });

  test('a point the decision leaves open is named', async () => {
    const answer = await ask('hvad blev besluttet om vagtordningen i sommerferien');
    expect(answer.remarks).toEqual([
      'Beslutningen siger intet om punkt 2 i indstillingen: at der udpeges en vagtleder.',
    ]);
  });

  test('a question for yes or no gets one, with the sentence that says so', async () => {
    const answer = await ask('blev vagtordningen i sommerferien godkendt');
    expect(answer.text).toMatch(/^Ja, godkendt\. Vagtordningen blev godkendt\./);
  });
});

describe('a coming meeting', () => {
  test('does not answer what was decided, though its agenda has the topic', async () => {
    const answer = await ask('hvad er der sket med cykelstrategien');
    expect(answer.sources[0]?.meetingDate).toBe('2023-03-16');
  });

  test('is cited where no minutes know the topic, and nothing is said to be decided', async () => {
    const answer = await ask('letbane til havnen');
    expect(answer.sources[0]?.meetingDate).toBe('2026-11-25');
    expect(answer.text).toContain('Punktet er på dagsordenen 25. november 2026, ikke besluttet.');
  });
});

describe('a deadline', () => {
  test('is said with its year, what it was read from, and that it has passed', async () => {
    const answer = await ask('hvad er fristen for trivselsmålingen');
    expect(answer.firstLine).toBe('Senest 14. april 2023. Ansvarlig: Cheferne.');
    expect(answer.remarks).toEqual(['Datoen er udledt af "ultimo uge 15".', 'Fristen er passeret.']);
  });

  test('is the one the forum set, though another was proposed in nearly the words of the question', async () => {
    const answer = await ask('frist for forslag til lejeaftaler');
    expect(answer.firstLine).toBe('Senest 10. maj 2023. Ansvarlig: Afdelingerne.');
    expect(answer.sources[0]).toMatchObject({ section: 'decision' });
  });

  test.each([
    ['hvem er ansvarlig for fristen for trivselsmålingen', 'Cheferne, senest 14. april 2023.'],
    ['hvem skal melde handlinger ind om trivsel', 'Cheferne, senest 14. april 2023.'],
    ['hvem er ansvarlig for fristen for lejeaftaler', 'Afdelingerne, senest 10. maj 2023.'],
    [
      'hvem er ansvarlig for fristen for skiltning',
      'Referatet siger ikke, hvem der er ansvarlig. Senest 1. september 2023.',
    ],
  ])('%s: says first whose it is, or that it is not said', async (question, firstLine) => {
    const answer = await ask(question);
    expect(answer.firstLine).toBe(firstLine);
    expect(answer.sources[0]?.section).toBe('decision');
  });

  test("is not the sender's, where the receiver is asked for", async () => {
    expect((await ask('hvem skal handlinger om trivsel meldes ind til')).firstLine ?? '').not.toMatch(/^Cheferne, /);
  });

  test('has not passed before its day', async () => {
    const answer = await ask('hvad er fristen for trivselsmålingen', '2023-04-01T09:00:00Z');
    expect(answer.text).not.toContain('passeret');
  });
});

describe('a decision on some of the points', () => {
  test("says which point it passes over, in that point's words", async () => {
    const answer = await ask('hvad blev besluttet om legepladsen i parken');
    expect(answer.firstLine).toBe('Chefforum godkendte punkt 1 og 2.');
    expect(answer.remarks).toContain(
      'Beslutningen siger intet om punkt 3 i indstillingen: at der ansættes en parkvært.',
    );
  });

  test('is said first to be silent on the point that was asked about', async () => {
    const answer = await ask('fik vi en parkvært til legepladsen i parken');
    expect(answer.firstLine).toBe('Beslutningen siger intet om punkt 3 i indstillingen: at der ansættes en parkvært.');
    expect(answer.text).not.toContain('Godkendt: at');
  });

  test('in words of its own passes over a point as well', async () => {
    const answer = await ask('blev morgensvømning afskaffet i svømmehallen');
    expect(answer.firstLine).toBe('Beslutningen siger intet om punkt 1 i indstillingen: at morgensvømning afskaffes.');
  });
});

describe('the item itself', () => {
  test('all of a list is told', async () => {
    const answer = await ask('hvilke tiltag mod stress i trivselsmålingen');
    for (const point of ['Mentorordning', 'mødekalender', 'feedback']) expect(answer.text).toContain(point);
  });

  test.each([
    ['hvornår blev vagtordningen drøftet', 'Torsdag 16. marts 2023.'],
    ['hvem stod for punktet om vagtordningen i sommerferien', 'Jette stod for punktet (Vagtordning i sommerferien).'],
    ['hvem indstillede vagtordningen', 'Direktøren.'],
  ])('%s', async (question, says) => {
    expect((await ask(question)).text).toContain(says);
  });

  test('what it does not say is not answered, and the item is offered', async () => {
    const answer = await ask('hvornår er innovationspuljen');
    expect(answer.status).not.toBe('answered');
    expect([...answer.suggestions, ...answer.sources][0]).toMatchObject({ meetingDate: '2023-03-16', itemNumber: 1 });
  });
});

describe('a topic that comes back', () => {
  test('is answered from the newest meeting, and the older ones are told of and offered', async () => {
    const answer = await ask('hvad blev besluttet om cykelstrategien');
    expect(answer.text).toBe('Chefforum besluttede at anlægge fire stier. Også drøftet 3. marts 2022 og én gang før.');
    expect(answer.sources.map(({ meetingDate }) => meetingDate)).toEqual(['2023-03-16', '2022-03-03', '2021-01-14']);
  });

  test('is answered from its newest meeting where nothing but the subject of its case number is given', async () => {
    const { sources } = await ask('hvad er der besluttet i sag 05.40.00');
    expect(sources.map(({ meetingDate }) => meetingDate)).toEqual(['2023-03-16', '2022-03-03', '2021-01-14']);
  });

  test('is told over time, newest first, a line a meeting', async () => {
    const answer = await ask('hvad har vi besluttet om cykelstrategien gennem årene');
    expect(answer.intent).toBe('timeline');
    expect(answer.text.split('\n')).toEqual([
      'Emnet har været på 3 møder.',
      '16. marts 2023: Chefforum besluttede at anlægge fire stier.',
      '3. marts 2022: Chefforum besluttede at anlægge tre stier.',
      '14. januar 2021: Chefforum besluttede at anlægge to stier.',
    ]);
  });
});
