import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/domain/clock.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { message } from '../support/activities.js';
import { builtPath } from '../support/built-sources.js';
import { FakeConnector } from '../support/fake-connector.js';
import { runReferent } from '../support/run-referent.js';
import { sampleDocument, sampleItem, toSave } from '../support/sample-document.js';
import { makeTemporaryFolder } from '../support/temporary-store.js';

const isLong = process.env.REFERENT_LONG !== undefined;
const pageBytes = 4096;
const word = 'rosenhaven';

describe('a bot on a damaged store', () => {
  const { folder, remove } = makeTemporaryFolder();
  const sound = join(folder, 'sound.db');
  afterAll(remove);

  beforeAll(async () => {
    const store = await openStore({ file: sound, clock: systemClock });
    const forum = await store.forums.ensureForum('home', 'Chefforum');
    for (let month = 1; month <= 12; month++) {
      const items = [1, 2, 3, 4].map((number) =>
        sampleItem(number, { title: `Sag ${month} ${number}`, decision: `Om ${word} `.repeat(80).trim() }),
      );
      const date = `2024-${String(month).padStart(2, '0')}-05`;
      await store.minutes.saveDocument(toSave(forum.id, sampleDocument(date, { items })));
    }
    expect(await store.check()).toEqual([]);
    await store.close();
  });

  const settingsFor = (file: string) => ({ REFERENT_DB: file, REFERENT_INSECURE_LOCAL: '1', REFERENT_PORT: '0' });
  const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

  /** Places where something stands: the heads of pages, and text of the minutes. */
  function findPlaces(count: number): number[] {
    const bytes = readFileSync(sound);
    const texts: number[] = [];
    for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 3000)) texts.push(at);
    const pages = Math.floor(bytes.length / pageBytes);
    return Array.from({ length: count }, (_, index) =>
      index % 2 === 0
        ? Math.floor(((index + 1) / (count + 2)) * pages) * pageBytes
        : (texts[Math.floor((index / count) * texts.length)] ?? 0),
    );
  }

  /** A copy of the sound store with 64 bytes flipped. */
  function flipAt(place: number): string {
    const file = join(folder, `flipped-${place}.db`);
    copyFileSync(sound, file);
    const bytes = readFileSync(file);
    for (let index = place; index < place + 64; index++) bytes[index] = (bytes[index] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
    return file;
  }

  const places = isLong ? 10 : 1;
  test(`ends by itself: 64 bytes flipped in ${places} place(s) are found each time, and the file is left as it is`, async () => {
    for (const place of findPlaces(places)) {
      const file = flipAt(place);
      const before = digest(file);
      const { code, stderr } = await runReferent(['serve'], settingsFor(file));
      expect({ place, code }).toEqual({ place, code: 3 });
      expect(stderr).toMatch(/damaged.*referent restore BACKUP --yes/);
      expect(digest(file)).toBe(before);
    }
  });

  test('is not opened at all while it is a copy that was never used: opening it would change its file', async () => {
    const [, place = 0] = findPlaces(2);
    const file = flipAt(place);
    // As `referent backup` leaves it: the file does not remember a log.
    const bytes = readFileSync(file);
    bytes[18] = 1;
    bytes[19] = 1;
    writeFileSync(file, bytes);
    const before = digest(file);
    const { code, stdout, stderr } = await runReferent(['serve'], settingsFor(file));
    expect(code).toBe(3);
    expect(stdout).not.toContain('listening');
    expect(stderr).toMatch(/damaged; .*referent restore BACKUP --yes/);
    expect(digest(file)).toBe(before);
  });

  test('says so to whoever asks when the damage comes later, and ends at once with 3, without writing to the file', async () => {
    const file = join(folder, 'later.db');
    copyFileSync(sound, file);
    const connector = await FakeConnector.start();
    const bot = spawn(process.execPath, [builtPath('src/main.ts')], {
      env: { ...process.env, ...settingsFor(file) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      let complaint = '';
      bot.stderr.on('data', (chunk: Buffer) => {
        complaint += chunk.toString('utf8');
      });
      const ended = new Promise<number | null>((resolve) => bot.once('close', resolve));
      let port = 0;
      for await (const line of createInterface({ input: bot.stdout })) {
        const logged: { msg: string; port?: number } = JSON.parse(line);
        if (logged.msg === 'listening') port = logged.port ?? 0;
        // What is spoilt before would be found by the look at the start.
        if (logged.msg === 'store_checked') break;
      }
      bot.stdout.resume();
      // The disk spoils all but the first page under the running bot.
      const length = readFileSync(file).length;
      const descriptor = openSync(file, 'r+');
      writeSync(descriptor, Buffer.alloc(length - pageBytes, 0x5a), 0, length - pageBytes, pageBytes);
      const spoilt = digest(file);
      const asked = fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message(connector.serviceUrl, 'møde 5. marts 2024')),
      }).catch(() => undefined);
      expect(await ended).toBe(3);
      await asked;
      expect(complaint).toMatch(/damaged .*referent restore BACKUP --yes/);
      expect(digest(file)).toBe(spoilt);
      expect(connector.visible.map(({ body }) => JSON.stringify(body)).join()).toContain('beskadiget');
    } finally {
      bot.kill('SIGKILL');
      await connector.close();
    }
  });
});
