import { AppError } from '../domain/app-error.js';
import { detectFormat } from './detect-format.js';
import { documentLimits } from './document-limits.js';
import type { DocumentFormat, DocumentLines } from './document-lines.js';
import { readMarkdown } from './markdown.js';
import { readPlainText } from './plain-text.js';
import { unreadable } from './unreadable.js';

/** The readers that stand on large libraries are loaded with the first file of their kind. */
const readers: Record<DocumentFormat, (bytes: Uint8Array) => DocumentLines | Promise<DocumentLines>> = {
  text: readPlainText,
  markdown: readMarkdown,
  pdf: async (bytes) => (await import('./pdf-document.js')).readPdf(bytes),
  docx: async (bytes) => (await import('./docx.js')).readDocx(bytes),
};

/**
 * Reads minutes or an agenda from a file into the common plain form.
 *
 * @param fileName only its ending counts, and only where the bytes do not tell what the file is.
 * @throws AppError `invalid_input`, with a Danish reply, for every file that cannot be read; nothing else.
 */
export async function readDocument(fileName: string, bytes: Uint8Array): Promise<DocumentLines> {
  if (bytes.length === 0) throw unreadable('empty');
  if (bytes.length > documentLimits.fileBytes) throw unreadable('tooLarge');
  try {
    const document = await readers[detectFormat(fileName, bytes)](bytes);
    const characters = document.lines.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > documentLimits.characters) throw unreadable('tooMuchText');
    if (document.lines.every((line) => line.text.trim() === '')) throw unreadable('noText');
    return document;
  } catch (error) {
    // The readers' libraries fail in many ways on damaged files, and all of them mean the same to the user.
    throw error instanceof AppError ? error : unreadable('damaged', error);
  }
}
