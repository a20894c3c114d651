import { getResolvedPDFJS } from 'unpdf';
import { documentLimits } from './document-limits.js';
import type { DocumentLines } from './document-lines.js';
import { composeDocumentLines } from './pdf-lines.js';
import { readPdfPage } from './pdf-page.js';
import { composePrintedLines, type PrintedPage } from './printed-line.js';
import { withoutRunningLines } from './running-lines.js';
import { unreadable } from './unreadable.js';

type Pdfjs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type OpenPdf = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;

/**
 * Reads a PDF with a text layer into the common plain form.
 *
 * @throws AppError `invalid_input` for a scan, a password, damage, a script, or more than the limits allow.
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentLines> {
  if (namesScript(bytes)) throw unreadable('script');
  const { getDocument } = await getResolvedPDFJS();
  provideTransferToFixedLength();
  const task = getDocument({
    // A copy, because the library takes the buffer away from its owner; a plain array, because it refuses a Node Buffer.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: true,
    disableFontFace: true,
    enableXfa: false,
    // Pictures are not looked at; "1 pixel at most" keeps them from being decoded.
    maxImageSize: 1,
  });
  try {
    const pdf = await openPdf(task.promise);
    // Scripts in packed parts of the file are found only now. None is ever run; minutes have no use for one.
    if (await pdf.hasJSActions()) throw unreadable('script');
    const pages = await readPages(pdf);
    const lines = composeDocumentLines(withoutRunningLines(pages));
    if (lines.length === 0) throw unreadable('scanned');
    const pagesWithoutText = pages.filter((page) => page.lines.length === 0).map(({ number }) => number);
    return { format: 'pdf', lines, pagesWithoutText };
  } finally {
    await task.destroy();
  }
}

const namesScript = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/JavaScript');

async function openPdf(promise: Promise<OpenPdf>): Promise<OpenPdf> {
  try {
    return await promise;
  } catch (error) {
    const isPassword = error instanceof Error && error.name === 'PasswordException';
    throw unreadable(isPassword ? 'password' : 'damaged', error);
  }
}

async function readPages(pdf: OpenPdf): Promise<PrintedPage[]> {
  if (pdf.numPages > documentLimits.pdf.pages) throw unreadable('tooManyPages');
  const pages: PrintedPage[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { height, runs } = await readPdfPage(await pdf.getPage(number));
    characters += runs.reduce((sum, run) => sum + run.text.length, 0);
    if (characters > documentLimits.pdf.characters) throw unreadable('tooMuchText');
    pages.push({ number, height, lines: composePrintedLines(number, runs) });
  }
  return pages;
}

/** pdfjs hands over font data with this method, which Node has from version 21 on. */
function provideTransferToFixedLength(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length?: number): ArrayBuffer {
      return this.slice(0, length);
    },
  });
}
