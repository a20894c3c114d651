import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { cardBytes, maxCardBytes } from '../../../src/cards/fill-card.js';
import type { AgendaEntry } from '../../../src/domain/agenda.js';
import type { InputAnswer, InputRequest, InputRound, InputValue, Respondent } from '../../../src/domain/input.js';
import { briefCard } from '../../../src/features/input/brief/brief-card.js';
import { makeBriefCsv } from '../../../src/features/input/brief/brief-csv.js';
import { makeBriefDocument } from '../../../src/features/input/brief/brief-document.js';
import { briefSections } from '../../../src/features/input/brief/brief-text.js';
import { makeBrief } from '../../../src/features/input/brief/make-brief.js';
import { suggestTime } from '../../../src/features/input/brief/suggest-time.js';
import { statusCard } from '../../../src/features/input/desk/status-card.js';
import { myInputCard } from '../../../src/features/input/mine/my-input-card.js';
import { type RoundState, readRoundStatus } from '../../../src/features/input/round/round-status.js';
import { textsOf } from '../../support/card-contents.js';
import { exampleBrief, exampleDrawing, exampleSeat } from '../../support/input-examples.js';
import { personCalled, sampleAgenda, sampleEntry } from '../../support/sample-agenda.js';
import { givenAnswer, opened, sampleRequest, sampleRespondent, sampleRound } from '../../support/sample-input.js';

const nominationsOf = (brief: ReturnType<typeof exampleBrief>): string =>
  briefSections(brief)
    .filter(({ heading }) => heading.startsWith('Udpegninger'))
    .map(({ text }) => text)
    .join('\n');

describe('the nominations of a brief', () => {
  test('are not complete while the register knows no head of a department', () => {
    const brief = exampleBrief('Kultur, Fritid & Ejendomme');
    expect(brief.nominations).not.toEqual([]);
    expect(nominationsOf(brief)).toContain('Kultur, Fritid & Ejendomme (ingen chef i registret)');
    expect(nominationsOf(brief)).not.toContain('Alle har svaret');
  });

  test('name nobody who could not have been asked where every department has a head', () => {
    expect(nominationsOf(exampleBrief())).not.toContain('ingen chef');
  });
});

type Say = (respondent: Respondent, request: InputRequest, value: InputValue, changes?: Partial<InputAnswer>) => void;

/** A round about a meeting of two hours, with what was said in it. */
function roundOf(
  entries: AgendaEntry[],
  respondents: (round: InputRound) => Respondent[],
  requests: (round: InputRound) => InputRequest[],
  fill: (say: Say, asked: InputRequest[], who: Respondent[]) => void,
  changes: Partial<InputRound> = {},
): RoundState {
  const round = sampleRound('forum', changes);
  const answers: InputAnswer[] = [];
  const [who, asked] = [respondents(round), requests(round)];
  fill(
    (respondent, request, value, more = {}) =>
      answers.push(givenAnswer(request, respondent, value, { version: answers.length + 1, ...more })),
    asked,
    who,
  );
  return { round, agenda: sampleAgenda('forum', { entries }), requests: asked, respondents: who, answers };
}

const briefOf = (state: RoundState, ...unasked: string[]) =>
  makeBrief(state.round, state.agenda, state.requests, { statuses: readRoundStatus(state), unasked }, true);

const textOf = (state: RoundState): string =>
  briefSections(briefOf(state))
    .map(({ heading, text }) => `${heading}\n${text}`)
    .join('\n');

const stance = (choice: 'no_remarks' | 'wants_discussion' | 'reservation', text: string | null = null) =>
  ({ kind: 'stance', choice, text }) as const;
const seen = (wantsDiscussion = false) => ({ kind: 'acknowledge', wantsDiscussion, text: null }) as const;

const idaAndBo = (round: InputRound) => [sampleRespondent(round, 'ida'), sampleRespondent(round, 'bo')];

