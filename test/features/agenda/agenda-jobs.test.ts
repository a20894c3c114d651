import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Agenda } from '../../../src/domain/agenda.js';
import type { JobIntent } from '../../../src/domain/outgoing-message.js';
import { publishAgenda, scheduleAgenda, undoChange } from '../../../src/features/agenda/agenda-actions.js';
import { agendaJobs } from '../../../src/features/agenda/agenda-intents.js';
import { createAgendaJobs } from '../../../src/features/agenda/agenda-jobs.js';
import type { Forum, Store } from '../../../src/store/ports.js';
import { personCalled, sampleAgenda } from '../../support/sample-agenda.js';
import { sampleDocument, toSave } from '../../support/sample-document.js';
import { openTemporaryStore } from '../../support/temporary-store.js';

const amalie = personCalled('amalie');

describe('What happens to an agenda by itself', () => {
  let store: Store;
  let forum: Forum;
  let remove: () => Promise<void>;
  let now = new Date('2026-11-16T08:00:00Z');
  const clock = { now: () => now };
  const planned = new Date('2026-11-18T07:00:00Z');

  beforeEach(async () => {
    now = new Date('2026-11-16T08:00:00Z');
    ({ store, remove } = await openTemporaryStore(clock));
    forum = await store.forums.ensureForum('nordvang', 'Chefforum');
    await store.conversations.bindChannel(forum.id, {
      conversationId: '19:forum',
      tenantId: 'nordvang',
      kind: 'channel',
      teamId: '19:team',
      sdk: { version: 1, reference: '{}' },
    });
  });
  afterEach(() => remove());

  const acting = () => ({ ...store, clock });
  const create = () => store.agendas.createAgenda(sampleAgenda(forum.id), { note: 'lavet', by: amalie, at: now });
  const run = async (kind: string, agenda: Agenda) => {
    const job: JobIntent = {
      key: 'k',
      kind,
      forumId: forum.id,
      payload: { agenda: agenda.id },
      dueAt: now,
      dropAfter: null,
    };
    await createAgendaJobs(acting())
      .find((each) => each.kind === kind)
      ?.run(job);
    return store.agendas.getAgenda(agenda.id);
  };
  const dueKinds = async () =>
    (await store.outbox.takeJobs({ holder: 'test', now, leaseMs: 60_000, limit: 50 })).map(({ kind }) => kind);
  const messages = async () => (await store.outbox.listMessages(forum.id, ['waiting'], 50)).map(({ kind }) => kind);

  test('it is published when it was to be, not before, and once', async () => {
    const scheduled = await scheduleAgenda(acting(), await create(), planned, amalie);
    expect((await run(agendaJobs.publish, scheduled)).state).toBe('scheduled');
    expect(await dueKinds()).toEqual([]);
    now = planned;
    expect(await dueKinds()).toEqual(['agenda.publish']);
    const out = await run(agendaJobs.publish, scheduled);
    expect(out).toMatchObject({ state: 'published', publishedAt: planned, publishAt: null });
    expect((await run(agendaJobs.publish, scheduled)).revision).toBe(out.revision);
    expect(await messages()).toEqual(['agenda.card']);
  });

  test('a plan that was undone is no plan', async () => {
    const scheduled = await scheduleAgenda(acting(), await create(), planned, amalie);
    const draft = await undoChange(acting(), scheduled, amalie);
    now = planned;
    expect(await dueKinds()).toEqual([]);
    expect((await run(agendaJobs.publish, draft)).state).toBe('draft');
  });

  test('where it cannot be published, it is a draft again and whoever planned it is told', async () => {
    const scheduled = await scheduleAgenda(acting(), await create(), planned, amalie);
    await store.conversations.releaseChannel(forum.id);
    now = planned;
    expect((await run(agendaJobs.publish, scheduled)).state).toBe('draft');
    const [message] = await store.outbox.listMessages(forum.id, ['waiting'], 50);
    expect(message).toMatchObject({ kind: 'agenda.notPublished', recipient: { kind: 'person', person: amalie } });
  });

  test('it is held after the meeting, archived when its minutes come, held again when they go', async () => {
    const out = await publishAgenda(acting(), await create(), amalie);
    expect((await run(agendaJobs.hold, out)).state).toBe('published');
    now = new Date('2026-11-25T10:00:00Z');
    expect((await run(agendaJobs.hold, out)).state).toBe('held');
    await store.minutes.saveDocument(toSave(forum.id, sampleDocument('2026-11-25')));
    expect((await run(agendaJobs.settle, out)).state).toBe('archived');
    const archived = await run(agendaJobs.settle, out);
    await store.minutes.undoImport(forum.id, { date: '2026-11-25' });
    expect((await run(agendaJobs.settle, archived)).state).toBe('held');
  });

  test('a meeting that is over is not published, nor a time that is', async () => {
    const draft = await create();
    await expect(scheduleAgenda(acting(), draft, new Date('2026-11-16T07:59:00Z'), amalie)).rejects.toMatchObject({
      code: 'invalid_input',
    });
    now = new Date('2026-11-26T08:00:00Z');
    await expect(publishAgenda(acting(), draft, amalie)).rejects.toMatchObject({ code: 'conflict' });
  });
});
