import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgendaItem } from '../../../src/domain/agenda-item.js';
import type { InputKind, InputRequestSpec, OwnQuestion } from '../../../src/domain/input.js';
import type { RawFields, SpecOf } from '../../../src/features/input/kinds/input-kind.js';
import { rulesOf, suggestRequests } from '../../../src/features/input/kinds/input-kinds.js';
import { longestText } from '../../../src/features/input/kinds/read-fields.js';
import type { Surroundings } from '../../../src/features/input/kinds/surroundings.js';
import { sampleEntry } from '../../support/sample-agenda.js';

const lines = { first: 1, last: 2 };

const suggested = (item: Partial<AgendaItem>, standing: 'approval' | null = null) =>
  suggestRequests({ ...sampleEntry(1, item), standing }).map(({ kind }) => kind);

const caseText = (text: string): Pick<AgendaItem, 'sections'> => ({
  sections: [{ kind: 'case', heading: 'Sagsfremstilling', text, lines }],
});

/** An agenda of nine items, and minutes that the archive does not have. */
const around: Surroundings = {
  entries: Array.from({ length: 9 }, (_, index) => ({ ...sampleEntry(index + 1), id: `entry-${index + 1}` })),
  minutesItems: null,
};

const read = <K extends InputKind>(kind: K, raw: RawFields, spec: SpecOf<K>, near = around) =>
  rulesOf(kind).read(spec, raw, near);

const question = (answerKind: OwnQuestion['answerKind'], changes: Partial<OwnQuestion> = {}): SpecOf<'questions'> => ({
  kind: 'questions',
  questions: [{ id: 'q1', label: 'Hvor mange?', answerKind, choices: [], isRequired: false, ...changes }],
});

describe('what an item asks by itself', () => {
  test('a decision and a discussion ask for a stance', () => {
    expect(suggested({ kind: 'decision' })).toEqual(['stance']);
    expect(suggested({ kind: 'discussion' })).toEqual(['stance']);
  });

  test('a written briefing asks to be seen; a spoken one, a theme and any other business ask nothing', () => {
    expect(suggested({ kind: 'written_briefing' })).toEqual(['acknowledge']);
    for (const kind of ['briefing', 'theme', 'any_other_business', 'other'] as const)
      expect(suggested({ kind })).toEqual([]);
  });

  test('the approval of the last minutes asks for approval, and for no stance', () => {
    expect(suggested({ kind: 'approval' }, 'approval')).toEqual(['approve']);
  });

  test('a nomination asks each department for a name', () => {
    expect(suggested({ kind: 'nomination' })).toEqual(['nomination']);
    const points = ['at hver afdeling udpeger en medarbejder til gruppen'];
    expect(suggested({ kind: 'decision', recommendation: { proposer: 'Direktøren', points } })).toEqual([
      'stance',
      'nomination',
    ]);
    const title = 'Afdelingerne melder en deltager ind til styregruppen';
    expect(suggested({ kind: 'briefing', title, topic: title })).toEqual(['nomination']);
  });

  test('somebody who was nominated, or a subject that sounds like it, asks for no name', () => {
    for (const topic of ['De udpegede medlemmer', 'Nyt indmeldelsessystem', 'Meldinger fra direktionen'])
      expect(suggested({ kind: 'briefing', topic })).toEqual([]);
  });

  test('a list the departments are to consider becomes questions', () => {
    const text =
      'Måltallet er 18 mio. kr.\n\nAfdelingerne bedes forholde sig til to ting inden mødet:\n\n- om måltallet kan findes\n- om der er forslag på tværs\n\nTak.';
    const [, asked] = suggestRequests(sampleEntry(1, { kind: 'decision', ...caseText(text) }));
    expect(asked).toMatchObject({
      kind: 'questions',
      questions: [{ label: 'Om måltallet kan findes' }, { label: 'Om der er forslag på tværs' }],
    });
  });

  test('what the departments are to consider, in the recommendation or the case text, becomes a question', () => {
    const labels = (item: Partial<AgendaItem>) =>
      suggestRequests(sampleEntry(1, { kind: 'decision', ...item })).flatMap((spec) =>
        spec.kind === 'questions' ? spec.questions.map(({ label }) => label) : [],
      );
    const points = ['at tidsplanen godkendes', 'at cheferne inden mødet overvejer, hvilke opgaver der kan flyttes.'];
    expect(labels({ recommendation: { proposer: 'Direktøren', points } })).toEqual(['Hvilke opgaver der kan flyttes']);
    const text =
      'Planen er ny. Afdelingerne bedes overveje, om en fælles pulje kan bruges, jf. bilaget. Tak for hjælpen.';
    expect(labels(caseText(text))).toEqual(['Om en fælles pulje kan bruges, jf. bilaget']);
    const list = 'Direktørområderne overvejer inden mødet:\n\n- om vagten kan deles\n- om bilerne kan deles';
    expect(labels(caseText(list))).toEqual(['Om vagten kan deles', 'Om bilerne kan deles']);
    for (const none of [
      'Chefforum overvejer, om planen skal ændres.',
      'Afdelingerne har overvejet, om planen skal ændres.',
      'Afdelingen overvejer derfor et tættere samarbejde med jobcentret.',
      'Planen er efter nøje overvejelser i afdelingerne sendt i høring.',
    ])
      expect(labels(caseText(none)), none).toEqual([]);
  });

  test('a list of sentences with question marks becomes questions, six at most', () => {
    const text = `Til drøftelse\n\n${Array.from({ length: 9 }, (_, index) => `${index + 1}. Hvad med nummer ${index + 1}?`).join('\n')}`;
    const [asked] = suggestRequests(sampleEntry(1, { kind: 'theme', ...caseText(text) }));
    expect(asked?.kind === 'questions' && asked.questions.map(({ label }) => label)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `Hvad med nummer ${number}?`),
    );
  });

  test('a list of facts becomes no question, nor does a question in running text', () => {
    for (const text of [
      'Projektet har tre faser:\n\n- analyse\n- udbud\n- drift',
      'Hvad koster det? Det ved vi ikke endnu.',
      'Spørgsmålene er besvaret.',
    ])
      expect(suggested({ kind: 'briefing', ...caseText(text) })).toEqual([]);
  });
});

