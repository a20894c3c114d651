import { expect, test } from 'vitest';
import { createWorkingDays } from '../../../src/danish/working-days.js';
import { defaultDeadline } from '../../../src/features/agenda/draft/default-deadline.js';

const workingDays = createWorkingDays();
const longBefore = new Date('2026-01-05T08:00:00Z');

test.each([
  ['a Wednesday', '2026-11-25', '2026-11-23T11:00:00Z'],
  ['a Monday, over the weekend', '2026-11-23', '2026-11-19T11:00:00Z'],
  ['a Wednesday after Easter, over the holidays and the change of the clock', '2026-04-08', '2026-04-01T10:00:00Z'],
])('input to a meeting on %s is due two working days before, at noon in Denmark', (_day, date, due) => {
  expect(defaultDeadline(date, longBefore, workingDays)).toEqual(new Date(due));
});

test('nothing is due at a time that is over', () => {
  expect(defaultDeadline('2026-11-25', new Date('2026-11-23T11:00:00Z'), workingDays)).toBeNull();
});

test('the days are those of the municipality, which closes on days of its own', () => {
  const due = (...closedDays: string[]) => defaultDeadline('2026-11-25', longBefore, createWorkingDays(closedDays));
  expect(due('11-23', '11-24')).toEqual(new Date('2026-11-19T11:00:00Z'));
  expect(defaultDeadline('2026-06-08', longBefore, createWorkingDays())).toEqual(new Date('2026-06-03T10:00:00Z'));
  expect(defaultDeadline('2026-06-08', longBefore, createWorkingDays([]))).toEqual(new Date('2026-06-04T10:00:00Z'));
});
