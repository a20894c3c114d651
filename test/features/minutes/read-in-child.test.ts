import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createChildReader } from '../../../src/features/minutes/files/read-in-child.js';

const megabyte = 1024 * 1024;

/** A zip of one part whose directory says of its size whatever it is told to. */
function makeZip(part: Buffer, declaredBytes: number): Buffer {
  const name = Buffer.from('word/document.xml');
  const packed = deflateRawSync(part);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(declaredBytes, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(declaredBytes, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

/** A PDF whose one page's drawing unpacks, twice over, to so many bytes. */
function makePdfBomb(bytes: number): Buffer {
  const drawing = deflateSync(deflateSync(Buffer.alloc(bytes, ' ')));
  const head = Buffer.from(
    `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R>> endobj
4 0 obj <</Length ${drawing.length} /Filter [/FlateDecode /FlateDecode]>> stream\n`,
  );
  return Buffer.concat([head, drawing, Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF')]);
}

const hostile: [string, string, () => Buffer][] = [
  ['a zip bomb', 'a.docx', () => makeZip(Buffer.alloc(60 * megabyte), 60 * megabyte)],
  ['a zip bomb that lies about its size', 'a.docx', () => makeZip(Buffer.alloc(60 * megabyte), 1000)],
  ['a PDF bomb', 'a.pdf', () => makePdfBomb(1024 * megabyte)],
  ['a program called a PDF', 'a.pdf', () => Buffer.from('MZ\u0090\u0000')],
  ['a program called a text', 'a.txt', () => Buffer.from('MZ\u0000\u0001\u0002\u0003'.repeat(100))],
  ['nothing', 'a.txt', () => Buffer.alloc(0)],
  ['more than 20 MB', 'a.txt', () => Buffer.alloc(21 * megabyte, 'a')],
];

describe('a file made to break its reader', { timeout: 300_000 }, () => {
  test.each(hostile)('%s is refused in Danish, and the bot grows by little', async (_what, name, make) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    let highest = before;
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage().rss);
    }, 20);
    try {
      await expect(createChildReader()(name, bytes)).rejects.toMatchObject({
        code: 'invalid_input',
        reply: expect.stringContaining('Jeg kunne ikke læse filen'),
      });
    } finally {
      clearInterval(watch);
    }
    // The copies on the way to the child are what may come on top.
    expect(highest - before).toBeLessThan(20 * megabyte + 3 * bytes.length);
  });

  test('the next file is read all the same', async () => {
    const read = createChildReader({ heapMegabytes: 256, readMs: 1, startMs: 60_000 });
    await expect(read('a.txt', Buffer.alloc(5 * megabyte, 'punkt '))).rejects.toMatchObject({ code: 'invalid_input' });
    const text = Buffer.from('# REFERAT Chefforum d. 12-11-2026\n\n## Punkt 1: Budget\n\n### Beslutning\nGodkendt.\n');
    expect(await createChildReader()('referat.md', text)).toMatchObject({ kind: 'minutes', date: '2026-11-12' });
  });
});
