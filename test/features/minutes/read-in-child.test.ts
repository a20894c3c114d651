import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withLastingReader } from '../../../src/features/minutes/files/lasting-reader.js';
import { createChildReader } from '../../../src/features/minutes/files/read-in-child.js';
import { hostileFiles, makeWordMinutes, megabyte, pointingTo } from '../../support/hostile-files.js';

const isLong = process.env.REFERENT_LONG !== undefined;

/** One refused at a look, one that breaks the process; the look at all of them is tried without a process. */
const sample = ['a zip bomb', 'elements within each other without end'];
const tried = hostileFiles.filter(({ what }) => isLong || sample.includes(what));

const minutes = Buffer.from('# REFERAT Chefforum d. 12-11-2026\n\n## Punkt 1: Budget\n\n### Beslutning\nGodkendt.\n');

/** Counts who calls. */
const visits: string[] = [];
const elsewhere = createServer((request, response) => {
  visits.push(request.url ?? '');
  response.end();
});
beforeAll(() => new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  elsewhere.close();
});
const addressElsewhere = (): string => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;

const askElsewhere = (): Promise<void> =>
  new Promise((resolve, reject) => {
    get(addressElsewhere(), (response) => {
      response.resume().once('end', resolve);
    }).once('error', reject);
  });

describe('a file made to break its reader', () => {
  test.each(tried.map((file) => [file.what, file] as const))(
    '%s is refused in Danish while others are answered, and the bot grows by little',
    async (_what, { name, make, told }) => {
      const bytes = make();
      await askElsewhere();
      const before = process.memoryUsage().rss;
      let highest = before;
      let isReading = true;
      let answeredMeanwhile = 0;
      const reading = createChildReader()(name, bytes).then(
        () => undefined,
        (error: unknown) => error,
      );
      const others = (async () => {
        while (isReading) {
          await askElsewhere();
          if (isReading) answeredMeanwhile += 1;
          highest = Math.max(highest, process.memoryUsage().rss);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      })();
      const refusal = await reading;
      isReading = false;
      await others;
      expect(refusal).toMatchObject({ code: 'invalid_input', reply: expect.stringMatching(told) });
      expect(answeredMeanwhile).toBeGreaterThan(0);
      // The copies on the way to the child are what may come on top.
      expect(highest - before).toBeLessThan(20 * megabyte + 3 * bytes.length);
    },
  );

  test('an address elsewhere that a Word document names is not visited', async () => {
    visits.length = 0;
    for (const kind of isLong ? ['hyperlink', 'attachedTemplate', 'image', 'oleObject'] : ['attachedTemplate', 'image'])
      await createChildReader()('a.docx', makeWordMinutes(pointingTo(kind, addressElsewhere()))).catch(() => undefined);
    expect(visits).toEqual([]);
  });

  test('the next file is read all the same', async () => {
    const read = createChildReader({ heapMegabytes: 256, readMs: 1, startMs: 60_000 });
    await expect(read('a.txt', Buffer.alloc(5 * megabyte, 'punkt '))).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await createChildReader()('referat.md', minutes)).toMatchObject({ kind: 'minutes', date: '2026-11-12' });
  });
});

describe('the reader of an archive', () => {
  test('reads one file after another, and goes on after those that are no minutes and those that break it', async () => {
    const bomb = hostileFiles.find(({ what }) => what === 'elements within each other without end')?.make();
    const outcomes = await withLastingReader(async ({ readFile }) => {
      const seen: string[] = [];
      const files = [minutes, Buffer.from('Kære dagbog.'), bomb ?? Buffer.alloc(0), minutes];
      for (const [index, bytes] of files.entries())
        seen.push(
          await readFile(index === 2 ? 'a.docx' : 'a.md', bytes).then(
            ({ date }) => date,
            () => 'refused',
          ),
        );
      return seen;
    });
    expect(outcomes).toEqual(['2026-11-12', 'refused', 'refused', '2026-11-12']);
  });

  test('files asked for at once are answered each with its own, also those behind one that breaks the process', async () => {
    const bomb = hostileFiles.find(({ what }) => what === 'elements within each other without end')?.make();
    const dated = (day: number) => Buffer.from(minutes.toString().replace('12-11-2026', `${day}-11-2026`));
    const outcomes = await withLastingReader(({ readFile }) =>
      Promise.allSettled([
        readFile('a.md', dated(10)),
        readFile('b.docx', bomb ?? Buffer.alloc(0)),
        readFile('c.md', Buffer.from('Kære dagbog.')),
        readFile('d.md', dated(13)),
        readFile('e.docx', bomb ?? Buffer.alloc(0)),
        readFile('f.md', dated(15)),
      ]),
    );
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.date : 'refused'))).toEqual([
      '2026-11-10',
      'refused',
      'refused',
      '2026-11-13',
      'refused',
      '2026-11-15',
    ]);
  });

  test('a file that takes too long is given up, and those behind it are read', async () => {
    const slow = Buffer.alloc(5 * megabyte, 'punkt ');
    const outcomes = await withLastingReader(
      ({ readFile }) => Promise.allSettled([readFile('a.txt', slow), readFile('b.md', minutes)]),
      { heapMegabytes: 256, readMs: 2_000, startMs: 60_000 },
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});
