import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import type { Finding, MeetingDocument } from '../../domain/meeting-document.js';
import { analyseDocument } from '../../search/analyse-document.js';
import type { Forum, SavedDocument, Store } from '../../store/ports.js';
import { closeItems, keepItemsClosed } from './close-items.js';
import type { ReadFile } from './files/read-in-child.js';
import { type FoundFile, findDocumentFiles } from './find-document-files.js';
import { readMeetingFile } from './read-meeting-file.js';

/** What became of one file. */
export interface ImportedFile {
  path: string;
  status: SavedDocument['status'] | 'failed';
  /** The meeting's ISO date; null when the file failed. */
  meeting: string | null;
  kind: MeetingDocument['kind'] | null;
  /** How many items it holds. */
  items: number;
  /** The numbers of the closed ones. */
  closedItems: number[];
  findings: Finding[];
  /** English, for the command line; null when all went well. */
  error: string | null;
}

export interface ImportReport {
  files: ImportedFile[];
}

export interface ImportDependencies {
  store: Pick<Store, 'minutes'>;
  clock: Clock;
  /** The forum whose archive the documents go to. */
  forum: Forum;
  /** For files of unknown origin, one that reads elsewhere; absent: in this process. */
  readFile?: ReadFile;
}

export interface ImportOptions {
  /** Numbers of the items to close, for one document. An empty list opens those closed by hand; absent: as they were. */
  closedItems?: readonly number[];
  onProgress?: (done: number, total: number) => void;
}

async function markClosedItems(
  { store, forum }: ImportDependencies,
  document: MeetingDocument,
  closedItems: readonly number[] | undefined,
): Promise<MeetingDocument> {
  if (closedItems !== undefined) return closeItems(document, closedItems);
  const everything = { forumIds: [forum.id], sees: 'open_and_closed' } as const;
  const sameDate = await store.minutes.findMeetings(everything, document.date);
  const inForce = sameDate.find((meeting) => meeting.document.kind === document.kind);
  return inForce === undefined ? document : keepItemsClosed(document, inForce.document);
}

async function importFile(
  dependencies: ImportDependencies,
  path: string,
  closedItems: readonly number[] | undefined,
): Promise<ImportedFile> {
  const { original, document: read } = await readMeetingFile(path, dependencies.readFile);
  const document = await markClosedItems(dependencies, read, closedItems);
  const { status } = await dependencies.store.minutes.saveDocument({
    forumId: dependencies.forum.id,
    document,
    original,
    entries: analyseDocument(document),
    importedAt: dependencies.clock.now(),
  });
  return {
    path,
    status,
    meeting: document.date,
    kind: document.kind,
    items: document.items.length,
    closedItems: document.items.filter(({ access }) => access === 'closed').map(({ number }) => number),
    findings: document.findings,
    error: null,
  };
}

const failed = (path: string, error: string): ImportedFile => ({
  path,
  status: 'failed',
  meeting: null,
  kind: null,
  items: 0,
  closedItems: [],
  findings: [],
  error,
});

/**
 * What is wrong with this one file, or undefined when the store is: that stops the import. An error nobody planned for
 * is a reader's that met a file unlike any before; the other files are not to suffer for it.
 */
function faultOfFile(error: unknown): string | undefined {
  if (!(error instanceof AppError))
    return `it cannot be read: ${error instanceof Error ? error.name : 'unknown fault'}`;
  return error.code === 'invalid_input' ? error.faults.join('; ') : undefined;
}

async function importFound(
  dependencies: ImportDependencies,
  file: FoundFile,
  closedItems: readonly number[] | undefined,
): Promise<ImportedFile> {
  if ('fault' in file) return failed(file.path, file.fault);
  try {
    return await importFile(dependencies, file.path, closedItems);
  } catch (error) {
    const fault = faultOfFile(error);
    if (fault === undefined) throw error;
    return failed(file.path, fault);
  }
}

/**
 * Reads documents into the archive, one transaction each, so that what is reported as imported is there whatever
 * happens to the rest. A file that cannot be read never stops the others; reading the same file again changes nothing.
 *
 * @param paths files or folders; see `findDocumentFiles`.
 * @throws AppError `invalid_input` when closed items are named for more than one document; whatever the store throws.
 */
export async function importDocuments(
  dependencies: ImportDependencies,
  paths: readonly string[],
  { closedItems, onProgress }: ImportOptions = {},
): Promise<ImportReport> {
  const found = await findDocumentFiles(paths);
  if (closedItems !== undefined && found.length > 1)
    throw new AppError(
      'invalid_input',
      `closed items can be named for one document at a time, not for ${found.length}`,
    );
  const files: ImportedFile[] = [];
  for (const file of found) {
    files.push(await importFound(dependencies, file, closedItems));
    onProgress?.(files.length, found.length);
  }
  return { files };
}
