import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/document-reader/read-document.js';
import type { Audience } from '../../../src/domain/access.js';
import type { AnalyseFile } from '../../../src/features/minutes/files/read-in-child.js';
import { type ImportOptions, importDocuments } from '../../../src/features/minutes/import-documents.js';
import { undoImport } from '../../../src/features/minutes/undo-import.js';
import { parseMeetingDocument } from '../../../src/minutes-parser/parse-meeting-document.js';
import { termsOfText } from '../../../src/search/analyse-text.js';
import type { Forum } from '../../../src/store/ports.js';
import { minutesText } from '../../support/minutes-text.js';
import { makeTemporaryFolder, openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

const clock = { now: () => new Date('2026-01-05T08:00:00Z') };
const march = { day: 7, month: 'marts', year: 2024 } as const;
const april = { day: 11, month: 'april', year: 2024 } as const;
const items = [
  { title: 'CF - Budgetopfølgning', decision: 'Taget til efterretning.' },
  { title: 'CF - Trivselsmåling', decision: 'Godkendt.' },
  { title: 'CF - Omplacering af leder', decision: 'Drøftet.' },
];

describe('importing documents', () => {
  let opened: TemporaryStore;
  let forum: Forum;
  let outsider: Audience;
  let insider: Audience;
  let place: ReturnType<typeof makeTemporaryFolder>;

  beforeEach(async () => {
    place = makeTemporaryFolder();
    opened = await openTemporaryStore();
    forum = await opened.store.forums.ensureForum('home', 'Chefforum');
    outsider = { forumIds: [forum.id], sees: 'open' };
    insider = { forumIds: [forum.id], sees: 'open_and_closed' };
  });
  afterEach(async () => {
    await opened.remove();
    place.remove();
  });

  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(place.folder, name);
    writeFileSync(path, content);
    return path;
  };
  const run = (paths: string[], options?: ImportOptions) =>
    importDocuments({ store: opened.store, forum, clock }, paths, options);
  const openNumbers = async (date: string) =>
    (await opened.store.minutes.findMeetings(outsider, date)).flatMap(({ document }) =>
      document.items.map(({ number }) => number),
    );

  test('puts minutes into the archive, with their search entries and the original', async () => {
    const text = minutesText(march, items);
    const report = await run([put('referat.txt', text)]);
    expect(report.files).toMatchObject([
      { status: 'new', meeting: '2024-03-07', kind: 'minutes', items: 3, closedItems: [], error: null },
    ]);
    const [meeting] = await opened.store.minutes.findMeetings(outsider, '2024-03-07');
    expect(meeting).toMatchObject({ fileName: 'referat.txt', importedAt: clock.now() });
    expect(meeting?.document.items.map(({ topic }) => topic)).toEqual([
      'Budgetopfølgning',
      'Trivselsmåling',
      'Omplacering af leder',
    ]);
    const original = await opened.store.minutes.getOriginal(outsider, meeting?.id ?? '');
    expect(Buffer.from(original.bytes).toString('utf8')).toBe(text);
    const terms = termsOfText('trivselsmåling').split(' ');
    const found = await opened.store.search.findCandidates(
      terms.map((term) => ({ term, weight: 1 })),
      outsider,
      5,
    );
    expect(found[0]).toMatchObject({ meetingId: meeting?.id, itemNumber: 2 });
  });

  test('changes nothing the second time, and makes a new version when the file has changed', async () => {
    const path = put('referat.txt', minutesText(march, items));
    await run([path]);
    expect((await run([path])).files).toMatchObject([{ status: 'unchanged', meeting: '2024-03-07' }]);
    put('referat.txt', minutesText(march, items.slice(0, 2)));
    expect((await run([path])).files).toMatchObject([{ status: 'updated', items: 2 }]);
    await undoImport(opened.store, forum, path);
    expect(await openNumbers('2024-03-07')).toEqual([1, 2, 3]);
  });

  test('saves many a few at a time, and tells how far it is', async () => {
    for (let day = 1; day <= 10; day += 1)
      put(`${String(day).padStart(2, '0')}.txt`, minutesText({ ...march, day }, items));
    const progress: string[] = [];
    const { files } = await run([place.folder], { onProgress: (done, total) => progress.push(`${done}/${total}`) });
    expect(files.map(({ meeting }) => meeting)).toEqual(
      Array.from({ length: 10 }, (_, index) => `2024-03-${String(index + 1).padStart(2, '0')}`),
    );
    expect(progress).toEqual(['8/10', '10/10']);
  });

  test('keeps closed what the file before in the same folder closed, also where both come at once', async () => {
    const closed = items.map((item, index) => (index === 1 ? { ...item, title: `Lukket: ${item.title}` } : item));
    put('1.txt', minutesText(march, closed));
    await run([join(place.folder, '1.txt')]);
    const wasClosed = await openNumbers('2024-03-07');
    await undoImport(opened.store, forum, join(place.folder, '1.txt'));
    put('2.txt', minutesText(march, items));
    const { files } = await run([place.folder]);
    expect(files.map(({ status }) => status)).toEqual(['new', 'updated']);
    expect(await openNumbers('2024-03-07')).toEqual(wasClosed);
  });

  test('a file that cannot be saved does not take those with it that came at the same time', async () => {
    for (const day of [1, 2, 3]) put(`${day}.txt`, minutesText({ ...march, day }, items));
    const analyseFile: AnalyseFile = async (name, bytes) => {
      const document = parseMeetingDocument(await readDocument(name, bytes));
      const broken = name === '2.txt' ? Number.NaN : 1;
      return {
        document: { ...document, items: document.items.map((item) => ({ ...item, number: item.number * broken })) },
        entries: [],
      };
    };
    const { files } = await importDocuments({ store: opened.store, forum, clock, analyseFile }, [place.folder]);
    expect(files.map(({ status }) => status)).toEqual(['new', 'failed', 'new']);
    expect((await opened.store.minutes.listMeetings(outsider)).map(({ date }) => date)).toEqual([
      '2024-03-03',
      '2024-03-01',
    ]);
  });

  test('reads a folder and those within by name, known endings only, and tells how far it is', async () => {
    mkdirSync(join(place.folder, 'b'));
    put('z.txt', minutesText(march, items));
    put('b/a.md', minutesText(april, items));
    for (const name of ['.skjult.txt', '~$referat.docx', 'README.md', 'noter.xlsx', 'facts.json']) put(name, 'x');
    const progress: string[] = [];
    const report = await run([place.folder], { onProgress: (done, total) => progress.push(`${done}/${total}`) });
    expect(report.files.map(({ path, status }) => [path, status])).toEqual([
      [join(place.folder, 'b/a.md'), 'new'],
      [join(place.folder, 'z.txt'), 'new'],
    ]);
    expect(progress).toEqual(['2/2']);
  });

  test('goes on after files it cannot read, and says what is wrong with each', async () => {
    const paths = [
      put('tom.txt', ''),
      put('dagbog.txt', 'I dag skinnede solen, og der var ikke noget møde.'),
      put('referat.pdf', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2])),
      put('ark.xlsx', 'regneark'),
      join(place.folder, 'findes-ikke.txt'),
      put('referat.txt', minutesText(march, items)),
    ];
    const { files } = await run(paths);
    expect(files.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed', 'failed', 'failed', 'new']);
    for (const { status, error } of files) {
      if (status === 'failed') expect(error).toMatch(/\w{3}/);
      else expect(error).toBeNull();
    }
    expect(files[4]?.error).toBe('there is no such file or folder');
  });

  test('refuses devices and pipes, and follows links without going in circles', async () => {
    const pipe = join(place.folder, 'pipe.txt');
    execFileSync('mkfifo', [pipe]);
    put('referat.txt', minutesText(march, items));
    symlinkSync(place.folder, join(place.folder, 'igen'));
    symlinkSync(join(place.folder, 'intet'), join(place.folder, 'brudt.txt'));
    const { files } = await run(['/dev/null', place.folder]);
    expect(files.map(({ path, status, error }) => [path.split('/').at(-1), status, error])).toEqual([
      ['null', 'failed', 'it is neither a file nor a folder'],
      ['brudt.txt', 'failed', 'there is no such file or folder'],
      ['pipe.txt', 'failed', 'it is neither a file nor a folder'],
      ['referat.txt', 'new', null],
    ]);
  });

  describe('with closed items', () => {
    test('closes those named, besides those the document says are closed', async () => {
      const marked = [...items, { title: 'CF - Rekruttering (lukket punkt)', decision: 'Drøftet.' }];
      const path = put('referat.txt', minutesText(march, marked));
      expect((await run([path], { closedItems: [3] })).files).toMatchObject([{ status: 'new', closedItems: [3, 4] }]);
      expect(await openNumbers('2024-03-07')).toEqual([1, 2]);
      const text = JSON.stringify(await opened.store.minutes.findMeetings(outsider, '2024-03-07'));
      expect(text).not.toMatch(/omplacering|rekruttering/i);
      const words = [...(await opened.store.search.listWords(outsider)).keys()].join(' ');
      expect(words).not.toMatch(/omplacering|rekruttering/);
      expect(await opened.store.minutes.listMeetings(insider)).toMatchObject([{ itemCount: 4 }]);
    });

    test('refuses a number no item has, and stores nothing', async () => {
      const path = put('referat.txt', minutesText(march, items));
      const { files } = await run([path], { closedItems: [2, 9] });
      expect(files).toMatchObject([{ status: 'failed', error: 'there is no item 9 to close' }]);
      expect(await opened.store.minutes.listMeetings(insider)).toEqual([]);
    });

    test('takes them for one document at a time', async () => {
      const paths = [put('a.txt', minutesText(march, items)), put('b.txt', minutesText(april, items))];
      await expect(run(paths, { closedItems: [1] })).rejects.toMatchObject({ code: 'invalid_input' });
      expect(await opened.store.minutes.listMeetings(insider)).toEqual([]);
    });

    test('counts naming others as a change', async () => {
      const path = put('referat.txt', minutesText(march, items));
      await run([path]);
      expect((await run([path], { closedItems: [3] })).files).toMatchObject([{ status: 'updated' }]);
      expect((await run([path], { closedItems: [3] })).files).toMatchObject([{ status: 'unchanged' }]);
      expect((await run([path], { closedItems: [] })).files).toMatchObject([{ status: 'updated', closedItems: [] }]);
      expect(await openNumbers('2024-03-07')).toEqual([1, 2, 3]);
    });

    test('keeps them closed when nobody says anything else: same file, corrected file, items moved', async () => {
      const path = put('referat.txt', minutesText(march, items));
      await run([path], { closedItems: [3] });
      expect((await run([place.folder])).files).toMatchObject([{ status: 'unchanged', closedItems: [3] }]);

      const corrected = items.map((item) => ({ ...item, decision: `${item.decision} Rettet.` }));
      put('referat.txt', minutesText(march, corrected));
      expect((await run([path])).files).toMatchObject([{ status: 'updated', closedItems: [3] }]);

      // The closed topic is now item 4; item 3 stays closed as well, for it may be the same under another title.
      put('referat.txt', minutesText(march, [{ title: 'CF - Velkomst', decision: 'Godkendt.' }, ...items]));
      expect((await run([path])).files).toMatchObject([{ status: 'updated', closedItems: [3, 4] }]);
    });
  });

  describe('taking an import back', () => {
    test('goes by the file’s name, wherever the file lay, or by the date', async () => {
      await run([put('a.txt', minutesText(march, items)), put('b.txt', minutesText(april, items))]);
      expect(await undoImport(opened.store, forum, '/et/andet/sted/a.txt')).toEqual({
        date: '2024-03-07',
        fileName: 'a.txt',
        restoredVersion: null,
      });
      await undoImport(opened.store, forum, '2024-04-11');
      expect(await opened.store.minutes.listMeetings(insider)).toEqual([]);
      await expect(undoImport(opened.store, forum, '2024-04-11')).rejects.toMatchObject({ code: 'not_found' });
      await expect(async () => undoImport(opened.store, forum, ' ')).rejects.toMatchObject({ code: 'invalid_input' });
    });
  });
});