describe('a briefing', () => {
  const briefing = sampleEntry(1, { kind: 'written_briefing', durationMinutes: 10 });
  const about = (fill: Parameters<typeof roundOf>[3], entry = briefing) =>
    roundOf(
      [entry],
      idaAndBo,
      (round) => [
        sampleRequest(round, entry, { kind: 'acknowledge' }),
        sampleRequest(round, entry, { kind: 'stance' }),
      ],
      fill,
    );
  const numbersToNote = (state: RoundState) => briefOf(state).toNote.map(({ item }) => item.number);
  const bothSaw: Parameters<typeof roundOf>[3] = (say, [note], who) => {
    for (const one of who) if (note !== undefined) say(one, note, seen());
  };

  test('that all have seen and none wants discussed is proposed for noting', () => {
    expect(numbersToNote(about(bothSaw))).toEqual([1]);
  });

  test('that one has not seen, or wants discussed, is not', () => {
    const oneSaw = about((say, [note], [ida]) => note && ida && say(ida, note, seen()));
    expect(numbersToNote(oneSaw)).toEqual([]);
    const oneWants = about((say, [note], [ida, bo]) => {
      if (note === undefined || ida === undefined || bo === undefined) throw new Error('nobody is asked');
      say(ida, note, seen());
      say(bo, note, seen(true));
    });
    expect(numbersToNote(oneWants)).toEqual([]);
    expect(textOf(oneWants)).toContain('Bør have tid på mødet: 1.');
  });

  test('that one has a reservation about, or that was changed since it was seen, is not either', () => {
    const reserved = about((say, asked, who) => {
      bothSaw(say, asked, who);
      const [, position] = asked;
      if (position !== undefined && who[0] !== undefined) say(who[0], position, stance('reservation', 'Nej.'));
    });
    expect(numbersToNote(reserved)).toEqual([]);
    expect(numbersToNote(about(bothSaw, { ...briefing, revision: 2 }))).toEqual([]);
  });
});

describe('the suggested use of the time', () => {
  const minutesOf = (state: RoundState) =>
    briefOf(state).time.map(({ entry, suggestedMinutes }) => [entry.item.number, suggestedMinutes]);

  test('gives what a quiet item and a noted briefing free to what needs discussing, be that a briefing', () => {
    const entries = [
      sampleEntry(1, { kind: 'decision', durationMinutes: 40 }),
      sampleEntry(2, { kind: 'written_briefing', durationMinutes: 10 }),
      sampleEntry(3, { kind: 'written_briefing', durationMinutes: 10 }),
    ];
    const state = roundOf(
      entries,
      idaAndBo,
      (round) =>
        entries.map((entry, index) =>
          sampleRequest(round, entry, index === 0 ? { kind: 'stance' } : { kind: 'acknowledge' }),
        ),
      (say, [decision, noted, wanted], who) => {
        for (const one of who) {
          if (decision === undefined || noted === undefined || wanted === undefined)
            throw new Error('nothing is asked');
          say(one, decision, stance('no_remarks'));
          say(one, noted, seen());
          say(one, wanted, seen(true));
        }
      },
    );
    expect(minutesOf(state)).toEqual([
      [1, 20],
      [2, 0],
      [3, 40],
    ]);
    const first = textsOf(briefCard(briefOf(state), { isOffice: true }).card);
    for (const line of ['Mere tid: 3 (40 min., planlagt 10)', 'Mindre tid: 1 (20 min., planlagt 40)', 'Ingen tid: 2'])
      expect(first).toContain(line);
    expect(textOf(state)).toMatch(/Forslag til mødets tid\n- 1\. .*20 min\. \(planlagt 40\)/);
  });

  test('stands on the first card of a long agenda within what Teams takes', () => {
    const topic = 'Et emne med æ, ø og "anførsel" \\ og mere, '.repeat(6);
    const entries = Array.from({ length: 60 }, (_, index) =>
      sampleEntry(index + 1, {
        kind: 'decision',
        durationMinutes: 10,
        topic,
        access: index % 2 === 0 ? 'open' : 'closed',
      }),
    );
    const state = roundOf(
      entries,
      idaAndBo,
      (round) => entries.map((entry) => sampleRequest(round, entry, { kind: 'stance' })),
      (say, asked, [ida]) => {
        for (const [index, request] of asked.entries())
          if (ida !== undefined) say(ida, request, stance(index % 3 === 0 ? 'no_remarks' : 'reservation', topic));
      },
    );
    const { card } = briefCard(briefOf(state), { isOffice: true });
    expect(textsOf(card).join('\n')).toContain('Forslag til mødets tid');
    expect(cardBytes(card)).toBeLessThanOrEqual(maxCardBytes);
  });

  test('never passes the length of the meeting, however much is planned', () => {
    const planned = fc.record({
      minutes: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
      counts: fc.record({
        no_remarks: fc.nat({ max: 9 }),
        remarks: fc.nat({ max: 9 }),
        wants_discussion: fc.nat({ max: 9 }),
        reservation: fc.nat({ max: 9 }),
      }),
      asked: fc.constantFrom('stance', 'noted', 'nothing'),
    });
    fc.assert(
      fc.property(fc.array(planned, { minLength: 1, maxLength: 12 }), (items) => {
        const entries = items.map(({ minutes }, index) => sampleEntry(index + 1, { durationMinutes: minutes }));
        const of = (what: string) => entries.filter((_, index) => items[index]?.asked === what);
        const stances = of('stance').map((entry) => {
          const counts = items[entry.item.number - 1]?.counts ?? expect.fail('no such item');
          return { entry, counts };
        });
        const suggested = suggestTime(sampleAgenda('forum', { entries }), stances, of('noted'));
        const sum = suggested.reduce((total, { suggestedMinutes }) => total + suggestedMinutes, 0);
        expect(sum).toBeLessThanOrEqual(120);
        expect(suggested.every(({ suggestedMinutes }) => suggestedMinutes >= 0)).toBe(true);
      }),
    );
  });
});