describe('what is taken for an answer', () => {
  test('a stance, with a word where it says nothing by itself', () => {
    expect(read('stance', { choice: 'no_remarks', text: ' ' }, { kind: 'stance' })).toEqual({
      value: { kind: 'stance', choice: 'no_remarks', text: null },
    });
    expect(read('stance', { choice: 'reservation', text: '' }, { kind: 'stance' })).toMatchObject({
      faults: [{ field: 'text' }],
    });
    expect(read('stance', { choice: 'imod' }, { kind: 'stance' })).toMatchObject({ faults: [{ field: 'choice' }] });
  });

  test('approval of the minutes, or a correction that says what and where', () => {
    const spec = { kind: 'approve', meetingId: null } as const;
    expect(read('approve', { choice: 'approved', text: 'ignoreret' }, spec)).toEqual({
      value: { kind: 'approve', approved: true, correction: null },
    });
    expect(read('approve', { choice: 'corrected', itemNumber: '4', text: 'Peter var til stede' }, spec)).toEqual({
      value: { kind: 'approve', approved: false, correction: { itemNumber: 4, text: 'Peter var til stede' } },
    });
    expect(read('approve', { choice: 'corrected', itemNumber: 'fire', text: '' }, spec)).toMatchObject({
      faults: [{ field: 'text' }, { field: 'itemNumber' }],
    });
  });

  test('numbers as Danes write them', () => {
    for (const [written, kept] of [
      ['1.250', '1250'],
      ['1.250,5', '1250.5'],
      ['12,5', '12.5'],
      ['-3', '-3'],
      ['12.5', '12.5'],
      ['0', '0'],
    ])
      expect(read('questions', { q1: written }, question('number'))).toEqual({
        value: { kind: 'questions', answers: { q1: kept } },
      });
    for (const written of ['ti', '1,2,3', '1.25.0', '1e9', '12 stk'])
      expect(read('questions', { q1: written }, question('number'))).toMatchObject({ faults: [{ field: 'q1' }] });
  });

  test('dates that exist, and choices that were given', () => {
    expect(read('questions', { q1: '2028-02-29' }, question('date'))).toHaveProperty('value');
    expect(read('questions', { q1: '2027-02-29' }, question('date'))).toHaveProperty('faults');
    const choices = question('choice', { choices: ['Ja', 'Nej'] });
    expect(read('questions', { q1: 'Ja' }, choices)).toHaveProperty('value');
    expect(read('questions', { q1: 'Måske' }, choices)).toHaveProperty('faults');
  });

  test('at least one answer, and every one that is required', () => {
    expect(read('questions', {}, question('text'))).toMatchObject({ faults: [{ field: 'q1' }] });
    const two: SpecOf<'questions'> = {
      kind: 'questions',
      questions: [
        ...question('text').questions,
        ...question('text', { isRequired: true, id: 'q2', label: 'Hvem?' }).questions,
      ],
    };
    expect(read('questions', { q1: 'tre' }, two)).toMatchObject({ faults: [{ field: 'q2' }] });
    expect(read('questions', { q2: 'Ida' }, two)).toEqual({ value: { kind: 'questions', answers: { q2: 'Ida' } } });
  });

  test('names, or that there is nobody, but not both and not neither', () => {
    const spec = { kind: 'nomination', atLeast: 1, atMost: 2 } as const;
    expect(read('nomination', { name1: ' Åse  Møller ', title1: 'jurist', name2: '' }, spec)).toEqual({
      value: { kind: 'nomination', persons: [{ name: 'Åse Møller', title: 'jurist' }] },
    });
    expect(read('nomination', { nobody: 'true' }, spec)).toEqual({ value: { kind: 'nomination', persons: [] } });
    expect(read('nomination', { nobody: 'true', name1: 'Åse' }, spec)).toMatchObject({ faults: [{ field: 'nobody' }] });
    expect(read('nomination', {}, spec)).toMatchObject({ faults: [{ field: 'name1' }] });
    expect(read('nomination', { title1: 'jurist' }, spec)).toMatchObject({ faults: [{ field: 'name1' }] });
  });

  test('an apology with the items it is for, and who comes instead', () => {
    const spec = { kind: 'availability' } as const;
    expect(read('availability', { attends: 'part', absentFrom: '3, 5 og 7', deputy: 'Mia Krogh' }, spec)).toEqual({
      value: {
        kind: 'availability',
        attends: 'part',
        absentFrom: ['entry-3', 'entry-5', 'entry-7'],
        deputy: 'Mia Krogh',
        text: null,
      },
    });
    expect(read('availability', { attends: 'part', absentFrom: 'de sidste' }, spec)).toMatchObject({
      faults: [{ field: 'absentFrom' }],
    });
    // Somebody who comes after all has no deputy.
    expect(read('availability', { attends: 'whole', deputy: 'Mia', absentFrom: '3' }, spec)).toMatchObject({
      value: { absentFrom: [], deputy: null },
    });
  });

  test('no apology for an item that is not on the agenda, or not any more; it says which', () => {
    const spec = { kind: 'availability' } as const;
    const fault = (message: string) => ({ faults: [{ field: 'absentFrom', message }] });
    expect(read('availability', { attends: 'part', absentFrom: '3, 12' }, spec)).toEqual(
      fault('Punkt 12 står ikke på dagsordenen. Skriv numre, der gør.'),
    );
    const entries = around.entries.map((entry) => ({ ...entry, isWithdrawn: entry.item.number < 3 }));
    expect(read('availability', { attends: 'part', absentFrom: '1, 2 og 3' }, spec, { ...around, entries })).toEqual(
      fault('Punkterne 1, 2 står ikke på dagsordenen. Skriv numre, der gør.'),
    );
  });

  test('an apology for the items themselves, that follows when they are renumbered; one of before by their numbers', () => {
    const rules = rulesOf('availability');
    const spec = { kind: 'availability' } as const;
    const value = {
      kind: 'availability',
      attends: 'part',
      absentFrom: ['entry-3', 'entry-5'],
      deputy: null,
      text: null,
    } as const;
    const say = (absentFrom: string[], near = around) => rules.summarise(spec, { ...value, absentFrom }, near);
    expect(say(value.absentFrom.slice())).toBe('Deltager i en del af mødet (ikke punkt 3, 5)');
    const number = (now: number) => (now === 3 ? 7 : now === 7 ? 3 : now);
    const entries = around.entries.map((entry) => ({
      ...entry,
      item: { ...entry.item, number: number(entry.item.number) },
    }));
    const moved = { ...around, entries };
    expect(say(value.absentFrom.slice(), moved)).toBe('Deltager i en del af mødet (ikke punkt 5, 7)');
    const stands = { ...value, absentFrom: value.absentFrom.slice() };
    expect(rules.fields(spec, stands, moved).find(({ id }) => id === 'absentFrom')?.value).toBe('5, 7');
    expect(rules.rows(spec, stands, moved)[0]?.[1]).toBe('5, 7');
    expect(say(['3', '5'], moved)).toBe('Deltager i en del af mødet (ikke punkt 3, 5)');
  });

  test('a correction to one of the minutes’ own items where the archive has them', () => {
    const spec = { kind: 'approve', meetingId: 'meeting' } as const;
    const minutesItems = [
      { number: 1, topic: 'Godkendelse af dagsorden' },
      { number: 2, topic: 'Budget' },
    ];
    const near = { ...around, minutesItems };
    const field = rulesOf('approve')
      .fields(spec, null, near)
      .find(({ id }) => id === 'itemNumber');
    expect(field).toMatchObject({
      kind: 'choice',
      choices: [{ title: 'Ikke et bestemt punkt' }, { title: '1  Godkendelse af dagsorden' }, { title: '2  Budget' }],
    });
    const corrected = { choice: 'corrected', text: 'Peter var til stede' };
    const itemNumber = (number: string) => read('approve', { ...corrected, itemNumber: number }, spec, near);
    expect(itemNumber('2')).toMatchObject({ value: { correction: { itemNumber: 2 } } });
    for (const whole of ['', 'whole'])
      expect(itemNumber(whole)).toMatchObject({ value: { correction: { itemNumber: null } } });
    expect(itemNumber('3')).toEqual({
      faults: [{ field: 'itemNumber', message: 'Punkt 3 står ikke i referatet. Vælg et af dets punkter.' }],
    });
  });

  test('as many names as are wanted at least, and the others as one likes', () => {
    const spec = { kind: 'nomination', atLeast: 2, atMost: 3 } as const;
    const names = rulesOf('nomination')
      .fields(spec, null, around)
      .filter(({ id }) => id.startsWith('name'));
    expect(names.map(({ label }) => label)).toEqual(['Navn, person 1', 'Navn, person 2', 'Navn, person 3 (valgfri)']);
    expect(read('nomination', { name1: 'Åse' }, spec)).toEqual({
      faults: [{ field: 'name2', message: 'Skriv mindst 2 navne, eller vælg "Ingen fra os".' }],
    });
    expect(read('nomination', { name1: 'Åse', name3: 'Bo' }, spec)).toHaveProperty('value');
  });

  test('no text that is too long for a page, and nothing unseen in it', () => {
    const spec = { kind: 'stance' } as const;
    const long = 'æ'.repeat(longestText + 1);
    expect(read('stance', { choice: 'remarks', text: long }, spec)).toMatchObject({ faults: [{ field: 'text' }] });
    expect(read('stance', { choice: 'remarks', text: 'A\u0000\u202eB\r\nC' }, spec)).toMatchObject({
      value: { text: 'AB\nC' },
    });
  });
});

