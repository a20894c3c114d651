import type { MeetingFile } from '../features/minutes/read-meeting-file.js';

/**
 * Reads one document in a process of its own: whoever wrote it may have made it to break its reader.
 *
 * @throws AppError `invalid_input`; its message does not name the file.
 */
export async function readApart(path: string): Promise<MeetingFile> {
  const { readMeetingFile } = await import('../features/minutes/read-meeting-file.js');
  const { withLastingReader } = await import('../features/minutes/files/read-in-child.js');
  return withLastingReader((readFile) => readMeetingFile(path, readFile));
}
