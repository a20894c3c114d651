import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../../../src/domain/clock.js';
import { openStore } from '../../../src/store/sqlite/open-store.js';
import { sampleDeputy, sampleMembership, samplePerson } from '../../support/sample-register.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

const { folder, remove } = makeTemporaryFolder();
const file = join(folder, 'referent.db');
const open = () => openStore({ file, clock: systemClock });
// As the bot and the command line have it open: each a connection of its own.
const serving = await open();
const managing = await open();
const forum = await serving.forums.ensureForum('nordvang', 'Chefforum');
afterAll(async () => {
  await Promise.all([serving.close(), managing.close()]);
  remove();
});

const today = '2026-11-22';
const change = (note: string) => ({ note, by: null, at: new Date('2026-11-22T10:00:00Z') });

test('what another process changes in the register counts the next time it is asked', async () => {
  const told = async () => ({
    revision: await serving.members.registerRevision(forum.id),
    own: (await serving.members.findMemberships(samplePerson(1), today)).length,
    standsIn: (await serving.members.findDeputies(samplePerson(2), today)).length,
    all: (await serving.members.listMemberships(forum.id, today)).length,
    tier: await serving.members.getReaderTier(forum.id),
  });
  expect(await told()).toEqual({ revision: 0, own: 0, standsIn: 0, all: 0, tier: null });

  const register = {
    departments: [],
    memberships: [sampleMembership(forum.id, 1)],
    deputies: [sampleDeputy(forum.id, 1, 2)],
  };
  await managing.members.saveRegister(forum.id, register, 0, change('Registreret'));
  expect(await told()).toEqual({ revision: 1, own: 1, standsIn: 1, all: 1, tier: null });

  await managing.members.setReaderTier(forum.id, 'directors', change('Læsere'));
  expect(await told()).toMatchObject({ revision: 1, tier: 'directors' });

  await serving.members.saveRegister(forum.id, { departments: [], memberships: [], deputies: [] }, 1, change('Tømt'));
  expect(await told()).toEqual({ revision: 2, own: 0, standsIn: 0, all: 0, tier: 'directors' });
});

test('a list that somebody changes for their own use is whole for the next', async () => {
  const register = { departments: [], memberships: [sampleMembership(forum.id, 1)], deputies: [] };
  await managing.members.saveRegister(forum.id, register, 2, change('Registreret'));
  (await serving.members.listMemberships(forum.id, today)).pop();
  expect(await serving.members.listMemberships(forum.id, today)).toHaveLength(1);
});
