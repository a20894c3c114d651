import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/document-reader/read-document.js';
import { parseMeetingDocument } from '../../src/minutes-parser/parse-meeting-document.js';

/** Minutes with a drawn page, as a scan is, between two pages of text. */
async function printWithScannedPage(): Promise<Uint8Array> {
  const pdf = new PDFDocument({ margin: 60 });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => pdf.on('end', resolve));
  pdf.text('REFERAT Chefforum d. 13-04-2023').moveDown().text('Mødedato Torsdag d. 13. april 2023 kl. 09:00');
  pdf.moveDown().text('Punkt 1: Godkendelse af dagsorden').moveDown().text('Beslutning').moveDown().text('Godkendt.');
  pdf.addPage().rect(60, 60, 400, 600).fill('#cccccc');
  pdf.addPage().fill('#000000').text('Punkt 2: Eventuelt').moveDown().text('Beslutning').moveDown().text('Intet.');
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

test('a scanned page among pages of text is told of, not passed over in silence', async () => {
  const { items, findings } = parseMeetingDocument(await readDocument('referat.pdf', await printWithScannedPage()));
  expect(items.map(({ decision }) => decision)).toEqual(['Godkendt.', 'Intet.']);
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'page_without_text', message: expect.stringMatching(/^Side 2 har ingen tekst/) }),
  );
});
