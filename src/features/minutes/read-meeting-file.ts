import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { documentLimits } from '../../document-reader/document-limits.js';
import { readDocument } from '../../document-reader/read-document.js';
import { AppError } from '../../domain/app-error.js';
import type { MeetingDocument } from '../../domain/meeting-document.js';
import { parseMeetingDocument } from '../../minutes-parser/parse-meeting-document.js';
import type { OriginalFile } from '../../store/ports.js';
import type { ReadFile } from './files/read-in-child.js';

export interface MeetingFile {
  original: OriginalFile;
  document: MeetingDocument;
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    // Opening a pipe would otherwise wait for somebody to write into it.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) throw new AppError('invalid_input', 'it is not a file');
      if (stats.size > documentLimits.fileBytes)
        throw new AppError('invalid_input', `it is larger than ${documentLimits.fileBytes / 1024 / 1024} MB`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const message = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new AppError('invalid_input', message, { cause: error });
  }
}

/** Reads in this process: for files of our own, which nobody made to break a reader. */
const readHere: ReadFile = async (name, bytes) => parseMeetingDocument(await readDocument(name, bytes));

/**
 * Reads minutes or an agenda from a file on disk.
 *
 * @throws AppError `invalid_input`; its message does not name the file.
 */
export async function readMeetingFile(path: string, readFile: ReadFile = readHere): Promise<MeetingFile> {
  const bytes = await readBytes(path);
  const fileName = basename(path);
  const document = await readFile(fileName, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { original: { fileName, bytes, sha256 }, document };
}
