import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noIntents } from '../../src/domain/outgoing-message.js';
import type { Forum, Store } from '../../src/store/ports.js';
import { personCalled } from '../support/sample-agenda.js';
import { sampleDocument, sampleEntries, sampleItem, sampleOriginal } from '../support/sample-document.js';
import { channelPost, intentsOf } from '../support/sending-house.js';
import type { OpenedStore } from './store-contract.js';

const now = new Date('2026-11-20T08:00:00Z');
const expiresAt = new Date('2026-12-20T08:00:00Z');
const amalie = personCalled('amalie');
const jonas = personCalled('jonas');

/** What the features rely on of files received and offered, whatever the engine. */
export function describeFilesContract(engine: string, open: () => Promise<OpenedStore>): void {
  describe(`${engine}: files`, () => {
    let opened: OpenedStore;
    let store: Store;
    let forum: Forum;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      forum = await store.forums.ensureForum('nordvang', 'Chefforum');
    });
    afterEach(() => opened.discard());

    const gone = { code: 'not_found' };

    describe('received', () => {
      const document = sampleDocument('2026-11-12', { items: [sampleItem(1), sampleItem(2, { access: 'closed' })] });
      const original = sampleOriginal('Referat – æøå.md', 'Referat');
      const keep = (changes: Partial<Parameters<Store['pendingDocuments']['keepPending']>[0]> = {}) =>
        store.pendingDocuments.keepPending({
          forumId: forum.id,
          owner: amalie,
          document,
          original,
          expiresAt,
          ...changes,
        });
      const archive = (id: string, changed = document, messages = intentsOf([channelPost(forum.id, 1)])) =>
        store.pendingDocuments.archivePending(
          id,
          amalie,
          { document: changed, entries: sampleEntries(changed), now },
          () => messages,
        );
      const dates = async () => {
        const everything = { forumIds: [forum.id], sees: 'open_and_closed' } as const;
        return (await store.minutes.listMeetings(everything, 'minutes')).map(({ date }) => date);
      };
      const waiting = async () => (await store.outbox.listMessages(forum.id, ['waiting'], 10)).map(({ key }) => key);

      test('is given back to its owner as it was, and to nobody else, nor after its time', async () => {
        const id = await keep();
        expect(id).toMatch(/^[\w-]{22}$/);
        const { original: kept, ...pending } = await store.pendingDocuments.getPending(id, amalie, now);
        expect(pending).toEqual({
          id,
          forumId: forum.id,
          owner: amalie,
          state: 'waiting',
          document,
          archivedAs: null,
          expiresAt,
        });
        expect({ ...kept, bytes: Buffer.from(kept.bytes) }).toEqual(original);
        await expect(store.pendingDocuments.getPending(id, jonas, now)).rejects.toMatchObject(gone);
        await expect(
          store.pendingDocuments.getPending(id, { ...amalie, tenantId: 'sydvang' }, now),
        ).rejects.toMatchObject(gone);
        await expect(store.pendingDocuments.getPending(id, amalie, expiresAt)).rejects.toMatchObject(gone);
        await expect(store.pendingDocuments.getPending('ukendt', amalie, now)).rejects.toMatchObject(gone);
      });

      test('keeps what its owner marks while it waits', async () => {
        const id = await keep();
        const marked = { ...document, items: document.items.map((item) => ({ ...item, access: 'closed' as const })) };
        await expect(store.pendingDocuments.markPending(id, jonas, marked, now)).rejects.toMatchObject(gone);
        await store.pendingDocuments.markPending(id, amalie, marked, now);
        expect((await store.pendingDocuments.getPending(id, amalie, now)).document).toEqual(marked);
      });

      test('goes into the archive once, with what that sets going', async () => {
        const id = await keep();
        await expect(
          store.pendingDocuments.archivePending(id, jonas, { document, entries: [], now }, () => noIntents),
        ).rejects.toMatchObject(gone);
        expect(await dates()).toEqual([]);
        const { pending, saved } = await archive(id);
        expect(pending).toMatchObject({ state: 'archived', archivedAs: { meetingId: saved.meetingId, version: 1 } });
        await expect(archive(id)).rejects.toMatchObject({ code: 'conflict' });
        await expect(store.pendingDocuments.discardPending(id, amalie, now)).rejects.toMatchObject({
          code: 'conflict',
        });
        await expect(store.pendingDocuments.markPending(id, amalie, document, now)).rejects.toMatchObject({
          code: 'conflict',
        });
        expect(await dates()).toEqual(['2026-11-12']);
        expect(await waiting()).toEqual(['test:1']);
      });

      test('goes into the archive whole or not at all', async () => {
        const id = await keep();
        const broken = store.pendingDocuments.archivePending(
          id,
          amalie,
          { document, entries: sampleEntries(document), now },
          () => {
            throw new Error('broken off');
          },
        );
        await expect(broken).rejects.toThrow();
        expect(await dates()).toEqual([]);
        expect((await store.pendingDocuments.getPending(id, amalie, now)).state).toBe('waiting');
      });

      test('that the archive has already changes nothing and sets nothing going', async () => {
        await archive(await keep());
        const again = await archive(await keep(), document, intentsOf([channelPost(forum.id, 2)]));
        expect(again).toMatchObject({
          saved: { status: 'unchanged' },
          pending: { state: 'discarded', archivedAs: null },
        });
        expect(await waiting()).toEqual(['test:1']);
      });

      test('is taken back to the version before it, the newest first, and once', async () => {
        const first = await keep();
        await archive(first);
        const corrected = { ...document, items: [sampleItem(1, { decision: 'Udsat.' })] };
        const second = await keep({ document: corrected, original: sampleOriginal('rettet.md', 'Rettet') });
        await archive(second, corrected, noIntents);
        const back = (id: string) => store.pendingDocuments.takeBackPending(id, amalie, noIntents, now);
        await expect(back(first)).rejects.toMatchObject({ code: 'conflict' });
        await expect(store.pendingDocuments.takeBackPending(second, jonas, noIntents, now)).rejects.toMatchObject(gone);
        expect((await back(second)).state).toBe('taken_back');
        expect(await dates()).toEqual(['2026-11-12']);
        await expect(back(second)).rejects.toMatchObject({ code: 'conflict' });
        await back(first);
        expect(await dates()).toEqual([]);
      });

      test('is removed after its time, and the archive keeps what came of it', async () => {
        await archive(await keep());
        await keep({ original: sampleOriginal('b.md', 'b') });
        const later = await keep({ expiresAt: new Date('2026-12-21T08:00:00Z') });
        expect(await store.pendingDocuments.removeExpired(now)).toBe(0);
        expect(await store.pendingDocuments.removeExpired(expiresAt)).toBe(2);
        expect((await store.pendingDocuments.getPending(later, amalie, expiresAt)).id).toBe(later);
        expect(await dates()).toEqual(['2026-11-12']);
      });
    });

    describe('offered', () => {
      const file = { owner: amalie, name: 'Svar.csv', bytes: Buffer.from('a;æ\n'), description: 'Svarene', expiresAt };
      const take = (handle: string, ...[owner, at = now]: [typeof amalie | null, Date?]) =>
        store.offeredFiles.takeFile(handle, owner, at);

      test('are given to their owner once', async () => {
        const handle = await store.offeredFiles.offerFile(file);
        expect(handle).toMatch(/^[\w-]{22}$/);
        await expect(take(handle, jonas)).rejects.toMatchObject(gone);
        const taken = await take(handle, amalie);
        expect({ ...taken, bytes: Buffer.from(taken.bytes) }).toEqual(file);
        await expect(take(handle, amalie)).rejects.toMatchObject(gone);
      });

      test('are given once to several that ask at once', async () => {
        const handle = await store.offeredFiles.offerFile(file);
        const asked = await Promise.allSettled([1, 2, 3, 4].map(() => take(handle, amalie)));
        expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      });

      test('are given to whoever holds the handle where nobody is known', async () => {
        const handle = await store.offeredFiles.offerFile(file);
        expect((await take(handle, null)).name).toBe('Svar.csv');
        await expect(take('ukendt', null)).rejects.toMatchObject(gone);
      });

      test('are gone after their time', async () => {
        const handle = await store.offeredFiles.offerFile(file);
        await expect(take(handle, amalie, expiresAt)).rejects.toMatchObject(gone);
        expect(await store.offeredFiles.removeExpired(new Date(expiresAt.getTime() - 1))).toBe(0);
        expect(await store.offeredFiles.removeExpired(expiresAt)).toBe(1);
      });
    });
  });
}