describe('an answer given to an earlier text of its item', () => {
  const [changed, minutes] = [sampleEntry(1, { kind: 'decision' }), sampleEntry(2)].map((entry) => ({
    ...entry,
    revision: 2,
  }));
  if (changed === undefined || minutes === undefined) throw new Error('no items');
  const ask = { id: 'q1', label: 'Hvor mange?', answerKind: 'number', choices: [], isRequired: false } as const;
  const state = roundOf(
    [changed, minutes],
    idaAndBo,
    (round) => [
      sampleRequest(round, changed, { kind: 'questions', questions: [{ ...ask, choices: [] }] }),
      sampleRequest(round, changed, { kind: 'nomination', atLeast: 1, atMost: 3 }),
      sampleRequest(round, minutes, { kind: 'approve', meetingId: null }),
    ],
    (say, [count, names, correction], [ida, bo]) => {
      if (!count || !names || !correction || !ida || !bo) throw new Error('nobody is asked');
      say(ida, count, { kind: 'questions', answers: { q1: '12' } });
      say(bo, count, { kind: 'questions', answers: { q1: '13' } }, { entryRevision: 2 });
      const persons = ['Mia', 'Ole'].map((name) => ({ name, title: null }));
      say(ida, names, { kind: 'nomination', persons });
      say(ida, correction, { kind: 'approve', approved: false, correction: { itemNumber: 4, text: 'Peter var der.' } });
    },
  );
  const mark = '(svaret gælder en tidligere udgave af punktet)';

  test('says so in the whole brief, be it to a question, a nomination or a correction', () => {
    const text = textOf(state);
    expect(text).toContain(`- Afdeling ida (ida Holm): Hvor mange? 12 ${mark}`);
    expect(text).toMatch(/Afdeling bo \(bo Holm\): Hvor mange\? 13$/m);
    expect(text).toContain(`- Afdeling ida (ida Holm): Mia ${mark}`);
    expect(text).toContain(`Rettelse til punkt 4: Peter var der. ${mark}`);
    expect(text).toContain('Ønsket: 1-3 personer pr. afdeling.');
  });

  test('says so on the first card, in the Word document and in the spreadsheet', async () => {
    const brief = briefOf(state);
    const card = textsOf(briefCard(brief, { isOffice: true }).card).join('\n');
    expect(card).toContain('Punkt 1: 2 svar, alle har svaret · 1 svarede på en tidligere udgave');
    expect(card).toContain(
      'Punkt 1: 2 navne, mangler Afdeling bo · 1-3 pr. afdeling · 1 svarede på en tidligere udgave',
    );
    expect(card).toContain(`Peter var der. ${mark}`);
    const buffer = Buffer.from(await makeBriefDocument(brief));
    const { value } = await mammoth.extractRawText({ buffer });
    expect(value.split(mark)).toHaveLength(5);
    const rows = makeBriefCsv(brief).split('\r\n');
    expect(rows.filter((row) => row.includes('tidligere udgave'))).toHaveLength(3);
    expect(rows.find((row) => row.includes('bo Holm'))).not.toContain('tidligere udgave');
  });
});

