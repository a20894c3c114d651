import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Audience } from '../../src/domain/access.js';
import type { FeedbackToKeep, Forum, QuestionToKeep, Store } from '../../src/store/ports.js';
import { sampleDocument, sampleItem, sampleOriginal, toSave } from '../support/sample-document.js';

/** A fresh store of the engine, and how to clear it away. */
export interface OpenedStore {
  store: Store;
  discard(): Promise<void>;
}

/** What the features rely on, whatever the engine: every engine's test file calls this with its own way to open. */
export function describeStoreContract(engine: string, open: () => Promise<OpenedStore>): void {
  describe(`${engine}: a store`, () => {
    let opened: OpenedStore;
    let store: Store;
    let forum: Forum;
    let outsider: Audience;
    let insider: Audience;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      forum = await store.forums.ensureForum('nordvang', 'Chefforum');
      outsider = { forumIds: [forum.id], sees: 'open' };
      insider = { forumIds: [forum.id], sees: 'open_and_closed' };
    });
    afterEach(() => opened.discard());

    const save = (...args: Parameters<typeof toSave> extends [string, ...infer Rest] ? Rest : never) =>
      store.minutes.saveDocument(toSave(forum.id, ...args));
    const find = async (audience: Audience, ...terms: string[]) =>
      (
        await store.search.findCandidates(
          terms.map((term) => ({ term, weight: 1 })),
          audience,
          20,
        )
      ).map(({ meetingId, itemNumber }) => ({ meetingId, itemNumber }));

    describe('forums', () => {
      test('are made once for each tenant and name', async () => {
        expect(await store.forums.ensureForum('nordvang', 'Chefforum')).toEqual(forum);
        const other = await store.forums.ensureForum('sydvang', 'Chefforum');
        expect(other.id).not.toBe(forum.id);
        expect(await store.forums.listForums('nordvang')).toEqual([forum]);
        expect(await store.forums.listForums('ingen')).toEqual([]);
        expect(await store.forums.findForum('nordvang', forum.id)).toEqual(forum);
        expect(await store.forums.findForum('sydvang', forum.id)).toBeUndefined();
      });
    });

    describe('saving a document', () => {
      test('gives it back letter for letter', async () => {
        const document = sampleDocument('2024-03-07', {
          items: [
            sampleItem(1, { title: 'Budget – “næste år” \u{1F4C4}', decision: 'Drøftet.\n\n- ét\n  - to' }),
            sampleItem(2, {
              caseNumber: { text: '00.13.00-A00-1-18', subject: '00.13.00', facet: 'A00', sequence: 1, year: 2018 },
              timeSlot: { start: '09:50', end: '10:00' },
              durationMinutes: 10,
              presenters: ['Bo'],
              guests: ['Siv'],
              recommendation: { proposer: 'Kommunaldirektøren', points: ['at det godkendes'] },
              commitments: [
                {
                  text: 'Bo følger op.',
                  owner: 'Bo',
                  due: '2024-04-01',
                  dueText: '1. april',
                  meeting: null,
                  inferred: true,
                },
              ],
              attachments: [{ title: 'Notat' }],
              absent: [{ name: 'Eva Lund', title: 'direktør' }],
            }),
          ],
          findings: [{ code: 'odd', line: 25, message: 'Mærkelig linje' }],
        });
        const saved = await save(document);
        expect(saved).toMatchObject({ status: 'new', version: 1 });
        expect((await store.minutes.getMeeting(insider, saved.meetingId)).document).toEqual(document);
        expect(await store.minutes.getMeeting(outsider, saved.meetingId)).toEqual({
          id: saved.meetingId,
          forumId: forum.id,
          version: 1,
          fileName: '2024-03-07.txt',
          importedAt: new Date('2026-01-05T08:00:00Z'),
          document,
        });
        expect(await store.minutes.getItem(outsider, saved.meetingId, 2)).toEqual({
          meetingId: saved.meetingId,
          forumId: forum.id,
          forum: 'Chefforum',
          kind: 'minutes',
          meetingDate: '2024-03-07',
          fileName: '2024-03-07.txt',
          item: document.items[1],
        });
      });

      test('saves several at once in the order given, also versions of one meeting', async () => {
        const titled = (title: string) => sampleDocument('2024-03-07', { items: [sampleItem(1, { title })] });
        const saved = await store.minutes.saveDocuments([
          toSave(forum.id, titled('Bunkersalg'), { original: sampleOriginal('a', 'a') }),
          toSave(forum.id, sampleDocument('2024-03-08', { items: [sampleItem(1, { title: 'Dæmninger' })] })),
          toSave(forum.id, titled('Cykelstier'), { original: sampleOriginal('b', 'b') }),
        ]);
        expect(saved.map(({ status, version }) => [status, version])).toEqual([
          ['new', 1],
          ['new', 1],
          ['updated', 2],
        ]);
        const [first, other] = saved;
        expect(await find(insider, 'bunkersalg')).toEqual([]);
        expect(await find(insider, 'dæmninger')).toEqual([{ meetingId: other?.meetingId, itemNumber: 1 }]);
        expect(await find(insider, 'cykelstier')).toEqual([{ meetingId: first?.meetingId, itemNumber: 1 }]);
      });

      test('saves none of several where one cannot be saved', async () => {
        const broken = sampleDocument('2024-03-08', { items: [sampleItem(Number.NaN)] });
        const both = [sampleDocument('2024-03-07'), broken].map((document) => toSave(forum.id, document));
        await expect(store.minutes.saveDocuments(both)).rejects.toThrow();
        expect(await store.minutes.listMeetings(insider)).toEqual([]);
      });

      test('keeps the original byte for byte, also when it is no text', async () => {
        const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
        const original = { ...sampleOriginal('m.pdf', ''), bytes };
        original.sha256 = (await import('node:crypto')).createHash('sha256').update(bytes).digest('hex');
        const { meetingId } = await save(sampleDocument('2024-03-07'), { original });
        const kept = await store.minutes.getOriginal(outsider, meetingId);
        expect([...kept.bytes]).toEqual([...bytes]);
        expect(kept).toMatchObject({ fileName: 'm.pdf', sha256: original.sha256 });
      });

      test('keeps the file of every version, for who sees all it holds and all that was closed since', async () => {
        const items = [sampleItem(1), sampleItem(2)];
        const { meetingId } = await save(sampleDocument('2024-03-07', { items }), {
          original: sampleOriginal('a', 'a'),
        });
        await save(sampleDocument('2024-03-07', { items }), { original: sampleOriginal('b', 'bb') });
        const importedAt = new Date('2026-01-05T08:00:00Z');
        expect(await store.minutes.listOriginals(outsider, meetingId)).toEqual([
          { version: 2, isInForce: true, fileName: 'b', importedAt, size: 2 },
          { version: 1, isInForce: false, fileName: 'a', importedAt, size: 1 },
        ]);
        expect((await store.minutes.getOriginal(outsider, meetingId)).fileName).toBe('b');
        expect((await store.minutes.getOriginal(outsider, meetingId, 1)).fileName).toBe('a');
        const closed = [sampleItem(1), sampleItem(2, { access: 'closed' })];
        await save(sampleDocument('2024-03-07', { items: closed }), { original: sampleOriginal('c', 'c') });
        expect(await store.minutes.listOriginals(outsider, meetingId)).toEqual([]);
        expect((await store.minutes.listOriginals(insider, meetingId)).map(({ version }) => version)).toEqual([
          3, 2, 1,
        ]);
        for (const version of [1, 2, 3, 4])
          await expect(store.minutes.getOriginal(outsider, meetingId, version)).rejects.toMatchObject({
            code: 'not_found',
          });
        await save(sampleDocument('2024-03-07', { items }), { original: sampleOriginal('d', 'd') });
        expect((await store.minutes.listOriginals(outsider, meetingId)).map(({ fileName }) => fileName)).toEqual(['d']);
      });

      test('changes nothing the second time, whatever the file is called', async () => {
        const document = sampleDocument('2024-03-07');
        const first = await save(document);
        const generation = await store.search.generation();
        const { original } = toSave(forum.id, document);
        const again = await save(document, { original: { ...original, fileName: 'kopi.txt' } });
        expect(again).toEqual({ ...first, status: 'unchanged' });
        expect(await store.search.generation()).toBe(generation);
        expect((await store.minutes.getMeeting(outsider, first.meetingId)).fileName).toBe('2024-03-07.txt');
      });

      test('makes a new version of the same meeting when the content has changed', async () => {
        const first = await save(sampleDocument('2024-03-07', { items: [sampleItem(1, { title: 'gammel titel' })] }));
        const second = await save(
          sampleDocument('2024-03-07', { place: 'Byrådssalen', items: [sampleItem(1, { title: 'ny titel' })] }),
        );
        expect(second).toEqual({ status: 'updated', meetingId: first.meetingId, version: 2 });
        expect(await store.minutes.listMeetings(outsider)).toMatchObject([{ place: 'Byrådssalen', itemCount: 1 }]);
        expect(await find(outsider, 'gammel')).toEqual([]);
        expect(await find(outsider, 'ny')).toEqual([{ meetingId: first.meetingId, itemNumber: 1 }]);
      });

      test('counts a change of which items are closed as a change of content', async () => {
        const items = (access: 'open' | 'closed') => [sampleItem(1), sampleItem(2, { title: 'lønsag', access })];
        await save(sampleDocument('2024-03-07', { items: items('open') }));
        expect(await find(outsider, 'lønsag')).toHaveLength(1);
        const closed = await save(sampleDocument('2024-03-07', { items: items('closed') }));
        expect(closed.status).toBe('updated');
        expect(await find(outsider, 'lønsag')).toEqual([]);
      });

      test('keeps minutes and agenda of one date apart', async () => {
        const minutes = await save(sampleDocument('2024-03-07'));
        const agenda = await save(sampleDocument('2024-03-07', { kind: 'agenda' }));
        expect(agenda).toMatchObject({ status: 'new' });
        expect(agenda.meetingId).not.toBe(minutes.meetingId);
        expect(await store.minutes.findMeetings(outsider, '2024-03-07')).toHaveLength(2);
        expect(await store.minutes.listMeetings(outsider, 'agenda')).toMatchObject([{ id: agenda.meetingId }]);
      });

      test('copes with a document that numbers two items alike', async () => {
        const items = [sampleItem(4, { title: 'første' }), sampleItem(4, { title: 'anden', access: 'closed' })];
        const { meetingId } = await save(sampleDocument('2024-03-07', { items }));
        expect((await store.minutes.getItem(outsider, meetingId, 4)).item.title).toBe('første');
        expect(await store.check()).toEqual([]);
      });

      test('does several at once without mixing them up', async () => {
        const dates = Array.from({ length: 12 }, (_, month) => `2023-${String(month + 1).padStart(2, '0')}-02`);
        await Promise.all(dates.map((date) => save(sampleDocument(date))));
        expect((await store.minutes.listMeetings(outsider)).map(({ date }) => date)).toEqual(dates.toReversed());
      });
    });

    describe('taking an import back', () => {
      test('brings the version before it back, also to the search', async () => {
        const before = sampleDocument('2024-03-07', { items: [sampleItem(1, { title: 'gammel titel' })] });
        const first = await save(before);
        await save(sampleDocument('2024-03-07', { items: [sampleItem(1, { title: 'ny titel' })] }));
        const undone = await store.minutes.undoImport(forum.id, { date: '2024-03-07' });
        expect(undone).toEqual({ date: '2024-03-07', fileName: '2024-03-07.txt', restoredVersion: 1 });
        expect((await store.minutes.getMeeting(outsider, first.meetingId)).document).toEqual(before);
        expect(await find(outsider, 'ny')).toEqual([]);
        expect(await find(outsider, 'gammel')).toEqual([{ meetingId: first.meetingId, itemNumber: 1 }]);
        expect(await store.check()).toEqual([]);
      });

      test('leaves nothing behind when there is no version before it', async () => {
        const { meetingId } = await save(
          sampleDocument('2024-03-07', { items: [sampleItem(1, { title: 'fejlsag' })] }),
        );
        const undone = await store.minutes.undoImport(forum.id, { fileName: '2024-03-07.txt' });
        expect(undone.restoredVersion).toBeNull();
        expect(await store.minutes.listMeetings(insider)).toEqual([]);
        expect(await find(insider, 'fejlsag')).toEqual([]);
        expect([...(await store.search.listWords(insider)).keys()]).toEqual([]);
        await expect(store.minutes.getMeeting(insider, meetingId)).rejects.toMatchObject({ code: 'not_found' });
        expect(await store.check()).toEqual([]);
      });

      test('asks for the file when a date names both minutes and agenda', async () => {
        await save(sampleDocument('2024-03-07'));
        const original = sampleOriginal('dagsorden.txt', 'x');
        await save(sampleDocument('2024-03-07', { kind: 'agenda' }), { original });
        const byDate = store.minutes.undoImport(forum.id, { date: '2024-03-07' });
        await expect(byDate).rejects.toMatchObject({ code: 'conflict', reply: expect.stringContaining('filens navn') });
        await store.minutes.undoImport(forum.id, { fileName: 'dagsorden.txt' });
        expect(await store.minutes.listMeetings(outsider)).toMatchObject([{ kind: 'minutes' }]);
      });

      test('refuses a file that a newer import has replaced, and one it never saw', async () => {
        await save(sampleDocument('2024-03-07'), { original: sampleOriginal('a.txt', 'a') });
        await save(sampleDocument('2024-03-07'), { original: sampleOriginal('b.txt', 'b') });
        const undo = (fileName: string) => store.minutes.undoImport(forum.id, { fileName });
        await expect(undo('a.txt')).rejects.toMatchObject({ code: 'conflict' });
        await expect(undo('c.txt')).rejects.toMatchObject({ code: 'not_found' });
        const elsewhere = await store.forums.ensureForum('sydvang', 'Chefforum');
        const fromOtherForum = store.minutes.undoImport(elsewhere.id, { fileName: 'b.txt' });
        await expect(fromOtherForum).rejects.toMatchObject({ code: 'not_found' });
      });
    });

    describe('closed items', () => {
      const items = [
        sampleItem(1, { title: 'Budget' }),
        sampleItem(2, { title: 'Fyring af leder', access: 'closed', decision: 'hemmeligt' }),
        sampleItem(3, { title: 'Trivsel' }),
      ];
      const document = sampleDocument('2024-03-07', {
        items,
        contents: [
          { title: 'Punkt 1: Budget', page: 1 },
          { title: 'Punkt 2: Fyring  af leder.', page: 2 },
          { title: 'Trivsel', page: 3 },
        ],
        findings: [
          { code: 'odd', line: 35, message: 'på det lukkede punkt' },
          { code: 'odd', line: 41, message: 'på trivsel' },
          { code: 'item_count', line: 1, message: 'indholdet nævner 3 punkter' },
        ],
      });

      test('are absent everywhere for those who do not see them', async () => {
        const { meetingId } = await save(document);
        const seen = await store.minutes.getMeeting(outsider, meetingId);
        expect(seen.document.items.map(({ number }) => number)).toEqual([1, 3]);
        expect(seen.document.contents.map(({ title }) => title)).toEqual(['Punkt 1: Budget', 'Trivsel']);
        expect(seen.document.findings.map(({ message }) => message)).toEqual(['på trivsel']);
        expect(seen.document.participants).toEqual(document.participants);
        expect(await store.minutes.listMeetings(outsider)).toMatchObject([{ itemCount: 2 }]);
        expect(JSON.stringify(await store.minutes.findMeetings(outsider, '2024-03-07'))).not.toMatch(
          /fyring|hemmelig/i,
        );
        expect(await find(outsider, 'fyring', 'hemmeligt')).toEqual([]);
        expect((await store.search.countEntries(['fyring'], outsider)).byTerm.get('fyring')).toBe(0);
        expect((await store.search.listWords(outsider)).has('fyring')).toBe(false);
      });

      test('name nobody to those who do not see them', async () => {
        const guest = (name: string) => ({ guests: [name], absent: [{ name: `${name} Ager`, title: null }] });
        await save(
          sampleDocument('2024-05-02', {
            participants: [{ name: 'Birgit Storm', title: 'Kommunaldirektør' }],
            items: [sampleItem(1, guest('Jonas')), sampleItem(2, { access: 'closed', ...guest('Hemmelig') })],
          }),
        );
        const named = async (audience: Audience) => (await store.minutes.listPersons(audience)).map(({ name }) => name);
        expect(await named(outsider)).toEqual(['Birgit Storm', 'Jonas', 'Jonas Ager']);
        expect(await named(insider)).toContain('Hemmelig Ager');
        expect((await store.minutes.listPersons(outsider))[0]?.lastNamedOn).toBe('2024-05-02');
      });

      test('fail the same way as items and meetings that are not there', async () => {
        const { meetingId } = await save(document);
        const failure = async (work: Promise<unknown>): Promise<unknown> =>
          work.then(
            () => 'no failure',
            ({ code, message, reply }) => ({ code, message, reply }),
          );
        const closed = await failure(store.minutes.getItem(outsider, meetingId, 2));
        expect(closed).toMatchObject({ code: 'not_found' });
        expect(closed).toEqual(await failure(store.minutes.getItem(outsider, meetingId, 99)));
        expect(closed).toEqual(await failure(store.minutes.getItem(outsider, 'no-such-meeting', 2)));
        const original = await failure(store.minutes.getOriginal(outsider, meetingId));
        expect(original).toEqual(await failure(store.minutes.getOriginal(outsider, 'no-such-meeting')));
      });

      test('are all there for those who see them', async () => {
        const { meetingId } = await save(document);
        expect((await store.minutes.getMeeting(insider, meetingId)).document).toEqual(document);
        expect((await store.minutes.getItem(insider, meetingId, 2)).item.decision).toBe('hemmeligt');
        expect(await store.minutes.listMeetings(insider)).toMatchObject([{ itemCount: 3 }]);
        expect((await store.minutes.getOriginal(insider, meetingId)).fileName).toBe('2024-03-07.txt');
        expect(await find(insider, 'fyring')).toEqual([{ meetingId, itemNumber: 2 }]);
        expect((await store.search.countEntries(['fyring'], insider)).byTerm.get('fyring')).toBe(1);
        expect((await store.search.listWords(insider)).get('hemmeligt')).toBe(1);
      });

      test('do not move what others find: same finds, same scores, same counts as without them', async () => {
        await save(document);
        await save(sampleDocument('2024-04-07', { items: [sampleItem(1, { title: 'budget budget trivsel' })] }));
        const terms = ['budget', 'trivsel', 'godkendt.'];
        const look = async () => ({
          found: await store.search.findCandidates(
            terms.map((term) => ({ term, weight: 1 })),
            outsider,
            20,
          ),
          counts: await store.search.countEntries(terms, outsider),
          words: [...(await store.search.listWords(outsider))].sort(),
          meetings: (await store.minutes.listMeetings(outsider)).filter(({ date }) => date < '2025'),
        });
        const before = await look();
        const hidden = Array.from({ length: 30 }, (_, index) =>
          sampleItem(index + 1, { title: 'budget trivsel', access: 'closed' }),
        );
        await save(sampleDocument('2025-05-07', { items: hidden }));
        expect(await look()).toEqual(before);
      });
    });

    describe('another forum', () => {
      test('is neither listed, found, counted nor opened', async () => {
        const { meetingId } = await save(sampleDocument('2024-03-07', { items: [sampleItem(1, { title: 'budget' })] }));
        const other = await store.forums.ensureForum('sydvang', 'Direktion');
        for (const forumIds of [[other.id], []]) {
          const stranger: Audience = { forumIds, sees: 'open_and_closed' };
          expect(await store.minutes.listMeetings(stranger)).toEqual([]);
          expect(await store.minutes.findMeetings(stranger, '2024-03-07')).toEqual([]);
          await expect(store.minutes.getMeeting(stranger, meetingId)).rejects.toMatchObject({ code: 'not_found' });
          await expect(store.minutes.getItem(stranger, meetingId, 1)).rejects.toMatchObject({ code: 'not_found' });
          await expect(store.minutes.getOriginal(stranger, meetingId)).rejects.toMatchObject({ code: 'not_found' });
          expect(await find(stranger, 'budget')).toEqual([]);
          expect(await store.search.countEntries(['budget'], stranger)).toEqual({
            total: 0,
            byTerm: new Map([['budget', 0]]),
          });
          expect((await store.search.listWords(stranger)).size).toBe(0);
        }
      });
    });

    describe('somebody entitled in one of two forums', () => {
      test('sees closed items there, and only open ones in the other', async () => {
        const other = await store.forums.ensureForum('nordvang', 'Direktion');
        const closedItem = (title: string) => [sampleItem(1), sampleItem(2, { title, access: 'closed' })];
        const own = await save(sampleDocument('2024-03-07', { items: closedItem('lønsag') }));
        const theirs = await store.minutes.saveDocument(
          toSave(other.id, sampleDocument('2024-03-08', { items: closedItem('fyring') })),
        );
        const audience: Audience = {
          forumIds: [forum.id, other.id],
          sees: 'open_and_closed',
          closedIn: [forum.id, 'a-forum-not-read'],
        };
        const itemsOf = async (meetingId: string) =>
          (await store.minutes.getMeeting(audience, meetingId)).document.items.map(({ number }) => number);
        expect(await itemsOf(own.meetingId)).toEqual([1, 2]);
        expect(await itemsOf(theirs.meetingId)).toEqual([1]);
        expect((await store.minutes.listMeetings(audience)).map(({ itemCount }) => itemCount)).toEqual([1, 2]);
        await expect(store.minutes.getItem(audience, theirs.meetingId, 2)).rejects.toMatchObject({ code: 'not_found' });
        await expect(store.minutes.getOriginal(audience, theirs.meetingId)).rejects.toMatchObject({
          code: 'not_found',
        });
        expect(await find(audience, 'lønsag', 'fyring')).toEqual([{ meetingId: own.meetingId, itemNumber: 2 }]);
        const { total, byTerm } = await store.search.countEntries(['lønsag', 'fyring'], audience);
        expect([byTerm.get('lønsag'), byTerm.get('fyring')]).toEqual([1, 0]);
        expect(total).toBe(3);
        const words = await store.search.listWords(audience);
        expect([words.has('lønsag'), words.has('fyring')]).toEqual([true, false]);
        const nowhere: Audience = { ...audience, closedIn: [] };
        expect(await find(nowhere, 'lønsag', 'fyring')).toEqual([]);
        expect(await store.search.countEntries(['lønsag'], nowhere)).toEqual({
          total: 2,
          byTerm: new Map([['lønsag', 0]]),
        });
      });
    });

    describe('searching', () => {
      test('puts the best entry first, though others were saved before and after it', async () => {
        const saveTitled = async (date: string, title: string) =>
          (await save(sampleDocument(date, { items: [sampleItem(1, { title })] }))).meetingId;
        await saveTitled('2024-01-01', 'orientering om ferie og mange andre ting til budget');
        const best = await saveTitled('2024-02-01', 'budget ferie');
        await saveTitled('2024-03-01', 'orientering');
        await saveTitled('2024-04-01', 'en lang titel der også nævner ferie');
        const found = await find(outsider, 'budget', 'ferie');
        expect(found).toHaveLength(3);
        expect(found[0]).toEqual({ meetingId: best, itemNumber: 1 });
      });

      test.each([
        '00.13.00-a00-1-18',
        'dato:2023-04',
        'økonomi_x/y',
        'a+b',
        '"citat"',
        "o'neill",
        'c#',
        'and',
        'or',
        'near(a',
        'title:x',
        '*',
        '^a',
        '\u{1F4C4}',
      ])('takes the term %s whole, as it stands', async (term) => {
        const document = sampleDocument('2024-03-07', { items: [sampleItem(1, { title: `før ${term} efter` })] });
        await save(document);
        expect(await find(outsider, term)).toHaveLength(1);
        expect(await find(outsider, `${term}x`)).toEqual([]);
        expect((await store.search.countEntries([term], outsider)).byTerm.get(term)).toBe(1);
      });

      test('finds nothing, and does not fail, for terms that are empty or marks only', async () => {
        await save(sampleDocument('2024-03-07'));
        expect(await find(outsider)).toEqual([]);
        expect(await find(outsider, '', ' ', '\0', '""', '\0"')).toEqual([]);
      });

      test('looks for the weightiest terms when there are more than it can take', async () => {
        await save(sampleDocument('2024-03-07', { items: [sampleItem(1, { title: 'budget' })] }));
        const noise = Array.from({ length: 500 }, (_, index) => ({ term: `støj${index}`, weight: 0.2 }));
        const found = await store.search.findCandidates([...noise, { term: 'budget', weight: 1 }], outsider, 5);
        expect(found).toHaveLength(1);
      });

      test('says where the asked terms stand in every field, and gives no more entries than asked for', async () => {
        const document = sampleDocument('2024-03-07', {
          items: [
            sampleItem(1, { title: 'budget', decision: 'nyt ~del budget aar:2024 igen budget' }),
            sampleItem(2, { title: 'Budget igen' }),
          ],
        });
        await save(document);
        const asked = ['budget', '~del', 'aar:2024'].map((term) => ({ term, weight: 1 }));
        const found = await store.search.findCandidates(asked, outsider, 1);
        expect(found).toMatchObject([{ itemNumber: 1, meetingDate: '2024-03-07', title: 'budget' }]);
        // A part of a word and a date stand where the word before them stands.
        expect(found[0]?.fields).toMatchObject({
          title: { length: 1, places: new Map([['budget', [1]]]) },
          decision: {
            length: 4,
            places: new Map([
              ['~del', [1]],
              ['budget', [2, 4]],
              ['aar:2024', [2]],
            ]),
          },
          case: { length: 0, places: new Map() },
        });
      });

      test('counts entries and words, and follows every change', async () => {
        await save(sampleDocument('2024-03-07', { items: [sampleItem(1, { title: 'budget' }), sampleItem(2)] }));
        await save(sampleDocument('2024-04-07', { items: [sampleItem(1, { title: 'budget budget' })] }));
        expect(await store.search.countEntries(['budget', 'sag', 'ukendt'], outsider)).toEqual({
          total: 3,
          byTerm: new Map([
            ['budget', 2],
            ['sag', 1],
            ['ukendt', 0],
          ]),
        });
        expect((await store.search.listWords(outsider)).get('budget')).toBe(2);
        const generation = await store.search.generation();
        await store.minutes.undoImport(forum.id, { date: '2024-04-07' });
        expect(await store.search.generation()).not.toBe(generation);
        expect((await store.search.listWords(outsider)).get('budget')).toBe(1);
        expect((await store.search.countEntries([], outsider)).total).toBe(2);
      });
    });

    describe('the questions asked', () => {
      const asked = (changes: Partial<QuestionToKeep> = {}): QuestionToKeep => ({
        forumId: forum.id,
        askedOn: '2024-03-07',
        question: 'hvad koster parkering?',
        context: null,
        status: 'not_found',
        cited: [],
        messageKey: 'besked-1',
        ...changes,
      });
      const keep = (
        changes: Partial<QuestionToKeep> = {},
        retention = { removeBefore: '2023-03-08', forgetMessagesBefore: '2024-02-06' },
      ) => store.questions.keepQuestion(asked(changes), retention);
      const react = (changes: Partial<FeedbackToKeep> = {}) =>
        store.questions.keepFeedback({
          messageKey: 'besked-1',
          givenOn: '2024-03-08',
          reaction: 'dislike',
          comment: null,
          replaces: null,
          ...changes,
        });
      const listed = async (since?: string) =>
        (await store.questions.listUnanswered(forum.id, since)).map(({ question }) => question);

      test('in vain are listed newest first, as they were kept', async () => {
        const cited = [
          { meetingId: 'møde', itemNumber: 3 },
          { meetingId: 'møde', itemNumber: null },
        ];
        await keep({ question: 'gammel', askedOn: '2024-03-01' });
        await keep({ question: 'ny', context: 'før', cited });
        await keep({ question: 'nyest' });
        await keep({ question: 'besvaret', status: 'answered' });
        await keep({ question: 'måske', status: 'maybe' });
        expect(await listed()).toEqual(['nyest', 'ny', 'gammel']);
        expect(await listed('2024-03-02')).toEqual(['nyest', 'ny']);
        expect((await store.questions.listUnanswered(forum.id))[1]).toEqual({
          askedOn: '2024-03-07',
          question: 'ny',
          context: 'før',
          status: 'not_found',
          cited,
          feedback: [],
        });
      });

      test('are in vain too when an answer got a thumb down, and not for a thumb up', async () => {
        await keep({ question: 'godt svar', status: 'answered', messageKey: 'god' });
        await keep({ question: 'dårligt svar', status: 'answered', messageKey: 'dårlig' });
        await react({ messageKey: 'god', reaction: 'like', comment: 'fint' });
        await react({ messageKey: 'dårlig', comment: 'det var 2023' });
        expect(await store.questions.listUnanswered(forum.id)).toMatchObject([
          {
            question: 'dårligt svar',
            feedback: [{ givenOn: '2024-03-08', reaction: 'dislike', comment: 'det var 2023' }],
          },
        ]);
      });

      test('keep one feedback for a person who thinks again, and all of those of several', async () => {
        await keep({ status: 'answered' });
        const first = await react({ comment: 'nej' });
        await react({ comment: 'heller ikke jeg' });
        const again = await react({ reaction: 'like', replaces: first ?? null });
        expect(again).toEqual(expect.any(String));
        expect((await store.questions.listUnanswered(forum.id))[0]?.feedback).toMatchObject([
          { reaction: 'dislike', comment: 'heller ikke jeg' },
          { reaction: 'like' },
        ]);
      });

      test('never lose a feedback to an id of another question', async () => {
        await keep({ messageKey: 'a' });
        await keep({ messageKey: 'b' });
        const ofOther = await react({ messageKey: 'a' });
        await react({ messageKey: 'b', replaces: ofOther ?? null });
        expect((await store.questions.listUnanswered(forum.id)).map(({ feedback }) => feedback.length)).toEqual([1, 1]);
      });

      test('take no feedback on a message that is not known, or no longer', async () => {
        expect(await react()).toBeUndefined();
        await keep({ askedOn: '2024-02-05' });
        await keep({ messageKey: null });
        expect(await react()).toBeUndefined();
        expect(await listed()).toHaveLength(2);
      });

      test('are removed for their age with all that was said of them, and counted', async () => {
        await keep({ askedOn: '2023-03-07', question: 'for gammel' }, { removeBefore: '', forgetMessagesBefore: '' });
        await keep(
          { askedOn: '2023-03-08', question: 'lige i tide', messageKey: 'anden' },
          { removeBefore: '', forgetMessagesBefore: '' },
        );
        await react();
        expect(await keep({ question: 'ny' })).toEqual({ removed: 1 });
        expect(await listed()).toEqual(['ny', 'lige i tide']);
        expect(await keep({ question: 'ny' })).toEqual({ removed: 0 });
        expect(await store.check()).toEqual([]);
      });

      test('of another forum are neither listed nor removed', async () => {
        const other = await store.forums.ensureForum('sydvang', 'Direktion');
        await keep({ forumId: other.id, askedOn: '2020-01-01', question: 'andres' });
        await keep();
        expect(await listed()).toEqual(['hvad koster parkering?']);
        expect(await store.questions.listUnanswered(other.id)).toMatchObject([{ question: 'andres' }]);
      });
    });

    test('is well after all of this', async () => {
      for (const date of ['2024-01-04', '2024-02-01', '2024-02-01'])
        await save(sampleDocument(date, { items: [sampleItem(1), sampleItem(2, { access: 'closed' })] }));
      expect(await store.check()).toEqual([]);
    });
  });
}
