import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';
import { formatLongDate } from '../../src/danish/date-format.js';
import { readDocument } from '../../src/document-reader/read-document.js';
import { fillAgendaDates } from '../../src/features/agenda/fill-agenda-dates.js';
import { parseMeetingDocument } from '../../src/minutes-parser/parse-meeting-document.js';
import { type ActivityJson, activity, invoke, press, tenantId } from '../support/activities.js';
import { agendaInPdf, agendaInPlainText, agendaInWord } from '../support/agenda-file.js';
import { buttonsOf, cardOf, textsOf } from '../support/card-contents.js';
import { FileHost, fileMessage } from '../support/file-host.js';
import { type SeedHouse, startSeedHouse } from '../support/seed-house.js';

const friday = new Date('2026-11-20T09:00:00Z');
let now = friday;
const clock = { now: () => now };

const secretary = { id: '29:secretary', name: 'Sekretær', aadObjectId: '' };

/** What is sent when a file is offered. */
interface Offer {
  attachments?: { contentType: string; content: { acceptContext?: { handle: string }; sizeInBytes?: number } }[];
}

const agendaSeed = readFileSync(new URL('../../seeds/agenda/dagsorden.md', import.meta.url), 'utf8');

const textOf = (sent: unknown): string => JSON.stringify(sent);

const minutesText = (date: string, decision: string): string => `# Referat Chefforum

Dato: ${date} kl. 9.00 - 11.00
Sted: Mødelokale 2

## Punkt 1: Budgetopfølgning

### Resumé
Forbruget følger budgettet.

### Beslutning
${decision}

## Punkt 2: Fortrolig drøftelse af en lejeaftale

### Beslutning
Drøftet.
`;

