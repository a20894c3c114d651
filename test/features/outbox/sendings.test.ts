import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verbs } from '../../../src/cards/button.js';
import type { MessageState } from '../../../src/domain/outgoing-message.js';
import { sendingsCard } from '../../../src/features/outbox/sendings-card.js';
import { AgendaHouse, keyOf, type PressAnswer, people, type Somebody } from '../../support/agenda-house.js';
import { textsOf } from '../../support/card-contents.js';
import { channelPost, intentsOf, personPost } from '../../support/sending-house.js';

/** A Friday at work. */
const friday = new Date('2026-11-20T09:00:00Z');
const tomorrow = new Date(friday.getTime() + 86_400_000);

let house: AgendaHouse;
beforeEach(async () => {
  house = await AgendaHouse.start(friday);
});
afterEach(() => house.close());

const textOf = (value: unknown): string => JSON.stringify(value);

/** The data of each button of a verb. */
function pressesOf(value: unknown, verb: string): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const entry = value as Record<string, unknown>;
  const own = entry.type === 'Action.Execute' && entry.verb === verb ? [entry.data as Record<string, unknown>] : [];
  return [...own, ...Object.values(entry).flatMap((child) => pressesOf(child, verb))];
}

/** The data of the one button of a verb that has these fields. */
function pressOf(value: unknown, verb: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  const [found] = pressesOf(value, verb).filter((data) =>
    Object.entries(fields).every(([name, wanted]) => data[name] === wanted),
  );
  if (found === undefined) throw new Error(`no button ${verb} in ${textOf(value)}`);
  return found;
}

/** Leaves a message to the chef in a state, as the worker does. */
async function leave(number: number, state: Exclude<MessageState, 'waiting' | 'sending' | 'sent'>): Promise<string> {
  const { outbox } = house.store;
  // Due later, so that the house's own worker leaves it alone.
  const post = personPost(house.forumId, number, {
    recipient: { kind: 'person', forumId: house.forumId, person: keyOf(people.chef) },
    dueAt: tomorrow,
  });
  await outbox.add(house.forumId, intentsOf([post]), friday);
  const paces = { conversation: [], overall: [{ intervalMs: 0, burst: 1 }], refreshMs: 0, lateAfterMs: 60_000 };
  const taking = { holder: 'test', now: tomorrow, leaseMs: 60_000, limit: 1, arePeopleAtWork: true };
  const [taken] = await outbox.takeMessages(taking, paces);
  if (taken === undefined) throw new Error('nothing was due');
  await outbox.beginSending(taken, tomorrow, 60_000);
  await outbox.settleMessage(taken, { state, note: 'HTTP 502' }, tomorrow);
  return taken.id;
}

const overview = (who: Somebody = people.secretary): Promise<Record<string, unknown>> => house.say(who, 'udsendelser');

/** The overview, one message of it, and the answer to a button there. */
async function judge(id: string, verdict: 'arrived' | 'send_again', who = people.secretary): Promise<PressAnswer> {
  const shown = await house.press(who, verbs.showSending, pressOf(await overview(who), verbs.showSending, { id }));
  return house.press(who, verbs.resolveSending, pressOf(shown, verbs.resolveSending, { verdict }));
}

const stateOf = async (id: string): Promise<MessageState> => (await house.store.outbox.getMessage(id)).state;

