import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Forum, Register, RegisterChange, Store } from '../../src/store/ports.js';
import {
  sampleDepartment,
  sampleDeputy,
  sampleMembership,
  samplePerson,
  sampleReference,
} from '../support/sample-register.js';
import type { OpenedStore } from './store-contract.js';

const change = (note: string): RegisterChange => ({
  note,
  by: samplePerson(1),
  at: new Date('2026-11-22T10:00:00Z'),
});

/** What the features rely on about members and conversations, whatever the engine. */
export function describeMembersContract(engine: string, open: () => Promise<OpenedStore>): void {
  describe(`${engine}: who belongs to a forum`, () => {
    let opened: OpenedStore;
    let store: Store;
    let forum: Forum;
    let other: Forum;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      forum = await store.forums.ensureForum('nordvang', 'Chefforum');
      other = await store.forums.ensureForum('nordvang', 'Direktion');
    });
    afterEach(() => opened.discard());

    const registerOf = (forumId: string): Register => ({
      departments: [
        sampleDepartment(forumId, 'miljø', {
          name: 'Miljø & Teknik',
          aliases: [
            { text: 'M&T', from: null, to: null },
            { text: 'Teknik', from: '2015-01-01', to: '2019-12-31' },
          ],
        }),
        sampleDepartment(forumId, 'kultur'),
      ],
      memberships: [
        sampleMembership(forumId, 1, { role: 'secretary', title: 'Sekretær' }),
        sampleMembership(forumId, 2, { departmentId: `${forumId}/miljø`, from: '2022-12-01' }),
        sampleMembership(forumId, 3, { departmentId: `${forumId}/miljø`, to: '2022-10-31' }),
      ],
      deputies: [sampleDeputy(forumId, 2, 4, { from: '2026-11-01', to: '2026-11-30' })],
    });

    describe('a register', () => {
      test('is empty, of revision 0 and without reader tier until somebody is registered', async () => {
        expect(await store.members.getRegister(forum.id)).toEqual({ departments: [], memberships: [], deputies: [] });
        expect(await store.members.registerRevision(forum.id)).toBe(0);
        expect(await store.members.getReaderTier(forum.id)).toBeNull();
        expect(await store.members.listRegisterChanges(forum.id, 10)).toEqual([]);
      });

      test('comes back as it was saved, in its order, with who changed it', async () => {
        const register = registerOf(forum.id);
        expect(await store.members.saveRegister(forum.id, register, 0, change('Første import'))).toBe(1);
        expect(await store.members.getRegister(forum.id)).toEqual(register);
        expect(await store.members.listDepartments(forum.id)).toEqual(register.departments);
        expect(await store.members.listRegisterChanges(forum.id, 10)).toEqual([change('Første import')]);
        expect(await store.check()).toEqual([]);
      });

      test('replaces the one before it, which stays to be looked up', async () => {
        const first = registerOf(forum.id);
        await store.members.saveRegister(forum.id, first, 0, change('et'));
        const second: Register = { departments: [], memberships: [sampleMembership(forum.id, 9)], deputies: [] };
        expect(await store.members.saveRegister(forum.id, second, 1, change('to'))).toBe(2);
        expect(await store.members.getRegister(forum.id)).toEqual(second);
        expect(await store.members.getRegisterAt(forum.id, 1)).toEqual(first);
        expect(await store.members.getRegisterAt(forum.id, 2)).toEqual(second);
        expect(await store.members.getRegisterAt(forum.id, 0)).toEqual({
          departments: [],
          memberships: [],
          deputies: [],
        });
        await expect(store.members.getRegisterAt(forum.id, 3)).rejects.toMatchObject({ code: 'not_found' });
        expect((await store.members.listRegisterChanges(forum.id, 1)).map(({ note }) => note)).toEqual(['to']);
      });

      test('is not saved over a change the writer has not seen', async () => {
        await store.members.saveRegister(forum.id, registerOf(forum.id), 0, change('et'));
        const late = store.members.saveRegister(
          forum.id,
          { departments: [], memberships: [], deputies: [] },
          0,
          change('to'),
        );
        await expect(late).rejects.toMatchObject({ code: 'conflict', reply: expect.stringContaining('medlemmer') });
        expect(await store.members.getRegister(forum.id)).toEqual(registerOf(forum.id));
      });

      test('lets exactly one of two writers through when both read the same', async () => {
        const save = (note: string) =>
          store.members.saveRegister(forum.id, registerOf(forum.id), 0, change(note)).then(
            () => 'saved',
            ({ code }) => code,
          );
        expect((await Promise.all([save('a'), save('b')])).sort()).toEqual(['conflict', 'saved']);
      });

      test('is saved whole or not at all', async () => {
        const broken = registerOf(forum.id);
        broken.memberships.push(sampleMembership(forum.id, 1));
        await expect(store.members.saveRegister(forum.id, broken, 0, change('x'))).rejects.toThrow();
        expect(await store.members.registerRevision(forum.id)).toBe(0);
        expect((await store.members.getRegister(forum.id)).departments).toEqual([]);
      });

      test('takes no row of another forum', async () => {
        const mixed = { ...registerOf(forum.id), memberships: [sampleMembership(other.id, 5)] };
        await expect(store.members.saveRegister(forum.id, mixed, 0, change('x'))).rejects.toMatchObject({
          code: 'invalid_input',
        });
      });

      test('leaves the other forum’s alone', async () => {
        await store.members.saveRegister(forum.id, registerOf(forum.id), 0, change('x'));
        await store.members.setReaderTier(forum.id, 'tenant', change('y'));
        expect(await store.members.registerRevision(other.id)).toBe(0);
        expect(await store.members.getReaderTier(other.id)).toBeNull();
        expect(await store.members.listMemberships(other.id, '2026-11-22')).toEqual([]);
        expect(await store.members.listRegisterChanges(other.id, 10)).toEqual([]);
      });
    });

    describe('on a day', () => {
      beforeEach(() => store.members.saveRegister(forum.id, registerOf(forum.id), 0, change('x')));

      test.each([
        [3, '2019-12-31', false],
        [3, '2020-01-01', true],
        [3, '2022-10-31', true],
        [3, '2022-11-01', false],
        [2, '2022-11-30', false],
        [2, '2022-12-01', true],
        [2, '2099-01-01', true],
      ])('person %i on %s: a member is %s', async (number, on, isMember) => {
        const found = await store.members.findMemberships(samplePerson(number), on);
        expect(found.map(({ forumId }) => forumId)).toEqual(isMember ? [forum.id] : []);
        expect(
          (await store.members.listMemberships(forum.id, on)).some(({ id }) => id === `${forum.id}/m${number}`),
        ).toBe(isMember);
      });

      test('deputies count from their first day to their last', async () => {
        const on = async (day: string) => (await store.members.findDeputies(samplePerson(4), day)).length;
        expect([
          await on('2026-10-31'),
          await on('2026-11-01'),
          await on('2026-11-30'),
          await on('2026-12-01'),
        ]).toEqual([0, 1, 1, 0]);
        expect(await store.members.findDeputies(samplePerson(2), '2026-11-15')).toEqual([]);
      });

      test('deputies of a forum are listed whatever their days', async () => {
        const { deputies } = await store.members.getRegister(forum.id);
        expect(deputies.length).toBeGreaterThan(0);
        expect(await store.members.listDeputies(forum.id)).toEqual(deputies);
      });

      test('a person is found by tenant and object id together', async () => {
        const sameId = { ...samplePerson(1), tenantId: '99999999-2222-4333-8444-555555555555' };
        expect(await store.members.findMemberships(sameId, '2026-11-22')).toEqual([]);
        expect(await store.members.findMemberships(samplePerson(1), '2026-11-22')).toHaveLength(1);
      });

      test('a person of two forums is found in both', async () => {
        const register: Register = {
          departments: [],
          memberships: [sampleMembership(other.id, 1, { role: 'director' })],
          deputies: [],
        };
        await store.members.saveRegister(other.id, register, 0, change('x'));
        const found = await store.members.findMemberships(samplePerson(1), '2026-11-22');
        expect(new Map(found.map(({ forumId, role }) => [forumId, role]))).toEqual(
          new Map([
            [forum.id, 'secretary'],
            [other.id, 'director'],
          ]),
        );
      });
    });

    test('the reader tier is set, kept through changes of the register, and taken away', async () => {
      await store.members.setReaderTier(forum.id, 'directors', change('Læseadgang'));
      expect(await store.members.registerRevision(forum.id)).toBe(0);
      await store.members.saveRegister(forum.id, registerOf(forum.id), 0, change('x'));
      expect(await store.members.getReaderTier(forum.id)).toBe('directors');
      await store.members.setReaderTier(forum.id, null, change('Ingen'));
      expect(await store.members.getReaderTier(forum.id)).toBeNull();
      expect(await store.members.registerRevision(forum.id)).toBe(1);
      const notes = (await store.members.listRegisterChanges(forum.id, 10)).map(({ note }) => note);
      expect(notes).toEqual(['Ingen', 'x', 'Læseadgang']);
    });

    describe('the way to a person', () => {
      test('is the newest one, each tenant’s own', async () => {
        expect(await store.conversations.findPersonal(samplePerson(1))).toBeUndefined();
        await store.conversations.savePersonal(
          samplePerson(1),
          sampleReference('a:1', 'personal', '{"serviceUrl":"old"}'),
        );
        const newest = sampleReference('a:1', 'personal', '{"serviceUrl":"new"}');
        await store.conversations.savePersonal(samplePerson(1), newest);
        expect(await store.conversations.findPersonal(samplePerson(1))).toEqual(newest);
        expect(await store.conversations.findPersonal({ ...samplePerson(1), tenantId: 'anden' })).toBeUndefined();
      });

      test('is forgotten when the bot is taken away', async () => {
        await store.conversations.savePersonal(samplePerson(1), sampleReference('a:1', 'personal'));
        await store.conversations.savePersonal(samplePerson(2), sampleReference('a:2', 'personal'));
        await store.conversations.forgetPersonal(samplePerson(1));
        expect(await store.conversations.findPersonal(samplePerson(1))).toBeUndefined();
        expect(await store.conversations.findPersonal(samplePerson(2))).toBeDefined();
      });

      test('is never a channel, where others read along', async () => {
        const kept = store.conversations.savePersonal(samplePerson(1), sampleReference('19:c', 'channel'));
        await expect(kept).rejects.toMatchObject({ code: 'invalid_input' });
        expect(await store.conversations.findPersonal(samplePerson(1))).toBeUndefined();
      });
    });

    describe('a forum’s channel', () => {
      test('is bound, moved and released', async () => {
        expect(await store.conversations.findChannel(forum.id)).toBeUndefined();
        await store.conversations.bindChannel(forum.id, sampleReference('19:a', 'channel'));
        await store.conversations.bindChannel(forum.id, sampleReference('19:b', 'channel'));
        expect(await store.conversations.findChannel(forum.id)).toEqual(sampleReference('19:b', 'channel'));
        expect(await store.conversations.findForumOf('19:b')).toBe(forum.id);
        expect(await store.conversations.findForumOf('19:a')).toBeUndefined();
        await store.conversations.releaseChannel(forum.id);
        expect(await store.conversations.findChannel(forum.id)).toBeUndefined();
        expect(await store.conversations.findForumOf('19:b')).toBeUndefined();
      });

      test('belongs to one forum at a time', async () => {
        await store.conversations.bindChannel(forum.id, sampleReference('19:a', 'channel'));
        await expect(
          store.conversations.bindChannel(other.id, sampleReference('19:a', 'channel')),
        ).rejects.toMatchObject({ code: 'conflict', reply: expect.stringContaining('andet forum') });
        expect(await store.conversations.findForumOf('19:a')).toBe(forum.id);
        await store.conversations.releaseChannel(forum.id);
        await store.conversations.bindChannel(other.id, sampleReference('19:a', 'channel'));
        expect(await store.conversations.findForumOf('19:a')).toBe(other.id);
      });

      test('is never somebody’s personal conversation', async () => {
        await expect(
          store.conversations.bindChannel(forum.id, sampleReference('a:1', 'personal')),
        ).rejects.toMatchObject({ code: 'invalid_input' });
      });
    });
  });
}
