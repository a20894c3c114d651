import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDepartments } from '../../../src/features/members/build-departments.js';
import { planRegister } from '../../../src/features/members/plan-register.js';
import { readMembersFile } from '../../../src/features/members/read-members-file.js';
import type { Register } from '../../../src/store/ports.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const head = 'entra_object_id;name;title;department;department_aliases;role;from;to';
const idOf = (number: number): string => `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`;
const csv = (...lines: string[]): string => [head, ...lines].join('\n');
const read = (text: string, name = 'members.csv') => readMembersFile(name, bytesOf(text));
const empty: Register = { departments: [], memberships: [], deputies: [] };
let ids = 0;
const input = { forumId: 'f', tenantId: 't', today: '2026-11-22', newId: () => `id-${++ids}` };
const plan = (held: Register, text: string) => planRegister(held, read(text).rows, input);

const jonas = `${idOf(1)};Jonas;Chef;Miljø;M&T;department_head;2022-12-01;`;
const amalie = `${idOf(2)};Amalie;Sekretær;Sekretariatet;;secretary;2022-05-01;`;

describe('A list of members', () => {
  test('of the seeds reads without a fault, and makes a renamed department one', () => {
    const { rows, faults, notes } = readMembersFile('members.csv', readFileSync('seeds/members.csv'));
    expect([faults, notes]).toEqual([[], []]);
    expect(rows).toHaveLength(40);
    const departments = buildDepartments(rows);
    const digital = departments.find(({ name }) => name === 'Digitalisering & Service');
    expect(digital?.aliases).toContainEqual({ text: 'Digitalisering & IT', from: null, to: '2023-12-31' });
    expect(departments.map(({ name }) => name)).not.toContain('Digitalisering & IT');
    // Merged, not renamed: both stay departments of their own.
    expect(departments.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Økonomi & Stab', 'HR & Kommunikation', 'Social & Psykiatri']),
    );
  });

  test('is the same with commas, tabs, quotes, a byte order mark, and as JSON', () => {
    const expected = read(csv(jonas, amalie)).rows.map(({ place: _place, ...row }) => row);
    const rowsOf = (text: string, name?: string) => read(text, name).rows.map(({ place: _place, ...row }) => row);
    const lines = [head, jonas, amalie];
    expect(rowsOf(`\ufeff${lines.join('\r\n')}\r\n`)).toEqual(expected);
    expect(rowsOf(lines.map((line) => line.replaceAll(';', ',')).join('\n'))).toEqual(expected);
    expect(rowsOf(lines.map((line) => line.replaceAll(';', '\t')).join('\n'))).toEqual(expected);
    const [, ...values] = lines.map((line) => line.split(';'));
    const entries = values.map((cells) => Object.fromEntries(head.split(';').map((column, at) => [column, cells[at]])));
    expect(rowsOf(JSON.stringify(entries), 'members.json')).toEqual(expected);
  });

  test.each([
    ['a bad id', `nobody;Jonas;;;;reader;2022-01-01;`, 'line 2: entra_object_id: not an Entra object id (a GUID)'],
    ['an unknown role', `${idOf(1)};Jonas;;;;boss;2022-01-01;`, /line 2: role: must be one of chair/],
    ['no such date', `${idOf(1)};Jonas;;;;reader;2022-02-30;`, 'line 2: from: not a date as YYYY-MM-DD'],
    ['an end before its start', `${idOf(1)};Jonas;;;;reader;2022-02-01;2022-01-01`, 'line 2: to: before from'],
    ['no name', `${idOf(1)};;;;;reader;2022-02-01;`, 'line 2: name: missing'],
    ['a deputy for nobody', `${idOf(1)};Jo;;;;deputy;2022-02-01;`, /line 2: deputy_for/],
  ])('with %s says so and where', (_what, line, fault) => {
    expect(read(csv(line)).faults).toEqual([fault instanceof RegExp ? expect.stringMatching(fault) : fault]);
  });

  test('names columns it does not know, and those that are missing', () => {
    expect(read(`${head};colour\n${jonas};blue`).notes).toEqual(['unknown column colour: passed over']);
    expect(read('name;role\nJonas;reader').faults).toEqual([
      'column entra_object_id is missing',
      'column from is missing',
    ]);
  });

  test('never fails otherwise than with an explanation, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('a.csv', 'a.json'), (bytes, name) => {
        try {
          readMembersFile(name, bytes);
        } catch (error) {
          expect(error).toMatchObject({ code: 'invalid_input' });
        }
      }),
    );
  });
});

describe('What a list makes of a register', () => {
  const first = plan(empty, csv(jonas, amalie));

  test('is everything added, then nothing the second time', () => {
    expect(first.changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['added Jonas', 'added Amalie']);
    const again = plan(first.register, csv(jonas, amalie));
    expect([again.changes, again.departments, again.register]).toEqual([[], [], first.register]);
  });

  test('keeps the id of what is changed, and says what changes', () => {
    const { changes, register } = plan(first.register, csv(jonas.replace('Chef', 'Afdelingschef'), amalie));
    expect(changes).toMatchObject([{ kind: 'changed', text: expect.stringContaining('title: Chef -> Afdelingschef') }]);
    expect(register.memberships[0]?.id).toBe(first.register.memberships[0]?.id);
  });

  test('ends yesterday whoever is not in the list any more', () => {
    const { changes, register } = plan(first.register, csv(amalie));
    expect(changes).toMatchObject([{ kind: 'ended', name: 'Jonas' }]);
    expect(register.memberships.find(({ name }) => name === 'Jonas')?.to).toBe('2026-11-21');
  });

  test('knows nobody by name: the same name with another id is another person', () => {
    const { changes } = plan(first.register, csv(jonas.replace(idOf(1), idOf(9)), amalie));
    expect(changes.map(({ kind, objectId }) => [kind, objectId])).toEqual(
      expect.arrayContaining([
        ['added', idOf(9)],
        ['ended', idOf(1)],
      ]),
    );
  });

  test('names two heads of a department, two chairs and a person twice on the same days', () => {
    const head2 = `${idOf(3)};Ida;;Miljø;;department_head;2024-01-01;`;
    expect(plan(empty, csv(jonas, head2)).faults).toEqual([expect.stringMatching(/^two heads of Miljø/)]);
    const chair = (number: number) => `${idOf(number)};P${number};;;;chair;2024-01-01;`;
    expect(plan(empty, csv(chair(4), chair(5))).faults).toEqual([expect.stringMatching(/^two chairs/)]);
    expect(plan(empty, csv(jonas, jonas.replace('2022-12-01', '2023-01-01'))).faults).toContainEqual(
      expect.stringMatching(/stands twice in Miljø/),
    );
    const after = `${idOf(3)};Ida;;Miljø;;department_head;2024-01-01;`;
    expect(plan(empty, csv(`${jonas}2023-12-31`, after)).faults).toEqual([]);
  });
});
