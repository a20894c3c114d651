import { afterEach, describe, expect, it } from 'vitest';
import type { AdaptiveCard } from '../../../src/cards/adaptive-card.js';
import { verbs } from '../../../src/cards/button.js';
import type { Agenda } from '../../../src/domain/agenda.js';
import { editAgenda } from '../../../src/features/agenda/agenda-actions.js';
import { cardSlot, noteWaitsMs } from '../../../src/features/agenda/agenda-intents.js';
import { moveEntry } from '../../../src/features/agenda/entries.js';
import { reportTrouble } from '../../../src/jobs/report-trouble.js';
import { exampleAgenda } from '../../support/agenda-examples.js';
import { AgendaHouse, keyOf, people } from '../../support/agenda-house.js';
import { buttonsOf, textsOf } from '../../support/card-contents.js';
import { channelId } from '../../support/sending-house.js';

/*
 * What can go wrong around an agenda, and where it is held:
 *
 *     minutes sent as an agenda, and the reverse      teams/agenda-desk "A document sent in", teams/files
 *     an agenda for a meeting already held            teams/agenda-desk "A document sent in"
 *     the same agenda twice, two for one date         teams/agenda-desk "A document sent in", e2e/agenda
 *     an agenda of another forum                      teams/agenda-desk "A document sent in"
 *     no channel bound                                teams/agenda-desk "Publishing", agenda-jobs (a planned one)
 *     the bot removed from the team                   here
 *     a press on a withdrawn agenda, or an old one    posted "a press on a card that no longer holds"
 *     a press by somebody outside the forum           here, posted
 *     two secretaries publish at once                 teams/agenda-desk "Publishing"
 *     sixty items                                     teams/agenda-desk "A document sent in", posted, agenda-card
 */
const friday = new Date('2026-11-20T09:00:00Z');
const gone = { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } };

let house: AgendaHouse;
afterEach(() => house.close());

const start = async (changes: Partial<Agenda> = {}): Promise<Agenda> => {
  house = await AgendaHouse.start(friday);
  return house.publish(exampleAgenda({ forumId: house.forumId, ...changes }));
};
const allStates = [
  'waiting',
  'sending',
  'sent',
  'uncertain',
  'blocked',
  'not_installed',
  'not_found',
  'failed',
  'dropped',
] as const;
const posts = () => house.connector.visible.filter(({ conversation }) => conversation.startsWith(channelId));
const toSecretary = () =>
  house.connector.visible
    .filter(({ conversation }) => conversation === `a:with-${people.secretary.aadObjectId}`)
    .map(({ body }) => JSON.stringify(body));
const outcome = async (kind: string) =>
  (await house.store.outbox.listMessages(house.forumId, allStates, 50))
    .filter((message) => message.kind === kind)
    .map(({ state }) => state);

describe('The bot is removed from the team', () => {
  it('before the card is posted: the secretary is told once, nothing is tried again, and "Send igen" posts it once', async () => {
    house = await AgendaHouse.start(friday);
    house.connector.script(gone);
    const agenda = await house.publish(exampleAgenda({ forumId: house.forumId }));
    expect(posts()).toEqual([]);
    expect(await outcome('agenda.card')).toEqual(['not_installed']);
    // What is done every ten seconds by itself.
    for (let look = 0; look < 2; look += 1)
      await reportTrouble({ ...house.store, clock: house.clock, listForumIds: async () => [house.forumId] });
    await house.pass(0);
    expect(toSecretary()).toHaveLength(1);
    expect(toSecretary()[0]).toContain('Referent er ikke længere i teamet');

    const [failed] = await house.store.outbox.listMessages(house.forumId, ['not_installed']);
    for (let press = 0; press < 2; press += 1)
      await house.press(people.secretary, verbs.resolveSending, { id: failed?.id, verdict: 'send_again' });
    await house.pass(0);
    expect(posts()).toHaveLength(1);
    expect(JSON.stringify(posts()[0]?.body)).toContain('Tidsplan og måltal for budget 2028');
    expect(await house.store.outbox.findHandle(cardSlot(agenda.id))).toBeDefined();
  });

  it('after it: the agenda is still read in person, and changes are kept', async () => {
    const agenda = await start();
    house.connector.refuse(gone);
    const entries = moveEntry(agenda.entries, agenda.entries[1]?.id ?? '', 1);
    await editAgenda(house.acting, agenda, { ...agenda, entries }, keyOf(people.secretary));
    const refused = () => house.connector.calls.filter(({ method }) => method === 'PUT').length >= 2;
    await house.passUntil(refused);
    house.connector.refuse(undefined);
    await house.pass(noteWaitsMs);
    const own = await house.say(people.chef, 'dagsorden');
    expect(JSON.stringify(own)).toContain('Tidsplan og måltal for budget 2028');
    expect((await house.store.agendas.getAgenda(agenda.id)).state).toBe('changed');
  });
});

