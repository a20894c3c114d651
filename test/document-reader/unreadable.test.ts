import fc from 'fast-check';
import JSZip from 'jszip';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { documentLimits } from '../../src/document-reader/document-limits.js';
import { readDocument } from '../../src/document-reader/read-document.js';
import { AppError } from '../../src/domain/app-error.js';
import { makeDocx } from '../support/make-docx.js';
import { makeLockedPdf, makePdf, makeScannedPdf } from '../support/make-pdf.js';
import { shown } from './read-back.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

async function refusal(fileName: string, bytes: Uint8Array): Promise<AppError> {
  const error = await readDocument(fileName, bytes).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`${fileName} should be refused with an AppError`, { cause: error });
  expect(error.code).toBe('invalid_input');
  expect(error.reply).toMatch(/^Jeg kunne ikke læse filen: .*\. [A-ZÆØÅ].*\.$/);
  return error;
}

async function zip(files: Record<string, string>): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const [name, text] of Object.entries(files)) archive.file(name, text);
  return await archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** Writes another unpacked size into the central directory. */
function declaring(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const changed = Buffer.from(bytes);
  const header = changed.lastIndexOf(name) - 46;
  changed.writeUInt32LE(size, header + 24);
  return new Uint8Array(changed);
}

describe('a file that cannot be read', () => {
  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['nothing', 'referat.txt', () => new Uint8Array(), /tom/],
    ['only blanks', 'referat.md', () => bytesOf(' \n\u00a0\n'), /ingen tekst/],
    ['more than 20 MB', 'referat.txt', () => new Uint8Array(documentLimits.fileBytes + 1).fill(97), /20 MB/],
    ['an unknown ending', 'referat.xlsx', () => bytesOf('tekst'), /jeg læser PDF, Word/],
    ['no ending', 'referat', () => bytesOf('tekst'), /jeg læser PDF, Word/],
    ['rich text', 'referat.txt', () => bytesOf('{\\rtf1 tekst}'), /jeg læser PDF, Word/],
    ['a picture called .txt', 'referat.txt', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), /ikke tekst/],
    ['a password on a PDF', 'referat.pdf', makeLockedPdf, /adgangskode/],
    [
      'a scan',
      'referat.pdf',
      makeScannedPdf,
      /den har intet tekstlag\. Gem den som PDF fra SBSYS, eller send Word-filen\.$/,
    ],
    ['text called .pdf', 'referat.pdf', () => bytesOf('tekst'), /beskadiget/],
    ['a PDF of nothing but its header', 'referat.pdf', () => bytesOf('%PDF-1.7\n'), /beskadiget/],
    [
      'half a docx',
      'referat.docx',
      async () => (await makeDocx([{ kind: 'paragraph', text: 'tekst' }])).slice(0, 900),
      /beskadiget/,
    ],
    [
      'an old Word file',
      'referat.doc',
      () => new Uint8Array([...oldOffice, ...new Uint8Array(600)]),
      /gamle Word-format/,
    ],
    [
      'a password on a docx',
      'referat.docx',
      () => new Uint8Array([...oldOffice, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      /adgangskode/,
    ],
    ['another kind of zip', 'referat.docx', () => zip({ 'xl/workbook.xml': '<x/>' }), /jeg læser PDF, Word/],
    ['an empty zip', 'referat.docx', () => zip({}), /jeg læser PDF, Word/],
    ['a docx without words', 'referat.docx', () => makeDocx([{ kind: 'paragraph', text: '' }]), /ingen tekst/],
    ['a docx of broken XML', 'referat.docx', () => zip({ 'word/document.xml': '<w:document' }), /beskadiget/],
    ['a zip bomb', 'referat.docx', () => zip({ 'word/document.xml': ' '.repeat(3_000_000) }), /fylder for meget/],
    [
      'many parts',
      'referat.docx',
      () => zip(Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`word/${index}.xml`, '<x/>']))),
      /fylder for meget/,
    ],
    [
      'a zip bomb that declares too little',
      'referat.docx',
      async () => declaring(await zip({ 'word/document.xml': ' '.repeat(900_000) }), 'word/document.xml', 100),
      /beskadiget/,
    ],
    [
      'a zip that declares too much',
      'referat.docx',
      async () => declaring(await zip({ 'word/document.xml': 'x' }), 'word/document.xml', 60_000_000),
      /fylder for meget/,
    ],
  ])('%s is refused in plain Danish', async (_, fileName, make, reply) => {
    const error = await refusal(fileName, await make());
    expect(error.reply).toMatch(reply);
    expect(error.message).not.toContain('tekst');
  });

  it('a PDF of more than 500 pages is refused', async () => {
    const pdf = new PDFDocument({ size: 'A7' });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    for (let page = 1; page <= documentLimits.pdf.pages; page += 1) pdf.addPage();
    const ended = new Promise((resolve) => pdf.on('end', resolve));
    pdf.end();
    await ended;
    expect((await refusal('referat.pdf', new Uint8Array(Buffer.concat(chunks)))).reply).toMatch(/500 sider/);
  });

  it('any damage to a good PDF or docx is either read over or refused, never anything else', async () => {
    const good = {
      'referat.pdf': await makePdf([{ kind: 'paragraph', text: 'Chefforum godkendte referatet.' }]),
      'referat.docx': await makeDocx([{ kind: 'paragraph', text: 'Chefforum godkendte referatet.' }]),
    };
    const damage = fc.record({
      fileName: fc.constantFrom('referat.pdf' as const, 'referat.docx' as const),
      cut: fc.double({ min: 0.02, max: 1, noNaN: true }),
      places: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ fileName, cut, places }) => {
        const bytes = good[fileName].slice(0, Math.ceil(good[fileName].length * cut));
        for (const [place, value] of places) bytes[Math.floor(place * (bytes.length - 1))] = value;
        const result = await readDocument(fileName, bytes).catch((error: unknown) => error);
        expect(result instanceof AppError || (result !== null && typeof result === 'object' && 'lines' in result)).toBe(
          true,
        );
      }),
      { numRuns: process.env.REFERENT_LONG === undefined ? 60 : 3000 },
    );
  });
});

describe('a file with the wrong ending', () => {
  it('is read as what it is', async () => {
    const pdf = await makePdf([{ kind: 'paragraph', text: 'Fra en PDF' }], { header: '' });
    const docx = await makeDocx([{ kind: 'paragraph', text: 'Fra Word' }]);
    expect(await readDocument('referat.txt', pdf).then(({ format }) => format)).toBe('pdf');
    expect(await readDocument('referat.docx', pdf).then(shown)).toEqual(['Fra en PDF']);
    expect(await readDocument('REFERAT.PDF', docx).then(shown)).toEqual(['Fra Word']);
    expect(await readDocument('referat.md', docx).then(({ format }) => format)).toBe('docx');
  });
});
