import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fillAgendaDates } from '../../src/features/agenda/fill-agenda-dates.js';
import { type ActivityJson, activity, invoke, press, tenantId } from '../support/activities.js';
import { type SeedHouse, startSeedHouse } from '../support/seed-house.js';

const clock = { now: () => new Date('2026-11-20T09:00:00Z') };

const secretary = { id: '29:secretary', name: 'Sekretær', aadObjectId: '' };

/** A file host on this machine. */
class FileHost {
  readonly requests: {
    method: string;
    path: string;
    authorization: string | undefined;
    range: string | undefined;
    body: Buffer;
  }[] = [];
  readonly #files = new Map<string, Uint8Array>();
  readonly #server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const { authorization } = headers;
      this.requests.push({
        method,
        path: url,
        authorization,
        range: headers['content-range'],
        body: Buffer.concat(chunks),
      });
      const bytes = this.#files.get(url);
      const isHop = url.startsWith('/hop');
      response.statusCode = method === 'PUT' ? 201 : isHop ? 302 : bytes === undefined ? 404 : 200;
      if (isHop) response.setHeader('location', `/hop${Number(url.slice(4)) + 1}`);
      response.end(method === 'PUT' ? undefined : bytes);
    });
  });
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }
  url(path: string): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}${path}`;
  }
  put(path: string, bytes: Uint8Array): string {
    this.#files.set(path, bytes);
    return this.url(path);
  }
  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

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

describe('a file sent to the bot', { timeout: 240_000 }, () => {
  let seeds: SeedHouse;
  let host: FileHost;
  beforeAll(async () => {
    const row = readFileSync(new URL('../../seeds/members.csv', import.meta.url), 'utf8')
      .split('\n')
      .map((line) => line.split(';'))
      .find((cells) => cells[5] === 'secretary' && (cells[7] ?? '').trim() === '');
    secretary.aadObjectId = row?.[0] ?? '';
    seeds = await startSeedHouse(clock, { withMembers: true });
    host = new FileHost();
    await host.start();
  }, 120_000);
  afterAll(async () => {
    host.close();
    await seeds.close();
  });

  beforeEach(() => {
    host.requests.length = 0;
  });

  const fileMessage = (url: string, name: string, parts: ActivityJson = {}): ActivityJson =>
    activity(seeds.house.serviceUrl, {
      from: secretary,
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          contentUrl: url,
          name,
          content: { downloadUrl: url, uniqueId: 'x', fileType: 'md' },
        },
        { contentType: 'text/html', content: '<p></p>' },
      ],
      ...parts,
    });

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
    const [reading, review] = await sends(fileMessage(url, '../hemmeligt/referat.md'), 2);
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
    const [, difference] = await sends(fileMessage(corrected, 'rettet.md'), 2);
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
    const seed = readFileSync(new URL('../../seeds/agenda/dagsorden.md', import.meta.url), 'utf8');
    const agenda = Buffer.from(fillAgendaDates(seed, '2027-01-13'));
    const [, draft] = await sends(fileMessage(host.put('/dagsorden.md', agenda), 'dagsorden.md'), 2);
    expect(textOf(draft)).toContain('agsorden');
    expect(pendingIn(draft)).toBe('');
    host.requests.length = 0;
    const stranger = { from: { id: '29:other', aadObjectId: 'other' } };
    await sends(fileMessage(host.url('/dagsorden.md'), 'dagsorden.md', stranger), 1);
    const channel = { conversation: { id: '19:c', conversationType: 'channel', isGroup: true, tenantId } };
    const [refused] = await sends(fileMessage(host.url('/dagsorden.md'), 'dagsorden.md', channel), 1);
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
      const [, told] = await sends(fileMessage(url, 'referat.pdf'), 2);
      expect(textOf(told), url).toContain(reply);
    }
    expect(host.requests.filter(({ path }) => path.startsWith('/hop'))).toHaveLength(4);
    expect(seeds.house.log).not.toMatch(/secret-token|sharepoint|referat\.pdf/);
  });

  test('a file offered is given once, to the one who asked, and only to an allowed place', async () => {
    const { house } = seeds;
    const data = { question: 'hvilke beslutninger er der om budget?' };
    const from = secretary;
    const before = house.connector.messages.length;
    await house.post({ ...press(house.serviceUrl, 'decisions.exportAnswer', data), from });
    while (house.connector.messages.length === before) await new Promise((resolve) => setTimeout(resolve, 25));
    const consent = house.connector.messages[before] as {
      attachments: {
        contentType: string;
        content: { acceptContext?: { handle: string }; sizeInBytes?: number };
      }[];
    };
    const [card] = consent.attachments;
    expect(card?.contentType).toBe('application/vnd.microsoft.teams.card.file.consent');
    const { acceptContext = { handle: '' }, sizeInBytes = 0 } = card?.content ?? {};
    expect(Object.keys(acceptContext)).toEqual(['handle']);
    const accept = (uploadUrl: string, who: unknown): ActivityJson => ({
      ...invoke(house.serviceUrl, 'fileConsent/invoke', {
        type: 'fileUpload',
        action: 'accept',
        context: acceptContext,
        uploadInfo: {
          contentUrl: host.url('/my/file.csv'),
          name: 'file.csv',
          uploadUrl,
          uniqueId: 'u',
          fileType: 'csv',
        },
      }),
      from: who,
    });
    const other = { id: '29:other', aadObjectId: 'other' };
    const told = async (posted: ActivityJson): Promise<string> => textOf((await sends(posted, 1))[0]);
    expect(await told(accept(host.url('/up'), other))).toContain('allerede hentet');
    expect(await told(accept('https://evil.example/up', from))).toContain('jeres eget SharePoint');
    expect(host.requests).toEqual([]);
    expect(await told(accept(host.url('/up'), from))).toContain('file.info');
    expect(host.requests).toMatchObject([
      { method: 'PUT', authorization: undefined, range: `bytes 0-${sizeInBytes - 1}/${sizeInBytes}` },
    ]);
    expect(host.requests[0]?.body).toHaveLength(sizeInBytes);
    expect(await told(accept(host.url('/up'), from))).toContain('allerede hentet');
    expect(host.requests).toHaveLength(1);
  });
});
