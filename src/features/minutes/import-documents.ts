import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import type { Finding, MeetingDocument } from '../../domain/meeting-document.js';
import type { SearchEntry } from '../../domain/search-entry.js';
import type { DocumentToSave, Forum, OriginalFile, SavedDocument, Store } from '../../store/ports.js';
import { closeItems, keepItemsClosed } from './close-items.js';
import type { AnalysedDocument, AnalyseFile } from './files/read-in-child.js';
import { type FoundFile, findDocumentFiles } from './find-document-files.js';
import { inBatches } from './in-batches.js';
import { readOriginal } from './read-original.js';

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
  analyseFile?: AnalyseFile;
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

/** Reads in this process: for files of our own, which nobody made to break a reader. What that takes is loaded for no one else. */
const analyseHere: AnalyseFile = async (name, bytes) => {
  const { readDocument } = await import('../../document-reader/read-document.js');
  const { parseMeetingDocument } = await import('../../minutes-parser/parse-meeting-document.js');
  const { analyseDocument } = await import('../../search/analyse-document.js');
  const document = parseMeetingDocument(await readDocument(name, bytes));
  return { document, entries: analyseDocument(document) };
};

interface FileRead extends AnalysedDocument {
  path: string;
  original: OriginalFile;
}

/** Entries are made of a document before it is known which of its items are closed by hand. */
const withAccessOf = (document: MeetingDocument, entries: readonly SearchEntry[]): SearchEntry[] =>
  entries.map((entry, index) => ({ ...entry, access: document.items[index - 1]?.access ?? entry.access }));

/** A file on its way into the archive: read, or why it could not be. */
type Attempt = FileRead | { path: string; error: unknown };

const isRead = (attempt: Attempt): attempt is FileRead => 'document' in attempt;

/** Saves documents in one transaction: all of them or none. */
async function saveTogether(
  dependencies: ImportDependencies,
  files: readonly FileRead[],
  closedItems: readonly number[] | undefined,
): Promise<ImportedFile[]> {
  const { store, forum, clock } = dependencies;
  const toSave: DocumentToSave[] = [];
  const imported: Omit<ImportedFile, 'status'>[] = [];
  for (const { path, original, document: read, entries } of files) {
    const document = await markClosedItems(dependencies, read, closedItems);
    const importedAt = clock.now();
    toSave.push({ forumId: forum.id, document, original, entries: withAccessOf(document, entries), importedAt });
    imported.push({
      path,
      meeting: document.date,
      kind: document.kind,
      items: document.items.length,
      closedItems: document.items.filter(({ access }) => access === 'closed').map(({ number }) => number),
      findings: document.findings,
      error: null,
    });
  }
  const saved = await store.minutes.saveDocuments(toSave);
  return saved.flatMap(({ status }, index) => {
    const file = imported[index];
    return file === undefined ? [] : [{ ...file, status }];
  });
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

async function readFound({ analyseFile = analyseHere }: ImportDependencies, file: FoundFile): Promise<Attempt> {
  const { path } = file;
  try {
    if ('fault' in file) throw new AppError('invalid_input', file.fault);
    const original = await readOriginal(path);
    return { path, original, ...(await analyseFile(original.fileName, original.bytes)) };
  } catch (error) {
    return { path, error };
  }
}

async function importOne(
  dependencies: ImportDependencies,
  attempt: Attempt,
  closedItems: readonly number[] | undefined,
): Promise<ImportedFile[]> {
  try {
    if (!isRead(attempt)) throw attempt.error;
    return await saveTogether(dependencies, [attempt], closedItems);
  } catch (error) {
    const fault = faultOfFile(error);
    if (fault === undefined) throw error;
    return [failed(attempt.path, fault)];
  }
}

/** Whether no two are of the same meeting: the later of these keeps closed what the earlier, in the archive, has closed. */
const areOfDifferentMeetings = (files: readonly FileRead[]): boolean =>
  new Set(files.map(({ document: { kind, date } }) => `${kind} ${date}`)).size === files.length;

/** Saves a batch in one transaction where that can be done, and else each by itself, so that none suffers for another. */
async function importBatch(
  dependencies: ImportDependencies,
  batch: readonly Attempt[],
  closedItems: readonly number[] | undefined,
): Promise<ImportedFile[]> {
  if (batch.length > 1 && batch.every(isRead) && areOfDifferentMeetings(batch)) {
    try {
      return await saveTogether(dependencies, batch, closedItems);
    } catch (error) {
      if (faultOfFile(error) === undefined) throw error;
    }
  }
  const imported: ImportedFile[] = [];
  for (const attempt of batch) imported.push(...(await importOne(dependencies, attempt, closedItems)));
  return imported;
}

/** Two are in the reader's hands while the next is on its way there. */
const readAtOnce = 3;

/**
 * Documents saved at a time, at most: each then costs less of the disk, whose every commit is a wait and writes again what the one
 * before has written, and a bot that serves the same archive still finds its turn within some tenths of a second.
 */
const mostInBatch = 8;

/** A batch of few large files is full too. */
const mostBytesInBatch = 4 * 1024 * 1024;

const shareOfBatch = (attempt: Attempt): number =>
  Math.max(1 / mostInBatch, isRead(attempt) ? attempt.original.bytes.byteLength / mostBytesInBatch : 0);

/**
 * Reads documents into the archive, a few to a transaction, so that what is reported as imported is there whatever
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
  const ahead = { atOnce: readAtOnce, share: shareOfBatch };
  for await (const batch of inBatches(found, ahead, (file) => readFound(dependencies, file))) {
    files.push(...(await importBatch(dependencies, batch, closedItems)));
    onProgress?.(files.length, found.length);
  }
  return { files };
}
