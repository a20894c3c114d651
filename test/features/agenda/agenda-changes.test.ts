import { expect, test } from 'vitest';
import type { Agenda, AgendaEntry } from '../../../src/domain/agenda.js';
import type { AgendaItem } from '../../../src/domain/agenda-item.js';
import { describeChanges } from '../../../src/features/agenda/agenda-changes.js';
import { moveEntry, numberEntries, removeEntry, withItem } from '../../../src/features/agenda/entries.js';
import { exampleAgenda } from '../../support/agenda-examples.js';
import { sampleEntry } from '../../support/sample-agenda.js';

const before = exampleAgenda();

const at = (number: number): AgendaEntry => {
  const entry = before.entries.find(({ item }) => item.number === number);
  if (entry === undefined) throw new Error('no such item');
  return entry;
};
const entries = (changed: AgendaEntry): Partial<Agenda> => ({
  entries: before.entries.map((entry) => (entry.id === changed.id ? changed : entry)),
});
const item = (number: number, changes: Partial<AgendaItem>): Partial<Agenda> =>
  entries(withItem(at(number), { ...at(number).item, ...changes }, at(number).wanted));

const guest = { ...sampleEntry(10, { topic: 'Besøg af revisionen', title: 'Besøg af revisionen' }), id: 'ny' };
const title = 'punkt 2, Tidsplan og måltal for budget 2028';

test.each<[string, Partial<Agenda>, string[]]>([
  ['an item more', { entries: [...before.entries, guest] }, ['Nyt: punkt 10, Besøg af revisionen']],
  ['an item less', { entries: removeEntry(before.entries, at(9).id) }, [`Taget af: punkt 9, ${at(9).item.topic}`]],
  ['an item withdrawn', entries({ ...at(2), isWithdrawn: true }), [`Udgår: ${title}`]],
  ['another text', item(2, { sections: [] }), [`Rettet: ${title}`]],
  ['another presenter', item(2, { presenters: ['Bo Lund'] }), [`Rettet: ${title}`]],
  ['another time', item(2, { timeSlot: { start: '09:10', end: '09:35' } }), [`Rettet: ${title}`]],
  ['an open item closed', item(2, { access: 'closed' }), ['Rettet: punkt 2 (lukket)']],
  ['an item moved', { entries: moveEntry(before.entries, at(2).id, 1) }, ['Rækkefølgen er en anden']],
  ['another place', { place: 'Byrådssalen' }, ['Nyt sted: Byrådssalen']],
  ['no place', { place: null }, ['Stedet er ikke længere angivet']],
  [
    'another time of the meeting',
    { startTime: '10:00' },
    ['Mødet er flyttet fra onsdag 25. november 2026 kl. 9.00–12.00 til onsdag 25. november 2026 kl. 10.00–12.00'],
  ],
  [
    'another deadline for input',
    { inputDeadlineAt: new Date('2026-11-24T08:00:00Z') },
    ['Ny frist for input: tirsdag 24. november kl. 9.00'],
  ],
  ['no deadline for input', { inputDeadlineAt: null }, ['Der er ingen frist for input længere']],
  ['an accepted finding', { acceptedFindings: ['x'] }, []],
])('%s is told in a line of its own', (_, changes, lines) => {
  expect(describeChanges(before, { ...before, ...changes })).toEqual(lines);
});

test('an item put in between is told as new, and those behind it, which got other numbers, as nothing', () => {
  const [first, ...others] = before.entries;
  if (first === undefined) throw new Error('no items');
  const after = { ...before, entries: numberEntries([first, guest, ...others]) };
  expect(describeChanges(before, after)).toEqual(['Nyt: punkt 2, Besøg af revisionen']);
});

test('an item brought back is told', () => {
  const gone = { ...before, ...entries({ ...at(2), isWithdrawn: true }) };
  expect(describeChanges(gone, before)).toEqual([`Er med igen: ${title}`]);
});
