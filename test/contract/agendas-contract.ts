import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgendaState } from '../../src/domain/agenda.js';
import { type Intents, noIntents } from '../../src/domain/outgoing-message.js';
import type { AgendaChange, Forum, Store } from '../../src/store/ports.js';
import { personCalled, sampleAgenda, sampleEntry, sampleProposal } from '../support/sample-agenda.js';
import type { OpenedStore } from './store-contract.js';

const at = new Date('2026-11-16T08:00:00Z');

const change = (note: string): AgendaChange => ({ note, by: personCalled('amalie'), at });

const aJob = (key: string, forumId: string): Intents => ({
  ...noIntents,
  jobs: [{ key, kind: 'agenda.publish', forumId, payload: {}, dueAt: at, dropAfter: null }],
});

/** What the features rely on of agendas, whatever the engine. */
export function describeAgendaContract(engine: string, open: () => Promise<OpenedStore>): void {
  describe(`${engine}: agendas`, () => {
    let opened: OpenedStore;
    let store: Store;
    let forum: Forum;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      forum = await store.forums.ensureForum('nordvang', 'Chefforum');
    });
    afterEach(() => opened.discard());

    const create = (changes: Parameters<typeof sampleAgenda>[1] = {}) =>
      store.agendas.createAgenda(sampleAgenda(forum.id, changes), change('lavet'));
    const listed = async (...states: AgendaState[]) =>
      (await store.agendas.listAgendas(forum.id, states)).map(({ date }) => date);
    const dueJobs = async () =>
      (await store.outbox.takeJobs({ holder: 'test', now: at, leaseMs: 60_000, limit: 100 })).map(({ key }) => key);

    test('are given back as they were made, instants and all', async () => {
      const made = await create({
        inputDeadlineAt: new Date('2026-11-23T11:00:00Z'),
        publishAt: new Date('2026-11-17T07:00:00Z'),
        source: {
          fileName: 'Dagsorden.pdf',
          sha256: 'ab',
          findings: [{ code: 'odd', line: 3, message: 'Mærkelig linje' }],
        },
        entries: [
          sampleEntry(1, {
            title: 'Budget – “næste år”',
            access: 'closed',
            recommendation: { proposer: 'X', points: [] },
          }),
        ],
      });
      expect(made.revision).toBe(1);
      expect(await store.agendas.getAgenda(made.id)).toEqual(made);
    });

    test('stand once a live one on a date, and another where the first is withdrawn, cancelled or archived', async () => {
      const first = await create();
      await expect(create()).rejects.toMatchObject({ code: 'conflict' });
      await store.agendas.saveAgenda({ ...first, state: 'withdrawn' }, change('taget tilbage'), noIntents);
      const second = await create();
      await expect(
        store.agendas.saveAgenda({ ...first, state: 'draft', revision: 2 }, change('hentet frem'), noIntents),
      ).rejects.toMatchObject({ code: 'conflict' });
      expect(await listed('draft')).toEqual(['2026-11-25']);
      expect((await store.agendas.listAgendas(forum.id, ['draft']))[0]?.id).toBe(second.id);
    });

    test('of two forums on one date do not meet', async () => {
      const other = await store.forums.ensureForum('nordvang', 'Direktion');
      await create();
      const theirs = await store.agendas.createAgenda(sampleAgenda(other.id), change('lavet'));
      expect((await store.agendas.listAgendas(other.id, ['draft'])).map(({ id }) => id)).toEqual([theirs.id]);
    });

    test('are moved to a free date, never onto that of another', async () => {
      await create({ date: '2026-12-02' });
      const moved = await create();
      await expect(
        store.agendas.saveAgenda({ ...moved, date: '2026-12-02' }, change('flyttet'), noIntents),
      ).rejects.toMatchObject({ code: 'conflict' });
      await store.agendas.saveAgenda({ ...moved, date: '2026-12-09' }, change('flyttet'), noIntents);
      expect(await listed('draft')).toEqual(['2026-12-02', '2026-12-09']);
    });

    test('are saved by the writer who read the newest, and by nobody else', async () => {
      const read = await create();
      const saved = await store.agendas.saveAgenda({ ...read, place: 'Byrådssalen' }, change('nyt sted'), noIntents);
      expect(saved.revision).toBe(2);
      await expect(
        store.agendas.saveAgenda({ ...read, place: 'Kantinen' }, change('nyt sted'), aJob('spildt', forum.id)),
      ).rejects.toMatchObject({ code: 'conflict' });
      expect((await store.agendas.getAgenda(read.id)).place).toBe('Byrådssalen');
      expect(await dueJobs()).toEqual([]);
    });

    test('are saved by one of several writers at once, and what the others wanted is not set going', async () => {
      const read = await create();
      const outcomes = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map((word) =>
          store.agendas.saveAgenda({ ...read, state: 'published' }, change(word), aJob(word, forum.id)),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await dueJobs()).toHaveLength(1);
    });

    test('keep who changed what and when, and how they stood then', async () => {
      const made = await create();
      await store.agendas.saveAgenda({ ...made, place: 'Byrådssalen' }, change('nyt sted'), noIntents);
      await store.agendas.saveAgenda(
        { ...made, place: 'Byrådssalen', state: 'published', publishedAt: at, revision: 2 },
        { note: 'udgivet', reason: 'fordi', by: null, at },
        noIntents,
      );
      expect(await store.agendas.listChanges(made.id)).toEqual([
        { revision: 3, note: 'udgivet', reason: 'fordi', by: null, at },
        { revision: 2, note: 'nyt sted', reason: null, by: personCalled('amalie'), at },
        { revision: 1, note: 'lavet', reason: null, by: personCalled('amalie'), at },
      ]);
      expect((await store.agendas.getAgendaAt(made.id, 1)).place).toBe('Mødelokale 4');
      expect((await store.agendas.getAgendaAt(made.id, 2)).state).toBe('draft');
      await expect(store.agendas.getAgendaAt(made.id, 4)).rejects.toMatchObject({ code: 'not_found' });
    });

    test('are listed by date in the states asked for', async () => {
      await create({ date: '2026-12-09' });
      await create({ date: '2026-11-25', state: 'published' });
      await create({ date: '2026-12-02', state: 'withdrawn' });
      expect(await listed('draft', 'published')).toEqual(['2026-11-25', '2026-12-09']);
      expect(await listed('withdrawn')).toEqual(['2026-12-02']);
      expect(await listed('held')).toEqual([]);
    });

    test('that nobody made are not found', async () => {
      await expect(store.agendas.getAgenda('ukendt')).rejects.toMatchObject({ code: 'not_found' });
      await expect(store.agendas.saveAgenda(sampleAgenda(forum.id), change('rettet'), noIntents)).rejects.toMatchObject(
        { code: 'not_found' },
      );
      await expect(store.agendas.undoChange('ukendt', 1, change('fortrudt'))).rejects.toMatchObject({
        code: 'not_found',
      });
    });

    describe('undone', () => {
      test('go back a change at a time, down to how they were made', async () => {
        const made = await create();
        const second = await store.agendas.saveAgenda({ ...made, place: 'to' }, change('to'), noIntents);
        const third = await store.agendas.saveAgenda({ ...second, place: 'tre' }, change('tre'), noIntents);
        const once = await store.agendas.undoChange(third.id, third.revision, change('fortrudt'));
        expect(once).toMatchObject({ place: 'to', revision: 4 });
        const twice = await store.agendas.undoChange(third.id, once.revision, change('fortrudt'));
        expect(twice).toEqual({ ...made, revision: 5 });
        await expect(store.agendas.undoChange(third.id, twice.revision, change('fortrudt'))).rejects.toMatchObject({
          code: 'conflict',
        });
      });

      test('take a change made after an undo back to where it was made', async () => {
        const made = await create();
        const second = await store.agendas.saveAgenda({ ...made, place: 'to' }, change('to'), noIntents);
        const undone = await store.agendas.undoChange(made.id, second.revision, change('fortrudt'));
        const other = await store.agendas.saveAgenda({ ...undone, place: 'andet' }, change('andet'), noIntents);
        const back = await store.agendas.undoChange(made.id, other.revision, change('fortrudt'));
        expect(back.place).toBe('Mødelokale 4');
        await expect(store.agendas.undoChange(made.id, back.revision, change('fortrudt'))).rejects.toMatchObject({
          code: 'conflict',
        });
      });

      test('bring a draft that was thrown away back', async () => {
        const made = await create();
        const gone = await store.agendas.saveAgenda({ ...made, state: 'withdrawn' }, change('slettet'), noIntents);
        expect((await store.agendas.undoChange(made.id, gone.revision, change('fortrudt'))).state).toBe('draft');
      });

      test('do not come back where another has the date by now', async () => {
        const made = await create();
        const gone = await store.agendas.saveAgenda({ ...made, state: 'withdrawn' }, change('slettet'), noIntents);
        await create();
        await expect(store.agendas.undoChange(made.id, gone.revision, change('fortrudt'))).rejects.toMatchObject({
          code: 'conflict',
        });
      });

      test('are not, once they were published', async () => {
        const made = await create();
        const out = await store.agendas.saveAgenda(
          { ...made, state: 'published', publishedAt: at },
          change('udgivet'),
          noIntents,
        );
        await expect(store.agendas.undoChange(made.id, out.revision, change('fortrudt'))).rejects.toMatchObject({
          code: 'conflict',
        });
        expect((await store.agendas.getAgenda(made.id)).state).toBe('published');
      });

      test('are not by one who has not seen the newest', async () => {
        const made = await create();
        await store.agendas.saveAgenda({ ...made, place: 'to' }, change('to'), noIntents);
        await expect(store.agendas.undoChange(made.id, 1, change('fortrudt'))).rejects.toMatchObject({
          code: 'conflict',
        });
      });

      test('set going and stop what belongs to the state they return to', async () => {
        const made = await create();
        const scheduled = await store.agendas.saveAgenda(
          { ...made, state: 'scheduled', publishAt: at },
          change('planlagt'),
          aJob('agenda.publish:1', forum.id),
        );
        await store.agendas.undoChange(made.id, scheduled.revision, change('fortrudt'), (restored) => ({
          ...aJob(`tilbage:${restored.state}`, forum.id),
          withdrawn: ['agenda.publish:1'],
        }));
        expect(await dueJobs()).toEqual(['tilbage:draft']);
      });
    });

    describe('proposals', () => {
      test('are saved, changed and listed in the order they were made', async () => {
        const first = await store.agendas.saveProposal(sampleProposal(forum.id), noIntents, at);
        const second = await store.agendas.saveProposal(sampleProposal(forum.id), noIntents, at);
        expect(first.revision).toBe(1);
        const proposed = await store.agendas.saveProposal({ ...first, state: 'proposed' }, noIntents, at);
        expect(await store.agendas.getProposal(first.id)).toEqual(proposed);
        const ids = async (...states: (typeof proposed.state)[]) =>
          (await store.agendas.listProposals(forum.id, states)).map(({ id }) => id);
        expect(await ids('draft', 'proposed')).toEqual([first.id, second.id]);
        expect(await ids('proposed')).toEqual([first.id]);
      });

      test('are changed by one who read the newest only', async () => {
        const saved = await store.agendas.saveProposal(sampleProposal(forum.id), noIntents, at);
        await store.agendas.saveProposal({ ...saved, wanted: 'ja eller nej' }, noIntents, at);
        await expect(
          store.agendas.saveProposal({ ...saved, state: 'taken_back' }, aJob('spildt', forum.id), at),
        ).rejects.toMatchObject({ code: 'conflict' });
        await expect(store.agendas.saveProposal({ ...saved, id: 'ukendt' }, noIntents, at)).rejects.toMatchObject({
          code: 'not_found',
        });
        expect(await dueJobs()).toEqual([]);
      });

      test('go onto an agenda together with it or not at all', async () => {
        const agenda = await create();
        const proposal = await store.agendas.saveProposal(
          sampleProposal(forum.id, { state: 'proposed' }),
          noIntents,
          at,
        );
        const withItem = { ...agenda, entries: [...agenda.entries, sampleEntry(3)] };
        await expect(
          store.agendas.acceptProposal({ ...proposal, revision: 7 }, withItem, change('optaget'), noIntents),
        ).rejects.toMatchObject({ code: 'conflict' });
        expect((await store.agendas.getAgenda(agenda.id)).revision).toBe(1);
        await expect(
          store.agendas.acceptProposal(proposal, { ...withItem, revision: 7 }, change('optaget'), noIntents),
        ).rejects.toMatchObject({ code: 'conflict' });
        expect((await store.agendas.getProposal(proposal.id)).state).toBe('proposed');

        const accepted = await store.agendas.acceptProposal(
          proposal,
          withItem,
          change('optaget'),
          aJob('agenda.tell', forum.id),
        );
        expect(accepted).toMatchObject({ proposal: { state: 'accepted' }, agenda: { revision: 2 } });
        expect((await store.agendas.getAgenda(agenda.id)).entries).toHaveLength(3);
        expect(await dueJobs()).toEqual(['agenda.tell']);
      });

      test('are open again when the change that accepted them is undone', async () => {
        const agenda = await create();
        const proposal = await store.agendas.saveProposal(
          sampleProposal(forum.id, { state: 'proposed' }),
          noIntents,
          at,
        );
        const accepted = await store.agendas.acceptProposal(proposal, agenda, change('optaget'), noIntents);
        const later = await store.agendas.saveAgenda({ ...accepted.agenda, place: 'to' }, change('to'), noIntents);
        const once = await store.agendas.undoChange(agenda.id, later.revision, change('fortrudt'));
        expect((await store.agendas.getProposal(proposal.id)).state).toBe('accepted');
        await store.agendas.undoChange(agenda.id, once.revision, change('fortrudt'));
        expect((await store.agendas.getProposal(proposal.id)).state).toBe('proposed');
      });
    });

    test('leave a store that is well', async () => {
      const made = await create();
      await store.agendas.saveAgenda({ ...made, place: 'to' }, change('to'), noIntents);
      await store.agendas.saveProposal(sampleProposal(forum.id), noIntents, at);
      expect(await store.check()).toEqual([]);
    });
  });
}
