import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { homeTenant } from '../../src/domain/home-tenant.js';
import { runReferent } from '../support/run-referent.js';
import { sampleTenant } from '../support/sample-register.js';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.js';

let place: TemporaryStore;
let forumId: string;
beforeAll(async () => {
  place = await openTemporaryStore();
  ({ id: forumId } = await place.store.forums.ensureForum(homeTenant, 'Chefforum'));
});
afterAll(() => place.remove());

const seeds = readFileSync(new URL('../../seeds/members.csv', import.meta.url), 'utf8');
const load = (csv: string, ...args: string[]) => {
  const file = join(dirname(place.file), 'members.csv');
  writeFileSync(file, csv);
  return runReferent(['members', 'import', file, '--db', place.file, '--tenant', sampleTenant, ...args]);
};
const revision = () => place.store.members.registerRevision(forumId);

test('`referent members import` shows what would change, and changes it only with --yes', async () => {
  const shown = await load(seeds);
  expect([shown.code, await revision()]).toEqual([0, 0]);
  expect(shown.stdout).toMatch(/^added +Torben Vestermark \(chair, Kommunaldirektør, Direktionen\) from 2022-06-01/m);
  expect(shown.stdout).toContain('nothing is changed yet; --yes carries it out');
  const done = await load(seeds, '--yes');
  expect(done.stdout).toContain('carried out');
  expect(await revision()).toBe(1);
  const { memberships } = await place.store.members.getRegister(forumId);
  expect(memberships).toHaveLength(40);
  expect(new Set(memberships.map(({ person }) => person.tenantId))).toEqual(new Set([sampleTenant]));
});

test('of a list with a fault it changes nothing, and says where', async () => {
  const before = await revision();
  const { code, stderr } = await load(seeds.replace(';chair;2022-06-01;', ';boss;2022-06-01;'), '--yes');
  expect(code).toBe(1);
  expect(stderr).toMatch(/members\.csv: line 3: role: must be one of/);
  expect(await revision()).toBe(before);
});
