import type { MeetingDocument } from '../domain/meeting-document.js';
import type { OriginalFile } from '../store/ports.js';

/**
 * Reads one document in a process of its own: whoever wrote it may have made it to break its reader.
 *
 * @throws AppError `invalid_input`; its message does not name the file.
 */
export async function readApart(path: string): Promise<{ original: OriginalFile; document: MeetingDocument }> {
  const { readOriginal } = await import('../features/minutes/read-original.js');
  const { withLastingReader } = await import('../features/minutes/files/lasting-reader.js');
  const original = await readOriginal(path);
  const document = await withLastingReader(({ readFile }) => readFile(original.fileName, original.bytes));
  return { original, document };
}