describe('a file sent to the bot', () => {
  let seeds: SeedHouse;
  let host: FileHost;
  beforeAll(async () => {
    const row = readFileSync(new URL('../../seeds/members.csv', import.meta.url), 'utf8')
      .split('\n')
      .map((line) => line.split(';'))
      .find((cells) => cells[5] === 'secretary' && (cells[7] ?? '').trim() === '');
    secretary.aadObjectId = row?.[0] ?? '';
    seeds = await startSeedHouse(clock, { withMembers: true });
    host = await FileHost.start();
  });
  afterAll(async () => {
    host.close();
    await seeds.close();
  });

  beforeEach(() => {
    host.requests.length = 0;
    now = friday;
  });

  const brings = (url: string, name: string, parts: ActivityJson = {}): ActivityJson =>
    fileMessage(seeds.house.serviceUrl, url, name, { from: secretary, ...parts });

  /** Posts an activity and waits until the bot has sent so many messages. */
  async function sends(posted: ActivityJson, count: number): Promise<Record<string, unknown>[]> {
    const { connector } = seeds.house;
    const before = connector.messages.length;
    await seeds.house.post(posted);
    while (connector.messages.length < before + count) await new Promise((resolve) => setTimeout(resolve, 25));
    return connector.messages.slice(before);
  }
  async function presses(verb: string, data: unknown, from: unknown = secretary): Promise<{ value: unknown }> {
    const response = await seeds.house.post({ ...press(seeds.house.serviceUrl, verb, data), from });
    return (await response.json()) as { value: unknown };
  }
  const pendingIn = (sent: unknown): string => /"pending":"([\w-]{22})"/.exec(textOf(sent))?.[1] ?? '';

  test('is read, reviewed, put into the archive once, and taken back', async () => {
    const url = host.put('/referat.md', Buffer.from(minutesText('12. november 2026', 'Godkendt.')));
    const [reading, review] = await sends(brings(url, '../hemmeligt/referat.md'), 2);
    expect(reading?.text).toBe('Jeg læser referat …');
    expect(textOf(review)).toContain('Referat: Chefforum torsdag 12. november 2026');
    // Unclear means closed: the item that speaks of "fortrolig" has its mark.
    expect(textOf(review)).toMatch(/"id":"closed1"[^}]*"value":"true"/);
    expect(textOf(review)).toMatch(/"id":"closed0"[^}]*"value":"false"/);
    expect(host.requests).toMatchObject([{ method: 'GET', authorization: undefined }]);
    expect(seeds.house.log).not.toContain('127.0.0.1:');

    const pending = pendingIn(review);
    expect(pending).not.toBe('');
    const data = { pending, page: 1, to: 1, closed0: 'false', closed1: 'true' };
    const stranger = await presses('minutes.archiveReview', data, { id: '29:other', aadObjectId: 'other' });
    expect(textOf(stranger)).toContain('Den fil har jeg ikke længere');

    const archived = await presses('minutes.archiveReview', data);
    expect(textOf(archived)).toContain('Referatet ligger i arkivet');
    const again = await presses('minutes.archiveReview', data);
    expect(textOf(again)).toContain('Referatet ligger i arkivet');
    const [shown] = await sends(
      activity(seeds.house.serviceUrl, { from: secretary, text: 'møde 12. november 2026' }),
      1,
    );
    expect(textOf(shown)).toContain('Budgetopfølgning');

    const corrected = host.put('/rettet.md', Buffer.from(minutesText('12. november 2026', 'Udsat til næste møde.')));
    const [, difference] = await sends(brings(corrected, 'rettet.md'), 2);
    expect(textOf(difference)).toContain('Punkt 1: beslutningen er en anden');
    const second = pendingIn(difference);
    await presses('minutes.archiveReview', { pending: second, page: 1, to: 1 });
    expect(textOf(await presses('minutes.takeBackReview', { pending })), 'a newer one is in force').toContain(
      'nyere udgave',
    );
    expect(textOf(await presses('minutes.takeBackReview', { pending: second }))).toContain('taget tilbage');
    expect(textOf(await presses('minutes.takeBackReview', { pending }))).toContain('taget tilbage');
    const [gone] = await sends(
      activity(seeds.house.serviceUrl, { from: secretary, text: 'møde 12. november 2026' }),
      1,
    );
    expect(textOf(gone)).toContain('Intet møde');
  });

  test('that is an agenda becomes a draft, and what nobody may use is not fetched', async () => {
    const agenda = Buffer.from(fillAgendaDates(agendaSeed, '2027-01-13'));
    const [, draft] = await sends(brings(host.put('/dagsorden.md', agenda), 'dagsorden.md'), 2);
    expect(textOf(draft)).toContain('agsorden');
    expect(pendingIn(draft)).toBe('');
    host.requests.length = 0;
    const stranger = { from: { id: '29:other', aadObjectId: 'other' } };
    await sends(brings(host.url('/dagsorden.md'), 'dagsorden.md', stranger), 1);
    const channel = { conversation: { id: '19:c', conversationType: 'channel', isGroup: true, tenantId } };
    const [refused] = await sends(brings(host.url('/dagsorden.md'), 'dagsorden.md', channel), 1);
    expect(textOf(refused)).toContain('personlig chat');
    expect(host.requests).toEqual([]);
  });

  test('that cannot be fetched or read is told in Danish, and no address is logged', async () => {
    const cases: [string, string][] = [
      [host.url('/missing.pdf'), 'Jeg kunne ikke hente filen'],
      [host.url('/hop0'), 'Jeg kunne ikke hente filen'],
      ['https://contoso.sharepoint.com.evil.example/secret-token', 'Jeg henter kun filer fra jeres eget SharePoint'],
      [host.put('/no.pdf', Buffer.from('MZ\x00\x00 not a pdf')), 'Jeg kunne ikke læse filen'],
    ];
    for (const [url, reply] of cases) {
      const [, told] = await sends(brings(url, 'referat.pdf'), 2);
      expect(textOf(told), url).toContain(reply);
    }
    expect(host.requests.filter(({ path }) => path.startsWith('/hop'))).toHaveLength(4);
    expect(seeds.house.log).not.toMatch(/secret-token|sharepoint|referat\.pdf/);
  });

  test('by somebody whose Teams is English is answered in English to the last word: minutes, an agenda, what cannot be read', async () => {
    const english = { locale: 'en-GB' };
    const text = minutesText('19. november 2026', 'Godkendt. Næste møde er onsdag den 4. december 2026.');
    const [reading, review] = await sends(brings(host.put('/nyt.md', Buffer.from(text)), 'nyt.md', english), 2);
    expect(reading?.text).toBe('I am reading nyt …');
    const card = cardOf(review ?? {});
    expect(textsOf(card)).toEqual(
      expect.arrayContaining([
        'Minutes: Chefforum Thursday 19 November 2026',
        expect.stringMatching(/^I have read 2 items in nyt\S+md\. Nothing is in the archive yet\.$/),
        expect.stringMatching(/^• The weekday does not fit: "onsdag den 4\. december 2026" is a Friday\.$/),
        'Closed items',
      ]),
    );
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Put into the archive', 'Discard']);
    const [archive] = buttonsOf(card);
    const pressed = {
      ...press(seeds.house.serviceUrl, archive?.verb ?? '', archive?.data),
      from: secretary,
      ...english,
    };
    const { value } = (await (await seeds.house.post(pressed)).json()) as { value: AdaptiveCard };
    expect(textsOf(value)[0]).toBe('The minutes are in the archive');
    expect(buttonsOf(value).map(({ title }) => title)).toEqual(['Show the meeting', 'Take back']);

    const [, damaged] = await sends(brings(host.put('/x.pdf', Buffer.from('MZ\x00\x00')), 'x.pdf', english), 2);
    expect(damaged?.text).toMatch(/^I could not read the file\. The file/);
    const other = fillAgendaDates(agendaSeed, '2027-01-20').replace('DAGSORDEN Chefforum', 'DAGSORDEN Direktionen');
    const [, foreign] = await sends(brings(host.put('/d.md', Buffer.from(other)), 'd.md', english), 2);
    expect(String(foreign?.text)).toMatch(/^The document says that the agenda is for Direktionen/);
  });

  test.each([
    ['PDF', 'pdf', () => agendaInPdf('2027-02-10'), '2027-02-10'],
    ['plain text', 'txt', async () => Buffer.from(await agendaInPlainText('2027-02-24')), '2027-02-24'],
  ] as const)('that is an agenda as %s becomes the same draft as its Word file', async (_, ending, make, date) => {
    const bytes = await make();
    const [, draft] = await sends(brings(host.put(`/dagsorden.${ending}`, Buffer.from(bytes)), `d.${ending}`), 2);
    const card = cardOf(draft ?? {});
    expect(textsOf(card)[0]).toBe(`Dagsorden til Chefforum ${formatLongDate(date)}`);
    expect(textsOf(card).join('\n')).toContain('Jeg har lavet en kladde af');
    const made = await parseMeetingDocument(await readDocument('d.docx', Buffer.from(await agendaInWord(date))));
    for (const { topic } of made.items) expect(textsOf(card)).toContain(topic);
    expect(textsOf(card)).toContain(String(made.items.length));
  });

  describe('a file that is offered', () => {
    /** Asks for one, and gives what was said to that. */
    async function asks(parts: ActivityJson = {}): Promise<Offer> {
      const data = { question: 'hvilke beslutninger er der om budget?' };
      const { house } = seeds;
      const pressed = { ...press(house.serviceUrl, 'decisions.exportAnswer', data), from: secretary, ...parts };
      return (await sends(pressed, 1))[0] as unknown as Offer;
    }
    const handleIn = ({ attachments: [card] = [] }: Offer): string => card?.content.acceptContext?.handle ?? '';
    const answers = (handle: string, value: ActivityJson, from: unknown = secretary): ActivityJson => ({
      ...invoke(seeds.house.serviceUrl, 'fileConsent/invoke', {
        type: 'fileUpload',
        context: { handle },
        ...value,
      }),
      from,
    });
    const accepts = (handle: string, uploadUrl = host.url('/up'), from: unknown = secretary): ActivityJson => {
      const uploadInfo = { contentUrl: host.url('/my/file.csv'), name: 'file.csv', uploadUrl };
      const accepted = { action: 'accept', uploadInfo: { ...uploadInfo, uniqueId: 'u', fileType: 'csv' } };
      return answers(handle, accepted, from);
    };
    const told = async (posted: ActivityJson): Promise<string> => textOf((await sends(posted, 1))[0]);

    test('is given once, to the one who asked, and only to an allowed place', async () => {
      const offer = await asks();
      const [card] = offer.attachments ?? [];
      expect(card?.contentType).toBe('application/vnd.microsoft.teams.card.file.consent');
      const { acceptContext = { handle: '' }, sizeInBytes = 0 } = card?.content ?? {};
      expect(Object.keys(acceptContext)).toEqual(['handle']);
      const handle = handleIn(offer);
      const other = { id: '29:other', aadObjectId: 'other' };
      expect(await told(accepts(handle, host.url('/up'), other))).toContain('allerede hentet');
      expect(await told(accepts(handle, 'https://evil.example/up'))).toContain('jeres eget SharePoint');
      expect(host.requests).toEqual([]);
      expect(await told(accepts(handle))).toContain('file.info');
      expect(host.requests).toMatchObject([
        { method: 'PUT', authorization: undefined, range: `bytes 0-${sizeInBytes - 1}/${sizeInBytes}` },
      ]);
      expect(host.requests[0]?.body).toHaveLength(sizeInBytes);
      expect(await told(accepts(handle))).toContain('allerede hentet');
      expect(host.requests).toHaveLength(1);
    });

    test('and declined is forgotten, but by nobody else', async () => {
      const handle = handleIn(await asks());
      const declined = { action: 'decline' };
      expect(await told(answers(handle, declined, { id: '29:other', aadObjectId: 'other' }))).toContain(
        'allerede hentet',
      );
      expect(await told(answers(handle, declined))).toContain('Filen er ikke gemt');
      expect(await told(accepts(handle))).toContain('allerede hentet');
      expect(host.requests).toEqual([]);
    });

    test('is there for an hour', async () => {
      const [kept, lost] = [handleIn(await asks()), handleIn(await asks())];
      now = new Date(friday.getTime() + 59 * 60_000);
      expect(await told(accepts(kept))).toContain('file.info');
      now = new Date(friday.getTime() + 60 * 60_000);
      expect(await told(accepts(lost))).toContain('for lang tid');
      expect(host.requests).toHaveLength(1);
    });
  });

  test('that nobody looks through is gone after thirty days', async () => {
    const url = host.put('/glemt.md', Buffer.from(minutesText('5. november 2026', 'Godkendt.')));
    const [, review] = await sends(brings(url, 'glemt.md'), 2);
    const data = { pending: pendingIn(review), page: 1, to: 1 };
    now = new Date(friday.getTime() + 30 * 24 * 3_600_000);
    expect(textOf(await presses('minutes.archiveReview', data))).toContain('Den fil har jeg ikke længere');
  });

  test('with many items is looked through page by page, and what was marked on one is kept on the others', async () => {
    const items = Array.from(
      { length: 45 },
      (_, at) => `## Punkt ${at + 1}: Sag ${at + 1}\n\n### Beslutning\nGodkendt.\n`,
    );
    const text = `# Referat Chefforum\n\nDato: 6. november 2026 kl. 9.00 - 11.00\n\n${items.join('\n')}`;
    const [, review] = await sends(brings(host.put('/langt.md', Buffer.from(text)), 'langt.md'), 2);
    const pending = pendingIn(review);
    const togglesIn = (shown: unknown): string[] => textOf(shown).match(/"id":"closed\d+"/g) ?? [];
    expect(togglesIn(review)).toHaveLength(20);
    expect(textOf(review)).toContain('Viser punkt 1–20 af 45.');
    expect(textOf(review)).not.toContain('Forrige punkter');

    const second = await presses('minutes.showReview', { pending, page: 1, to: 2, closed3: 'true' });
    expect(textOf(second)).toContain('Viser punkt 21–40 af 45.');
    expect(togglesIn(second)[0]).toBe('"id":"closed20"');
    const last = await presses('minutes.showReview', { pending, page: 2, to: 3, closed20: 'true' });
    expect(togglesIn(last)).toHaveLength(5);
    expect(textOf(last)).not.toContain('Flere punkter');
    const first = await presses('minutes.showReview', { pending, page: 3, to: 1, closed44: 'true' });
    expect(textOf(first)).toMatch(/"id":"closed3"[^}]*"value":"true"/);
    expect(textOf(first)).toMatch(/"id":"closed4"[^}]*"value":"false"/);

    const archived = await presses('minutes.archiveReview', { pending, page: 1, to: 1, closed5: 'true' });
    expect(textOf(archived)).toContain('Lukket: 4 punkter');
    expect(textOf(await presses('minutes.showReview', { pending, page: 1, to: 2 }))).toContain('ligger i arkivet');
    expect(textOf(await presses('minutes.takeBackReview', { pending }))).toContain('taget tilbage');
  });

  test('and discarded leaves nothing', async () => {
    const url = host.put('/kasseres.md', Buffer.from(minutesText('9. november 2026', 'Godkendt.')));
    const [, review] = await sends(brings(url, 'kassér.md'), 2);
    const data = { pending: pendingIn(review), page: 1, to: 1 };
    expect(textOf(await presses('minutes.discardReview', data))).toContain('Filen er kasseret');
    expect(textOf(await presses('minutes.archiveReview', data))).toContain('allerede taget stilling');
    const [gone] = await sends(activity(seeds.house.serviceUrl, { from: secretary, text: 'møde 9. november 2026' }), 1);
    expect(textOf(gone)).toContain('Intet møde');
  });

  test('with the minutes of a forum the sender keeps no archive of is put nowhere', async () => {
    const text = minutesText('10. november 2026', 'Godkendt.').replace('Referat Chefforum', 'Referat Direktionen');
    const [, refused] = await sends(brings(host.put('/andet.md', Buffer.from(text)), 'andet.md'), 2);
    expect(textOf(refused)).toContain('Filen er et referat fra Direktionen.');
    expect(textOf(refused)).toContain('kun lægge referater i arkivet for Chefforum');
    expect(pendingIn(refused)).toBe('');
    const spaced = text.replace('Direktionen', ' CHEFFORUM ');
    const [, taken] = await sends(brings(host.put('/eget.md', Buffer.from(spaced)), 'eget.md'), 2);
    expect(pendingIn(taken)).not.toBe('');
  });
});
