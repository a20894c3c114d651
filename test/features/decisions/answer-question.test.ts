import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Audience } from '../../../src/domain/access.js';
import type { AgendaItem, Section, SectionKind } from '../../../src/domain/agenda-item.js';
import type { Answer } from '../../../src/domain/answer.js';
import type { MeetingDocument } from '../../../src/domain/meeting-document.js';
import { answerQuestion } from '../../../src/features/decisions/answer-question.js';
import { analyseDocument } from '../../../src/search/analyse-document.js';
import { hostileText } from '../../support/hostile-text.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

const lines = { first: 1, last: 1 };
const section = (kind: SectionKind, text: string): Section => ({ kind, heading: '', text, lines });

function item(
  number: number,
  topic: string,
  parts: Partial<Record<SectionKind, string>>,
  more: Partial<AgendaItem> = {},
) {
  const sections = Object.entries(parts).map(([kind, text]) => section(kind as SectionKind, text));
  return sampleItem(number, { title: topic, topic, sections, decision: parts.decision ?? null, outcomes: [], ...more });
}

const spring = sampleDocument('2023-03-16', {
  place: 'Mødelokale 4',
  participants: [
    { name: 'Birgit Storm', title: 'Kommunaldirektør' },
    { name: 'Jonas Vibe', title: 'Afdelingschef Miljø & Teknik' },
  ],
  items: [
    item(1, 'Godkendelse af dagsorden og referat', { decision: 'Dagsorden og referat blev godkendt.' }),
    item(
      2,
      'Kommunikationsgruppe på tværs',
      {
        case: 'Gruppen skal løfte kommunikationen. Den holder sit første møde i september.',
        recommendation:
          'Kommunaldirektøren indstiller,\n\n1. at hver afdeling udpeger en medarbejder senest den 27. april 2023\n2. at kommissoriet godkendes.',
        decision: 'Chefforum godkendte indstillingen.',
        attachments: 'Kommissorium for kommunikationsgruppen',
        absent: 'Kirsten Ager (Direktør BTK)',
      },
      {
        caseNumber: { text: '00.13.00-A00-1-23', subject: '00.13.00', facet: 'A00', sequence: 1, year: 2023 },
        attachments: [{ title: 'Kommissorium for kommunikationsgruppen' }],
        absent: [{ name: 'Kirsten Ager', title: 'Direktør BTK' }],
        outcomes: [{ code: 'approved', point: null, text: 'godkendte' }],
      },
    ),
    item(3, 'Borgermøde om budget 2024', {
      case: 'Borgermødet holdes den 10. maj 2023 i Kulturhuset. Der er plads til 150 borgere.',
      decision: 'Chefforum besluttede, at Jonas Vibe laver drejebogen.',
    }),
  ],
});
const autumn = sampleDocument('2024-10-30', {
  items: [
    item(
      7,
      'Befolkningsprognose 2024-2036',
      {
        occasion: 'Direktionen orienterer om prognosen.',
        case: 'Prognosen viser 33.210 indbyggere i 2024 og 35.600 i 2036.\n\nDer er intet nyt om skolerne.',
        decision: 'Chefforum tog orienteringen til efterretning.',
      },
      { outcomes: [{ code: 'noted', point: null, text: 'tog orienteringen til efterretning' }] },
    ),
    item(1, 'Anlægsplan 2025', { decision: 'Chefforum besluttede en ramme på 95 mio. kr. årligt.' }),
    item(8, 'Fælles kørselsordning', {
      case: '27 af bilerne står stille. Kommunen har 118 biler. Ordningen er brugt for 2 mio. kr. pr. 31. juli 2024. Den begynder for alle pr. 1. februar 2025.',
      decision: 'Chefforum drøftede ordningen.',
    }),
    item(2, 'Borgermøde om budget 2025', { decision: 'Borgermødet blev aflyst.' }),
    item(
      3,
      'Lukket sag om ejendomskøb',
      { decision: 'Chefforum besluttede at købe Møllegården.' },
      { access: 'closed' },
    ),
    item(4, 'Eventuelt', { decision: 'Intet.' }),
  ],
});

