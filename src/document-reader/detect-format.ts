import type { DocumentFormat } from './document-lines.js';
import { unreadable } from './unreadable.js';

/** Readers of PDF accept some bytes before the header, and mail gateways put some there. */
const pdfHeaderWithin = 1024;
const zipArchive = 'PK\x03\x04';
const emptyZipArchive = 'PK\x05\x06';
const oldOffice = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const encryptedPackage = 'EncryptedPackage';

const formatByEnding: ReadonlyMap<string, DocumentFormat> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['pdf', 'pdf'],
  ['docx', 'docx'],
]);

/**
 * What a file is: by its first bytes, because names lie, and where these say nothing, by its ending.
 *
 * @throws AppError `invalid_input` for what Referent does not read.
 */
export function detectFormat(fileName: string, bytes: Uint8Array): DocumentFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, pdfHeaderWithin)).toString('latin1');
  const byEnding = formatByEnding.get(endingOf(fileName));
  if (head.startsWith('%PDF-') || (head.includes('%PDF-') && byEnding === 'pdf')) return 'pdf';
  if (head.startsWith(zipArchive) || head.startsWith(emptyZipArchive)) return 'docx';
  if (head.startsWith(oldOffice)) throw unreadable(isEncryptedOffice(bytes) ? 'password' : 'oldWord');
  if (head.startsWith('{\\rtf') || byEnding === undefined) throw unreadable('unsupported');
  if (byEnding === 'pdf' || byEnding === 'docx') throw unreadable('damaged');
  return byEnding;
}

function endingOf(fileName: string): string {
  const name = fileName.trim().toLowerCase();
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Office wraps a document with a password in the old container format, as a stream of this name in UTF-16. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(encryptedPackage, 'utf16le'));
}
