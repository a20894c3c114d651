import { crc32, deflateRawSync, deflateSync, constants as zlib } from 'node:zlib';

/*
 * Files made to break whoever reads them, built at test time. None is kept in the repository, where scanners would find it.
 */

export const megabyte = 1024 * 1024;

export interface Part {
  name: string;
  bytes: Buffer;
  /** What the directory says of its size; absent: the truth. */
  declaredBytes?: number;
  isEncrypted?: boolean;
  isLink?: boolean;
}

/** Packing the same bytes many times takes long. */
const packedAlready = new WeakMap<Buffer, Buffer>();
function pack(bytes: Buffer): Buffer {
  const packed = packedAlready.get(bytes) ?? deflateRawSync(bytes);
  packedAlready.set(bytes, packed);
  return packed;
}

/** A zip whose directory says of its parts whatever it is told to. @param counted how many parts it says it has */
export function makeZip(parts: readonly Part[], counted = parts.length): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, declaredBytes = bytes.length, isEncrypted = false, isLink = false } of parts) {
    const nameBytes = Buffer.from(name);
    const packed = pack(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(isEncrypted ? 1 : 0, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declaredBytes, 22);
    local.writeUInt16LE(nameBytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(isLink ? 0x0314 : 0x0014, 4);
    entry.writeUInt16LE(isEncrypted ? 1 : 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
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

const part = (name: string, bytes: string | Buffer, changes: Partial<Part> = {}): Part => ({
  name,
  bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  ...changes,
});
const mainPart = (bytes: string | Buffer, changes: Partial<Part> = {}): Part =>
  part('word/document.xml', bytes, changes);

const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A Word document that is whole but for what the test puts in. */
export const makeWord = (body: string, { before = '', parts = [] as Part[] } = {}): Buffer =>
  makeZip([
    part(
      '_rels/.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    mainPart(`<?xml version="1.0"?>${before}<w:document xmlns:w="${words}"><w:body>${body}</w:body></w:document>`),
    ...parts,
  ]);

/** What a Word document says it takes in, or links to, at an address. @param kind such as `image` */
export const pointingTo = (kind: string, target: string): Part =>
  part(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="${relations}"><Relationship Id="t" Type="${office}/${kind}" Target="${target}" TargetMode="External"/></Relationships>`,
  );

/** Minutes as a Word document, whole and harmless but for the further parts. */
export const makeWordMinutes = (...parts: Part[]): Buffer =>
  makeWord(['REFERAT Chefforum d. 12-11-2026', 'Punkt 1: Budget', 'Beslutning', 'Godkendt.'].map(paragraph).join(''), {
    parts,
  });

const blanks = (megabytes: number): Buffer => Buffer.alloc(megabytes * megabyte, ' ');

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
const makePdfOf = (...objects: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...objects.flatMap((object, at) => [
      Buffer.from(`${at + 1} 0 obj `),
      Buffer.from(object),
      Buffer.from(' endobj\n'),
    ]),
    Buffer.from('trailer <</Root 1 0 R>>\n%%EOF'),
  ]);

const onePage = '<</Type /Pages /Kids [3 0 R] /Count 1>>';
const aPage = '<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>';
const drawnPage =
  '<</Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>';

const stream = (bytes: Buffer, filters = ''): Buffer =>
  Buffer.concat([Buffer.from(`<</Length ${bytes.length}${filters}>> stream\n`), bytes, Buffer.from('\nendstream')]);

/** So many megabytes of blanks, packed; made of one packed megabyte over and over, since packing them all takes long. */
function packedBlanks(megabytes: number): Buffer {
  const one = deflateRawSync(blanks(1), { finishFlush: zlib.Z_FULL_FLUSH });
  // The checksum at the end is left out: no reader of PDF asks for it.
  return Buffer.concat([
    Buffer.from([0x78, 0x9c]),
    ...Array.from({ length: megabytes }, () => one),
    Buffer.from([3, 0]),
  ]);
}

/** A PDF whose one page's drawing unpacks, twice over, to so many megabytes. */
const makePdfBomb = (megabytes: number): Buffer =>
  makePdfOf(
    '<</Type /Catalog /Pages 2 0 R>>',
    onePage,
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R>>',
    stream(deflateSync(packedBlanks(megabytes)), ' /Filter [/FlateDecode /FlateDecode]'),
  );

/** A readable PDF that runs a script when it is opened. */
const makeScriptedPdf = (catalogue: string, ...more: (string | Buffer)[]): Buffer =>
  makePdfOf(
    `<</Type /Catalog /Pages 2 0 R ${catalogue}>>`,
    onePage,
    drawnPage,
    stream(Buffer.from('BT /F 12 Tf 50 400 Td (REFERAT Chefforum d. 12-11-2026) Tj ET')),
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
    ...more,
  );

/** The script stands in an object that is packed together with others, where no search of the file's bytes finds it. */
function makeHiddenScript(): Buffer {
  const action = '<</S /JavaScript /JS (while(true){})>>';
  const packed = deflateSync(Buffer.from(`6 0 ${action}`));
  const objects = stream(packed, ' /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode');
  const pdf = makeScriptedPdf('/OpenAction 6 0 R');
  const body = Buffer.concat([
    pdf.subarray(0, pdf.lastIndexOf('trailer')),
    Buffer.from('7 0 obj '),
    objects,
    Buffer.from(' endobj\n'),
  ]);
  const offsetOf = (number: number): number => body.indexOf(`${number} 0 obj`);
  const rows = [1, 2, 3, 4, 5, 6, 7].map((number) => (number === 6 ? [2, 7, 0] : [1, offsetOf(number), 0]));
  const table = Buffer.concat(
    [[0, 0, 0], ...rows, [1, body.length, 0]].map(([type = 0, value = 0, at = 0]) =>
      Buffer.from([type, value >> 8, value & 255, at]),
    ),
  );
  const cross = stream(table, ' /Type /XRef /Size 9 /W [1 2 1] /Root 1 0 R');
  return Buffer.concat([
    body,
    Buffer.from('8 0 obj '),
    cross,
    Buffer.from(` endobj\nstartxref\n${body.length}\n%%EOF`),
  ]);
}

function growingEntities(): string {
  const names = 'abcdefghi'.split('');
  const grown = names.slice(1).map((name, at) => `<!ENTITY ${name} "${`&${names[at] ?? ''};`.repeat(10)}">`);
  return `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${grown.join('')}]>`;
}

export interface HostileFile {
  what: string;
  name: string;
  make(): Buffer;
  /** What the sender is told, in part. */
  told: RegExp;
  /** Refused by a look at the file before anything of it is unpacked or run. */
  isSeenAtOnce: boolean;
}

const seenAtOnce = (what: string, name: string, told: RegExp, make: () => Buffer): HostileFile => ({
  what,
  name,
  make,
  told,
  isSeenAtOnce: true,
});
const metInside = (what: string, name: string, told: RegExp, make: () => Buffer): HostileFile => ({
  what,
  name,
  make,
  told,
  isSeenAtOnce: false,
});

const tooMuch = /fylder for meget/;
const damaged = /beskadiget/;
const notWord = /ikke bygget som et Word-dokument/;
const outside = /henter indhold fra andre steder/;
const script = /der ligger et program i den/;
const unknown = /jeg læser PDF, Word/;

export const hostileFiles: readonly HostileFile[] = [
  seenAtOnce('a zip bomb', 'a.docx', tooMuch, () => makeZip([mainPart(blanks(4))])),
  seenAtOnce('a zip bomb that lies about its size', 'a.docx', damaged, () =>
    makeZip([mainPart(blanks(4), { declaredBytes: 1000 })]),
  ),
  seenAtOnce('a zip of more parts than it says', 'a.docx', damaged, () =>
    makeZip([mainPart('<a/>'), mainPart(blanks(4))], 1),
  ),
  seenAtOnce('a zip of 70,000 parts', 'a.docx', tooMuch, () => makeZip(Array<Part>(70_000).fill(mainPart('')), 65_535)),
  seenAtOnce('a zip of 201 parts', 'a.docx', tooMuch, () =>
    makeZip(Array.from({ length: 201 }, () => mainPart('<a/>'))),
  ),
  seenAtOnce('a zip that says it is larger than it is', 'a.docx', damaged, () =>
    makeZip([mainPart('<a/>', { declaredBytes: 900 })]),
  ),
  seenAtOnce('many parts that are each small', 'a.docx', tooMuch, () =>
    makeZip(Array<Part>(60).fill(part('a.xml', blanks(1)))),
  ),
  seenAtOnce('a zip with a password', 'a.docx', /adgangskode/, () =>
    makeZip([mainPart('<a/>', { isEncrypted: true })]),
  ),
  seenAtOnce('a zip whose part is a link', 'a.docx', notWord, () =>
    makeWordMinutes(part('word/media/a.png', '/etc/passwd', { isLink: true })),
  ),
  seenAtOnce('a zip with two parts of one name', 'a.docx', notWord, () => makeWordMinutes(mainPart('<a/>'))),
  seenAtOnce('a zip whose part lies above it', 'a.docx', notWord, () => makeWordMinutes(part('../../a.xml', '<a/>'))),
  seenAtOnce('a zip within a Word document', 'a.docx', notWord, () =>
    makeWordMinutes(part('word/media/a.png', makeZip([part('b.zip', makeZip([mainPart(blanks(4))]))]))),
  ),
  seenAtOnce('a zip in a zip in a zip', 'a.docx', unknown, () =>
    makeZip([part('b.zip', makeZip([part('c.zip', makeZip([mainPart(blanks(4))]))]))]),
  ),
  seenAtOnce('entities that grow', 'a.docx', notWord, () => makeWord(paragraph('&i;'), { before: growingEntities() })),
  seenAtOnce('an entity that is a file', 'a.docx', notWord, () =>
    makeWord(paragraph('&x;'), { before: '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>' }),
  ),
  seenAtOnce('an entity in UTF-16', 'a.docx', notWord, () =>
    makeWordMinutes(part('word/styles.xml', Buffer.from('\ufeff<!DOCTYPE x [<!ENTITY a "b">]><a/>', 'utf16le'))),
  ),
  ...['image', 'oleObject', 'frame', 'subDocument', 'aFChunk'].map((kind) =>
    seenAtOnce(`a Word document that takes in from elsewhere: ${kind}`, 'a.docx', outside, () =>
      makeWordMinutes(pointingTo(kind, 'http://127.0.0.1:9/a')),
    ),
  ),
  seenAtOnce('a truncated zip', 'a.docx', damaged, () => makeWord(paragraph('Referat')).subarray(0, 300)),
  seenAtOnce('a zip called a PDF', 'a.pdf', unknown, () => makeZip([part('a.txt', 'a')])),
  seenAtOnce('a program called a text', 'a.txt', /ikke tekst/, () =>
    Buffer.from('MZ\u0000\u0001\u0002\u0003'.repeat(100)),
  ),
  seenAtOnce('a program called a Word document', 'a.docx', damaged, () => Buffer.from('\u007fELF\u0000\u0001')),
  seenAtOnce('a program called a PDF', 'a.pdf', damaged, () => Buffer.from('MZ\u0090\u0000')),
  seenAtOnce('a PDF with a script', 'a.pdf', script, () =>
    makeScriptedPdf('/OpenAction <</S /JavaScript /JS (while(true){})>>'),
  ),
  seenAtOnce('nothing', 'a.txt', /tom/, () => Buffer.alloc(0)),
  seenAtOnce('more than 20 MB', 'a.txt', /20 MB/, () => Buffer.alloc(21 * megabyte, 'a')),
  metInside('a PDF with a script that is packed away', 'a.pdf', script, makeHiddenScript),
  metInside('a PDF bomb', 'a.pdf', /tid eller hukommelse|for meget tekst|intet tekstlag/, () => makePdfBomb(1024)),
  metInside('elements within each other without end', 'a.docx', /læse filen/, () =>
    makeWord('<w:tbl>'.repeat(300_000)),
  ),
  metInside('a Word document without words', 'a.docx', /ingen tekst/, () => makeWord('')),
  metInside('a PDF of 501 pages', 'a.pdf', /500 sider/, () =>
    makePdfOf(
      '<</Type /Catalog /Pages 2 0 R>>',
      // A page that stands in the tree twice would be damage.
      `<</Type /Pages /Count 501 /Kids [${Array.from({ length: 501 }, (_, page) => `${page + 3} 0 R`).join(' ')}]>>`,
      ...new Array<string>(501).fill(aPage),
    ),
  ),
  metInside('a PDF whose pages hold themselves', 'a.pdf', /læse filen/, () =>
    makePdfOf('<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [2 0 R] /Count 1>>'),
  ),
  metInside('a PDF of arrays within arrays', 'a.pdf', /læse filen/, () =>
    makePdfOf(`<</Type /Catalog /Pages 2 0 R /A ${'['.repeat(500_000)}>>`),
  ),
  metInside('a truncated PDF', 'a.pdf', /læse filen/, () => makePdfBomb(1).subarray(0, 200)),
];
