import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorkingDays } from '../../src/danish/working-days.js';
import { readDocument } from '../../src/document-reader/read-document.js';
import { systemClock } from '../../src/domain/clock.js';
import { homeTenant } from '../../src/domain/home-tenant.js';
import { createAgendaJobs } from '../../src/features/agenda/agenda-jobs.js';
import { receiveAgendaDocument } from '../../src/features/agenda/draft/review-document.js';
import { fillAgendaDates } from '../../src/features/agenda/fill-agenda-dates.js';
import { createRightsOf } from '../../src/features/members/rights-of.js';
import { parseMeetingDocument } from '../../src/minutes-parser/parse-meeting-document.js';
import type { Store } from '../../src/store/ports.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { type ActivityJson, bot, message, press, tenantId } from '../support/activities.js';
import { sampleOriginal } from '../support/sample-document.js';
import { type SeedHouse, startSeedHouse } from '../support/seed-house.js';
import { messageTurn } from '../support/turns.js';

/** Of the seeds, today. */
const people = {
  chair: '4872eff5-b06a-473c-863f-05c72acbe4e3',
  secretary: '89ec3403-57e3-41e5-8124-3c0aed5393e6',
  chef: '40339fb4-ab61-461c-8ac1-d836b76fec9d',
  otherChef: 'ae24b27d-20c9-446d-8201-69df7af5fe23',
  stranger: '99999999-2222-4333-8444-555555555555',
} as const;
type Who = keyof typeof people;

const channel: ActivityJson = {
  conversation: { id: '19:forum@thread.tacv2;messageid=17', conversationType: 'channel', isGroup: true, tenantId },
  channelData: { tenant: { id: tenantId }, team: { id: '19:team' } },
  entities: [{ type: 'mention', text: '<at>Referent</at>', mentioned: bot }],
};
const personal = (who: Who): ActivityJson => ({
  conversation: { id: `a:${who}`, conversationType: 'personal', tenantId },
});

let seeds: SeedHouse;
let store: Store;
let forumId: string;
beforeAll(async () => {
  seeds = await startSeedHouse(systemClock, { withMembers: true });
  store = await openStore({ file: seeds.file, clock: systemClock });
  forumId = (await store.forums.listForums(homeTenant))[0]?.id ?? '';
});
afterAll(async () => {
  await store.close();
  await seeds.close();
});

const from = (who: Who) => ({ from: { id: `29:${who}`, name: who, aadObjectId: people[who] } });