const specs: readonly InputRequestSpec[] = [
  { kind: 'stance' },
  { kind: 'acknowledge' },
  { kind: 'approve', meetingId: null },
  { kind: 'nomination', atLeast: 1, atMost: 3 },
  { kind: 'availability' },
  {
    kind: 'questions',
    questions: (['text', 'choice', 'number', 'date'] as const).map((answerKind, index) => ({
      id: `q${index + 1}`,
      label: `Spørgsmål ${index + 1}`,
      answerKind,
      choices: answerKind === 'choice' ? ['Ja', 'Nej'] : [],
      isRequired: false,
    })),
  },
];

const anything = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null), fc.object({ maxDepth: 1 }));

describe.each(specs)('every answer of the kind $kind', (spec) => {
  const rules = rulesOf(spec.kind);
  const ids = rules.fields(spec, null, around).map(({ id }) => id);

  test('whatever a client sends is read or refused field by field, never thrown at', () => {
    const raw = fc.dictionary(fc.oneof(fc.constantFrom(...ids), fc.constantFrom('__proto__', 'toString')), anything);
    fc.assert(
      fc.property(raw, (fields) => {
        const result = rules.read(spec, fields, around);
        if ('faults' in result) {
          expect(result.faults.length).toBeGreaterThan(0);
          expect(result.faults.every(({ field, message }) => ids.includes(field) && message !== '')).toBe(true);
        } else expect(rules.summarise(spec, result.value, around)).not.toBe('');
      }),
      { numRuns: process.env.REFERENT_LONG ? 20_000 : 500 },
    );
  });

  test('fills its form again as it was, and its columns in full', () => {
    const text = fc.constantFrom('', 'Åse', '12', '2026-11-25', 'Ja', 'remarks', 'approved', 'part', 'absent', '3, 4');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), text), (fields) => {
        const first = rules.read(spec, fields, around);
        if ('faults' in first) return;
        const again = rules.fields(spec, first.value, around).map(({ id, value }) => [id, value]);
        expect(rules.read(spec, Object.fromEntries(again), around)).toEqual(first);
        const columns = rules.columns(spec).length;
        expect(rules.rows(spec, first.value, around).every((row) => row.length === columns)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('every control has a label, and every text a limit', () => {
    for (const field of rules.fields(spec, null, around)) {
      expect(field.label).not.toBe('');
      if (field.kind === 'text') expect(field.maxLength).toBeGreaterThan(0);
    }
  });
});
