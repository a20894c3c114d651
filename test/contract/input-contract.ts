import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputPlan, InputValue } from '../../src/domain/input.js';
import { type Intents, noIntents } from '../../src/domain/outgoing-message.js';
import type {
  AnswerToSave,
  CardHandle,
  Forum,
  LateVerdict,
  RespondentChange,
  RoundNote,
  RoundToOpen,
  Store,
} from '../../src/store/ports.js';
import { personCalled, sampleAgenda } from '../support/sample-agenda.js';
import {
  deadline,
  opened,
  sampleAnswer,
  sampleRequest,
  sampleRespondent,
  sampleRound,
  saveAnswer,
} from '../support/sample-input.js';
import type { OpenedStore } from './store-contract.js';

const inTime = new Date(deadline.getTime() - 1);
const noteOf = (note: string): RoundNote => ({
  note,
  by: personCalled('amalie'),
  byName: 'Amalie Rønholt',
  at: opened,
});
const later = new Date(deadline.getTime() + 1000);

/** What the features rely on of input rounds and card handles, whatever the engine. */
export function describeInputContract(engine: string, open: () => Promise<OpenedStore>): void {
  describe(`${engine}: input rounds`, () => {
    let store: Store;
    let discard: () => Promise<void>;
    let forum: Forum;
    let opening: RoundToOpen;

    beforeEach(async () => {
      const opened = await open();
      store = opened.store;
      discard = () => opened.discard();
      forum = await store.forums.ensureForum('nordvang', 'Chefforum');
      const round = sampleRound(forum.id);
      opening = {
        round,
        requests: [sampleRequest(round, { id: 'budget' }), sampleRequest(round, null, { kind: 'availability' })],
        respondents: [sampleRespondent(round, 'ida'), sampleRespondent(round, 'søren')],
      };
    });
    afterEach(() => discard());

    const samplePlan = (): InputPlan => ({
      agendaId: 'a',
      forumId: forum.id,
      isAsked: true,
      visibility: 'directors',
      naming: 'department',
      remindHoursBefore: [3],
      specs: { budget: [{ kind: 'nomination', atLeast: 1, atMost: 2 }] },
      revision: 0,
    });
    const openRound = () => store.input.openRound(opening, noIntents);
    const ask = () => opening.requests[0] ?? expect.fail();
    const ida = () => opening.respondents[0] ?? expect.fail();
    const save = (value?: InputValue | null, changes: Partial<AnswerToSave> = {}, at = inTime) =>
      saveAnswer(store, sampleAnswer(ask(), ida(), value, changes), at);

    /** Of the answer to the first request, oldest first. */
    const versions = async () =>
      (await store.input.listAnswers(opening.round.id, ida().id)).filter(({ requestId }) => requestId === ask().id);

    test('are given back as they were opened, in the order they were asked', async () => {
      await openRound();
      expect(await store.input.getRound(opening.round.id)).toEqual(opening.round);
      expect(await store.input.findRoundOf(opening.round.agendaId)).toEqual(opening.round);
      expect(await store.input.listRequests(opening.round.id)).toEqual(opening.requests);
      expect(await store.input.listRespondents(opening.round.id)).toEqual(opening.respondents);
      const [, second] = opening.respondents;
      expect(await store.input.listRespondents(opening.round.id, second?.id)).toEqual([second]);
      expect(await store.input.listRespondents('another', second?.id)).toEqual([]);
    });

    test('are one for each agenda', async () => {
      await openRound();
      const second = { ...opening, round: { ...opening.round, id: 'another' } };
      await expect(store.input.openRound(second, noIntents)).rejects.toMatchObject({ code: 'conflict' });
    });

    test('open together with what they set going, or not at all', async () => {
      const jobs: Intents = {
        ...noIntents,
        jobs: [{ key: 'close', kind: 'input.close', forumId: forum.id, payload: {}, dueAt: opened, dropAfter: null }],
      };
      await store.input.openRound(opening, jobs);
      const second = { ...opening, round: { ...opening.round, id: 'another' } };
      const more = { ...jobs, jobs: jobs.jobs.map((job) => ({ ...job, key: 'close again' })) };
      await expect(store.input.openRound(second, more)).rejects.toMatchObject({ code: 'conflict' });
      const due = await store.outbox.takeJobs({ holder: 'test', now: later, leaseMs: 60_000, limit: 10 });
      expect(due.map(({ key }) => key)).toEqual(['close']);
    });

    test('are changed only by one who has read the newest', async () => {
      await openRound();
      const extended = await store.input.saveRound({ ...opening.round, deadlineAt: later }, opened, noIntents);
      expect(extended).toMatchObject({ deadlineAt: later, revision: 2 });
      const stale = { ...opening.round, state: 'closed' as const };
      await expect(store.input.saveRound(stale, opened, noIntents)).rejects.toMatchObject({ code: 'conflict' });
      expect(await store.input.getRound(opening.round.id)).toEqual(extended);
    });

    test('keep every version of an answer, and withdrawing is one', async () => {
      await openRound();
      await save({ kind: 'stance', choice: 'remarks', text: 'æøå 💡' });
      await save(null);
      await save({ kind: 'stance', choice: 'reservation', text: 'Nej' });
      const kept = await versions();
      expect(kept.map(({ version, value }) => [version, value])).toEqual([
        [1, { kind: 'stance', choice: 'remarks', text: 'æøå 💡' }],
        [2, null],
        [3, { kind: 'stance', choice: 'reservation', text: 'Nej' }],
      ]);
      expect(await store.input.listAnswers(opening.round.id)).toEqual(kept);
    });

    test('count the same press once, however often it comes', async () => {
      await openRound();
      const press = sampleAnswer(ask(), ida());
      const [first, ...repeats] = await Promise.all(Array.from({ length: 20 }, () => saveAnswer(store, press, inTime)));
      expect(first?.isRepeat).toBe(false);
      expect(repeats.every(({ isRepeat }) => isRepeat)).toBe(true);
      expect(repeats.every(({ answer }) => answer.id === first?.answer.id)).toBe(true);
      expect(await versions()).toHaveLength(1);
    });

    test('keep both answers given on two devices at once', async () => {
      await openRound();
      await Promise.all([save(), save({ kind: 'stance', choice: 'wants_discussion', text: null })]);
      const kept = await versions();
      expect(kept.map(({ version }) => version)).toEqual([1, 2]);
    });

    test('call an answer late from the very second of the deadline on, and once closed', async () => {
      await openRound();
      expect((await save(null, {}, inTime)).answer.isLate).toBe(false);
      expect((await save(null, {}, deadline)).answer.isLate).toBe(true);
      await store.input.saveRound({ ...opening.round, state: 'closed' }, opened, noIntents);
      const { answer } = await save(null, {}, opened);
      expect(answer.isLate).toBe(true);
      const decide = async (verdict: LateVerdict) => {
        await store.input.decideLate(opening.round.id, answer.id, verdict, noteOf(verdict));
        return (await versions()).at(-1);
      };
      expect(await decide('accepted')).toMatchObject({ isAccepted: true, isSetAside: false });
      expect(await decide('set_aside')).toMatchObject({ isAccepted: false, isSetAside: true });
      expect(await decide('waiting')).toMatchObject({ isAccepted: false, isSetAside: false });
      const notes = await store.input.listNotes(opening.round.id);
      expect(notes.map(({ note }) => note)).toEqual(['waiting', 'set_aside', 'accepted']);
      expect(notes[0]).toEqual(noteOf('waiting'));
    });

    test('take in no answer that came in time, and none that is not there', async () => {
      await openRound();
      const { answer } = await save();
      for (const id of [answer.id, 'none'])
        await expect(
          store.input.decideLate(opening.round.id, id, 'accepted', noteOf('Taget med')),
        ).rejects.toMatchObject({ code: 'not_found' });
      expect(await store.input.listNotes(opening.round.id)).toEqual([]);
    });

    test('keep a note of who did what with them, newest first', async () => {
      await openRound();
      const once = await store.input.saveRound(opening.round, opened, noIntents, noteOf('Lukket'));
      await store.input.saveRespondents(opening.round.id, {}, opened, noIntents, noteOf('Spurgt'));
      await store.input.saveRound(once, opened, noIntents);
      expect(await store.input.listNotes(opening.round.id)).toEqual([noteOf('Spurgt'), noteOf('Lukket')]);
    });

    test('take no answer of somebody who is asked in another round', async () => {
      await openRound();
      const other = sampleRound(forum.id);
      const stranger = sampleRespondent(other, 'eva');
      await store.input.openRound({ round: other, requests: [], respondents: [stranger] }, noIntents);
      await expect(saveAnswer(store, sampleAnswer(ask(), stranger), inTime)).rejects.toMatchObject({
        code: 'not_found',
      });
    });

    test('add who joins and what is new behind those that are there', async () => {
      await openRound();
      const { round } = opening;
      const joined = sampleRespondent(round, 'åse');
      const left = { id: ida().id, hasLeft: true };
      await store.input.saveRespondents(round.id, { joined: [joined], changed: [left] }, opened, noIntents);
      const added = sampleRequest(round, { id: 'klima' });
      await store.input.saveRequests(round.id, [added, { ...ask(), isWithdrawn: true }], opened, noIntents);
      expect((await store.input.listRespondents(round.id)).map(({ name, hasLeft }) => [name, hasLeft])).toEqual([
        ['ida Holm', true],
        ['søren Holm', false],
        ['åse Holm', false],
      ]);
      expect((await store.input.listRequests(round.id)).map(({ id, isWithdrawn }) => [id, isWithdrawn])).toEqual([
        [ask().id, true],
        [opening.requests[1]?.id, false],
        [added.id, false],
      ]);
    });

    test('keep what two write of a respondent at once, and who joined as they are when they join again', async () => {
      await openRound();
      const { id: roundId } = opening.round;
      const later = new Date('2026-11-23T07:00:00Z');
      const delegate = { person: personCalled('mia'), name: 'Mia Krogh' };
      const change = (changed: Omit<RespondentChange, 'id'>) =>
        store.input.saveRespondents(roundId, { changed: [{ id: ida().id, ...changed }] }, opened, noIntents);
      await Promise.all([
        change({ remindNotBefore: later }),
        change({ delegate }),
        change({ seesClosed: true, hasLeft: false }),
        store.input.saveRespondents(roundId, { joined: [ida()] }, opened, noIntents),
      ]);
      const [first] = await store.input.listRespondents(roundId);
      expect(first).toEqual({ ...ida(), remindNotBefore: later, delegate, seesClosed: true });
      await change({ delegate: null });
      expect((await store.input.listRespondents(roundId))[0]).toMatchObject({ delegate: null, remindNotBefore: later });
    });

    test('are changed together with their agenda, or neither is', async () => {
      await openRound();
      const before = await store.agendas.createAgenda(sampleAgenda(forum.id, { id: opening.round.agendaId }), {
        note: 'Lavet',
        by: null,
        at: opened,
      });
      const agenda = {
        agenda: { ...before, inputDeadlineAt: deadline },
        change: { note: 'Frist', by: null, at: opened },
      };
      const saved = await store.input.saveRound(opening.round, opened, noIntents, undefined, agenda);
      expect((await store.agendas.getAgenda(before.id)).inputDeadlineAt).toEqual(deadline);
      await expect(
        store.input.saveRound({ ...saved, state: 'closed' }, opened, noIntents, undefined, agenda),
        'the agenda is another by now',
      ).rejects.toMatchObject({ code: 'conflict' });
      expect(await store.input.getRound(saved.id)).toEqual(saved);
    });

    test('are found by those asked and by those who answer for them, and by nobody else', async () => {
      const bo = personCalled('bo');
      opening.respondents = [{ ...ida(), delegate: { person: bo, name: 'Bo' } }];
      await openRound();
      const found = async (word: string) =>
        (await store.input.listRoundsOf(personCalled(word), opened)).map(({ id }) => id);
      expect(await found('ida')).toEqual([opening.round.id]);
      expect(await found('bo')).toEqual([opening.round.id]);
      expect(await found('søren')).toEqual([]);
    });

    test('keep what is to be asked, changed only by one who has read the newest', async () => {
      const first = await store.input.savePlan(samplePlan());
      expect(await store.input.findPlan('a')).toEqual(first);
      await expect(store.input.savePlan({ ...first, revision: 0 })).rejects.toMatchObject({ code: 'conflict' });
      expect(await store.input.savePlan(first)).toMatchObject({ revision: 2 });
      expect(await store.input.findPlan('b')).toBeUndefined();
    });

    test('have their plan put back as it was, and back again', async () => {
      const first = await store.input.savePlan({ ...samplePlan(), remindHoursBefore: [24] });
      await expect(store.input.undoPlan('a', 1)).rejects.toMatchObject({ code: 'conflict' });
      const second = await store.input.savePlan({ ...first, remindHoursBefore: [3] });
      await expect(store.input.undoPlan('a', 1)).rejects.toMatchObject({ code: 'conflict' });
      const undone = await store.input.undoPlan('a', second.revision);
      expect(undone).toEqual({ ...first, revision: 3 });
      expect(await store.input.findPlan('a')).toEqual(undone);
      expect(await store.input.undoPlan('a', 3)).toEqual({ ...second, revision: 4 });
    });
  });

  describe(`${engine}: handles on cards`, () => {
    let store: Store;
    let discard: () => Promise<void>;
    let handle: CardHandle;
    let issued: string;
    const now = new Date('2026-11-20T08:00:00Z');

    beforeEach(async () => {
      const opened = await open();
      store = opened.store;
      discard = () => opened.discard();
      const forum = await store.forums.ensureForum('nordvang', 'Chefforum');
      handle = {
        forumId: forum.id,
        person: personCalled('ida'),
        purpose: 'input.answer',
        payload: { request: 'r', respondent: 'x' },
        expiresAt: new Date('2026-12-20T08:00:00Z'),
      };
      [issued = ''] = await store.handles.issueAll([handle]);
    });
    afterEach(() => discard());

    test('stand for what they were issued for, to the one they were issued to', async () => {
      expect(await store.handles.use(issued, handle.person, handle.purpose, now)).toEqual(handle);
    });

    test('cannot be guessed or used by another, for something else, or too late: the answer is the same', async () => {
      const refused = { code: 'not_found', message: 'no such card handle for this person' };
      const use = store.handles.use;
      await expect(use(issued, personCalled('bo'), handle.purpose, now)).rejects.toMatchObject(refused);
      await expect(use(issued, { ...handle.person, tenantId: 'sydvang' }, handle.purpose, now)).rejects.toMatchObject(
        refused,
      );
      await expect(use(issued, handle.person, 'input.read', now)).rejects.toMatchObject(refused);
      await expect(use(issued, handle.person, handle.purpose, handle.expiresAt)).rejects.toMatchObject(refused);
      await expect(use(`${issued}A`, handle.person, handle.purpose, now)).rejects.toMatchObject(refused);
    });

    test('altered in any way mean nothing', async () => {
      const changed = fc
        .tuple(fc.nat(issued.length - 1), fc.constantFrom(...'ABab01-_'))
        .map(([at, letter]) => issued.slice(0, at) + letter + issued.slice(at + 1));
      await fc.assert(
        fc.asyncProperty(fc.oneof(changed, fc.string(), fc.uuid()), async (tried) => {
          fc.pre(tried !== issued);
          await expect(store.handles.use(tried, handle.person, handle.purpose, now)).rejects.toMatchObject({
            code: 'not_found',
          });
        }),
        { numRuns: process.env.REFERENT_LONG ? 10_000 : 300 },
      );
    });

    test('are a hundred and twenty-eight random bits each', async () => {
      const more = await store.handles.issueAll(Array.from({ length: 50 }, () => handle));
      expect(new Set([...more, issued]).size).toBe(51);
      expect(more.every((one) => Buffer.from(one, 'base64url').length === 16)).toBe(true);
    });

    test('are removed once they have expired', async () => {
      expect(await store.handles.removeExpired(now)).toBe(0);
      expect(await store.handles.removeExpired(handle.expiresAt)).toBe(1);
    });
  });
}
