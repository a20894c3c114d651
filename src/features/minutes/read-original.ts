import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { documentLimits } from '../../document-reader/document-limits.js';
import { AppError } from '../../domain/app-error.js';
import type { OriginalFile } from '../../store/ports.js';

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

/**
 * Takes a file from disk as it is.
 *
 * @throws AppError `invalid_input`; its message does not name the file.
 */
export async function readOriginal(path: string): Promise<OriginalFile> {
  const bytes = await readBytes(path);
  return { fileName: basename(path), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