describe('who said what', () => {
  const decision = sampleEntry(1, { kind: 'decision' });
  const said = (changes: Partial<InputRound>, more: Partial<InputAnswer> = {}) =>
    roundOf(
      [decision],
      idaAndBo,
      (round) => [
        sampleRequest(round, decision, { kind: 'stance' }),
        sampleRequest(round, null, { kind: 'availability' }),
      ],
      (say, [position, meeting], [ida]) => {
        if (position === undefined || meeting === undefined || ida === undefined) throw new Error('nobody is asked');
        say(ida, position, stance('reservation', 'For dyrt.'), more);
        say(ida, meeting, { kind: 'availability', attends: 'absent', absentFrom: [], deputy: null, text: null }, more);
        say(ida, position, stance('wants_discussion'), { ...more, isLate: true });
      },
      changes,
    );

  test('is told by name where the round says so, and says who answered in whose place', () => {
    expect(textOf(said({}))).toContain('- Afdeling ida (ida Holm): Forbehold. For dyrt.');
    const onBehalf = { isOnBehalf: true, answeredBy: personCalled('eva'), answeredByName: 'Eva Lund' };
    expect(textOf(said({}, onBehalf))).toContain('- Afdeling ida (Eva Lund på vegne af ida Holm): Forbehold.');
    expect(textOf(said({ naming: 'department' }, onBehalf))).toContain('- Afdeling ida (svaret på vegne): Forbehold.');
  });

  test('is told by department alone where the round promised that, to the secretary too', () => {
    const state = said({ naming: 'department' });
    const view = { notes: [], joined: [], unasked: [], now: opened };
    const shown = [textOf(state), ...textsOf(statusCard(state, view).card)].join('\n');
    expect(shown).toContain('Afdeling ida: Afbud');
    expect(shown).toContain('1 (forbehold)');
    expect(shown).toContain('Afdeling ida, punkt 1: Ønsker drøftelse');
    expect(shown).not.toMatch(/ida Holm|bo Holm/);
  });

  test('is foretold before the answer, whoever it is opened to', async () => {
    const seat = exampleSeat(3);
    const told = async (visibility: InputRound['visibility']) => {
      const { card } = await myInputCard(exampleDrawing, { ...seat, round: { ...seat.round, visibility } });
      return textsOf(card).join(' ');
    };
    expect(await told('secretariat')).toContain('ses af formanden og sekretariatet. ');
    expect(await told('directors')).toContain('ses af formanden, direktørerne og sekretariatet. ');
    expect(await told('forum_after_deadline')).toContain('og efter fristen af hele forummet. ');
  });

  test('is promised to be without a name to nobody who is shown by name', async () => {
    const seat = exampleSeat(3);
    const told = async (departmentName: string | null) => {
      const round = { ...seat.round, naming: 'department' } as const;
      const card = await myInputCard(exampleDrawing, {
        ...seat,
        round,
        respondent: { ...seat.respondent, departmentName },
      });
      return textsOf(card.card).join(' ');
    };
    expect(await told('Kultur & Fritid')).toContain('afdelingens navn, ikke dit');
    expect(await told(null)).not.toContain('afdelingens navn');
  });
});
