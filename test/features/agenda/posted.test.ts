import { afterEach, describe, expect, it } from 'vitest';
import type { AdaptiveCard } from '../../../src/cards/adaptive-card.js';
import { verbs } from '../../../src/cards/button.js';
import type { Agenda, AgendaEntry } from '../../../src/domain/agenda.js';
import { editAgenda, endAgenda, publishAgenda } from '../../../src/features/agenda/agenda-actions.js';
import { agendaMessages, cardSlot, noteWaitsMs } from '../../../src/features/agenda/agenda-intents.js';
import { changeEntry, moveEntry, withItem } from '../../../src/features/agenda/entries.js';
import { exampleAgenda } from '../../support/agenda-examples.js';
import { AgendaHouse, keyOf, people } from '../../support/agenda-house.js';
import { buttonsOf } from '../../support/card-contents.js';
import { sampleEntry } from '../../support/sample-agenda.js';
import { sampleDocument, toSave } from '../../support/sample-document.js';
import { channelId } from '../../support/sending-house.js';

/** A working Friday before the meeting of the example. */
const friday = new Date('2026-11-20T09:00:00Z');
const secretary = keyOf(people.secretary);

let house: AgendaHouse;
afterEach(() => house.close());

const start = async (changes: Partial<Agenda> = {}): Promise<Agenda> => {
  house = await AgendaHouse.start(friday);
  return house.publish(exampleAgenda({ forumId: house.forumId, ...changes }));
};

const entryOf = (agenda: Agenda, number: number): AgendaEntry => {
  const entry = agenda.entries.find(({ item }) => item.number === number);
  if (entry === undefined) throw new Error('no such item');
  return entry;
};

/** A press on an item's button. */
const at = (agenda: Agenda, number: number) => ({ agenda: agenda.id, entry: entryOf(agenda, number).id });

const posts = () => house.connector.visible.filter(({ conversation }) => conversation.startsWith(channelId));
const updates = () => house.connector.calls.filter(({ method }) => method === 'PUT');
const bodyOf = (call: { body: unknown } | undefined) => call?.body as Record<string, unknown>;

const edit = (before: Agenda, entries: AgendaEntry[], reason?: string): Promise<Agenda> =>
  editAgenda(house.acting, before, { ...before, entries }, secretary, reason === undefined ? {} : { reason });

const withTitle = (entry: AgendaEntry, topic: string): AgendaEntry =>
  withItem(entry, { ...entry.item, topic, title: topic }, entry.wanted);

