import { createHash } from 'node:crypto';
import { readDocument } from '../src/document-reader/read-document.js';
import { systemClock } from '../src/domain/clock.js';
import type { MeetingDocument } from '../src/domain/meeting-document.js';
import { findDocumentFiles } from '../src/features/minutes/find-document-files.js';
import { importDocuments } from '../src/features/minutes/import-documents.js';
import { readOriginal } from '../src/features/minutes/read-original.js';
import { parseMeetingDocument } from '../src/minutes-parser/parse-meeting-document.js';
import { analyseDocument } from '../src/search/analyse-document.js';
import type { Forum, Store } from '../src/store/ports.js';
import { generateMeetings } from './archive/generate-meetings.js';
import { reportEvery } from './progress.js';

/** Saves documents that were never files: the text of the document itself stands in for the original. */
export async function saveGenerated(
  store: Store,
  forum: Forum,
  documents: readonly MeetingDocument[],
  onSaved: () => void = () => {},
): Promise<void> {
  for (const document of documents) {
    const bytes = Buffer.from(JSON.stringify(document));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await store.minutes.saveDocument({
      forumId: forum.id,
      document,
      original: { fileName: `generated-${document.date}.json`, bytes, sha256 },
      entries: analyseDocument(document),
      importedAt: systemClock.now(),
    });
    onSaved();
  }
}

async function dateOf(path: string): Promise<string> {
  const { fileName, bytes } = await readOriginal(path);
  return parseMeetingDocument(await readDocument(fileName, bytes)).date;
}

/** The days the minutes in a folder are from. Files that cannot be read are left to the import to complain about. */
async function datesOf(folder: string): Promise<Set<string>> {
  const files = (await findDocumentFiles([folder])).filter((file) => !('fault' in file));
  const read = await Promise.allSettled(files.map(({ path }) => dateOf(path)));
  return new Set(read.flatMap((date) => (date.status === 'fulfilled' ? [date.value] : [])));
}

/**
 * Fills a store with the minutes of a folder in the middle of so many generated meetings: the order of storing must not help.
 *
 * @throws Error when one of the minutes cannot be read: the questions about it would count against every engine.
 */
export async function fillStore(
  store: Store,
  minutes: string,
  generatedCount: number,
  tenantId = 'eval',
): Promise<Forum> {
  const forum = await store.forums.ensureForum(tenantId, 'Chefforum');
  const generated = generatedCount === 0 ? [] : generateMeetings(generatedCount, await datesOf(minutes));
  const middle = Math.floor(generated.length / 2);
  const onSaved = reportEvery(250, generated.length, 'generated meetings stored');
  await saveGenerated(store, forum, generated.slice(0, middle), onSaved);
  const { files } = await importDocuments({ store, forum, clock: systemClock }, [minutes]);
  const failed = files.filter((file) => file.status === 'failed');
  if (failed.length > 0) throw new Error(failed.map(({ path, error }) => `${path}: ${error}`).join('\n'));
  await saveGenerated(store, forum, generated.slice(middle), onSaved);
  return forum;
}
