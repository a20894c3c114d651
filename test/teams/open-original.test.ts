import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verbs } from '../../src/cards/button.js';
import { homeTenant } from '../../src/domain/home-tenant.js';
import type { MeetingDocument } from '../../src/domain/meeting-document.js';
import { analyseDocument } from '../../src/search/analyse-document.js';
import { invoke, tenantId } from '../support/activities.js';
import { AgendaHouse, people, type Somebody } from '../support/agenda-house.js';
import { FileHost } from '../support/file-host.js';
import { sampleDocument, sampleItem } from '../support/sample-document.js';

const friday = new Date('2026-11-20T09:00:00Z');

interface Offer {
  text?: string;
  attachments?: { name: string; content: { sizeInBytes: number; acceptContext: { handle: string } } }[];
}

/** The file a meeting was read from, sent over HTTP to a person of Teams, who takes it with a consent card. */
describe('"Åbn originalen"', () => {
  let bot: AgendaHouse;
  let host: FileHost;
  const ids: Record<string, string> = {};

  async function save(
    forumId: string,
    document: MeetingDocument,
    fileName: string,
    bytes: Uint8Array,
  ): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const entries = analyseDocument(document);
    const original = { fileName, bytes, sha256 };
    return (await bot.store.minutes.saveDocument({ forumId, document, original, entries, importedAt: friday }))
      .meetingId;
  }

  const pdf = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256);
  const open = sampleDocument('2026-03-05');
  const withClosed = sampleDocument('2026-04-02', { items: [sampleItem(1), sampleItem(2, { access: 'closed' })] });

  beforeAll(async () => {
    [bot, host] = [await AgendaHouse.start(friday), await FileHost.start()];
    const { forumId } = bot;
    ids.open = await save(forumId, open, 'Referat – æøå.pdf', pdf);
    ids.closed = await save(forumId, withClosed, 'lukket.md', Buffer.from('# Lukket'));
    const later = sampleDocument('2026-05-07');
    await save(forumId, later, 'første.md', Buffer.from('# Første'));
    ids.corrected = await save(forumId, later, 'anden.md', Buffer.from('# Anden'));
    const closedSince = sampleDocument('2026-06-04', { items: [sampleItem(1), sampleItem(2)] });
    await save(forumId, closedSince, 'før.md', Buffer.from('# Før'));
    const items = [sampleItem(1), sampleItem(2, { access: 'closed' })];
    ids.closedSince = await save(forumId, { ...closedSince, items }, 'efter.md', Buffer.from('# Efter'));
    const elsewhere = await bot.store.forums.ensureForum(homeTenant, 'Direktionen');
    ids.elsewhere = await save(elsewhere.id, open, 'andre.md', Buffer.from('# Andre'));
  });
  afterAll(async () => {
    host.close();
    await bot.close();
  });

  /** What a press is answered with, and the file that is offered after it, if one is. */
  async function ask(who: Somebody, data: Record<string, unknown>, place: 'personal' | 'channel' = 'personal') {
    const before = bot.connector.messages.length;
    const answer = JSON.stringify(await bot.press(who, verbs.openOriginal, data, place));
    return { answer, offer: bot.connector.messages.slice(before)[0] as Offer | undefined };
  }

  async function take(who: Somebody, offer: Offer | undefined): Promise<Buffer | undefined> {
    const [card] = offer?.attachments ?? [];
    const { handle } = card?.content.acceptContext ?? { handle: '' };
    const told = host.requests.length;
    await bot.house.post({
      ...invoke(bot.house.serviceUrl, 'fileConsent/invoke', {
        type: 'fileUpload',
        action: 'accept',
        context: { handle },
        uploadInfo: {
          contentUrl: host.url('/my/file'),
          name: 'file',
          uploadUrl: host.url('/up'),
          uniqueId: 'u',
          fileType: 'pdf',
        },
      }),
      ...{ from: who, conversation: { id: `a:${who.id}`, conversationType: 'personal', tenantId } },
    });
    return host.requests[told]?.body;
  }

  test('gives a chef the imported file byte for byte, with its own name', async () => {
    const { answer, offer } = await ask(people.chef, { meeting: ids.open });
    expect(answer).toContain('Her er filen');
    expect(offer?.attachments?.[0]).toMatchObject({ name: 'Referat – æøå.pdf', content: { sizeInBytes: pdf.length } });
    expect(await take(people.chef, offer)).toEqual(Buffer.from(pdf));
  });

  test('stands on the meeting and its items in the personal chat, whether the file may be given or not, and never in a channel', async () => {
    for (const meeting of [ids.open, ids.closed])
      for (const [verb, data] of [
        [verbs.showMeeting, { meeting }],
        [verbs.showItem, { meeting, item: 1 }],
      ] as const) {
        expect(JSON.stringify(await bot.press(people.chef, verb, data))).toContain(verbs.openOriginal);
        expect(JSON.stringify(await bot.press(people.director, verb, data, 'channel'))).not.toContain(
          verbs.openOriginal,
        );
      }
    const { answer, offer } = await ask(people.director, { meeting: ids.open }, 'channel');
    expect(answer).toContain('vores egen chat');
    expect(offer).toBeUndefined();
  });

  test('gives a file that holds closed items to those alone who may see them', async () => {
    const refused = await ask(people.chef, { meeting: ids.closed });
    expect(refused.answer).toContain('Filen kan jeg ikke give dig');
    expect(refused.answer).not.toContain('lukket');
    expect(refused.offer).toBeUndefined();
    const { offer } = await ask(people.director, { meeting: ids.closed });
    expect((await take(people.director, offer))?.toString()).toBe('# Lukket');
  });

  test('offers the earlier versions too, each for itself', async () => {
    const { answer, offer } = await ask(people.chef, { meeting: ids.corrected });
    expect(answer).toContain('Udgave 2, som gælder');
    expect(answer).toContain('første');
    expect((await take(people.chef, offer))?.toString()).toBe('# Anden');
    const first = await ask(people.chef, { meeting: ids.corrected, version: 1 });
    expect((await take(people.chef, first.offer))?.toString()).toBe('# Første');
  });

  test('gives no earlier version that shows what was closed since', async () => {
    for (const data of [{ meeting: ids.closedSince }, { meeting: ids.closedSince, version: 1 }]) {
      const { answer, offer } = await ask(people.chef, data);
      expect(answer).toContain('Filen kan jeg ikke give dig');
      expect(offer).toBeUndefined();
    }
    const { offer } = await ask(people.chair, { meeting: ids.closedSince, version: 1 });
    expect((await take(people.chair, offer))?.toString()).toBe('# Før');
  });

  test('says the same of another forum’s file as of one that never was', async () => {
    const unknown = await ask(people.chair, { meeting: 'no-such-meeting' });
    expect(await ask(people.chair, { meeting: ids.elsewhere })).toEqual(unknown);
    expect(unknown.answer).toContain('Det møde kan jeg ikke finde');
    expect((await ask(people.outsider, { meeting: ids.open })).offer).toBeUndefined();
    expect((await ask(people.chef, { meeting: ids.open, version: 99 })).answer).toContain(
      'Filen kan jeg ikke give dig',
    );
  });
});