describe('a published agenda in the channel', () => {
  it('is one card that tells what, when, who and what is wanted, and notifies in one line', async () => {
    await start();
    const [post, ...others] = posts();
    expect(others).toEqual([]);
    expect(bodyOf(post).summary).toBe(
      'Dagsorden til Chefforum onsdag 25. november er klar: 9 punkter, input senest mandag kl. 12',
    );
    const text = JSON.stringify(post?.body);
    for (const told of [
      'Chefforum onsdag 25. november 2026',
      'kl. 9.00–12.00 · Mødelokale 4, Rådhuset',
      'Input senest mandag 23. november kl. 12.00',
      'kl. 9.05–9.35 · Beslutning · ved Thea Skovlyst',
      'Ønskes: stillingtagen til tidsplanen',
      'Skriftlige orienteringer',
      'Plejehjemmet Åhaven, endeligt regnskab',
    ])
      expect(text).toContain(told);
    expect(text, 'nobody was asked yet').not.toContain('har svaret');
  });

  it('shows a closed item as a number, whoever presses, and its text one to one to those entitled alone', async () => {
    const agenda = await start();
    expect(JSON.stringify(house.connector.calls)).not.toContain('jobcentret');
    expect(JSON.stringify(posts()[0]?.body)).toContain('Lukket punkt');
    for (const [who, place] of [
      [people.chef, 'personal'],
      [people.chef, 'channel'],
      [people.director, 'channel'],
      [people.secretary, 'channel'],
    ] as const) {
      const { value } = await house.press(who, verbs.showAgendaItem, at(agenda, 4), place);
      expect(value).toBe('Punkt 4 er lukket. Har du adgang, så skriv "dagsorden" til mig i en personlig chat.');
      expect(JSON.stringify(await house.press(who, verbs.showAgenda, { agenda: agenda.id }, place))).not.toContain(
        'jobcentret',
      );
    }
    const read = await house.press(people.director, verbs.showAgendaItem, at(agenda, 4));
    expect(JSON.stringify(read.value)).toContain('Lokaleplan for jobcentret');
  });

  it('opens an item in full for the one who presses, and leaves the channel as it is', async () => {
    const agenda = await start();
    const before = house.connector.calls.length;
    const { type, value } = await house.press(people.chef, verbs.showAgendaItem, at(agenda, 2), 'channel');
    expect(type).toBe('application/vnd.microsoft.card.adaptive');
    const text = JSON.stringify(value);
    for (const told of [
      'Sagsfremstilling',
      'om måltallet kan findes inden for egen ramme',
      'Bilag',
      'Tidsplan_budget 2028.pdf',
    ])
      expect(text).toContain(told);
    const written = house.connector.calls.slice(before).filter(({ method }) => method !== 'GET');
    expect(written).toEqual([]);
  });

  it('gives more than twenty items page by page, each to the one who asks for it', async () => {
    const entries = Array.from({ length: 45 }, (_, index) => ({
      ...sampleEntry(index + 1, { topic: `Sag ${index + 1}`, title: `Sag ${index + 1}` }),
    }));
    const agenda = await start({ entries });
    expect(JSON.stringify(posts()[0]?.body)).toMatch(/Viser 1–20 af 45 punkter\./);
    const before = house.connector.calls.length;
    const { value } = await house.press(people.chef, verbs.showAgenda, { agenda: agenda.id, page: 3 }, 'channel');
    expect(JSON.stringify(value)).toMatch(/Sag 45/);
    expect(JSON.stringify(value)).toMatch(/Viser 41–45 af 45 punkter\./);
    expect(house.connector.calls.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('leads from the approval to the newest minutes before the meeting, and back', async () => {
    const agenda = await start();
    for (const date of ['2026-10-28', '2026-11-11', '2026-12-09'])
      await house.store.minutes.saveDocument(toSave(house.forumId, sampleDocument(date)));
    const shown = (await house.press(people.chef, verbs.showAgendaItem, at(agenda, 1), 'channel')).value;
    const toMinutes = buttonsOf(shown as AdaptiveCard).find(({ title }) => title === 'Referat 11.11.2026');
    expect(toMinutes?.verb).toBe(verbs.showMeeting);
    const minutes = (await house.press(people.chef, verbs.showMeeting, toMinutes?.data, 'channel')).value;
    expect(JSON.stringify(minutes)).toContain('onsdag 11. november 2026');
    const back = buttonsOf(minutes as AdaptiveCard).find(({ title }) => title === 'Til dagsordenspunktet');
    const again = (await house.press(people.chef, verbs.showAgendaItem, back?.data, 'channel')).value;
    expect(again).toEqual(shown);
    const other = (await house.press(people.chef, verbs.showAgendaItem, at(agenda, 2), 'channel')).value;
    expect(JSON.stringify(other)).not.toContain('Referat 11');
  });

  it('says so where nobody has asked for input', async () => {
    const agenda = await start();
    const { value } = await house.press(people.chef, verbs.giveInput, at(agenda, 2), 'channel');
    expect(value).toBe('Der er ikke bedt om input til punkt 2.');
  });
});

describe('a published agenda that changes', () => {
  it('changes in its own message, and the thread is told once what changed and why', async () => {
    let agenda = await start();
    const card = await house.store.outbox.findHandle(cardSlot(agenda.id));
    agenda = await edit(
      agenda,
      changeEntry(agenda.entries, entryOf(agenda, 3).id, (entry) => withTitle(entry, 'Chatassistenten: de næste')),
      'Vi har fået tal fra Sundhed.',
    );
    agenda = await edit(
      agenda,
      changeEntry(agenda.entries, entryOf(agenda, 7).id, (entry) => ({ ...entry, isWithdrawn: true })),
    );
    agenda = await edit(agenda, moveEntry(agenda.entries, entryOf(agenda, 9).id, -1));
    await house.pass(noteWaitsMs);
    expect(updates().length).toBeGreaterThan(0);
    for (const { path } of updates()) expect(path).toContain(encodeURIComponent(card?.activityId ?? ''));
    expect(JSON.stringify(updates().at(-1)?.body)).toContain('Chatassistenten: de næste');
    const [, note, ...more] = posts();
    expect(more).toEqual([]);
    expect(note?.conversation, 'in the card’s thread').toBe(card?.conversationId);
    expect(note?.body, 'a service may check it').toMatchObject({ conversation: { conversationType: 'channel' } });
    const text = String(bodyOf(note).text);
    expect(text).toContain('Dagsordenen til Chefforum onsdag 25. november er ændret:');
    expect(text).toContain('• Rettet: punkt 3, Chatassistenten: de næste');
    expect(text).toContain('• Udgår: punkt 7, Klimaplan 2030');
    expect(text).toContain('• Rækkefølgen er en anden');
    expect(text).toContain('Hvorfor: Vi har fået tal fra Sundhed.');
  });

  it('says nothing in the thread when a change was taken back before it was told', async () => {
    const agenda = await start();
    const there = await edit(agenda, moveEntry(agenda.entries, entryOf(agenda, 2).id, 1));
    await edit(there, moveEntry(there.entries, entryOf(agenda, 2).id, -1));
    await house.pass(noteWaitsMs);
    expect(posts().length).toBe(1);
  });

  it('names a closed item by its number only', async () => {
    const agenda = await start();
    await edit(
      agenda,
      changeEntry(agenda.entries, entryOf(agenda, 4).id, (entry) => withTitle(entry, 'Lokaleplan for biblioteket')),
    );
    await house.pass(noteWaitsMs);
    expect(String(bodyOf(posts()[1]).text)).toContain('• Rettet: punkt 4 (lukket)');
    expect(JSON.stringify(house.connector.calls)).not.toMatch(/Lokaleplan/);
  });

  it('tells that the meeting is moved, and that it is cancelled', async () => {
    const agenda = await start();
    const moved = await editAgenda(house.acting, agenda, { ...agenda, date: '2026-11-26' }, secretary, {
      reason: 'Budgetseminaret ligger den 25.',
    });
    await house.pass(noteWaitsMs);
    expect(String(bodyOf(posts()[1]).text)).toMatch(
      /Mødet er flyttet fra onsdag 25\. november 2026 kl\. 9\.00–12\.00 til torsdag 26\. november/,
    );
    await endAgenda(house.acting, moved, 'cancel', secretary);
    await house.pass(noteWaitsMs);
    expect(String(bodyOf(posts()[2]).text)).toBe('Mødet i Chefforum torsdag 26. november er aflyst.');
    expect(JSON.stringify(updates().at(-1)?.body)).toContain('Mødet er aflyst.');
    expect(JSON.stringify(updates().at(-1)?.body)).not.toContain('Tidsplan og måltal');
  });

  it('is posted anew when its message cannot be changed, and changed there from then on', async () => {
    let agenda = await start();
    const first = await house.store.outbox.findHandle(cardSlot(agenda.id));
    house.connector.script({ status: 404 }, { status: 404 });
    agenda = await edit(agenda, moveEntry(agenda.entries, entryOf(agenda, 2).id, 1));
    await house.passUntil(() => posts().length === 2);
    await house.pass(noteWaitsMs);
    const anew = await house.store.outbox.findHandle(cardSlot(agenda.id));
    expect(JSON.stringify(posts()[1]?.body)).toContain('Tidsplan og måltal for budget 2028');
    expect(anew?.activityId).toBe(posts()[1]?.id);
    expect(anew?.activityId).not.toBe(first?.activityId);
    await edit(agenda, moveEntry(agenda.entries, entryOf(agenda, 9).id, -1));
    await house.pass(noteWaitsMs);
    expect(updates().at(-1)?.path).toContain(encodeURIComponent(anew?.activityId ?? ''));
  });

  it('gives whoever collects input a say in the same transaction', async () => {
    const agenda = await start();
    const told: string[] = [];
    const acting = {
      ...house.acting,
      intentsOfInput: async (before: Agenda, after: Agenda, now: Date) => {
        const changed = after.entries.filter(
          ({ id, revision }) => before.entries.find((entry) => entry.id === id)?.revision !== revision,
        );
        told.push(...changed.map(({ item }) => item.title));
        const message = {
          key: `test.told:${agenda.id}`,
          kind: 'test.told',
          recipient: { kind: 'person', forumId: house.forumId, person: keyOf(people.chef) },
          payload: {},
          action: 'create',
          slot: null,
          inThreadOf: null,
          dueAt: new Date(now.getTime() + 3_600_000),
          dropAfter: null,
        } as const;
        return { messages: [message], jobs: [], withdrawn: [] };
      },
    };
    const entries = changeEntry(agenda.entries, entryOf(agenda, 2).id, (entry) => withTitle(entry, 'Budget 2028'));
    await editAgenda(acting, agenda, { ...agenda, entries }, secretary);
    expect(told).toEqual(['Budget 2028']);
    const stale = editAgenda(acting, agenda, { ...agenda, entries: agenda.entries.slice(1) }, secretary);
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
    const waiting = await house.store.outbox.listMessages(house.forumId, ['waiting']);
    expect(waiting.filter(({ kind }) => kind === 'test.told').length).toBe(1);
    await house.store.outbox.add(
      house.forumId,
      { messages: [], jobs: [], withdrawn: [`test.told:${agenda.id}`] },
      friday,
    );
  });
});

describe('a proposal taken up on an agenda that is out', () => {
  it('is told in the thread, and brought to whoever collects input, as any new item', async () => {
    const agenda = await start();
    const written = { forum: house.forumId, title: 'Ladestandere ved rådhuset', kind: 'briefing', to: 'proposed' };
    await house.press(people.chef, verbs.saveProposal, written);
    const [proposal] = await house.store.agendas.listProposals(house.forumId, ['proposed']);
    expect(proposal?.item.title).toBe('Ladestandere ved rådhuset');
    const accept = { proposal: proposal?.id, revision: proposal?.revision, agenda: agenda.id };
    expect(JSON.stringify(await house.press(people.secretary, verbs.acceptProposal, accept))).toContain(
      'Punktet står på dagsordenen',
    );
    const jobs = (await house.store.outbox.listJobs(house.forumId)).map(({ key }) => key);
    expect(jobs).toContain(`input.follow:${agenda.id}:${agenda.revision + 1}`);
    await house.pass(noteWaitsMs);
    const note = posts().find(({ body }) => String(bodyOf({ body }).text).includes('er ændret:'));
    expect(String(bodyOf(note).text)).toContain('• Nyt: punkt 10, Ladestandere ved rådhuset');
  });
});

describe('an agenda whose card has not arrived in the channel', () => {
  const busy = { status: 429, headers: { 'Retry-After': '1' } };
  const gone = { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } };
  const cardStates = ['waiting', 'sent', 'uncertain', 'not_installed', 'dropped'] as const;
  const cards = async () =>
    (await house.store.outbox.listMessages(house.forumId, cardStates, 50))
      .filter(({ kind }) => kind === agendaMessages.card)
      .map(({ state, attempts }) => ({ state, attempts }));

  /** Publishes while the channel refuses the card, and waits until it has done so once. */
  const publishTo = async (answer: typeof busy | typeof gone, state: 'waiting' | 'not_installed'): Promise<Agenda> => {
    house = await AgendaHouse.start(friday);
    house.connector.script(answer);
    const draft = exampleAgenda({ forumId: house.forumId, state: 'draft', publishedAt: null });
    const made = await house.store.agendas.createAgenda(draft, { note: 'Lavet', by: null, at: friday });
    const published = await publishAgenda(house.acting, made, secretary);
    while (!(await cards()).some((card) => card.state === state && card.attempts === 1))
      await new Promise((resolve) => setTimeout(resolve, 20));
    return published;
  };

  it.each([
    ['the channel is busy', busy, 'waiting'],
    ['the bot is not in the team', gone, 'not_installed'],
  ] as const)('leaves no trace there when it is taken back while %s', async (_, answer, state) => {
    const agenda = await publishTo(answer, state);
    const withdrawn = await endAgenda(house.acting, agenda, 'withdraw', secretary, 'Forkert udgave.');
    await house.pass(noteWaitsMs + 60_000);
    expect(posts()).toEqual([]);

    await endAgenda(house.acting, withdrawn, 'restore', secretary);
    await house.pass(noteWaitsMs + 60_000);
    expect(posts()).toHaveLength(1);
    expect(JSON.stringify(posts()[0]?.body)).toContain('Tidsplan og måltal for budget 2028');
  });

  it('still tells the channel that the meeting is cancelled', async () => {
    const agenda = await publishTo(busy, 'waiting');
    await endAgenda(house.acting, agenda, 'cancel', secretary);
    await house.pass(noteWaitsMs + 60_000);
    expect(posts().map(({ body }) => bodyOf({ body }).text)).toEqual([
      'Mødet i Chefforum onsdag 25. november er aflyst.',
    ]);
  });

  it('is told of when nobody knows whether the card stands there', async () => {
    house = await AgendaHouse.start(friday);
    let failures = 1;
    house.connector.failAfterKeeping(() => (failures-- > 0 ? { status: 502 } : undefined));
    const agenda = await house.publish(exampleAgenda({ forumId: house.forumId }));
    expect(await cards()).toEqual([{ state: 'uncertain', attempts: 1 }]);
    await endAgenda(house.acting, agenda, 'withdraw', secretary);
    const [card] = await house.store.outbox.listMessages(house.forumId, ['uncertain']);
    await house.press(people.secretary, verbs.resolveSending, { id: card?.id, verdict: 'arrived' });
    await house.pass(noteWaitsMs);
    expect(posts().map(({ body }) => bodyOf({ body }).text)).toContain(
      'Dagsordenen til Chefforum onsdag 25. november er taget tilbage.',
    );
  });
});

describe('a press on a card that no longer holds', () => {
  it('of a withdrawn agenda is told so, and what to do', async () => {
    const agenda = await start();
    await endAgenda(house.acting, agenda, 'withdraw', secretary);
    const { value } = await house.press(people.chef, verbs.showAgendaItem, at(agenda, 2), 'channel');
    expect(value).toBe(
      'Dagsordenen til onsdag 25. november 2026 er taget tilbage, så kortet gælder ikke længere. Skriv "dagsorden" for at se den, der gælder.',
    );
  });

  it('of a meeting a year ago is pointed to its minutes', async () => {
    const agenda = await start();
    house.clock.time = new Date('2027-11-20T09:00:00Z');
    const { value } = await house.press(people.chef, verbs.showAgendaItem, at(agenda, 2), 'channel');
    expect(value).toContain('Skriv "møde 25. november 2026", så viser jeg, hvad der blev besluttet.');
    await house.pass(0);
  });

  it('by somebody outside the forum is told nothing of it', async () => {
    const agenda = await start();
    for (const place of ['personal', 'channel'] as const)
      for (const verb of [verbs.showAgenda, verbs.showAgendaItem, verbs.showEarlier, verbs.giveInput]) {
        const { value } = await house.press(people.outsider, verb, at(agenda, 2), place);
        expect(value).toContain('Du er ikke registreret i Chefforum');
      }
  });

  it('on an item that left the agenda is shown the agenda as it is', async () => {
    const agenda = await start();
    await edit(agenda, agenda.entries.slice(0, 5));
    const { value } = await house.press(people.chef, verbs.showAgendaItem, at(agenda, 9), 'channel');
    expect(JSON.stringify(value)).toContain('Punktet står ikke længere på dagsordenen. Her er den, som den er nu.');
    await house.pass(noteWaitsMs);
  });
});

describe('"dagsorden"', () => {
  it('says so when nothing is published', async () => {
    house = await AgendaHouse.start(friday);
    expect((await house.say(people.chef, 'dagsorden')).text).toContain('Der er ikke udsendt nogen dagsorden endnu.');
    const draft = exampleAgenda({ forumId: house.forumId, state: 'draft', publishedAt: null });
    await house.store.agendas.createAgenda(draft, { note: 'Lavet', by: null, at: friday });
    expect((await house.say(people.chef, 'dagsorden')).text).toContain('Der er ikke udsendt nogen dagsorden endnu.');
    const { value } = await house.press(people.chef, verbs.showAgenda, { agenda: draft.id });
    expect(value).toBe('Dagsordenen er ikke udsendt endnu.');
  });

  it('shows the coming agenda, closed items too to those entitled, and only in the personal chat', async () => {
    await start();
    const own = JSON.stringify(await house.say(people.director, 'dagsorden'));
    expect(own).toContain('Lokaleplan for jobcentret');
    expect(JSON.stringify(await house.say(people.chef, 'Dagsordenen'))).not.toContain('jobcentret');
    const open = JSON.stringify(await house.say(people.director, 'dagsorden', 'channel'));
    expect(open).toContain('Tidsplan og måltal for budget 2028');
    expect(open).not.toContain('jobcentret');
  });

  it('leafs to the meeting before and after, and finds one by its date', async () => {
    const agenda = await start();
    await house.publish(exampleAgenda({ id: 'december-0123456789abc', forumId: house.forumId, date: '2026-12-09' }));
    const coming = JSON.stringify(await house.say(people.chef, 'dagsorden'));
    expect(coming).toContain('onsdag 25. november 2026');
    expect(coming).toContain('Næste møde');
    expect(coming).not.toContain('Forrige møde');
    const december = JSON.stringify(await house.say(people.chef, 'dagsorden til mødet den 9. december'));
    expect(december).toContain('onsdag 9. december 2026');
    expect(december).toContain('Forrige møde');
    const { value } = await house.press(people.chef, verbs.showAgenda, { agenda: agenda.id });
    expect(JSON.stringify(value)).toContain('onsdag 25. november 2026');
    expect((await house.say(people.chef, 'dagsorden 1. juni 2026')).text).toContain('Skriv "møde 1. juni 2026"');
  });
});
