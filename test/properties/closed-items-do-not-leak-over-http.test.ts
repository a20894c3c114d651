import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verbs } from '../../src/cards/button.js';
import type { AgendaItem } from '../../src/domain/agenda-item.js';
import { homeTenant } from '../../src/domain/home-tenant.js';
import type { MeetingDocument } from '../../src/domain/meeting-document.js';
import { noIntents } from '../../src/domain/outgoing-message.js';
import { analyseDocument } from '../../src/search/analyse-document.js';
import { search } from '../support/activities.js';
import { exampleAgenda } from '../support/agenda-examples.js';
import { AgendaHouse, keyOf, people, type Somebody } from '../support/agenda-house.js';
import { closedItems, readQuestions, readSeeds, rewriteClosed } from '../support/closed-seeds.js';
import { createMemoryKeptFiles } from '../support/memory-kept-files.js';
import { sampleDocument, sampleItem } from '../support/sample-document.js';

/**
 * Two bots whose stores differ in what one must not see, and in nothing else, must say the same over HTTP, to the last byte: to
 * a chef, to a channel with everybody in it, to whoever stands outside, and in the search that can be put into any chat.
 */
const friday = new Date('2026-11-20T09:00:00Z');
const isLong = process.env.REFERENT_LONG !== undefined;

/** Stand in closed items only, another in each place. */
const canaries = Array.from({ length: 20 }, () => `kanarie${randomBytes(6).toString('hex')}`);
/** So many of them are asked about in the tests, and so come back in what is said. */
const mostTyped = 4;
const canary = (number: number): string => canaries[number % canaries.length] ?? '';

/** What is hidden in one bot and not in the other. */
interface Hidden {
  closed(item: AgendaItem, index: number): AgendaItem[];
  otherForum: readonly MeetingDocument[];
  agendaItem: string;
  enquiry: string;
}

const withCanary = (item: AgendaItem, index: number): AgendaItem => ({
  ...item,
  title: `${item.title} ${canary(index)}`,
  topic: `${item.topic} ${canary(index)}`,
  decision: `${item.decision ?? ''} ${canary(index + 1)}`,
  presenters: [canary(index + 2)],
  sections: item.sections.map((section) => ({ ...section, text: `${section.text} ${canary(index + 3)}` })),
});

const otherForum = ['2021-09-09', '2025-05-05'].map((date, index) =>
  sampleDocument(date, {
    forum: 'Direktionen',
    items: [sampleItem(1, { title: `Budget 2026 ${canary(8 + index)}` }), sampleItem(2, { title: 'Sygefravær' })],
  }),
);

const full: Hidden = {
  closed: (item, index) => [withCanary(item, index)],
  otherForum,
  agendaItem: `Lokaleplan ${canary(12)}`,
  enquiry: `Hvorfor ${canary(13)}?`,
};
const empty: Hidden = { closed: () => [], otherForum: [], agendaItem: 'Noget andet', enquiry: 'Hvorfor?' };

interface World {
  house: AgendaHouse;
  agendaId: string;
  enquiryId: string;
  /** Every file anybody was offered. */
  files: string[];
}

async function save(house: AgendaHouse, forumId: string, document: MeetingDocument): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(document));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await house.store.minutes.saveDocument({
    forumId,
    document,
    original: { fileName: `${document.date}.txt`, bytes, sha256 },
    entries: analyseDocument(document),
    importedAt: friday,
  });
}

