import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../src/domain/clock.js';
import { listUnanswered, type UnansweredQuestion } from '../../src/features/decisions/list-unanswered.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import {
  type ActivityJson,
  channelMessage,
  chef,
  installed,
  invoke,
  message,
  tenantId,
  thumb,
} from '../support/activities.js';
import { type SeedHouse, startSeedHouse } from '../support/seed-house.js';
import type { TeamsHouse } from '../support/teams-house.js';

class SetClock implements Clock {
  constructor(private day: string) {}
  now(): Date {
    return new Date(`${this.day}T09:00:00Z`);
  }
  set(day: string): void {
    this.day = day;
  }
}

const asksForThumbs = { channelData: { feedbackLoop: { type: 'default' } } };
const sygefravær = 'hvad besluttede vi om sygefravær?';
const inVain = 'hvad koster parkering ved rumstationen?';

describe('"Var svaret rigtigt?"', () => {
  let clock: SetClock;
  let seeds: SeedHouse;
  let house: TeamsHouse;

  beforeEach(async () => {
    clock = new SetClock('2026-03-02');
    seeds = await startSeedHouse(clock);
    house = seeds.house;
  });
  afterEach(() => seeds.close());

  /** Posts a message and gives the id Teams gave the answer. */
  async function say(activity: ActivityJson): Promise<string> {
    await house.post(activity);
    // On a busy machine the turn is acknowledged before it is answered.
    const isAnswered = () => house.connector.messages.some(({ replyToId }) => replyToId === activity.id);
    await expect.poll(isAnswered, { timeout: 120_000 }).toBe(true);
    return `sent-${house.connector.calls.length}`;
  }
  const asks = (text: string) => say(message(house.serviceUrl, text));

  async function give(activity: ActivityJson): Promise<void> {
    const response = await house.post(activity);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({});
  }
  const gives = (messageId: unknown, reaction: unknown, comment = '', parts: ActivityJson = {}) =>
    give(thumb(house.serviceUrl, messageId, reaction, comment, parts));

  async function unanswered(): Promise<UnansweredQuestion[]> {
    const store = await openStore({ file: seeds.file, clock });
    try {
      const forumIds = (await store.forums.listForums('home')).map(({ id }) => id);
      return await listUnanswered(store, { forumIds, sees: 'open' });
    } finally {
      await store.close();
    }
  }

  test('stands below every answer to a question, and below nothing else', async () => {
    await asks(sygefravær);
    await asks(inVain);
    await say(channelMessage(house.serviceUrl, sygefravær));
    expect(house.connector.messages).toHaveLength(3);
    for (const sent of house.connector.messages) expect(sent).toMatchObject(asksForThumbs);
    house.connector.calls.length = 0;
    for (const text of ['hjælp', 'møder', 'møde 16. marts 2023', 'punkt 16. marts 2023 2', '?!']) await asks(text);
    await house.post({ ...installed(house.serviceUrl), conversation: { id: 'a:ny', tenantId } });
    expect(house.connector.messages).toHaveLength(6);
    for (const sent of house.connector.messages) expect(sent).not.toHaveProperty('channelData');
  });

  test('a thumb down is listed with its comment, how often, and what the answer rested on', async () => {
    const answer = await asks(sygefravær);
    await gives(answer, 'dislike', ' Det var det gamle mål. ');
    expect(await unanswered()).toEqual([
      {
        question: sygefravær,
        context: null,
        count: 1,
        firstAsked: '2026-03-02',
        lastAsked: '2026-03-02',
        notFound: 0,
        thumbsDown: 1,
        isWorthAdding: false,
        comments: ['Det var det gamle mål.'],
        cited: [
          {
            meetingDate: expect.stringMatching(/^20/),
            itemNumber: expect.any(Number),
            title: expect.stringMatching(/sygefravær/i),
          },
        ],
      },
    ]);
  });

  test('a thumb up is not', async () => {
    await gives(await asks(sygefravær), 'like', 'fint');
    expect(await unanswered()).toEqual([]);
  });

  test('a thumb in a channel finds its question, whether or not Teams names the thread', async () => {
    const asked = channelMessage(house.serviceUrl, sygefravær);
    const answer = await say(asked);
    const conversation = { ...(asked.conversation as object), id: '19:channel' };
    await gives(answer, 'dislike', '', { conversation, channelData: asked.channelData });
    expect(await unanswered()).toMatchObject([{ thumbsDown: 1 }]);
  });

  test('the same message id in another conversation is another message', async () => {
    const answer = await asks(sygefravær);
    await gives(answer, 'dislike', '', { conversation: { id: 'a:other', conversationType: 'personal', tenantId } });
    expect(await unanswered()).toEqual([]);
  });

  test('a person who thinks again is counted once, and each person for themselves', async () => {
    const answer = await asks(sygefravær);
    const colleague = { from: { ...chef, id: '29:colleague', aadObjectId: '22222222-2222-4333-8444-555555555555' } };
    await gives(answer, 'dislike', 'nej');
    await gives(answer, 'dislike', 'stadig nej');
    await gives(answer, 'dislike', 'heller ikke jeg', colleague);
    expect(await unanswered()).toMatchObject([{ thumbsDown: 2, comments: ['stadig nej', 'heller ikke jeg'] }]);
    await gives(answer, 'like');
    await gives(answer, 'like', '', colleague);
    expect(await unanswered()).toEqual([]);
  });

  test('a comment longer than anyone reads is cut, and loses what cannot be seen', async () => {
    await gives(await asks(sygefravær), 'dislike', `\u001b[31m${'ord '.repeat(2000)}`);
    const [comment = ''] = (await unanswered())[0]?.comments ?? [];
    expect(comment.length).toBeLessThanOrEqual(1000);
    expect(comment).toMatch(/^\[31mord ord .*…$/);
  });

  test('whatever a client sends is taken without a complaint, and only a thumb is kept', async () => {
    const answer = await asks(sygefravær);
    const value = (actionValue: unknown) => ({ value: { actionName: 'feedback', actionValue } });
    const strange: ActivityJson[] = [
      { value: null },
      { value: [] },
      { value: { actionName: 'other', actionValue: { reaction: 'dislike' } } },
      value(null),
      value('dislike'),
      value({ reaction: 'meh' }),
      value({ feedback: '{"feedbackText":"x"}' }),
      { replyToId: undefined },
      { replyToId: 7 },
      { replyToId: 'unknown' },
    ];
    for (const parts of strange) await gives(answer, 'dislike', '', parts);
    await give(invoke(house.serviceUrl, 'message/submitAction'));
    expect(await unanswered()).toEqual([]);

    for (const feedback of ['{"feedbackText":"uden slut', '{"feedbackText":7}', ' ', 42, null, undefined])
      await gives(answer, 'dislike', '', value({ reaction: 'dislike', feedback }));
    expect(await unanswered()).toMatchObject([{ thumbsDown: 1, comments: [] }]);
    for (const feedback of [{ feedbackText: 'sådan' }, 'sådan', '{"feedbackText":"sådan"}']) {
      await gives(answer, 'dislike', '', value({ reaction: 'dislike', feedback }));
      expect(await unanswered()).toMatchObject([{ comments: ['sådan'] }]);
    }
  });

  test('a guest’s thumb is not kept', async () => {
    const answer = await asks(sygefravær);
    house.connector.setRole('29:guest', 'guest');
    await gives(answer, 'dislike', '', { from: { ...chef, id: '29:guest' } });
    expect(await unanswered()).toEqual([]);
  });

  test('an archive that cannot be written to does not keep anyone from their answer', async () => {
    const raw = new Database(seeds.file);
    raw.exec('drop table question_feedback; drop table asked_questions');
    raw.close();
    const answer = await asks(sygefravær);
    expect(house.connector.messages).toMatchObject([{ text: expect.stringContaining('[1]') }]);
    await gives(answer, 'dislike');
    expect(house.log).toContain('after_send_failed');
    expect(house.log).not.toContain('sygefravær');
  });

  test('questions in vain are listed once each, newest first, however they were spelt', async () => {
    await asks(inVain);
    clock.set('2026-03-05');
    await asks('Hvad koster PARKERING ved rumstationen');
    await asks('hvad blev der betalt for dinosauren i springvandet?');
    clock.set('2026-03-04');
    await asks('hvem vandt verdensmesterskabet i curling?');
    const listed = await unanswered();
    expect(listed.map(({ question, count, lastAsked }) => [question, count, lastAsked])).toEqual([
      ['hvad blev der betalt for dinosauren i springvandet?', 1, '2026-03-05'],
      ['Hvad koster PARKERING ved rumstationen', 2, '2026-03-05'],
      ['hvem vandt verdensmesterskabet i curling?', 1, '2026-03-04'],
    ]);
    expect(listed[1]).toMatchObject({ firstAsked: '2026-03-02', notFound: 2, thumbsDown: 0, cited: [] });
  });

  test('nothing in the store says who asked or where, or at what hour', async () => {
    const answer = await asks(inVain);
    await gives(answer, 'dislike', 'øv');
    const raw = new Database(seeds.file, { readonly: true });
    const rows = ['asked_questions', 'question_feedback'].flatMap((table) =>
      raw.prepare(`select * from ${table}`).all(),
    );
    raw.close();
    const kept = JSON.stringify(rows);
    expect(kept).toContain(inVain);
    for (const trace of [chef.id, chef.name, chef.aadObjectId, 'a:chat-1', answer, ':00'])
      expect(kept).not.toContain(trace);
    const files = [seeds.file, `${seeds.file}-wal`].map((file) => readFileSync(file));
    for (const trace of [chef.id, chef.aadObjectId, 'a:chat-1'])
      for (const bytes of files) expect(bytes.includes(trace)).toBe(false);
  });

  test('no table says who gave a comment, whatever is written in it, and neither does the log', async () => {
    const answer = await asks(sygefravær);
    const comment = '**Forkert** [se](https://nordvang.dk) <b>her</b> '.repeat(200);
    await gives(answer, 'dislike', comment);
    await gives(answer, 'dislike', comment);
    const raw = new Database(seeds.file, { readonly: true });
    const tables = raw
      .prepare("select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'")
      .pluck()
      .all() as string[];
    const rows = tables.flatMap((table) =>
      raw
        .prepare(`select * from "${table}"`)
        .all()
        .map((row) => `${table}: ${JSON.stringify(row)}`),
    );
    raw.close();
    const commented = rows.filter((row) => row.includes('Forkert'));
    expect(commented).toEqual([expect.stringMatching(/^question_feedback: /)]);
    const traces = [chef.id, chef.name, chef.aadObjectId, 'a:chat-1'];
    for (const row of rows) for (const trace of traces) expect(row).not.toContain(trace);
    const logged = [house.log, ...seeds.appLog].join('');
    for (const trace of [...traces, 'Forkert', 'sygefravær']) expect(logged).not.toContain(trace);
    const [kept = ''] = (await unanswered())[0]?.comments ?? [];
    expect(kept).toMatch(/^\*\*Forkert\*\* \[se\]\(https:\/\/nordvang\.dk\) <b>her<\/b> .*…$/);
  });

  test('a thumb on an answer four weeks old counts, and each press stands in for the one before', async () => {
    const answer = await asks(sygefravær);
    await gives(answer, 'dislike', 'nej');
    expect(await unanswered()).toMatchObject([{ thumbsDown: 1 }]);
    clock.set('2026-03-30');
    await gives(answer, 'like');
    expect(await unanswered()).toEqual([]);
    await gives(answer, 'dislike');
    expect(await unanswered()).toMatchObject([{ thumbsDown: 1, comments: [] }]);
  });

  test('questions go when they are old enough, which is counted in the log; their message is forgotten before that', async () => {
    const answer = await asks(inVain);
    clock.set('2026-04-02');
    await asks('hvad blev der betalt for dinosauren i springvandet?');
    await gives(answer, 'dislike', 'for sent');
    expect((await unanswered()).map(({ comments }) => comments)).toEqual([[], []]);

    clock.set('2027-03-03');
    await asks('hvornår lander kometen på skøjtebanen?');
    expect((await unanswered()).map(({ question }) => question)).toEqual([
      'hvornår lander kometen på skøjtebanen?',
      'hvad blev der betalt for dinosauren i springvandet?',
    ]);
    expect(seeds.appLog.join('')).toMatch(/"count":1,"msg":"questions_removed"/);
  });
});