let opened: TemporaryStore;
let audience: Audience;

async function save(document: MeetingDocument): Promise<void> {
  const [forumId = ''] = audience.forumIds;
  await opened.store.minutes.saveDocument(toSave(forumId, document, { entries: analyseDocument(document) }));
}

beforeAll(async () => {
  opened = await openTemporaryStore();
  const forum = await opened.store.forums.ensureForum('tenant', 'Chefforum');
  audience = { forumIds: [forum.id], sees: 'open' };
  await save(spring);
  await save(autumn);
});
afterAll(() => opened.remove());

const clock = { now: () => new Date('2025-02-01T09:00:00Z') };
const ask = (question: string, context?: string): Promise<Answer> =>
  answerQuestion(
    { search: opened.store.search, minutes: opened.store.minutes, lists: opened.store.lists, clock },
    question,
    audience,
    context,
  );

const place = ({ sources: [first] }: Answer) => first && `${first.meetingDate}#${first.itemNumber}`;

describe('the one thing asked for comes first', () => {
  test.each([
    // A part of them is not how many there are, and how things stood on a day is not when anything happens.
    ['hvor mange biler', '2024-10-30#8', '118 biler'],
    ['hvornår begynder kørselsordningen', '2024-10-30#8', '1. februar 2025'],
    ['hvor holder vi borgermødet om budget 2024', '2023-03-16#3', 'Kulturhuset'],
    ['hvornår er borgermødet 2023', '2023-03-16#3', '10. maj 2023'],
    ['deadline kommunikationsgruppe', '2023-03-16#2', '27. april 2023'],
    ['hvad er sagsnummeret på kommunikationsgruppen', '2023-03-16#2', '00.13.00-A00-1-23'],
    ['bilag kommunikationsgruppen', '2023-03-16#2', 'Kommissorium for kommunikationsgruppen'],
    ['hvor mange borgere er der plads til til borgermødet i 2023', '2023-03-16#3', '150 borgere'],
    ['hvem laver drejebogen', '2023-03-16#3', 'Jonas Vibe'],
    ['hvilken ramme fik anlægsplanen', '2024-10-30#1', '95 mio. kr.'],
    ['hvem er afdelingschef i miljø og teknik', '2023-03-16#null', 'Jonas Vibe'],
    ['hvem havde afbud 16. marts 2023', '2023-03-16#2', 'Kirsten Ager'],
    ['var kirsten ager med på mødet i marts 2023', '2023-03-16#2', 'fraværende'],
    ['hvem deltog den 16/3-23', '2023-03-16#null', 'Birgit Storm'],
    ['hvor blev mødet holdt 16.03.23', '2023-03-16#null', 'Mødelokale 4'],
    ['00.13.00-a00-1-23', '2023-03-16#2', 'Kommunikationsgruppe på tværs. Godkendt: at '],
  ])('%s', async (question, where, fact) => {
    const answer = await ask(question);
    expect(answer.status).toBe('answered');
    expect(place(answer)).toBe(where);
    expect(answer.text).toContain(fact);
  });
});

describe('of an item that was only taken note of', () => {
  test('what there was to hear comes first, and that it was noted after it', async () => {
    const { text, sources } = await ask('befolkningsprognose 2024-2036');
    expect(text).toMatch(/^Prognosen viser .* 35\.600 i 2036/);
    expect(text).toContain('Besluttet: Chefforum tog orienteringen til efterretning.');
    expect(sources.map(({ section: kind }) => kind).slice(0, 2)).toEqual(['case', 'decision']);
  });

  test('who asks how it ended is told that it was noted', async () => {
    const { text } = await ask('hvad blev besluttet om befolkningsprognosen');
    expect(text).toBe('Chefforum tog orienteringen til efterretning.');
  });
});