async function open(documents: readonly MeetingDocument[], hidden: Hidden): Promise<World> {
  const files: string[] = [];
  const kept = createMemoryKeptFiles();
  const house = await AgendaHouse.start(friday, {
    ...kept,
    keep: (file, owner) => {
      files.push(`${file.name}\n${Buffer.from(file.bytes).toString('utf8')}`);
      return kept.keep(file, owner);
    },
  });
  const { store, forumId } = house;
  let index = 0;
  for (const document of documents)
    await save(
      house,
      forumId,
      rewriteClosed(document, (item) => hidden.closed(item, index++)),
    );
  const other = await store.forums.ensureForum(homeTenant, 'Direktionen');
  const { memberships } = await store.members.getRegister(forumId);
  const chair = memberships
    .filter(({ role }) => role === 'chair')
    .map((one) => ({ ...one, id: 'o', forumId: other.id }));
  const change = { note: 'Indlæst', by: null, at: friday };
  await store.members.saveRegister(other.id, { departments: [], memberships: chair, deputies: [] }, 0, change);
  for (const document of hidden.otherForum) await save(house, other.id, document);
  const agenda = exampleAgenda({ forumId });
  const entries = agenda.entries.map((entry) =>
    entry.item.access === 'closed'
      ? { ...entry, item: { ...entry.item, title: hidden.agendaItem, topic: hidden.agendaItem } }
      : entry,
  );
  const { id: agendaId } = await house.publish({ ...agenda, entries });
  const everybody = { forumIds: [forumId], sees: 'open' } as const;
  // The published agenda is found in the archive too, as soon as that is done.
  while ((await store.minutes.findMeetings(everybody, agenda.date)).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const asked = await store.enquiries.ask(
    {
      forumId,
      access: 'closed',
      asker: { person: keyOf(people.director), name: people.director.name },
      question: hidden.enquiry,
      context: null,
      questionKey: hidden.enquiry,
      searched: { topic: '', meetingCount: 6, firstYear: 2019, lastYear: 2024 },
      askedAt: friday,
    },
    10,
    () => noIntents,
  );
  return { house, agendaId, enquiryId: asked?.enquiry.id ?? '', files };
}

/** Ids are random: what matters is that the same thing is meant, so each is named by its place in what was said. */
function withoutIds(said: string): string {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const known = names.get(id) ?? `#${names.size + 1}`;
    names.set(id, known);
    return known;
  };
  return said
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, nameOf)
    .replace(/"(?=[\w-]*[\d_A-Z-])[\w-]{22}"/g, nameOf)
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://teams');
}

type Look = (world: World) => Promise<unknown>;

/** All that was said to one look, and all that became of it. */
async function seen(world: World, look: Look): Promise<string> {
  const { connector } = world.house;
  const [before, offered] = [connector.messages.length, world.files.length];
  const given = await look(world);
  return withoutIds(
    JSON.stringify([
      given,
      connector.messages.slice(before).filter((message) => !isUnasked(message)),
      world.files.slice(offered),
    ]),
  );
}

const searchFor =
  (who: Somebody, text: string): Look =>
  async ({ house: { house } }) =>
    (await house.post(search(house.serviceUrl, text, { from: who }))).text();

const say =
  (who: Somebody, text: string, place: 'personal' | 'channel' = 'personal'): Look =>
  ({ house }) =>
    house.say(who, text, place);

const press =
  (who: Somebody, verb: string, data: (world: World) => unknown, place: 'personal' | 'channel' = 'personal'): Look =>
  (world) =>
    world.house.press(who, verb, data(world), place);

/** What is sent to the secretaries comes in its own time, and is none of the asker's. */
const askSecretariat =
  (question: string): Look =>
  async ({ house }) => {
    const answer = await house.press(people.chef, verbs.askSecretariat, { question });
    await house.pass(0);
    return answer;
  };

const isUnasked = (message: Record<string, unknown>): boolean =>
  'members' in message || JSON.stringify(message.conversation ?? '').includes('a:with-');

const meetingOn =
  (date: string, item?: number) =>
  async ({ house }: World): Promise<unknown> => {
    const audience = { forumIds: [house.forumId], sees: 'open' } as const;
    const [meeting] = await house.store.minutes.findMeetings(audience, date);
    return item === undefined ? { meeting: meeting?.id } : { meeting: meeting?.id, item };
  };

