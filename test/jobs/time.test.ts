import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { toLocalTime } from '../../src/danish/date-format.js';
import { addDays, weekdayOf } from '../../src/danish/dates.js';
import { toInstant } from '../../src/danish/local-time.js';
import { publicHolidays } from '../../src/danish/public-holidays.js';
import { createWorkingDays } from '../../src/danish/working-days.js';
import { noIntents } from '../../src/domain/outgoing-message.js';
import { planJobs } from '../../src/jobs/job-scheduler.js';
import { paces } from '../../src/jobs/limits.js';
import { occurrencesBetween } from '../../src/jobs/occurrences.js';
import type { Job, Schedule } from '../../src/routing/unasked.js';
import { channelPost, intentsOf, personPost } from '../support/sending-house.js';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.js';

const isLong = process.env.REFERENT_LONG !== undefined;
const workingDays = createWorkingDays();
const pad = (number: number): string => String(number).padStart(2, '0');

describe('the forum’s clock', () => {
  const time = fc
    .record({ hour: fc.integer({ min: 0, max: 23 }), quarter: fc.integer({ min: 0, max: 3 }) })
    .map(({ hour, quarter }) => `${pad(hour)}:${pad(quarter * 15)}`);
  const date = fc.integer({ min: 0, max: 6209 }).map((days) => addDays('2024-01-01', days));

  test.each(['UTC', 'America/New_York', 'Europe/Copenhagen'])(
    'shows every date and time once, on a machine in %s',
    (zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        fc.assert(
          fc.property(date, time, (day, at) => {
            const instant = toInstant(day, at);
            const local = toLocalTime(instant);
            // Put forward: the hour from two to three is not there, and its times are taken at three.
            const isSkipped = local.time !== at;
            expect(local.date).toBe(day);
            if (isSkipped)
              expect([local.time, at >= '02:00' && at < '03:00', weekdayOf(day)]).toEqual(['03:00', true, 7]);
            // Put back: the first of two.
            expect(toLocalTime(new Date(instant.getTime() - 3_600_000)).time === at).toBe(false);
          }),
          { numRuns: isLong ? 20_000 : 1500 },
        );
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    },
  );

  test.each([
    ['2027-03-28', '02:30', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31', '02:30', '2027-10-31T00:30:00.000Z'],
    ['2027-04-01', '09:00', '2027-04-01T07:00:00.000Z'],
    ['2027-03-25', '09:00', '2027-03-25T08:00:00.000Z'],
  ])('%s %s is %s', (day, at, instant) => {
    expect(toInstant(day, at).toISOString()).toBe(instant);
  });

  test('gives a schedule one time each local date it falls on', () => {
    const schedules: Schedule[] = [
      { every: 'day', time: '02:30', catchUpHours: 24 },
      { every: 'week', weekday: 7, time: '02:30', catchUpHours: 24 },
      { every: 'month', day: 31, time: '02:45', catchUpHours: 24 },
    ];
    for (const schedule of schedules) {
      const found = occurrencesBetween(
        schedule,
        new Date('2026-12-31T22:00:00Z'),
        new Date('2027-12-31T22:59:59Z'),
        workingDays,
      );
      const dates = found.map(({ at }) => toLocalTime(at).date);
      expect(dates).toEqual(found.map(({ date: on }) => on));
      expect(new Set(dates).size).toBe(dates.length);
      expect(dates).toHaveLength({ day: 365, working_day: 0, week: 52, month: 12 }[schedule.every]);
    }
  });
});

describe('working days', () => {
  test('know the holidays of the year: Store Bededag was one until 2023', () => {
    expect([...publicHolidays(2026)].sort()).toEqual([
      '2026-01-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-14',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect(workingDays.isWorkingDay('2023-05-05')).toBe(false);
    expect(workingDays.isWorkingDay('2024-04-26')).toBe(true);
    expect(workingDays.isWorkingDay('2026-06-05')).toBe(false);
    expect(createWorkingDays([]).isWorkingDay('2026-06-05')).toBe(true);
  });

  test('count back over weekends and Easter, and keep the hour across summer time', () => {
    expect(workingDays.before('2026-11-25', 2)).toBe('2026-11-23');
    expect(workingDays.before('2026-04-08', 2)).toBe('2026-04-01');
    const tuesday = toInstant('2027-03-30', '12:00');
    expect(workingDays.sameHourBefore(tuesday)).toEqual(toInstant('2027-03-24', '12:00'));
  });

  test.each([
    ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z'],
    ['2026-11-23T05:59:00Z', '2026-11-23T06:00:00Z'],
    ['2026-11-20T17:00:00Z', '2026-11-23T06:00:00Z'],
    ['2026-12-23T20:00:00Z', '2026-12-28T06:00:00Z'],
  ])('people who may not be disturbed at %s may be at %s', (at, next) => {
    expect(workingDays.nextWorkingTime(new Date(at))).toEqual(new Date(next));
  });
});

describe('with a clock that jumps and stands still', () => {
  const open: TemporaryStore[] = [];
  afterEach(async () => {
    for (const temporary of open.splice(0)) await temporary.remove();
  });
  const start = async () => {
    const temporary = await openTemporaryStore();
    open.push(temporary);
    const forum = await temporary.store.forums.ensureForum('home', 'Chefforum');
    return { outbox: temporary.store.outbox, forumId: forum.id };
  };
  const nightly: Job = {
    kind: 'test.nightly',
    schedule: { every: 'day', time: '03:15', catchUpHours: 24 },
    run: async () => undefined,
  };
  type Outbox = TemporaryStore['store']['outbox'];
  const take = (outbox: Outbox, now: Date, arePeopleAtWork = true) =>
    outbox.takeMessages({ holder: 'a', now, leaseMs: 60_000, limit: 50, arePeopleAtWork }, paces);
  const handle = { conversationId: 'c', activityId: '1' };

  test('a nightly job is done once a date, however often and from whatever time it is planned', async () => {
    const { outbox, forumId } = await start();
    const ticks = isLong ? 10_000 : 600;
    const begin = Date.parse('2026-11-23T00:00:00Z');
    const jumps = [0, 3_600_000, -3_600_000, 86_400_000, -86_400_000, -begin];
    const done: string[] = [];
    for (let tick = 0; tick < ticks; tick += 1) {
      const jump = tick % 11 === 0 ? (jumps[(tick / 11) % jumps.length] ?? 0) : 0;
      const now = new Date(begin + Math.floor((tick / ticks) * 20 * 86_400_000) + jump);
      await planJobs({
        outbox,
        listForumIds: async () => [forumId],
        jobs: [nightly],
        workingDays,
        clock: { now: () => now },
      });
      for (const job of await outbox.takeJobs({ holder: 'a', now, leaseMs: 60_000, limit: 5 })) {
        done.push(job.key);
        await outbox.settleJob(job, { state: 'done' }, now);
      }
    }
    expect(new Set(done).size).toBe(done.length);
    expect(done.length).toBeGreaterThanOrEqual(18);
    expect(done.filter((key) => key.includes('1970')).length).toBeLessThanOrEqual(1);
  });

  test('after thirty days down a series is caught up with once, and what is too late is dropped', async () => {
    const { outbox, forumId } = await start();
    const begin = new Date('2026-11-01T08:00:00Z');
    const reminders = Array.from({ length: 30 }, (_, day) =>
      personPost(forumId, day, {
        recipient: { kind: 'person', forumId, person: { tenantId: 't', objectId: 'o' } },
        series: 'reminder:o',
        dueAt: new Date(begin.getTime() + day * 86_400_000),
      }),
    );
    const agenda = channelPost(forumId, 100, { dueAt: begin, dropAfter: new Date(begin.getTime() + 12 * 3_600_000) });
    await outbox.add(forumId, intentsOf([...reminders, agenda]), begin);
    const taken = await take(outbox, new Date('2026-12-01T08:00:00Z'));
    expect(taken.map(({ payload }) => payload.number)).toEqual([29]);
    expect(await outbox.listUntold(forumId, 'outbox.trouble', begin, 10)).toMatchObject([
      { key: 'test:100', note: 'too late' },
    ]);
  });

  test('whatever the clock does, a message is handed over once and none is forgotten', async () => {
    const { outbox, forumId } = await start();
    const begin = new Date('2026-11-23T08:00:00Z').getTime();
    await outbox.add(
      forumId,
      intentsOf(Array.from({ length: 40 }, (_, index) => personPost(forumId, index, { dueAt: new Date(begin) }))),
      new Date(begin),
    );
    const handedOver: unknown[] = [];
    const jumps = [0, 3_600_000, -3_600_000, 86_400_000, -86_400_000, -begin];
    for (let step = 0; step < 120; step += 1) {
      const now = new Date(begin + step * 1000 + (jumps[step % jumps.length] ?? 0));
      for (const message of await take(outbox, now))
        if (await outbox.beginSending(message, now, 60_000)) {
          handedOver.push(message.payload.number);
          await outbox.settleMessage(message, { state: 'sent', handle }, now);
        }
    }
    expect(handedOver).toHaveLength(40);
    expect(new Set(handedOver).size).toBe(40);
  });

  test('a card is changed at most once in five seconds, to what is newest, and holds no other card back', async () => {
    const { outbox, forumId } = await start();
    const begin = Date.parse('2026-11-23T08:00:00Z');
    const at = (ms: number) => new Date(begin + ms);
    const change = (slot: string, number: number, ms: number) =>
      channelPost(forumId, number, { action: 'refresh', slot, dueAt: at(ms) });
    const changedAt = new Map<string, number[]>([
      ['first', []],
      ['second', []],
    ]);
    let shown: unknown;
    const work = async (ms: number): Promise<void> => {
      for (const message of await take(outbox, at(ms)))
        if (await outbox.beginSending(message, at(ms), 60_000)) {
          await outbox.settleMessage(message, { state: 'sent', handle }, at(ms));
          if (message.action === 'refresh') changedAt.get(message.slot ?? '')?.push(ms);
          if (message.slot === 'first') shown = message.payload.number;
        }
    };
    await outbox.add(
      forumId,
      intentsOf([channelPost(forumId, 0, { slot: 'first' }), channelPost(forumId, 1, { slot: 'second' })]),
      at(0),
    );
    const changes = 120;
    for (let tick = 0; tick <= changes; tick += 1) {
      const wanted = [change('first', 100 + tick, tick * 500)];
      if (tick % 30 === 15) wanted.push(change('second', 1_000 + tick, tick * 500));
      if (tick < changes) await outbox.add(forumId, intentsOf(wanted), at(tick * 500));
      await work(tick * 500);
    }
    for (let late = 1; late <= 12; late += 1) await work(changes * 500 + late * 1_000);

    expect(shown).toBe(100 + changes - 1);
    for (const times of changedAt.values())
      for (const [index, ms] of times.slice(1).entries())
        expect(ms - (times[index] ?? 0)).toBeGreaterThanOrEqual(5_000);
    expect(changedAt.get('first')?.length).toBeGreaterThanOrEqual(10);
    expect(changedAt.get('second')).toHaveLength(4);
  });

  test('a holder whose lease ran out clears up its own message, but none that a person has judged', async () => {
    const { outbox, forumId } = await start();
    const now = new Date('2026-11-23T08:00:00Z');
    await outbox.add(forumId, { ...noIntents, messages: [personPost(forumId, 1), personPost(forumId, 2)] }, now);
    const [first, second] = await take(outbox, now);
    if (first === undefined || second === undefined) throw new Error('both are due');
    expect(await outbox.beginSending(first, now, 60_000)).toBe(true);
    expect(await outbox.beginSending(second, now, 60_000)).toBe(true);
    const later = new Date(now.getTime() + 61_000);
    expect(await take(outbox, later)).toEqual([]);
    expect(await outbox.listMessages(forumId, ['uncertain'])).toHaveLength(2);
    await outbox.resolveMessage(second.id, 'arrived', later);
    expect(await outbox.settleMessage(first, { state: 'sent', handle }, later)).toBe(true);
    expect(await outbox.settleMessage(second, { state: 'failed', note: 'late' }, later)).toBe(false);
    expect(await outbox.listMessages(forumId, ['sent'])).toHaveLength(2);
  });

  test('in an hour no conversation gets more than Teams allows', { timeout: 1_200_000 }, async () => {
    const { outbox, forumId } = await start();
    const begin = new Date('2026-11-23T08:00:00Z').getTime();
    const minutes = isLong ? 60 : 6;
    await outbox.add(
      forumId,
      intentsOf(
        Array.from({ length: isLong ? 2000 : 400 }, (_, index) =>
          channelPost(forumId, index, { dueAt: new Date(begin) }),
        ),
      ),
      new Date(begin),
    );
    const sentAt: number[] = [];
    for (let at = begin; at < begin + minutes * 60_000; at += 1000) {
      for (const message of await take(outbox, new Date(at))) {
        sentAt.push(at);
        await outbox.settleMessage(message, { state: 'sent', handle }, new Date(at));
      }
    }
    const most = (ms: number) =>
      Math.max(...sentAt.map((from) => sentAt.filter((at) => at >= from && at < from + ms).length));
    for (const [count, ms] of [
      [7, 1000],
      [8, 2000],
      [60, 30_000],
      [1800, 3_600_000],
    ] as const)
      expect(most(ms)).toBeLessThanOrEqual(count);
    if (isLong)
      process.stdout.write(`${sentAt.length} sent, ${most(3_600_000)} in an hour, ${most(1000)} in a second\n`);
    expect(sentAt.length).toBeGreaterThan(minutes * 20);
  });
});