describe('Somebody outside the forum', () => {
  it('gets nothing by any press, wherever, and changes nothing', async () => {
    const agenda = await start();
    const entry = agenda.entries[1]?.id ?? '';
    const before = await house.store.agendas.getAgenda(agenda.id);
    const calls = house.connector.calls.length;
    const presses = Object.values(verbs).filter((verb) => /^(?:agenda|draft|proposal|outbox)\./.test(verb));
    expect(presses.length).toBeGreaterThan(25);
    for (const verb of presses)
      for (const place of ['personal', 'channel'] as const)
        for (const to of ['withdraw', 'publish'] as const) {
          const data = { agenda: agenda.id, revision: agenda.revision, entry, to, reason: 'x', page: 1, id: 'x' };
          const { value } = await house.press(people.outsider, verb, data, place);
          const told = JSON.stringify(value);
          for (const { item } of agenda.entries) expect(told, `${verb} ${place}`).not.toContain(item.topic);
        }
    expect(await house.store.agendas.getAgenda(agenda.id)).toEqual(before);
    expect(house.connector.calls.slice(calls).filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

describe('A chef', () => {
  it('cannot work on an agenda by forging the secretary’s presses', async () => {
    const agenda = await start();
    const presses = Object.values(verbs).filter((verb) => /^(?:draft|outbox)\./.test(verb));
    for (const verb of presses) {
      const data = { agenda: agenda.id, revision: agenda.revision, entry: agenda.entries[1]?.id, to: 'withdraw' };
      const { value } = await house.press(people.chef, verb, { ...data, reason: 'x' });
      expect(typeof value, verb).toBe('string');
    }
    expect((await house.store.agendas.getAgenda(agenda.id)).revision).toBe(agenda.revision);
  });
});

describe('Taking something back that people have seen', () => {
  it('asks why, and the thread is told: an item, the agenda', async () => {
    const agenda = await start();
    const entry = agenda.entries[2]?.id;
    const item = { agenda: agenda.id, revision: agenda.revision, entry, to: 'withdraw' };
    const form = (await house.press(people.secretary, verbs.changeDraftItem, item)).value as AdaptiveCard;
    expect(textsOf(form)).toContain('Tag punkt 3 af: Erfaringer med chatassistenten');
    expect(buttonsOf(form).map(({ title }) => title)).toEqual(['Tag af', 'Tilbage']);
    await house.press(people.secretary, verbs.changeDraftItem, { ...item, reason: 'Bo er syg.' });
    await house.pass(noteWaitsMs);
    expect(JSON.stringify(posts().at(-1)?.body)).toMatch(/Udgår: punkt 3, Erfaringer.*Hvorfor: Bo er syg\./);

    const now = await house.store.agendas.getAgenda(agenda.id);
    const whole = { agenda: agenda.id, revision: now.revision, to: 'cancel' };
    await house.press(people.secretary, verbs.changeDraftState, { ...whole, reason: 'For få kan\nkomme.' });
    await house.pass(noteWaitsMs);
    expect(JSON.stringify(posts().at(-1)?.body)).toMatch(/er aflyst\..*Hvorfor: For få kan komme\./);
  });
});