const pressFor =
  (who: Somebody, verb: string, data: (world: World) => Promise<unknown>, place: 'personal' | 'channel'): Look =>
  async (world) =>
    world.house.press(who, verb, await data(world), place);

describe('over HTTP, someone who may not see closed items or another forum', () => {
  let documents: MeetingDocument[] = [];
  let worlds: World[] = [];
  let looks = 0;

  beforeAll(async () => {
    documents = await readSeeds();
    worlds = [await open(documents, full), await open(documents, empty)];
  });
  afterAll(async () => {
    for (const { house } of worlds) await house.close();
  });

  async function expectSame(...all: Look[]): Promise<void> {
    for (const look of all) {
      const [first, ...others] = await Promise.all(worlds.map((world) => seen(world, look)));
      for (const other of others) expect(other).toBe(first);
      looks += 1;
    }
  }

  const questions = (every: number, from = 0): string[] =>
    readQuestions().filter((_question, index) => isLong || index % every === from);

  it('gets the same answers to questions, alone, in the channel and from outside', async () => {
    for (const question of questions(3)) await expectSame(say(people.chef, question));
    for (const question of questions(8, 1)) await expectSame(say(people.secretary, question, 'channel'));
    for (const question of questions(40, 2)) await expectSame(say(people.outsider, question));
  });

  it('gets the same answers when asking in the very words of what is hidden', async () => {
    const hidden = documents.flatMap(({ date, items }) =>
      items.filter(({ number }) => closedItems.get(date)?.includes(number)),
    );
    const words = [
      ...hidden.flatMap(({ title, decision }) => [title, (decision ?? title).slice(0, 300)]),
      ...canaries.slice(0, mostTyped),
    ];
    for (const asked of words)
      await expectSame(
        say(people.chef, asked),
        say(people.director, asked, 'channel'),
        searchFor(people.director, asked),
        askSecretariat(asked.slice(0, 300)),
      );
    await expectSame(say(people.chef, 'Hvor mange punkter var lukkede?'), say(people.chef, 'Vis alle lukkede punkter'));
  });

  it('finds the same in the search of the compose box, even when entitled', async () => {
    for (const question of questions(8, 3)) {
      const word = question.split(' ').toSorted((one, other) => other.length - one.length)[0] ?? '';
      await expectSame(searchFor(people.secretary, word), searchFor(people.outsider, word));
    }
    await expectSame(searchFor(people.director, ''));
  });

  const places = ['personal', 'channel'] as const;

  it('browses the same meetings, items and lists, and is refused in the same words', async () => {
    const commands = ['møder', 'hjælp', 'dagsorden', 'medlemmer', 'henvendelser', 'udsendelser', 'kladde'];
    const whole = documents.flatMap(({ date, items }) =>
      [99, ...items.map(({ number }) => number)].map((item) => ({ date, item })),
    );
    for (const place of places) {
      for (const text of commands) await expectSame(say(people.chef, text, place), say(people.outsider, text, place));
      for (const { date } of documents) {
        await expectSame(say(people.chef, `møde ${date}`, place));
        await expectSame(pressFor(people.outsider, verbs.showMeeting, meetingOn(date), place));
      }
      for (const { date, item } of whole)
        await expectSame(pressFor(people.chef, verbs.showItem, meetingOn(date, item), place));
    }
    for (const { date, item } of whole) await expectSame(say(people.chef, `punkt ${date} ${item}`));
  });

  it('walks the same archive by case, attachment, deadline and absence, and takes the same lists as files', async () => {
    const numbers = documents.flatMap(({ items }) => items.flatMap(({ caseNumber }) => caseNumber?.text ?? []));
    const papers = documents.flatMap(({ items }) => items.flatMap(({ attachments }) => attachments));
    const absent = documents.flatMap(({ items }) => items.flatMap((item) => item.absent));
    const named: readonly [string, string][] = [
      ...[...new Set(numbers)].map((number): [string, string] => ['case', number]),
      ...[...new Set(papers.map(({ title }) => title))].map((title): [string, string] => [
        'attachments',
        title.slice(0, 60),
      ]),
      ...[...new Set(absent.map(({ name }) => name))].map((name): [string, string] => ['absences', name]),
    ];
    const typed: readonly [string, string][] = [
      ...named.filter((_, index) => isLong || index % 5 === 0),
      ['case', '00.30.10'],
      ['attachments', ''],
      ['absences', ''],
      ['deadlines', ''],
      ['deadlines', 'passerede'],
      ['deadlines', 'mine'],
    ];
    for (const [index, [list, asked]] of typed.entries())
      for (const place of places) {
        if (!isLong && place === 'channel' && index % 4 !== 0) continue;
        await expectSame(press(people.chef, verbs.showWalk, () => ({ list, asked }), place));
        await expectSame(press(people.chef, verbs.exportWalk, () => ({ list, asked }), place));
      }
    for (const text of ['sag 00.30.10', 'bilag', 'frister', 'passerede frister', 'fravær', 'nyt siden 2020'])
      for (const place of places) await expectSame(say(people.chef, text, place), say(people.outsider, text, place));
    for (const { date } of documents.filter((document) => !closedItems.has(document.date)))
      for (const place of places) await expectSame(pressFor(people.chef, verbs.openOriginal, meetingOn(date), place));
  });

  it('reads the same agenda, is offered the same files, and learns nothing of questions to the secretariat', async () => {
    const entries = exampleAgenda().entries.map(({ id }) => id);
    for (const place of places) {
      await expectSame(press(people.chef, verbs.showAgenda, ({ agendaId }) => ({ agenda: agendaId }), place));
      for (const entry of entries)
        for (const verb of [verbs.showAgendaItem, verbs.showEarlier])
          await expectSame(press(people.chef, verb, ({ agendaId }) => ({ agenda: agendaId, entry }), place));
      for (const verb of [verbs.showEnquiry, verbs.answerEnquiry, verbs.takeBackEnquiry, verbs.markEnquiry])
        await expectSame(
          press(people.chef, verb, ({ enquiryId }) => ({ enquiry: enquiryId, answer: 'x', worthAdding: true }), place),
        );
      for (const question of ['alle beslutninger om budget', 'hvad har vi besluttet om sygefravær'])
        await expectSame(press(people.chef, verbs.exportAnswer, () => ({ question }), place));
    }
    expect(worlds[0]?.files.length, 'a list as a file was among them').toBeGreaterThan(0);
  });

  it('was compared often enough, and no word of what is hidden stands in anything said, logged or counted', async () => {
    expect(looks).toBeGreaterThanOrEqual(500);
    for (const { house, files } of worlds) {
      const metrics = await (await fetch(house.house.url('/metrics'))).text();
      const outgoing = await house.store.outbox.listMessages(house.forumId, ['sent', 'waiting', 'dropped'], 100);
      const said = JSON.stringify(house.connector.visible);
      for (const word of canaries)
        for (const text of [house.house.log, metrics, JSON.stringify(outgoing)]) expect(text).not.toContain(word);
      for (const word of canaries.slice(mostTyped))
        for (const text of [said, files.join('\n')]) expect(text).not.toContain(word);
    }
  });

  it('is told apart from someone who may: these do see that the stores differ', async () => {
    const differ = async (look: Look): Promise<boolean> =>
      new Set(await Promise.all(worlds.map((world) => seen(world, look)))).size > 1;
    expect(await differ(say(people.director, 'møde 9. september 2021'))).toBe(true);
    expect(await differ(say(people.chair, 'møder'))).toBe(true);
    expect(await differ(say(people.director, 'dagsorden'))).toBe(true);
    expect(await differ(press(people.secretary, verbs.showEnquiry, ({ enquiryId }) => ({ enquiry: enquiryId })))).toBe(
      true,
    );
  });
});
