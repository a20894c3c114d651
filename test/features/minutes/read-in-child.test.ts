import { createServer } from 'node:http';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createChildReader } from '../../../src/features/minutes/files/read-in-child.js';

const megabyte = 1024 * 1024;

interface Part {
  name: string;
  bytes: Buffer;
  /** What the directory says of its size; absent: the truth. */
  declaredBytes?: number;
  isEncrypted?: boolean;
  isLink?: boolean;
}

/** A zip whose directory says of its parts whatever it is told to. @param counted how many parts it says it has */
function makeZip(parts: readonly Part[], counted = parts.length): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, declaredBytes = bytes.length, isEncrypted = false, isLink = false } of parts) {
    const nameBytes = Buffer.from(name);
    const packed = deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(isEncrypted ? 1 : 0, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declaredBytes, 22);
    local.writeUInt16LE(nameBytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(isLink ? 0x0314 : 0x0014, 4);
    entry.writeUInt16LE(isEncrypted ? 1 : 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declaredBytes, 24);
    entry.writeUInt16LE(nameBytes.length, 28);
    entry.writeUInt32LE(isLink ? 0xa1ff0000 : 0, 38);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, nameBytes, packed);
    entries.push(entry, nameBytes);
    offset += local.length + nameBytes.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(counted, 8);
  end.writeUInt16LE(counted, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

const mainPart = (bytes: Buffer, changes: Partial<Part> = {}): Part => ({
  name: 'word/document.xml',
  bytes,
  ...changes,
});

const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document that is whole but for what the test puts in. */
const makeWord = (body: string, { before = '', parts = [] as Part[] } = {}): Buffer =>
  makeZip([
    {
      name: '_rels/.rels',
      bytes: Buffer.from(
        `<Relationships xmlns="${relations}"><Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    },
    {
      name: '[Content_Types].xml',
      bytes: Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    },
    mainPart(
      Buffer.from(`<?xml version="1.0"?>${before}<w:document xmlns:w="${words}"><w:body>${body}</w:body></w:document>`),
    ),
    ...parts,
  ]);

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const blanks = (count: number): Buffer => Buffer.alloc(count * megabyte, ' ');

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
const makePdfOf = (...objects: string[]): Buffer =>
  Buffer.from(
    `%PDF-1.4\n${objects.map((object, at) => `${at + 1} 0 obj ${object} endobj\n`).join('')}trailer <</Root 1 0 R>>\n%%EOF`,
  );
const aPage = '<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>';

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

type Hostile = [string, string, () => Buffer];

const sample: Hostile[] = [
  ['a zip bomb', 'a.docx', () => makeZip([mainPart(blanks(60))])],
  ['a zip bomb that lies about its size', 'a.docx', () => makeZip([mainPart(blanks(60), { declaredBytes: 1000 })])],
  [
    'a zip of more parts than it says',
    'a.docx',
    () => makeZip([mainPart(Buffer.from('<a/>')), mainPart(blanks(60))], 1),
  ],
  ['a PDF bomb', 'a.pdf', () => makePdfBomb(1024 * megabyte)],
  ['a program called a PDF', 'a.pdf', () => Buffer.from('MZ\u0090\u0000')],
  ['entities that grow', 'a.docx', () => makeWord(paragraph('&i;'), { before: growingEntities() })],
  ['nothing', 'a.txt', () => Buffer.alloc(0)],
  ['more than 20 MB', 'a.txt', () => Buffer.alloc(21 * megabyte, 'a')],
];

function growingEntities(): string {
  const names = 'abcdefghi'.split('');
  const grown = names.slice(1).map((name, at) => `<!ENTITY ${name} "${`&${names[at] ?? ''};`.repeat(10)}">`);
  return `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${grown.join('')}]>`;
}

const rest: Hostile[] = [
  [
    'a zip of 70,000 parts',
    'a.docx',
    () =>
      makeZip(
        Array.from({ length: 70_000 }, () => mainPart(Buffer.alloc(0))),
        65_535,
      ),
  ],
  ['a zip of 201 parts', 'a.docx', () => makeZip(Array.from({ length: 201 }, () => mainPart(Buffer.from('<a/>'))))],
  [
    'a zip in a zip in a zip',
    'a.docx',
    () => makeZip([{ name: 'b.zip', bytes: makeZip([{ name: 'c.zip', bytes: makeZip([mainPart(blanks(60))]) }]) }]),
  ],
  [
    'a zip that says it is larger than it is',
    'a.docx',
    () => makeZip([mainPart(Buffer.from('<a/>'), { declaredBytes: 900 })]),
  ],
  ['many parts that are each small', 'a.docx', () => makeZip(Array.from({ length: 60 }, () => mainPart(blanks(1))))],
  ['a zip whose part is a link', 'a.docx', () => makeZip([mainPart(Buffer.from('/etc/passwd'), { isLink: true })])],
  ['a zip with a password', 'a.docx', () => makeZip([mainPart(Buffer.from('<a/>'), { isEncrypted: true })])],
  [
    'an entity that is a file',
    'a.docx',
    () => makeWord(paragraph('&x;'), { before: '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>' }),
  ],
  ['elements within each other without end', 'a.docx', () => makeWord('<w:tbl>'.repeat(300_000))],
  ['a truncated zip', 'a.docx', () => makeWord(paragraph('Referat')).subarray(0, 300)],
  ['a Word document without words', 'a.docx', () => makeWord('')],
  ['a zip called a PDF', 'a.pdf', () => makeZip([{ name: 'a.txt', bytes: Buffer.from('a') }])],
  ['a program called a text', 'a.txt', () => Buffer.from('MZ\u0000\u0001\u0002\u0003'.repeat(100))],
  ['a program called a Word document', 'a.docx', () => Buffer.from('\u007fELF\u0000\u0001')],
  [
    'a PDF of 501 pages',
    'a.pdf',
    () =>
      makePdfOf(
        '<</Type /Catalog /Pages 2 0 R>>',
        `<</Type /Pages /Count 501 /Kids [${'3 0 R '.repeat(501)}]>>`,
        aPage,
      ),
  ],
  [
    'a PDF with a script',
    'a.pdf',
    () =>
      makePdfOf(
        '<</Type /Catalog /Pages 2 0 R /OpenAction <</S /JavaScript /JS (while(true){})>>>>',
        '<</Type /Pages /Kids [3 0 R] /Count 1>>',
        aPage,
      ),
  ],
  [
    'a PDF whose pages hold themselves',
    'a.pdf',
    () => makePdfOf('<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [2 0 R] /Count 1>>'),
  ],
  [
    'a PDF of arrays within arrays',
    'a.pdf',
    () => makePdfOf(`<</Type /Catalog /Pages 2 0 R /A ${'['.repeat(500_000)}>>`),
  ],
  ['a truncated PDF', 'a.pdf', () => makePdfBomb(megabyte).subarray(0, 200)],
];

const isLong = process.env.REFERENT_LONG !== undefined;
const hostile = isLong ? [...sample, ...rest] : sample;

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

  test('an address elsewhere that a Word document names is not visited', async () => {
    const visits: string[] = [];
    const server = createServer((request, response) => {
      visits.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const target = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
    const relation = `<Relationships xmlns="${relations}"><Relationship Id="t" Type="${office}/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`;
    const lines = ['REFERAT Chefforum d. 12-11-2026', 'Punkt 1: Budget', 'Beslutning', 'Godkendt.'];
    const parts = [{ name: 'word/_rels/document.xml.rels', bytes: Buffer.from(relation) }];
    try {
      await createChildReader()('a.docx', makeWord(lines.map(paragraph).join(''), { parts })).catch(() => undefined);
    } finally {
      server.close();
    }
    expect(visits).toEqual([]);
  });

  test('the next file is read all the same', async () => {
    const read = createChildReader({ heapMegabytes: 256, readMs: 1, startMs: 60_000 });
    await expect(read('a.txt', Buffer.alloc(5 * megabyte, 'punkt '))).rejects.toMatchObject({ code: 'invalid_input' });
    const text = Buffer.from('# REFERAT Chefforum d. 12-11-2026\n\n## Punkt 1: Budget\n\n### Beslutning\nGodkendt.\n');
    expect(await createChildReader()('referat.md', text)).toMatchObject({ kind: 'minutes', date: '2026-11-12' });
  });
});
