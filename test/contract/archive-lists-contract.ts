import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Audience } from '../../src/domain/access.js';
import type { Forum, ListedItem, Store } from '../../src/store/ports.js';
import { sampleDocument, sampleItem, toSave } from '../support/sample-document.js';
import type { OpenedStore } from './store-contract.js';

/** What the features rely on of the archive's lists, whatever the engine. */
export function describeArchiveListsContract(engine: string, open: () => Promise<OpenedStore>): void {
  describe(`${engine}: the archive's lists`, () => {
    let opened: OpenedStore;
    let store: Store;
    let forum: Forum;
    let outsider: Audience;

    const lines = { first: 1, last: 1 };
    const full = (number: number, word: string, access: 'open' | 'closed' = 'open') =>
      sampleItem(number, {
        title: word,
        access,
        lines,
        decision: `${word} besluttet`,
        caseNumber: {
          text: `00.13.00-A00-${number}-24`,
          subject: '00.13.00',
          facet: 'A00',
          sequence: number,
          year: 2024,
        },
        attachments: [{ title: `${word} et` }, { title: `${word} to` }],
        absent: [{ name: `${word} Holm`, title: 'chef' }],
        commitments: [
          { text: `${word} sendes`, owner: 'HR', due: '2024-05-01', dueText: '1. maj', meeting: null, inferred: true },
          { text: `${word} siden`, owner: null, due: null, dueText: null, meeting: 'next', inferred: false },
          { text: `${word} engang`, owner: null, due: null, dueText: null, meeting: null, inferred: false },
        ],
      });
    const everyNumber = ['00.13.00-A00-1-24', '00.13.00-A00-2-24'];
    const all = async (audience: Audience): Promise<ListedItem[][]> => [
      await store.lists.listCases(audience, everyNumber),
      await store.lists.listAttachments(audience),
      await store.lists.listCommitments(audience),
      await store.lists.listAbsences(audience),
      await store.lists.listDecisions(audience, {}),
    ];

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      forum = await store.forums.ensureForum('nordvang', 'Chefforum');
      outsider = { forumIds: [forum.id], sees: 'open' };
    });
    afterEach(() => opened.discard());

    test('hold what stands in the items, newest meeting first, each in the order of its agenda', async () => {
      const save = (date: string, ...words: string[]) =>
        store.minutes.saveDocument(
          toSave(forum.id, sampleDocument(date, { items: words.map((word, index) => full(index + 1, word)) })),
        );
      await save('2024-03-07', 'gammel');
      const { meetingId } = await save('2024-04-07', 'ny', 'nyere');
      const place = { meetingId, forumId: forum.id, forum: 'Chefforum', kind: 'minutes', meetingDate: '2024-04-07' };
      const first = { ...place, itemNumber: 1, itemKind: 'decision', topic: 'ny' };
      expect((await store.lists.listCaseNumbers(outsider)).toSorted()).toEqual(everyNumber);
      expect(await store.lists.listCases(outsider, everyNumber)).toEqual([
        { ...first, caseNumber: '00.13.00-A00-1-24', decision: 'ny besluttet' },
        expect.objectContaining({ topic: 'nyere' }),
        expect.objectContaining({ topic: 'gammel' }),
      ]);
      expect((await store.lists.listCases(outsider, everyNumber.slice(1))).map(({ topic }) => topic)).toEqual([
        'nyere',
      ]);
      expect((await store.lists.listAttachments(outsider)).map(({ title }) => title)).toEqual([
        'ny et',
        'ny to',
        'nyere et',
        'nyere to',
        'gammel et',
        'gammel to',
      ]);
      expect(await store.lists.listCases(outsider, [])).toEqual([]);
      const commitments = await store.lists.listCommitments(outsider);
      const undated = { ...first, owner: null, due: null, dueText: null, isInferred: false, nextMeetingOn: null };
      expect(commitments.slice(0, 4)).toEqual([
        {
          ...undated,
          text: 'ny sendes',
          owner: 'HR',
          due: '2024-05-01',
          dueText: '1. maj',
          isInferred: true,
          isUntilNext: false,
        },
        { ...undated, text: 'ny siden', isUntilNext: true },
        { ...undated, text: 'ny engang', isUntilNext: false },
        expect.objectContaining({ text: 'nyere sendes' }),
      ]);
      expect(commitments.find(({ text }) => text === 'gammel siden')).toMatchObject({ nextMeetingOn: '2024-04-07' });
      const absent = { name: 'ny Holm', title: 'chef' };
      expect((await store.lists.listAbsences(outsider))[0]).toEqual({ ...first, ...absent, itemsOfMeeting: 2 });
      const within = { from: '2024-03-07', to: '2024-04-06' };
      expect((await store.lists.listAbsences(outsider, within)).map(({ topic }) => topic)).toEqual(['gammel']);
    });

    test('tell what became of every item, in all, by outcome or within a time', async () => {
      const postponed = [
        { code: 'approved' as const, point: 1, text: 'Punkt 1 blev godkendt.' },
        { code: 'postponed' as const, point: 2, text: 'Punkt 2 udsættes.' },
      ];
      const items = [
        sampleItem(1, { title: 'delt', outcomes: postponed }),
        sampleItem(2, { title: 'intet', decision: null, outcomes: [] }),
        sampleItem(3, { title: 'lønsag', access: 'closed', outcomes: postponed }),
      ];
      await store.minutes.saveDocument(toSave(forum.id, sampleDocument('2024-03-07', { items })));
      await store.minutes.saveDocument(toSave(forum.id, sampleDocument('2023-03-07', { items: [full(1, 'gammel')] })));
      const every = await store.lists.listDecisions(outsider, {});
      expect(every.map(({ topic }) => topic)).toEqual(['delt', 'intet', 'gammel']);
      expect(every[0]?.outcomes).toEqual(postponed);
      expect(every[1]).toMatchObject({ decision: null, outcomes: [] });
      const put = { codes: ['postponed' as const] };
      expect((await store.lists.listDecisions(outsider, put)).map(({ topic }) => topic)).toEqual(['delt']);
      const all = { ...outsider, sees: 'open_and_closed' as const };
      expect((await store.lists.listDecisions(all, put)).map(({ topic }) => topic)).toEqual(['delt', 'lønsag']);
      const within = { from: '2023-01-01', to: '2023-12-31' };
      expect((await store.lists.listDecisions(outsider, { within })).map(({ topic }) => topic)).toEqual(['gammel']);
    });

    test("name those present at each meeting with minutes or an agenda, newest first, of the asker's forums alone", async () => {
      const other = await store.forums.ensureForum('nordvang', 'Direktionen');
      const [ida, bo] = [
        { name: 'Ida Holm', title: 'chef' },
        { name: 'Bo Lind', title: null },
      ];
      const save = (id: string, date: string, participants: { name: string; title: string | null }[]) =>
        store.minutes.saveDocument(toSave(id, sampleDocument(date, { participants })));
      await save(forum.id, '2023-03-07', [bo]);
      const { meetingId } = await save(forum.id, '2024-03-07', [ida, bo]);
      await save(other.id, '2024-03-08', [ida]);
      const present = await store.lists.listParticipants(outsider);
      expect(present.map(({ name, meetingDate }) => [name, meetingDate])).toEqual([
        ['Ida Holm', '2024-03-07'],
        ['Bo Lind', '2024-03-07'],
        ['Bo Lind', '2023-03-07'],
      ]);
      expect(present[0]).toEqual({
        ...ida,
        meetingId,
        forumId: forum.id,
        forum: 'Chefforum',
        kind: 'minutes',
        meetingDate: '2024-03-07',
      });
      const within = { from: '2023-01-01', to: '2023-12-31' };
      expect(await store.lists.listParticipants(outsider, within)).toHaveLength(1);
      expect(await store.lists.listParticipants({ forumIds: [], sees: 'open' })).toEqual([]);
    });

    test('count of a meeting only the items the audience sees, and know the next meeting of that forum alone', async () => {
      const other = await store.forums.ensureForum('nordvang', 'Direktionen');
      const items = [full(1, 'åben'), full(2, 'lønsag', 'closed'), full(3, 'tredje')];
      await store.minutes.saveDocument(toSave(forum.id, sampleDocument('2024-03-07', { items })));
      await store.minutes.saveDocument(toSave(other.id, sampleDocument('2024-03-08', { items: [full(1, 'andre')] })));
      const counts = async (audience: Audience) =>
        (await store.lists.listAbsences(audience)).map(({ itemsOfMeeting }) => itemsOfMeeting);
      expect(await counts(outsider)).toEqual([2, 2]);
      expect(await counts({ ...outsider, sees: 'open_and_closed' })).toEqual([3, 3, 3]);
      const next = async () => new Set((await store.lists.listCommitments(outsider)).map((one) => one.nextMeetingOn));
      expect(await next()).toEqual(new Set([null]));
      await store.minutes.saveDocument(toSave(forum.id, sampleDocument('2024-04-11', { kind: 'agenda', items: [] })));
      expect(await next()).toEqual(new Set(['2024-04-11']));
    });

    test('hold nothing of closed items or other forums for those who may not see them', async () => {
      const other = await store.forums.ensureForum('nordvang', 'Direktionen');
      const items = [full(1, 'lønsag', 'closed')];
      await store.minutes.saveDocument(toSave(forum.id, sampleDocument('2024-03-07', { items })));
      await store.minutes.saveDocument(toSave(other.id, sampleDocument('2024-03-08', { items: [full(1, 'fremmed')] })));
      expect(await all(outsider)).toEqual([[], [], [], [], []]);
      expect(await store.lists.listCaseNumbers(outsider)).toEqual([]);
      expect(await all({ forumIds: [], sees: 'open_and_closed' })).toEqual([[], [], [], [], []]);
      for (const list of await all({ ...outsider, sees: 'open_and_closed' }))
        expect(list[0]).toMatchObject({ topic: 'lønsag' });
      const readsBoth: Audience = { forumIds: [forum.id, other.id], sees: 'open_and_closed', closedIn: [other.id] };
      for (const list of await all(readsBoth))
        expect(new Set(list.map(({ topic }) => topic))).toEqual(new Set(['fremmed']));
    });

    test('leave out the agenda of a meeting with minutes, and what is in force no more', async () => {
      const save = (kind: 'agenda' | 'minutes', word: string) =>
        store.minutes.saveDocument(toSave(forum.id, sampleDocument('2024-03-07', { kind, items: [full(1, word)] })));
      await save('agenda', 'kaldt');
      for (const list of await all(outsider)) expect(list[0]).toMatchObject({ topic: 'kaldt', kind: 'agenda' });
      await save('minutes', 'holdt');
      await save('minutes', 'rettet');
      for (const list of await all(outsider))
        expect(new Set(list.map(({ topic }) => topic))).toEqual(new Set(['rettet']));
    });
  });
}
