import type { DocumentLines } from '../../src/document-reader/document-lines.js';
import { readDocument } from '../../src/document-reader/read-document.js';

/** Lines as a test reads them at a glance: headings begin with "# ", empty lines are left out. */
export function shown(document: DocumentLines): string[] {
  const lines = document.lines.filter((line) => line.text !== '');
  return lines.map((line) => (line.heading ? `# ${line.text}` : line.text));
}

/** Reads a file given as text. */
export async function readText(fileName: string, text: string): Promise<DocumentLines> {
  return await readDocument(fileName, new TextEncoder().encode(text));
}

export async function shownText(fileName: string, text: string): Promise<string[]> {
  return shown(await readText(fileName, text));
}

/** Words and numbers in order, without marks of any kind. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words of a document in order. */
export function wordsOfDocument(document: DocumentLines): string[] {
  return document.lines.flatMap((line) => wordsOf(line.text));
}
