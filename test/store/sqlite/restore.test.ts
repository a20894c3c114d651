import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/domain/clock.js';
import { openStore } from '../../../src/store/sqlite/open-store.js';
import { prepareRestore } from '../../../src/store/sqlite/restore-store.js';
import { takeCopy } from '../../../src/store/sqlite/take-copy.js';
import { writeCopy } from '../../../src/store/sqlite/write-copy.js';
import { sampleDocument, toSave } from '../../support/sample-document.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('restoring a backup', () => {
  let place: ReturnType<typeof makeTemporaryFolder>;
  let file: string;
  let backup: string;

  beforeEach(async () => {
    place = makeTemporaryFolder();
    file = join(place.folder, 'referent.db');
    backup = join(place.folder, 'backup.db');
    await saveMeetings('2024-03-07');
    await writeCopy(file, backup, { take: takeCopy });
  });
  afterEach(() => place.remove());

  async function saveMeetings(...dates: string[]): Promise<void> {
    const store = await openStore({ file, clock: systemClock });
    const forum = await store.forums.ensureForum('home', 'Chefforum');
    for (const date of dates) await store.minutes.saveDocument(toSave(forum.id, sampleDocument(date)));
    await store.close();
  }

  async function meetingsIn(path: string): Promise<string[]> {
    const store = await openStore({ file: path, clock: systemClock });
    const forums = await store.forums.listForums('home');
    const meetings = await store.minutes.listMeetings({ forumIds: forums.map(({ id }) => id), sees: 'open' });
    expect(await store.check()).toEqual([]);
    await store.close();
    return meetings.map(({ date }) => date);
  }
  const leftOvers = () => readdirSync(place.folder).filter((name) => name.includes('.part'));

  test('changes nothing until it is done, keeps what it replaced, and only reads the backup', async () => {
    await saveMeetings('2024-04-11', '2024-05-16');
    const [before, backupBefore] = [digest(file), digest(backup)];
    const prepared = await prepareRestore(file, backup, systemClock);
    expect(prepared).toMatchObject({
      backup: { meetings: 1, newestMeetingOn: '2024-03-07', lastChangeAt: new Date('2026-01-05T08:00:00Z') },
      current: { meetings: 3, newestMeetingOn: '2024-05-16' },
    });
    expect(digest(file)).toBe(before);
    const keptAs = await prepared.replace();
    prepared.discard();
    expect(await meetingsIn(file)).toEqual(['2024-03-07']);
    expect(await meetingsIn(keptAs ?? '')).toEqual(['2024-05-16', '2024-04-11', '2024-03-07']);
    expect(digest(backup)).toBe(backupBefore);
    expect(leftOvers()).toEqual([]);
  });

  test('leaves no log of the old store beside the new one, however the old one ended', async () => {
    const store = await openStore({ file, clock: systemClock });
    const forum = await store.forums.ensureForum('home', 'Chefforum');
    await store.minutes.saveDocument(toSave(forum.id, sampleDocument('2024-06-13')));
    // As a power cut leaves them: the file with its log.
    for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, join(place.folder, `cut.db${end}`));
    await store.close();
    const cut = join(place.folder, 'cut.db');
    const keptAs = await (await prepareRestore(cut, backup, systemClock)).replace();
    expect(readdirSync(place.folder).filter((name) => name.startsWith('cut.db-'))).toEqual([]);
    expect(await meetingsIn(cut)).toEqual(['2024-03-07']);
    expect(await meetingsIn(keptAs ?? '')).toEqual(['2024-06-13', '2024-03-07']);
  });

  test('works where there is no store yet', async () => {
    const fresh = join(place.folder, 'new', 'referent.db');
    const prepared = await prepareRestore(fresh, backup, systemClock);
    expect(prepared.current).toBeNull();
    expect(await prepared.replace()).toBeNull();
    expect(await meetingsIn(fresh)).toEqual(['2024-03-07']);
  });

  test('refuses what is no sound backup, and leaves the store alone', async () => {
    const before = digest(file);
    const letter = join(place.folder, 'letter.txt');
    writeFileSync(letter, 'Kære alle');
    const changed = (name: string, sql: string): string => {
      const path = join(place.folder, name);
      copyFileSync(backup, path);
      const raw = new Database(path);
      raw.exec(sql);
      raw.close();
      return path;
    };
    const broken = join(place.folder, 'broken.db');
    const bytes = readFileSync(backup);
    writeFileSync(broken, bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 6000));
    for (const [path, why] of [
      [letter, "no backup of Referent's"],
      [join(place.folder, 'none.db'), 'no such file'],
      [changed('words.db', "update documents set content = replace(content, 'Sag', 'Gas')"), 'match its checksum'],
      [changed('newer.db', 'pragma user_version = 999'), 'newer Referent'],
      [broken, 'broken.db: '],
      [file, 'the store itself'],
    ] as const)
      await expect(prepareRestore(file, path, systemClock), path).rejects.toMatchObject({
        code: 'invalid_input',
        faults: expect.arrayContaining([expect.stringContaining(why)]),
      });
    expect(digest(file)).toBe(before);
    expect(leftOvers()).toEqual([]);
  });

  test('refuses while a process has the store open', async () => {
    const importing = await openStore({ file, clock: systemClock });
    const prepared = await prepareRestore(file, backup, systemClock);
    await expect(prepared.replace()).rejects.toThrow(/has the store .* open/);
    await importing.close();
    expect(await prepared.replace()).toContain('before-restore');
  });
});
