import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/domain/clock.js';
import type { Store } from '../../../src/store/ports.js';
import { findCopyFaults } from '../../../src/store/sqlite/check-copy.js';
import { applicationId } from '../../../src/store/sqlite/migrate.js';
import { openStore } from '../../../src/store/sqlite/open-store.js';
import { readStoreContents } from '../../../src/store/sqlite/store-contents.js';
import { checkCopyTarget } from '../../../src/store/sqlite/store-file.js';
import { takeCopy } from '../../../src/store/sqlite/take-copy.js';
import { writeCopy } from '../../../src/store/sqlite/write-copy.js';
import { sampleDocument, sampleItem, sampleOriginal, toSave } from '../../support/sample-document.js';
import { startScript } from '../../support/start-script.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';
import { type LongestStalls, watchStalls } from '../../support/watch-stalls.js';

const isLong = process.env.REFERENT_LONG !== undefined;
const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('a backup', () => {
  let place: ReturnType<typeof makeTemporaryFolder>;
  let file: string;
  let target: string;
  let store: Store;
  let forumId: string;

  beforeEach(async () => {
    place = makeTemporaryFolder();
    file = join(place.folder, 'referent.db');
    target = join(place.folder, 'copy.db');
    store = await openStore({ file, clock: systemClock });
    forumId = (await store.forums.ensureForum('home', 'Chefforum')).id;
  });
  afterEach(async () => {
    await store.close();
    place.remove();
  });

  const dateOf = (number: number): string => new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);
  const save = (number: number, bytes = 100) => {
    const items = [
      sampleItem(1, { title: `sag ${number}` }),
      sampleItem(2, { title: `lukket sag ${number}`, access: 'closed' }),
    ];
    const original = sampleOriginal(`${number}.txt`, `${number} `.padEnd(bytes, 'x'));
    return store.minutes.saveDocument(toSave(forumId, sampleDocument(dateOf(number), { items }), { original }));
  };
  const meetingsIn = async (path: string): Promise<string[]> => {
    const opened = await openStore({ file: path, clock: systemClock });
    try {
      expect(await opened.check()).toEqual([]);
      const forums = [...(await opened.forums.listForums('home')), ...(await opened.forums.listForums('nordvang'))];
      const audience = { forumIds: forums.map(({ id }) => id), sees: 'open_and_closed' } as const;
      return (await opened.minutes.listMeetings(audience)).map(({ date }) => date);
    } finally {
      await opened.close();
    }
  };
  /** As `backUp` does, without a process for the check, which takes a second to start. */
  const copy = () => writeCopy(file, target, { take: takeCopy });
  const leftOvers = () => readdirSync(place.folder).filter((name) => name.includes('.part'));

  test('is one file for its owner’s eyes only, and opens as the store it was made of', async () => {
    await save(1);
    await save(2);
    expect(await store.backUp(target)).toEqual({ bytes: statSync(target).size, meetings: 2 });
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(readdirSync(place.folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db']);
    expect(await meetingsIn(target)).toEqual([dateOf(2), dateOf(1)]);
  });

  test('takes the place of an older one, but of nothing else', async () => {
    await save(1);
    await copy();
    await save(2);
    await copy();
    expect(await meetingsIn(target)).toHaveLength(2);

    const letter = join(place.folder, 'letter.txt');
    writeFileSync(letter, 'Kære alle');
    symlinkSync(file, join(place.folder, 'link.db'));
    await expect(store.backUp(file)).rejects.toMatchObject({ code: 'invalid_input' });
    for (const path of [letter, `${file}-wal`, `${file}.serve-lock`, join(place.folder, 'link.db')])
      expect(() => checkCopyTarget(file, path), path).toThrow(/name another file/);
    expect(readFileSync(letter, 'utf8')).toBe('Kære alle');
    expect(await store.check()).toEqual([]);
  });

  test('says why when it cannot be written, and leaves nothing behind', async () => {
    await expect(store.backUp(join(place.folder, 'none', 'copy.db'))).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('there is no folder'),
    });
    expect(leftOvers()).toEqual([]);
  });

  test('is not kept when what was copied is damaged, and the one before it stays', async () => {
    await save(1, 50_000);
    await copy();
    const before = digest(target);
    await store.close();
    const raw = new Database(file);
    raw.exec("update documents set original = zeroblob(50000), content = replace(content, 'sag', 'gas')");
    raw.close();
    store = await openStore({ file, clock: systemClock });
    await expect(store.backUp(target)).rejects.toMatchObject({
      code: 'store_damaged',
      faults: expect.arrayContaining([expect.stringContaining('checksum')]),
    });
    expect(digest(target)).toBe(before);
    expect(leftOvers()).toEqual([]);
  });

  test('is refused when it is sound as a file but lacks what the store holds', async () => {
    await save(1);
    const raw = new Database(file, { readonly: true });
    const contents = await readStoreContents(raw);
    raw.close();
    const planted = (name: string, ...statements: string[]): string => {
      const path = join(place.folder, name);
      const database = new Database(path);
      database.pragma(`application_id = ${applicationId}`);
      for (const statement of statements) database.exec(statement);
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      database.close();
      return path;
    };
    expect(await findCopyFaults(planted('empty.db'), contents)).toContain('table documents is missing');

    await copy();
    expect(await findCopyFaults(target, contents)).toEqual([]);
    const shortened = new Database(target);
    shortened.exec('delete from outcomes');
    shortened.close();
    expect(await findCopyFaults(target, contents)).toEqual(['table outcomes has 0 rows instead of 2']);
  });

  test('holds one moment’s state and is made in time, though another process writes all the while', async () => {
    for (let number = 0; number < 20; number++) await save(number, 100_000);
    const writer = startScript('test/support/write-documents.ts', [file, '100']);
    await writer.nextLine();
    try {
      await copy();
      const first = await meetingsIn(target);
      await copy();
      expect((await meetingsIn(target)).length).toBeGreaterThan(first.length);
    } finally {
      await writer.kill();
    }
  });

  const kills = isLong ? 20 : 2;
  test(`killed half-way (${kills} times), never stands unfinished under its name`, async () => {
    for (let number = 0; number < 30; number++) await save(number, 300_000);
    const parts = () => leftOvers().filter((name) => name.endsWith('.part')).length;
    let whole = 0;
    let cut = 0;
    for (let kill = 0; kill < kills; kill++) {
      rmSync(target, { force: true });
      const copier = startScript('test/support/back-up-repeatedly.ts', [file, target]);
      expect(await copier.nextLine()).toBe('begins');
      while (parts() === cut) await pause(2);
      await pause((kill * 97) % 900);
      const told = await copier.kill();
      cut = parts();
      if (existsSync(target)) {
        whole += 1;
        expect(await meetingsIn(target)).toHaveLength(30);
      } else expect(told).toEqual([]);
    }
    if (isLong)
      process.stdout.write(`${kills} kills: ${cut} in the middle of a copy, ${whole} with a copy under its name\n`);
    expect(cut).toBeGreaterThan(0);
    // What the killed left behind goes with the first copy after a day.
    const yesterday = Date.now() / 1000 - 25 * 60 * 60;
    for (const name of leftOvers()) utimesSync(join(place.folder, name), yesterday, yesterday);
    await copy();
    expect(leftOvers()).toEqual([]);
  });

  test.runIf(isLong)('of a large store lets the bot go on answering', async () => {
    for (let number = 0; number < 90; number++) await save(number, 1_000_000);
    let writes = 0;
    let isDone = false;
    const writing = (async () => {
      while (!isDone) {
        const began = performance.now();
        await store.inbound.begin(`key ${writes}`, new Date());
        writes += 1;
        await pause(Math.max(0, 20 - (performance.now() - began)));
      }
    })();
    const stalls = watchStalls();
    await pause(3000);
    const usual = stalls.take();
    const writesBefore = writes;
    const began = performance.now();
    const { bytes } = await store.backUp(target);
    const ms = Math.round(performance.now() - began);
    const meanwhile = stalls.take();
    stalls.stop();
    const writesMeanwhile = writes - writesBefore;
    isDone = true;
    await writing;
    const told = ({ own, inAll }: LongestStalls): string => `${own.toFixed(0)} ms (${inAll.toFixed(0)} ms in all)`;
    process.stdout.write(
      `${(bytes / 1e6).toFixed(0)} MB in ${ms} ms, ${writesMeanwhile} writes meanwhile, longest stall of its own ${told(meanwhile)}; ${told(usual)} in 3 s before\n`,
    );
    expect(ms).toBeLessThan(30_000);
  });
});