describe('"udsendelser"', () => {
  it('shows a name as it is written, whatever stands in it', async () => {
    const id = await leave(90, 'blocked');
    const message = await house.store.outbox.getMessage(id);
    const forum = { id: house.forumId, tenantId: 'home', name: 'Chefforum' };
    const { card } = sendingsCard({
      forum,
      troubled: [message],
      waiting: [message],
      latest: [message],
      nameOf: () => 'Ida *Holm*',
      titleOf: () => 'Dagsorden',
    });
    const named = textsOf(card).filter((text) => text.includes('Holm'));
    expect(named).toHaveLength(4);
    for (const text of named) expect(text).toMatch(/Ida \\\*Holm\\\*/);
  });

  it('says so when nothing was ever sent', async () => {
    expect(textOf(await overview())).toContain('Jeg har endnu ikke sendt noget af mig selv.');
  });

  it('shows what waits, and when it is sent', async () => {
    await house.store.outbox.add(
      house.forumId,
      intentsOf([channelPost(house.forumId, 1, { dueAt: tomorrow })]),
      friday,
    );
    const shown = textOf(await overview());
    for (const told of ['Intet er gået galt.', 'Venter', 'til kanalen', '21.11.2026 kl. 10.00'])
      expect(shown).toContain(told);
  });

  it.each([
    ['uncertain', 'måske nåede den frem'],
    ['blocked', 'personen har blokeret Referent'],
    ['not_installed', 'personen har ikke Referent i Teams'],
    ['not_found', 'modtageren findes ikke'],
    ['failed', 'Teams tog ikke imod den'],
  ] as const)('names who was missed when a message is %s, and says why in Danish', async (state, why) => {
    await leave(1, state);
    const shown = textOf(await overview());
    for (const told of ['1 besked skal afklares.', people.chef.name, why]) expect(shown).toContain(told);
    expect(shown, 'what operators read stays with them').not.toContain('HTTP 502');
  });

  it('counts what reached everybody and names the one it did not reach', async () => {
    const { outbox } = house.store;
    const to = (number: number, person: Somebody) =>
      personPost(house.forumId, number, {
        kind: 'members.none',
        recipient: { kind: 'person', forumId: house.forumId, person: keyOf(person) },
        dueAt: friday,
      });
    // Of a kind nothing composes, so that the worker gives each of them up.
    await outbox.add(house.forumId, intentsOf([to(1, people.chair), to(2, people.director)]), friday);
    await house.pass(0);
    const [one] = await outbox.listMessages(house.forumId, ['failed']);
    await judgeArrivedIsRefused(one?.id ?? '');
    const shown = textOf(await overview());
    expect(shown).toContain('0 af 2 er sendt');
    expect(shown).toContain(people.chair.name);
    expect(shown).toContain(people.director.name);
  });
});

/** Only what is uncertain can have arrived: the button is not offered, and a press made up is refused. */
async function judgeArrivedIsRefused(id: string): Promise<void> {
  const data = pressOf(await overview(), verbs.showSending, { id });
  const shown = await house.press(people.secretary, verbs.showSending, data);
  expect(pressesOf(shown, verbs.resolveSending)).toMatchObject([{ verdict: 'send_again' }]);
  await house.press(people.secretary, verbs.resolveSending, { ...data, verdict: 'arrived' });
  expect(await stateOf(id)).toBe('failed');
}

describe('A message that may have arrived', () => {
  it('is settled by "Den kom frem", and is not sent', async () => {
    const id = await leave(1, 'uncertain');
    const before = house.connector.posts.length;
    expect(textOf(await judge(id, 'arrived'))).toContain('Intet er gået galt.');
    expect(await stateOf(id)).toBe('sent');
    expect(house.connector.posts.slice(before).filter(({ body }) => textOf(body).includes('nr. 1'))).toEqual([]);
  });

  it('is sent again once, however often "Send igen" is pressed', async () => {
    const id = await leave(1, 'uncertain');
    const data = pressOf(await overview(), verbs.showSending, { id });
    const shown = await house.press(people.secretary, verbs.showSending, data);
    const again = pressOf(shown, verbs.resolveSending, { verdict: 'send_again' });
    const answers = await Promise.all(
      [1, 2].map(async () => textOf(await house.press(people.secretary, verbs.resolveSending, again))),
    );
    expect(await stateOf(id)).toBe('waiting');
    expect(answers.filter((answer) => answer.includes('er allerede'))).toHaveLength(1);
    const { attempts } = await house.store.outbox.getMessage(id);
    expect(attempts).toBe(0);
  });

  it('is shown and judged by nobody but the secretary and the chair, and where nobody reads along', async () => {
    const id = await leave(1, 'uncertain');
    for (const who of [people.director, people.chef, people.outsider]) {
      const said = textOf(await overview(who));
      expect(said, who.name).not.toContain('måske nåede den frem');
      for (const [verb, data] of [
        [verbs.showSending, { id }],
        [verbs.showSendings, { forumId: house.forumId }],
        [verbs.resolveSending, { id, verdict: 'arrived' }],
      ] as const) {
        const answer = textOf(await house.press(who, verb, data));
        expect(answer, `${who.name} ${verb}`).not.toContain('måske nåede den frem');
      }
    }
    const inChannel = textOf(
      await house.press(people.secretary, verbs.resolveSending, { id, verdict: 'arrived' }, 'channel'),
    );
    expect(inChannel).toContain('kun i en samtale mellem dig og mig');
    expect(await stateOf(id)).toBe('uncertain');
  });

  it('that is not there is answered like one of another forum', async () => {
    const answer = textOf(await house.press(people.secretary, verbs.showSending, { id: 'findes-ikke' }));
    expect(answer).not.toContain('Send igen');
  });
});
