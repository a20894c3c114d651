import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Audience } from '../../../src/domain/access.js';
import { systemClock } from '../../../src/domain/clock.js';
import type { MeetingSummary } from '../../../src/store/ports.js';
import { openStore } from '../../../src/store/sqlite/open-store.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import { openTemporaryStore } from '../../support/temporary-store.js';

/** Minutes and agendas of three forums over three years, some days with both, some days with several forums. */
const plans = [
  { forum: 'Chefforum', minutes: ['2022-11-03', '2022-12-01', '2023-02-02', '2023-03-02'] },
  { forum: 'Chefforum', agendas: ['2023-03-02', '2023-04-06', '2024-01-11'] },
  { forum: 'Direktionen', minutes: ['2022-12-01', '2023-03-02'], agendas: ['2023-03-09'] },
  { forum: 'Ledergruppen', minutes: ['2023-02-02'] },
];

describe('the meetings somebody may see', () => {
  let opened: Awaited<ReturnType<typeof openTemporaryStore>>;
  let audience: Audience;
  let seen: MeetingSummary[];

  beforeAll(async () => {
    opened = await openTemporaryStore();
    const { forums, minutes } = opened.store;
    for (const { forum: name, ...documents } of plans) {
      const forum = await forums.ensureForum('nordvang', name);
      const items = [sampleItem(1), sampleItem(2, { access: 'closed' }), sampleItem(3)];
      for (const date of documents.minutes ?? [])
        await minutes.saveDocument(toSave(forum.id, sampleDocument(date, { kind: 'minutes', items })));
      for (const date of documents.agendas ?? [])
        await minutes.saveDocument(toSave(forum.id, sampleDocument(date, { kind: 'agenda', items })));
    }
    const ofName = new Map((await forums.listForums('nordvang')).map(({ id, name }) => [name, id]));
    const idOf = (name: string): string => ofName.get(name) ?? '';
    audience = { forumIds: [idOf('Chefforum'), idOf('Direktionen')], sees: 'open' };
    const all = await minutes.listMeetings(audience);
    const isHeld = ({ forumId, date }: MeetingSummary): boolean =>
      all.some((one) => one.kind === 'minutes' && one.forumId === forumId && one.date === date);
    seen = all.filter((meeting) => meeting.kind === 'minutes' || !isHeld(meeting));
  });
  afterAll(() => opened.remove());

  test('are those of their forums, each once, and count the items they see', async () => {
    expect(seen.map(({ forum, date, kind, itemCount }) => `${date} ${forum} ${kind} ${itemCount}`)).toEqual([
      '2024-01-11 Chefforum agenda 2',
      '2023-04-06 Chefforum agenda 2',
      '2023-03-09 Direktionen agenda 2',
      '2023-03-02 Chefforum minutes 2',
      '2023-03-02 Direktionen minutes 2',
      '2023-02-02 Chefforum minutes 2',
      '2022-12-01 Chefforum minutes 2',
      '2022-12-01 Direktionen minutes 2',
      '2022-11-03 Chefforum minutes 2',
    ]);
    expect(await opened.store.minutes.listSeenMeetings(audience, { limit: 100 })).toEqual(seen);
  });

  test('are read a part at a time as the whole list has them', async () => {
    const date = fc.constantFrom(
      ...new Set(plans.flatMap((plan) => [...(plan.minutes ?? []), ...(plan.agendas ?? [])])),
    );
    const wanted = fc.record(
      {
        kind: fc.constantFrom('minutes' as const, 'agenda' as const),
        from: date,
        to: date,
        order: fc.constantFrom('newest_first' as const, 'oldest_first' as const),
        offset: fc.nat(4),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(wanted, fc.integer({ min: 1, max: 5 }), async (asked, limit) => {
        const { kind, from = '', to = '9', order, offset = 0 } = asked;
        const fitting = seen.filter((one) => one.date >= from && one.date <= to && (kind ?? one.kind) === one.kind);
        const ordered = order === 'oldest_first' ? fitting.toReversed() : fitting;
        const listed = await opened.store.minutes.listSeenMeetings(audience, { ...asked, limit });
        expect(listed).toEqual(ordered.slice(offset, offset + limit));
      }),
    );
  });

  test('are counted by year and forum', async () => {
    const counted = await opened.store.minutes.countSeenMeetings(audience);
    expect(counted.map(({ year }) => year)).toEqual(counted.map(({ year }) => year).toSorted((a, b) => b - a));
    for (const { year, forumId, meetings, held } of counted) {
      const ofBoth = seen.filter((one) => one.forumId === forumId && one.date.startsWith(String(year)));
      expect(meetings).toBe(ofBoth.length);
      expect(held).toBe(ofBoth.filter(({ kind }) => kind === 'minutes').length);
    }
    expect(counted.reduce((sum, { meetings }) => sum + meetings, 0)).toBe(seen.length);
  });
});

test('a meeting that another process saves, closes an item of or takes back is told of at once', async () => {
  const { store, file, remove } = await openTemporaryStore();
  const other = await openStore({ file, clock: systemClock });
  try {
    const forum = await store.forums.ensureForum('nordvang', 'Chefforum');
    const audience: Audience = { forumIds: [forum.id], sees: 'open' };
    const told = async () => ({
      meetings: (await store.minutes.listSeenMeetings(audience, { limit: 9 })).map(
        ({ date, itemCount }) => `${date}: ${itemCount}`,
      ),
      counted: (await store.minutes.countSeenMeetings(audience)).map(({ year, meetings }) => `${year}: ${meetings}`),
    });
    const save = (date: string, access: 'open' | 'closed') => {
      const items = [sampleItem(1), sampleItem(2, { access })];
      return other.minutes.saveDocument(toSave(forum.id, sampleDocument(date, { items })));
    };
    await save('2025-02-06', 'open');
    expect(await told()).toEqual({ meetings: ['2025-02-06: 2'], counted: ['2025: 1'] });
    await save('2026-01-08', 'open');
    expect(await told()).toEqual({
      meetings: ['2026-01-08: 2', '2025-02-06: 2'],
      counted: ['2026: 1', '2025: 1'],
    });
    await save('2026-01-08', 'closed');
    expect((await told()).meetings).toEqual(['2026-01-08: 1', '2025-02-06: 2']);
    for (const before of ['2026-01-08: 2', undefined]) {
      await other.minutes.undoImport(forum.id, { date: '2026-01-08' });
      expect((await told()).meetings[0]).toBe(before ?? '2025-02-06: 2');
    }
    expect((await told()).counted).toEqual(['2025: 1']);
  } finally {
    await other.close();
    await remove();
  }
});

test('whoever sees closed items and whoever does not are each told their own count, whoever asks first', async () => {
  const { store, remove } = await openTemporaryStore();
  try {
    const forum = await store.forums.ensureForum('nordvang', 'Chefforum');
    const items = [sampleItem(1), sampleItem(2, { access: 'closed' })];
    await store.minutes.saveDocument(toSave(forum.id, sampleDocument('2026-01-08', { items })));
    const open: Audience = { forumIds: [forum.id], sees: 'open' };
    const all: Audience = { forumIds: [forum.id], sees: 'open_and_closed', closedIn: [forum.id] };
    for (const [audience, count] of [
      [all, 2],
      [open, 1],
      [all, 2],
    ] as const) {
      const [meeting] = await store.minutes.listSeenMeetings(audience, { limit: 9 });
      expect(meeting?.itemCount).toBe(count);
    }
  } finally {
    await remove();
  }
});