async function say(who: Who, text: string, where: ActivityJson = personal(who)): Promise<string> {
  const { connector } = seeds.house;
  const before = connector.messages.length;
  const written = where === channel ? `<at>Referent</at> ${text}` : text;
  await seeds.house.post(message(connector.serviceUrl, written, { ...where, ...from(who) }));
  // On a busy machine the turn is acknowledged before it is answered.
  for (let waited = 0; waited < 1_000 && connector.messages.length === before; waited += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return JSON.stringify(connector.messages.slice(before));
}

async function pressed(who: Who, verb: string, data: unknown, where: ActivityJson = personal(who)): Promise<string> {
  const sent = { ...press(seeds.house.serviceUrl, verb, data), ...where, ...from(who) };
  return (await seeds.house.post(sent)).text();
}

/** The data of a card's button, by its title. */
function dataOf(card: string, title: string): Record<string, unknown> {
  const found: Record<string, unknown>[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const entry = value as Record<string, unknown>;
    if (entry.type === 'Action.Execute' && (entry.title === title || entry.tooltip === title))
      found.push(entry.data as Record<string, unknown>);
    for (const child of Object.values(entry)) walk(child);
  };
  walk(JSON.parse(card));
  expect(found.length, title).toBeGreaterThan(0);
  return found[0] ?? {};
}

const itemForm = {
  title: 'Ladestandere ved rådhuset',
  kind: 'discussion',
  caseNumber: '05.01.02-G01-4-26',
  presenter: 'Helle Sandvad',
  minutes: '15',
  wanted: 'stillingtagen til placeringen',
  story: 'Der mangler ladestandere.',
  proposer: 'Chefen for Byudvikling & Ejendomme',
  points: 'at placeringen drøftes\n2. at der afsættes 200.000 kr.',
  attachments: 'Kort.pdf',
  closed: 'false',
};

const newest = async () => {
  const [agenda] = await store.agendas.listAgendas(forumId, ['draft', 'scheduled', 'published', 'changed']);
  if (agenda === undefined) throw new Error('no agenda');
  return agenda;
};

describe('Who may make agendas', () => {
  test('is the secretary, and in a personal chat alone', async () => {
    expect(await say('secretary', 'kladde')).toContain('Dagsorden til Chefforum');
    expect(await say('secretary', 'dagsordener', channel)).toContain('vores personlige chat');
    for (const who of ['chef', 'stranger'] as const) {
      const answer = await say(who, 'dagsordener');
      expect(answer).not.toContain('Tidsplan og måltal');
      expect(answer).toMatch(/Du kan ikke|ikke registreret/);
    }
  });

  test('is asked again at every press', async () => {
    const { id, revision, entries } = await newest();
    for (const verb of ['draft.show', 'draft.publish', 'draft.showFindings', 'draft.preview', 'draft.showItemForm'])
      for (const who of ['chef', 'stranger'] as const) {
        const answer = await pressed(who, verb, { agenda: id, revision });
        expect(answer, `${verb} ${who}`).not.toContain('Tidsplan og måltal');
        expect(answer).toMatch(/Du kan ikke|ikke registreret/);
      }
    await pressed('stranger', 'draft.changeItem', { agenda: id, revision, entry: entries[0]?.id, to: 'withdraw' });
    expect((await newest()).revision).toBe(revision);
  });
});

describe('A draft', () => {
  test('is ordered, and the order undone, down to how it was', async () => {
    const before = await newest();
    const second = before.entries[1];
    const moved = await pressed('secretary', 'draft.changeItem', {
      agenda: before.id,
      revision: before.revision,
      entry: second?.id,
      to: 'down',
    });
    expect((await newest()).entries[2]?.id).toBe(second?.id);
    await pressed('secretary', 'draft.changeState', dataOf(moved, 'Fortryd'));
    const { revision: _, ...after } = await newest();
    const { revision: __, ...same } = before;
    expect(after).toEqual(same);
  });

  test('tells a press on an old card so, shows the newest and changes nothing', async () => {
    const { id, revision } = await newest();
    const answer = await pressed('secretary', 'draft.changeState', {
      agenda: id,
      revision: revision - 1,
      to: 'withdraw',
    });
    expect(answer).toContain('siden du åbnede kortet');
    expect((await newest()).state).toBe('draft');
  });

  test('gives a form back with what was written and what is wrong with it', async () => {
    const { id, revision, entries } = await newest();
    const sent = { agenda: id, revision, entry: entries[1]?.id, ...itemForm, caseNumber: 'sag 7', minutes: 'mange' };
    const answer = await pressed('secretary', 'draft.saveItem', { ...sent, start: 'kvart i ti' });
    for (const part of ['sag 7', 'mange', 'kvart i ti', 'Ladestandere ved rådhuset', 'ikke et klokkeslæt'])
      expect(answer).toContain(part);
    expect((await newest()).revision).toBe(revision);
  });

  test('takes no date that is none', async () => {
    const { id, revision } = await newest();
    const sent = { agenda: id, revision, date: 'næste onsdag', startTime: '9', endTime: '8.30', place: '' };
    const answer = await pressed('secretary', 'draft.saveMeeting', sent);
    expect(answer).toContain('er ikke en dato');
    expect((await newest()).revision).toBe(revision);
  });

  test('is shown as it will be posted', async () => {
    const { id, state } = await newest();
    const answer = await pressed('secretary', 'draft.preview', { agenda: id });
    expect(answer).toContain('Sådan kommer dagsordenen til at se ud');
    expect(answer).toContain('Udpegning af medlemmer til styregruppen');
    expect((await newest()).state).toBe(state);
  });
});

describe('A proposal', () => {
  test('is made by a chef, sent back with a word, made better and taken up', async () => {
    const form = await say('chef', 'nyt punkt');
    const saved = await pressed('chef', 'proposal.save', { ...dataOf(form, 'Gem kladde'), ...itemForm });
    expect(saved).toContain('Kun du kan se den');
    const proposed = await pressed('chef', 'proposal.changeState', dataOf(saved, 'Foreslå'));
    expect(proposed).toContain('Punktet er foreslået');
    const [waiting] = await store.agendas.listProposals(forumId, ['proposed']);
    expect(await pressed('otherChef', 'proposal.show', { proposal: waiting?.id })).toContain('en andens');

    const shown = await pressed('secretary', 'proposal.show', { proposal: waiting?.id });
    const asks = await pressed('secretary', 'proposal.showReturnForm', dataOf(shown, 'Send tilbage'));
    await pressed('secretary', 'proposal.return', { ...dataOf(asks, 'Send'), note: 'Skriv, hvad det koster.' });
    expect(await pressed('chef', 'proposal.show', { proposal: waiting?.id })).toContain('Skriv, hvad det koster.');

    const own = await pressed('chef', 'proposal.show', { proposal: waiting?.id });
    await pressed('chef', 'proposal.changeState', dataOf(own, 'Foreslå'));
    const again = await pressed('secretary', 'proposal.show', { proposal: waiting?.id });
    const title = JSON.stringify(JSON.parse(again)).match(/Sæt på [^"]+/)?.[0] ?? '';
    const taken = await pressed('secretary', 'proposal.accept', dataOf(again, title));
    expect(taken).toContain('Punktet står på dagsordenen som punkt 9');
    const { entries } = await newest();
    expect(entries.map(({ item }) => item.topic).slice(-2)).toEqual([
      'Ladestandere ved rådhuset',
      'Temaer til kommende møder og eventuelt',
    ]);
    expect(entries[8]?.item.recommendation?.points).toEqual(['at placeringen drøftes', 'at der afsættes 200.000 kr.']);
    const told = (await store.outbox.listMessages(forumId, ['waiting'], 100)).map(({ kind }) => kind);
    expect(told).toContain('agenda.answered');
    expect(await pressed('secretary', 'proposal.accept', dataOf(again, title))).toContain('Punktet er ændret');
    expect((await newest()).entries).toHaveLength(10);
  });
});

describe('Publishing', () => {
  test('without a channel says how to get one, and keeps the draft', async () => {
    const { id, revision } = await newest();
    const answer = await pressed('secretary', 'draft.publish', { agenda: id, revision });
    expect(answer).toContain('tilknyt kanal');
    expect((await newest()).state).toBe('draft');
  });

  test('by two at once is done by one; the other is told, and one card is sent', async () => {
    await say('secretary', 'tilknyt kanal', channel);
    const { id, revision } = await newest();
    const answers = await Promise.all(
      (['secretary', 'chair'] as const).map((who) => pressed(who, 'draft.publish', { agenda: id, revision })),
    );
    expect(answers.filter((answer) => answer.includes('Dagsordenen er udgivet. Kortet kommer'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes('siden du åbnede kortet'))).toHaveLength(1);
    expect((await newest()).state).toBe('published');
    const cards = (await store.outbox.listMessages(forumId, ['waiting', 'sent'], 100)).filter(
      ({ kind }) => kind === 'agenda.card',
    );
    expect(cards).toHaveLength(1);
    expect(await pressed('secretary', 'draft.publish', { agenda: id, revision: revision + 1 })).toContain(
      'udgivet allerede',
    );
  });

  test('puts it into the archive once, out again when it is withdrawn, and back when that was wrong', async () => {
    const published = await newest();
    const audience = { forumIds: [forumId], sees: 'open_and_closed' } as const;
    const archived = async () => (await store.minutes.listMeetings(audience, 'agenda')).map(({ date }) => date);
    const job = createAgendaJobs({ ...store, clock: systemClock }).find(({ kind }) => kind === 'agenda.archive');
    const run = () =>
      job?.run({
        key: 'k',
        kind: 'agenda.archive',
        forumId,
        payload: { agenda: published.id },
        dueAt: new Date(),
        dropAfter: null,
      });
    await run();
    await run();
    expect(await archived()).toEqual([published.date]);
    const { id, revision } = published;
    const withdraw = { agenda: id, revision, to: 'withdraw' };
    const asked = await pressed('secretary', 'draft.changeState', withdraw);
    expect(asked, 'people have seen it').toContain('Hvorfor? (står i kanalen)');
    expect(await pressed('secretary', 'draft.changeState', { ...withdraw, reason: ' ' })).toContain(
      'Skriv kort hvorfor.',
    );
    expect((await newest()).revision, 'nothing is done before that').toBe(revision);
    const gone = await pressed('secretary', 'draft.changeState', { ...withdraw, reason: 'Forkert udgave.' });
    expect((await store.agendas.listChanges(id))[0]).toMatchObject({
      note: 'Dagsordenen er taget tilbage',
      reason: 'Forkert udgave.',
    });
    await run();
    expect(await archived()).toEqual([]);
    await pressed('secretary', 'draft.changeState', dataOf(gone, 'Lad den gælde igen'));
    await run();
    expect(await archived()).toEqual([published.date]);
    expect((await newest()).state).toBe('changed');
  });

  test('lets a change be seen: the card is brought up to date and the thread told why', async () => {
    const { id, revision, entries } = await newest();
    const sent = {
      agenda: id,
      revision,
      entry: entries[8]?.id,
      ...itemForm,
      minutes: '20',
      reason: 'Sagen er større.',
    };
    await pressed('secretary', 'draft.saveItem', sent);
    const [change] = await store.agendas.listChanges(id);
    expect(change).toMatchObject({ note: 'Rettet: punkt 9, Ladestandere ved rådhuset', reason: 'Sagen er større.' });
    const kinds = (await store.outbox.listMessages(forumId, ['waiting'], 100)).map(({ kind }) => kind);
    expect(kinds).toContain('agenda.note');
  });
});

describe('A document sent in', () => {
  const seed = readFileSync(new URL('../../seeds/agenda/dagsorden.md', import.meta.url), 'utf8');
  const receive = async (who: Who, text: string, fileName = 'dagsorden.md') => {
    const document = parseMeetingDocument(await readDocument(fileName, Buffer.from(text)));
    const desk = {
      ...store,
      clock: systemClock,
      workingDays: createWorkingDays(),
      rightsOf: createRightsOf({ ...store, clock: systemClock }),
    };
    const turn = messageTurn('', {
      sender: { id: '29:x', objectId: people[who], isGuest: false },
      conversation: { id: 'a:1', kind: 'personal', tenantId, teamId: null },
    });
    return JSON.stringify(await receiveAgendaDocument(desk, turn, document, sampleOriginal(fileName, text)));
  };

  test('becomes a draft, changes nothing the second time, and asks before it takes another’s place', async () => {
    const text = fillAgendaDates(seed, '2030-01-16');
    expect(await receive('secretary', text)).toContain('Jeg har lavet en kladde af dagsorden');
    expect(await receive('secretary', text)).toContain('er den samme');
    const answer = await receive('secretary', text.replace('Mødelokale 4', 'Byrådssalen'), 'ny.md');
    expect(answer).toContain('Der er allerede en dagsorden til onsdag 16. januar 2030');
    expect(answer).toContain('Nyt sted: Byrådssalen, Rådhuset');
    const drafts = await store.agendas.listAgendas(forumId, ['draft']);
    expect(drafts.find(({ date }) => date === '2030-01-16')?.place).toBe('Mødelokale 4, Rådhuset');
    const replaced = await pressed('secretary', 'draft.replace', dataOf(answer, 'Sæt den i stedet'));
    expect(replaced).toContain('Dagsordenen er erstattet');
    const [now] = (await store.agendas.listAgendas(forumId, ['draft'])).filter(({ date }) => date === '2030-01-16');
    expect(now?.place).toBe('Byrådssalen, Rådhuset');
    expect(now?.entries.map(({ id }) => id)).toEqual(
      drafts.find(({ date }) => date === '2030-01-16')?.entries.map(({ id }) => id),
    );
  });

  test('is refused when it is minutes, when its meeting has been, for another forum, and from whoever may not', async () => {
    const minutes = readFileSync(new URL('../../seeds/minutes/2025-01-22.txt', import.meta.url), 'utf8');
    await expect(receive('secretary', minutes, 'referat.txt')).rejects.toMatchObject({
      reply: expect.stringContaining('Det er et referat af Chefforum'),
    });
    await expect(receive('secretary', fillAgendaDates(seed, '2025-01-22'))).rejects.toMatchObject({
      reply: expect.stringContaining('er holdt'),
    });
    await expect(receive('chef', fillAgendaDates(seed, '2030-02-13'))).rejects.toMatchObject({ code: 'forbidden' });
    const other = fillAgendaDates(seed, '2030-02-13').replace('DAGSORDEN Chefforum', 'DAGSORDEN Direktionen');
    await expect(receive('secretary', other)).rejects.toMatchObject({
      reply: expect.stringContaining('Du laver dagsordener for Chefforum. Hvilket forum er den til?'),
    });
  });

  test('of sixty items is leafed through, its cards within their size', async () => {
    const items = Array.from(
      { length: 60 },
      (_, index) =>
        `## Punkt ${index + 1}: Sag nummer ${index + 1} om drift og udvikling af et område med et langt navn\n\nKommunaldirektøren indstiller,\n\n1. at punkt ${index + 1} drøftes`,
    );
    const head = '# DAGSORDEN Chefforum d. 13-03-2030\n\nMødedato Onsdag d. 13. marts 2030 kl. 09:00 - 12:00';
    const answer = await receive('secretary', [head, ...items].join('\n\n'), 'lang.md');
    expect(answer).toContain('Viser punkt 1–12 af 60');
    const drafts = await store.agendas.listAgendas(forumId, ['draft']);
    const long = drafts.find(({ date }) => date === '2030-03-13');
    expect(await pressed('secretary', 'draft.show', { agenda: long?.id, page: 5 })).toContain(
      'Viser punkt 49–60 af 60',
    );
    expect(await pressed('secretary', 'draft.preview', { agenda: long?.id })).toContain('Sag nummer 20');
    expect(await pressed('secretary', 'draft.showFindings', { agenda: long?.id })).toContain('Bemærkninger');
  });
});
