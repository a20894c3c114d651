import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runReferent } from '../support/run-referent.js';
import {
  sampleDepartment,
  sampleDeputy,
  sampleMembership,
  samplePerson,
  sampleReference,
} from '../support/sample-register.js';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.js';

// Each run starts a process; on a busy machine a start takes seconds.
describe('referent members list', () => {
  let place: TemporaryStore;
  beforeEach(async () => {
    place = await openTemporaryStore();
    const { forums, members, conversations } = place.store;
    const { id } = await forums.ensureForum('home', 'Chefforum');
    const departments = [sampleDepartment(id, 'plan', { name: 'Plan og By' })];
    const memberships = [
      sampleMembership(id, 1, { name: 'Ida Holm', role: 'chair', title: 'kommunaldirektør' }),
      sampleMembership(id, 2, { name: 'Bo Lund', departmentId: `${id}/plan`, to: '2024-12-31' }),
    ];
    const register = { departments, memberships, deputies: [sampleDeputy(id, 1, 3)] };
    const change = { note: 'Indlæst', by: null, at: new Date('2026-01-05T08:00:00Z') };
    await members.saveRegister(id, register, 0, change);
    await members.setReaderTier(id, 'directors', change);
    await conversations.bindChannel(id, sampleReference('19:forum@thread.tacv2', 'channel'));
  });
  afterEach(() => place.remove());

  const list = (...args: string[]) =>
    runReferent(['members', 'list', '--db', place.file, '--forum', 'Chefforum', ...args]);
  const idOf = (number: number): string => samplePerson(number).objectId;

  test('lists who belongs to the forum on a day, with deputies, who may read along, and the channel', async () => {
    expect((await list('--on', '2026-02-01')).stdout.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
      `2020-01-01 - chair Ida Holm, kommunaldirektør [${idOf(1)}]`,
      `2020-01-01 - deputy Person 3 [${idOf(3)}] for [${idOf(1)}]`,
      '1 member; reader tier: directors; channel bound',
      '',
    ]);
  });

  test('lists former members of that day, and everybody of all days', async () => {
    const former = `2020-01-01 - 2024-12-31 department_head Bo Lund, Plan og By [${idOf(2)}]`;
    for (const args of [['--on', '2024-12-31'], ['--all']])
      expect((await list(...args)).stdout.replace(/ +/g, ' ')).toContain(former);
    const { memberships } = JSON.parse((await list('--all', '--json')).stdout);
    expect(memberships.map(({ name }: { name: string }) => name)).toEqual(['Ida Holm', 'Bo Lund']);
  });
});
