import { afterEach, beforeEach, expect, test } from 'vitest';
import { verbs } from '../../../src/cards/button.js';
import type { Agenda } from '../../../src/domain/agenda.js';
import { noIntents } from '../../../src/domain/outgoing-message.js';
import { noticeDays } from '../../../src/features/retention/retention.js';
import { AgendaHouse, people } from '../../support/agenda-house.js';
import { sampleAgenda, sampleProposal } from '../../support/sample-agenda.js';
import { sampleAnswer, sampleRequest, sampleRespondent, sampleRound, saveAnswer } from '../../support/sample-input.js';

const dayMs = 24 * 60 * 60 * 1000;
/** A Monday: the job runs at 8:30 on the forum's clock. */
const monday = new Date('2026-11-23T07:00:00Z');

let house: AgendaHouse;
let held: Agenda;
let draft: Agenda;

beforeEach(async () => {
  house = await AgendaHouse.start(monday);
  const { store, forumId } = house;
  const change = { note: 'Lavet', by: null, at: monday };
  held = await store.agendas.createAgenda(
    sampleAgenda(forumId, { date: '2024-09-11', state: 'held', publishedAt: new Date('2024-09-04T08:00:00Z') }),
    change,
  );
  draft = await store.agendas.createAgenda(sampleAgenda(forumId, { date: '2026-03-04' }), change);
  await store.agendas.createAgenda(sampleAgenda(forumId, { date: '2026-11-25' }), change);
  const round = sampleRound(forumId, { agendaId: held.id, state: 'closed' });
  const request = sampleRequest(round, held.entries[0] ?? null);
  const respondent = sampleRespondent(round, 'ida');
  await store.input.openRound({ round, requests: [request], respondents: [respondent] }, noIntents);
  await saveAnswer(store, sampleAnswer(request, respondent), monday);
});
afterEach(() => house.close());

const { secretary, chef } = people;

const notices = (): Record<string, unknown>[] =>
  house.connector.visible
    .map(({ body }) => body as Record<string, unknown>)
    .filter((body) => JSON.stringify(body).includes('Det sletter jeg snart'));

const stands = async (): Promise<{ input: boolean; draft: boolean }> => ({
  input: (await house.store.input.findRoundOf(held.id)) !== undefined,
  draft: await house.store.agendas.getAgenda(draft.id).then(
    () => true,
    () => false,
  ),
});

/** Lets time pass up to a day and hour on the forum's clock, and waits until something has come about. */
async function at(time: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  house.clock.time = new Date(time);
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
  await house.pass(0);
}

const told = () => at('2026-11-23T08:00:00Z', () => notices().length === 2);

/** The press on the notice that the secretary got. */
function keepButton(): { notice: string } {
  const [, notice] = /"notice":"([^"]+)"/.exec(JSON.stringify(notices())) ?? [];
  return { notice: notice ?? expect.fail('there is no button') };
}

test('tells chair and secretary what will be deleted and when, two weeks before, and deletes nothing until then', async () => {
  await told();
  const text = JSON.stringify(notices()[0]);
  for (const said of [
    'mandag 7. december 2026',
    'Input: Chefforum 11.9.2024',
    'ikke blev udgivet: Chefforum 4.3.2026',
    'Behold',
  ])
    expect(text).toContain(said);
  expect(text, 'the coming meeting').not.toContain('25.11.2026');
  expect(await stands()).toEqual({ input: true, draft: true });
  await at('2026-12-04T08:00:00Z', () => true);
  await house.pass(2 * 60_000);
  expect(await stands()).toEqual({ input: true, draft: true });
  expect(notices(), 'told once').toHaveLength(2);
});

test('deletes what was told of and nobody kept: the round with all that was answered, and the draft', async () => {
  const proposal = sampleProposal(house.forumId, { state: 'proposed' });
  const proposed = await house.store.agendas.saveProposal(proposal, noIntents, monday);
  await told();
  await at('2026-12-08T08:00:00Z', async () => !(await stands()).input);
  expect(await stands()).toEqual({ input: false, draft: false });
  expect(await house.store.agendas.getAgenda(held.id), 'the agenda itself stays').toMatchObject({ date: '2024-09-11' });
  expect(await house.store.agendas.getProposal(proposed.id)).toMatchObject({ state: 'proposed' });
  expect(await house.store.check()).toEqual([]);
});

test('keeps it all at one press by the secretary, and tells who kept it', async () => {
  await told();
  const refused = await house.press(chef, verbs.keepAged, keepButton());
  expect(JSON.stringify(refused.value)).toContain('Kun formand og sekretær');
  const kept = await house.press(secretary, verbs.keepAged, keepButton());
  expect(JSON.stringify(kept.value)).toContain('Det bliver.');
  expect(JSON.stringify((await house.press(people.chair, verbs.keepAged, keepButton())).value)).toContain(
    'Det er beholdt af Amalie Rønholt.',
  );
  await at('2026-12-08T08:00:00Z', () => true);
  await house.pass(2 * 60_000);
  expect(await stands()).toEqual({ input: true, draft: true });
});

test('deletes nothing of which nobody could be told', async () => {
  const { store, forumId } = house;
  const deletions = await store.retention.listAged(forumId, {
    input: { date: '2025-01-01', keptSince: monday },
    draft: { date: '2026-06-01', keptSince: monday },
  });
  expect(deletions.map(({ kind }) => kind)).toEqual(['input', 'draft']);
  await store.retention.announce(
    forumId,
    deletions.map((one) => ({
      ...one,
      noticeId: 'never sent',
      announcedAt: monday,
      deleteAt: monday,
      state: 'announced',
      settledByName: null,
      settledAt: null,
    })),
    noIntents,
  );
  const due = async () => (await store.retention.listDue(forumId, house.clock.now())).length;
  expect(await due()).toBe(2);
  await at('2026-11-23T08:00:00Z', async () => (await due()) === 0);
  expect(await stands()).toEqual({ input: true, draft: true });
  const [waiting] = await store.retention.listNotice('never sent');
  expect(waiting?.deleteAt.getTime()).toBeGreaterThanOrEqual(monday.getTime() + noticeDays * dayMs);
});