describe('typed as people type', () => {
  test.each([
    ['kommunikations gruppen', '2023-03-16#2'],
    ['kommunikatonsgruppe', '2023-03-16#2'],
    ['anlaegsplan', '2024-10-30#1'],
    ['anlægs plan 2025', '2024-10-30#1'],
    ['ANLÆGSPLANEN??', '2024-10-30#1'],
  ])('%s', async (question, where) => {
    expect(place(await ask(question))).toBe(where);
  });

  test('where a topic recurs and no year is asked, the newest meeting answers', async () => {
    expect(place(await ask('hvad blev besluttet om borgermødet'))).toBe('2024-10-30#2');
  });

  test('a follow-up is understood from the question before', async () => {
    const answer = await ask('og hvad er sagsnummeret?', 'hvad blev besluttet om kommunikationsgruppen');
    expect(answer.text).toContain('00.13.00-A00-1-23');
  });
});

describe('what was recommended is never mixed up with what was decided', () => {
  test('a decision that only approves is shown with the point it approved, each under its own name', async () => {
    const answer = await ask('hvad blev besluttet om kommunikationsgruppen');
    expect(answer.sources[0]).toMatchObject({ section: 'decision', quote: 'Chefforum godkendte indstillingen.' });
    expect(answer.sources[1]?.section).toBe('recommendation');
    expect(answer.text).toBe(
      'Godkendt: at hver afdeling udpeger en medarbejder senest den 27. april 2023; at kommissoriet godkendes.',
    );
  });
});

describe('what the archive does not know is said plainly', () => {
  test.each([
    ['snerydning', 'Det fandt jeg ikke'],
    ['hvad besluttede vi om anlægsplanen i 2017', '2017'],
    ['sag 27.12.00-P35-9-19', '27.12.00-P35-9-19'],
    ['hvem havde afbud d. 1. juni 2024', '1. juni 2024'],
    ['hvad koster borgermødet 2023', 'står der ikke'],
    ['hvilken leverandør har kommunikationsgruppen', 'står der ikke'],
  ])('%s', async (question, words) => {
    const answer = await ask(question);
    expect(answer.status).toBe('not_found');
    expect(answer.sources).toEqual([]);
    expect(answer.text).toContain(words);
  });

  test('closed items leave no trace', async () => {
    const answer = await ask('hvad besluttede vi om ejendomskøb af møllegården');
    expect(JSON.stringify(answer)).not.toMatch(/lukket|købe/i);
    expect(answer.status).toBe('not_found');
  });
});

describe('whatever is typed', () => {
  test.each([
    [''],
    ['   '],
    ['🙂🙂'],
    ['og at i på'],
    ['hvem er du?'],
    ["'; DROP TABLE items; --"],
    ['title:* AND NEAR("a" "b") OR ^x*'],
    ['<script>alert(1)</script>'],
    ['что решили'],
    ['\u0000\u202E budget'],
    ['budget '.repeat(1500)],
  ])('%j gets a Danish answer', async (question) => {
    const answer = await ask(question);
    expect(answer.text.length).toBeGreaterThan(10);
  });

  test('never fails, and never quotes what does not stand in the section it names', async () => {
    const texts = new Map<string, string>();
    for (const document of [spring, autumn])
      for (const one of document.items)
        for (const part of one.sections) texts.set(`${document.date}#${one.number}#${part.kind}`, part.text);
    const words = fc.constantFrom(
      ...'hvem hvornår hvad besluttet borgermøde budget 2023 2024 anlæg plan frist bilag gruppen møde afbud mange kr og med 16/3-23'.split(
        ' ',
      ),
    );
    const typed = fc.oneof(
      hostileText(30),
      fc.array(words, { maxLength: 8 }).map((list) => list.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(typed, fc.option(typed, { nil: undefined }), async (question, context) => {
        const answer = await ask(question, context);
        for (const source of answer.sources) {
          if (source.itemNumber === null) continue;
          expect(texts.get(`${source.meetingDate}#${source.itemNumber}#${source.section}`)).toContain(source.quote);
        }
      }),
      { numRuns: process.env.REFERENT_LONG ? 100_000 : 150 },
    );
  }, 3_600_000);
});
