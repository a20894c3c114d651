import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../../src/domain/clock.js';
import { noIntents } from '../../../src/domain/outgoing-message.js';
import { archiveShape, toArchiveJson } from '../../../src/features/export/archive-json.js';
import { listShape, type OparlType, oparlShapes, schemaUrl } from '../../../src/features/export/oparl-shapes.js';
import { readForum, readOriginal } from '../../../src/features/export/read-archive.js';
import { toOparl } from '../../../src/features/export/to-oparl.js';
import { toOparlFiles, writeFiles } from '../../../src/features/export/write-export.js';
import { importSeedMembers } from '../../../src/features/members/import-seed-members.js';
import { importSeeds } from '../../../src/features/minutes/import-seeds.js';
import type { Forum } from '../../../src/store/ports.js';
import { sampleAgenda, sampleEntry } from '../../support/sample-agenda.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import {
  opened,
  sampleAnswer,
  sampleRequest,
  sampleRespondent,
  sampleRound,
  saveAnswer,
} from '../../support/sample-input.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

const baseUrl = 'https://data.nordvang.example/oparl/';
const canary = 'zebraflyver';
const exportedAt = new Date('2031-03-01T12:00:00Z');
const tenantId = '11111111-2222-3333-4444-555555555555';

/** Reads a folder as a stranger would: from the system on, address by address, holding each object against the specification. */
function crawl(folder: string): { counts: Map<string, number>; seen: Set<string> } {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  const queue = [`${baseUrl}system.json`];
  for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
    if (seen.has(address)) continue;
    seen.add(address);
    const bytes = readFileSync(join(folder, address.slice(baseUrl.length)));
    if (!address.endsWith('.json')) continue;
    const text = bytes.toString('utf8');
    const types = checkObjects(address, JSON.parse(text));
    for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
    for (const [found] of text.matchAll(/https:\/\/data\.nordvang\.example[^"\\]*/g)) queue.push(found);
  }
  return { counts, seen };
}

const typeOf = ({ type }: { type: string }): OparlType => type.slice(schemaUrl('').length) as OparlType;

/** Holds a list's objects, or the one object at an address, against the specification; gives the type of the one. */
function checkObjects(address: string, content: unknown): OparlType[] {
  const list = listShape.safeParse(content);
  if (list.success) {
    for (const object of list.data.data) oparlShapes[typeOf(object)].parse(object);
    return [];
  }
  const object = z.looseObject({ id: z.literal(address), type: z.string() }).parse(content);
  oparlShapes[typeOf(object)].parse(object);
  return [typeOf(object)];
}

describe('an export of the whole archive', () => {
  let temporary: TemporaryStore;
  let forum: Forum;

  beforeAll(async () => {
    temporary = await openTemporaryStore();
    const { store } = temporary;
    forum = await store.forums.ensureForum('home', 'Chefforum');
    const seedsFolder = fileURLToPath(new URL('../../../seeds', import.meta.url));
    await importSeeds({ store, forum, clock: systemClock }, seedsFolder);
    await importSeedMembers({ members: store.members, forum, tenantId, clock: systemClock }, seedsFolder);
    const items = [
      sampleItem(1, { title: 'Budget', attachments: [{ title: 'Oversigt' }] }),
      sampleItem(2, { title: canary, access: 'closed', decision: `Om ${canary}.` }),
    ];
    await store.minutes.saveDocument(toSave(forum.id, sampleDocument('2031-01-09', { items })));
    const secret = { title: canary, access: 'closed' } as const;
    const agenda = sampleAgenda(forum.id, {
      state: 'published',
      date: '2031-02-13',
      entries: [sampleEntry(1), sampleEntry(2, secret)],
    });
    const by = { by: null, at: new Date() };
    await store.agendas.createAgenda(agenda, { note: 'Lavet', ...by });
    await store.agendas.createAgenda(sampleAgenda(forum.id, { date: '2031-03-13', place: canary }), {
      note: 'Lavet',
      ...by,
    });
    const round = sampleRound(forum.id, { agendaId: agenda.id });
    const [request, respondent] = [sampleRequest(round, null), sampleRespondent(round, 'skole')];
    await store.input.openRound({ round, requests: [request], respondents: [respondent] }, noIntents);
    const value = { kind: 'stance', choice: 'remarks', text: `Mit svar om ${canary}` } as const;
    await saveAnswer(store, sampleAnswer(request, respondent, value), opened);
  });
  afterAll(() => temporary.remove());

  const exportAs = async (closed: boolean) => {
    const { store } = temporary;
    const forums = [await readForum(store, forum, closed)];
    const meetings = new Map(forums.flatMap((one) => one.meetings.map((meeting) => [meeting.id, meeting] as const)));
    const drawn = await toOparl(forums, {
      baseUrl,
      bodyName: 'Nordvang Kommune',
      exportedAt,
      originalOf: async (id) => {
        const meeting = meetings.get(id);
        return meeting === undefined ? null : readOriginal(store, meeting, closed);
      },
    });
    return { json: toArchiveJson(forums, closed, new Date()), drawn };
  };

  test('as JSON holds every meeting and word, in the form it promises', async () => {
    const { json } = await exportAs(true);
    expect(archiveShape.parse(json)).toEqual(json);
    const audience = { forumIds: [forum.id], sees: 'open_and_closed' } as const;
    const stored = await temporary.store.minutes.listMeetings(audience);
    const [exported] = json.forums;
    expect(exported?.meetings.map(({ id }) => id).sort()).toEqual(stored.map(({ id }) => id).sort());
    for (const { id } of stored) {
      const { document } = await temporary.store.minutes.getMeeting(audience, id);
      expect(exported?.meetings.find((meeting) => meeting.id === id)).toMatchObject(
        JSON.parse(JSON.stringify(document)),
      );
    }
    expect(exported?.memberships.length).toBeGreaterThan(3);
  });

  test('as OParl is a folder in which every object is as the specification has it, and every address leads somewhere', async () => {
    const { drawn } = await exportAs(false);
    const folder = join(temporary.file, '..', 'oparl');
    const texts = toOparlFiles(drawn, baseUrl);
    writeFiles(folder, [
      ...texts.map(({ path, text }) => ({ path, content: text })),
      ...drawn.files.map(({ path, bytes }) => ({ path, content: bytes })),
    ]);

    const { counts, seen } = crawl(folder);
    expect([...counts.keys()].sort()).toEqual(Object.keys(oparlShapes).sort());
    for (const type of Object.keys(oparlShapes) as OparlType[])
      expect(counts.get(type), type).toBe(drawn.objects[type].length);
    // Nothing lies in the folder that no address leads to.
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files).toHaveLength(seen.size);
    expect(statSync(join(folder, 'system.json')).mode & 0o077).toBe(0);
    for (const { accessUrl, sha512Checksum, size } of drawn.objects.File) {
      const bytes = readFileSync(join(folder, accessUrl.slice(baseUrl.length)));
      expect([bytes.length, createHash('sha512').update(bytes).digest('hex')]).toEqual([size, sha512Checksum]);
    }
  });

  test('says in OParl what was decided, who was away, and who does what by when', async () => {
    const { drawn } = await exportAs(false);
    const items = drawn.objects.AgendaItem;
    expect(items.filter((item) => item.resolutionText !== undefined).length).toBeGreaterThan(20);
    expect(items.filter((item) => item['Referent:outcome'].some(({ point }) => point !== null)).length).toBeGreaterThan(
      0,
    );
    expect(items.filter((item) => item['Referent:commitment'].some(({ due }) => due !== null)).length).toBeGreaterThan(
      0,
    );
    expect(items.filter((item) => item['Referent:attendance'].absent.length > 0).length).toBeGreaterThan(0);
    // A case taken up again is one paper with several consultations, or at least one each.
    for (const paper of drawn.objects.Paper)
      for (const { id } of paper.consultation)
        expect(drawn.objects.Consultation.find((consultation) => consultation.id === id)?.paper).toBe(paper.id);
  });

  test('says of every OParl object, inner ones too, when it was made and changed, and of no inner one what it stands in', async () => {
    const { drawn } = await exportAs(false);
    /** Every object with a type, wherever it stands, and the types of those around it. */
    const objectsIn = (
      value: unknown,
      around: readonly string[] = [],
    ): { object: object; around: readonly string[] }[] => {
      if (typeof value !== 'object' || value === null) return [];
      const type: unknown = 'type' in value ? value.type : undefined;
      const inside = typeof type === 'string' ? [...around, type.slice(schemaUrl('').length)] : around;
      const below = Object.values(value).flatMap((part) => objectsIn(part, inside));
      return typeof type === 'string' ? [{ object: value, around }, ...below] : below;
    };
    const all = objectsIn(drawn.objects);
    expect(all.filter(({ around }) => around.length > 0).length).toBeGreaterThan(50);
    for (const { object, around } of all) {
      // OParl 1.1, 3.1: both are required of every type.
      expect(object).toMatchObject({ created: expect.any(String), modified: expect.any(String) });
      const { created, modified } = object as { created: string; modified: string };
      expect(created <= modified && modified <= exportedAt.toISOString(), `${created} ${modified}`).toBe(true);
      for (const type of around) expect(object).not.toHaveProperty(type.toLowerCase());
    }
    expect(drawn.objects.Body[0]?.modified).toBe(exportedAt.toISOString());
  });

  test('tells a meeting that was read again from when it was first there', async () => {
    const { store } = temporary;
    const late = new Date('2031-02-20T09:00:00Z');
    const again = sampleDocument('2031-01-10', { items: [sampleItem(1, { title: 'Rettet' })] });
    const first = sampleDocument('2031-01-10', { items: [sampleItem(1, { title: 'Først' })] });
    const { meetingId } = await store.minutes.saveDocument({ ...toSave(forum.id, first), importedAt: opened });
    await store.minutes.saveDocument({ ...toSave(forum.id, again), importedAt: late });
    const { drawn, json } = await exportAs(false);
    const times = { created: opened.toISOString(), modified: late.toISOString() };
    const meeting = drawn.objects.Meeting.find((one) => one['Referent:date'] === '2031-01-10');
    expect(meeting).toMatchObject({ ...times, agendaItem: [times] });
    expect(json.forums[0]?.meetings.find(({ id }) => id === meetingId)?.firstImportedAt).toBe(times.created);
  });

  test('gives closed items to nobody who did not ask for them, in no field and no file', async () => {
    const open = await exportAs(false);
    const everything = JSON.stringify([open.json, open.drawn.objects]);
    expect(everything).not.toContain(canary);
    expect(open.drawn.files.some(({ bytes }) => Buffer.from(bytes).includes(canary))).toBe(false);
    expect(open.drawn.objects.AgendaItem.every((item) => item.public)).toBe(true);
    expect(everything).not.toContain('"input":{');

    const closed = await exportAs(true);
    expect(JSON.stringify(closed.json)).toContain(`Mit svar om ${canary}`);
    expect(closed.drawn.objects.Meeting.map((meeting) => meeting['Referent:date'])).toContain('2031-02-13');
    // A draft is nobody's meeting yet.
    expect(JSON.stringify(closed.drawn.objects)).not.toContain('2031-03-13');
    expect(closed.drawn.objects.AgendaItem.filter((item) => !item.public).map(({ name }) => name)).toContain(canary);
    // Entra ids identify people to machines: what is meant to be published holds none.
    expect(JSON.stringify(closed.drawn.objects)).not.toContain(tenantId);
  });

  test('is refused when something in it is not as the specification asks', async () => {
    const { drawn } = await exportAs(false);
    const [meeting] = drawn.objects.Meeting;
    if (meeting === undefined) throw new Error('no meeting');
    meeting.organization = [`${baseUrl}organization/nobody.json`];
    expect(() => toOparlFiles(drawn, baseUrl)).toThrow(/addresses that it does not hold/);
    Reflect.deleteProperty(meeting, 'cancelled');
    expect(() => toOparlFiles(drawn, baseUrl)).toThrow(/cancelled/);
  });
});
