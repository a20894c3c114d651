import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { AppError } from '../domain/app-error.js';
import type { MeetingDocument } from '../domain/meeting-document.js';
import { readStoredContent, toStoredContent } from './document-content.js';
import type { IndexWriter, NewEntries } from './index-writer.js';
import { insertRows } from './insert-rows.js';
import { drawnTables, drawRows } from './meeting-rows.js';
import { storeReplies } from './phrases.js';
import type { DocumentToSave, ImportReference, MinutesStore, SavedDocument, UndoneImport } from './ports.js';
import type { MeetingRow, Tables } from './tables.js';

const closedItemsOf = (document: MeetingDocument): string =>
  JSON.stringify(
    document.items
      .filter((item) => item.access === 'closed')
      .map((item) => item.number)
      .sort((a, b) => a - b),
  );

/** What a meeting's row takes over from the document in force. */
const meetingColumns = (document: MeetingDocument): Pick<MeetingRow, 'start_time' | 'end_time' | 'place'> => ({
  start_time: document.startTime,
  end_time: document.endTime,
  place: document.place,
});

const bumpGeneration = (transaction: Transaction<Tables>) =>
  transaction.updateTable('search_state').set({ generation: sql`generation + 1` }).execute();

async function removeDrawnRows(transaction: Transaction<Tables>, meetingId: string): Promise<void> {
  for (const table of drawnTables.toReversed())
    await transaction.deleteFrom(table).where('meeting_id', '=', meetingId).execute();
}

async function insertDrawnRows(
  transaction: Transaction<Tables>,
  meeting: Pick<MeetingRow, 'id' | 'forum_id'>,
  document: MeetingDocument,
): Promise<void> {
  const rows = drawRows({ forum_id: meeting.forum_id, meeting_id: meeting.id }, document);
  for (const table of drawnTables) await insertRows(transaction, table, rows[table]);
}

type MeetingVersion = Pick<MeetingRow, 'id' | 'forum_id' | 'version'>;

async function saveVersion(
  transaction: Transaction<Tables>,
  meeting: MeetingVersion,
  { document, original, importedAt }: DocumentToSave,
): Promise<void> {
  const keys = { forum_id: meeting.forum_id, meeting_id: meeting.id, version: meeting.version };
  await transaction
    .insertInto('documents')
    .values({
      ...keys,
      ...toStoredContent(document),
      file_name: original.fileName,
      sha256: original.sha256,
      imported_at: importedAt.toISOString(),
      closed_items: closedItemsOf(document),
      original: original.bytes,
    })
    .execute();
  if (meeting.version > 1) await removeDrawnRows(transaction, meeting.id);
  await insertDrawnRows(transaction, meeting, document);
}

/** The version of the meeting's document in force. */
const findInForce = (transaction: Transaction<Tables>, { forumId, document }: DocumentToSave) =>
  transaction
    .selectFrom('meetings')
    .innerJoin('documents', (join) =>
      join.onRef('documents.meeting_id', '=', 'meetings.id').onRef('documents.version', '=', 'meetings.version'),
    )
    .select(['meetings.id', 'meetings.version', 'documents.sha256', 'documents.closed_items'])
    .where('meetings.forum_id', '=', forumId)
    .where('meetings.kind', '=', document.kind)
    .where('meetings.date', '=', document.date)
    .executeTakeFirst();

/** Documents on their way into the archive in one transaction: their search entries are put into the index together, at the end. */
class DocumentSaving {
  readonly #transaction: Transaction<Tables>;
  readonly #index: IndexWriter;
  #toIndex: NewEntries[] = [];

  constructor(transaction: Transaction<Tables>, index: IndexWriter) {
    this.#transaction = transaction;
    this.#index = index;
  }

  async save(input: DocumentToSave): Promise<SavedDocument> {
    const { forumId, document, original } = input;
    const known = await findInForce(this.#transaction, input);
    if (known === undefined) {
      const meeting = { id: randomUUID(), forum_id: forumId, version: 1 };
      const { kind, date } = document;
      await this.#transaction
        .insertInto('meetings')
        .values({ ...meeting, kind, date, ...meetingColumns(document) })
        .execute();
      return this.#saveVersion('new', meeting, input);
    }
    if (known.sha256 === original.sha256 && known.closed_items === closedItemsOf(document))
      return { status: 'unchanged', meetingId: known.id, version: known.version };

    const version = known.version + 1;
    if (this.#toIndex.some(({ meeting }) => meeting.id === known.id)) await this.finish();
    await this.#index.retire(known.id);
    await this.#transaction
      .updateTable('meetings')
      .set({ version, ...meetingColumns(document) })
      .where('id', '=', known.id)
      .execute();
    return this.#saveVersion('updated', { id: known.id, forum_id: forumId, version }, input);
  }

  async #saveVersion(
    status: SavedDocument['status'],
    meeting: MeetingVersion,
    input: DocumentToSave,
  ): Promise<SavedDocument> {
    await saveVersion(this.#transaction, meeting, input);
    this.#toIndex.push({ meeting, entries: input.entries });
    return { status, meetingId: meeting.id, version: meeting.version };
  }

  /** To be called when all are saved. */
  async finish(): Promise<void> {
    if (this.#toIndex.length === 0) return;
    await this.#index.add(this.#toIndex);
    await bumpGeneration(this.#transaction);
    this.#toIndex = [];
  }
}

async function saving<T>(
  transaction: Transaction<Tables>,
  index: IndexWriter,
  work: (documents: DocumentSaving) => Promise<T>,
): Promise<T> {
  const documents = new DocumentSaving(transaction, index);
  const saved = await work(documents);
  await documents.finish();
  return saved;
}

const saveAllInTransaction = (
  transaction: Transaction<Tables>,
  index: IndexWriter,
  inputs: readonly DocumentToSave[],
): Promise<SavedDocument[]> =>
  saving(transaction, index, async (documents) => {
    const saved: SavedDocument[] = [];
    for (const input of inputs) saved.push(await documents.save(input));
    return saved;
  });

/** Saves a document as `MinutesStore.saveDocument` does, in the caller's transaction. */
export const saveInTransaction = (
  transaction: Transaction<Tables>,
  index: IndexWriter,
  input: DocumentToSave,
): Promise<SavedDocument> => saving(transaction, index, (documents) => documents.save(input));

interface ImportInForce extends Pick<MeetingRow, 'id' | 'forum_id' | 'version' | 'date'> {
  file_name: string;
}

/** The one import in force that the reference names. */
async function getImport(
  transaction: Transaction<Tables>,
  forumId: string,
  reference: ImportReference,
): Promise<ImportInForce> {
  const documents = transaction
    .selectFrom('meetings')
    .innerJoin('documents', 'documents.meeting_id', 'meetings.id')
    .where('meetings.forum_id', '=', forumId)
    .$if('date' in reference, (query) => query.where('meetings.date', '=', 'date' in reference ? reference.date : ''))
    .$if('fileName' in reference, (query) =>
      query.where('documents.file_name', '=', 'fileName' in reference ? reference.fileName : ''),
    );
  const found = await documents
    .whereRef('documents.version', '=', 'meetings.version')
    .select(['meetings.id', 'meetings.forum_id', 'meetings.version', 'meetings.date', 'documents.file_name'])
    .execute();
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined)
    throw new AppError('conflict', `${found.length} imports match: name one by its file or its date`, {
      reply: storeReplies.importAmbiguous,
    });
  const older = await documents.select('documents.version').executeTakeFirst();
  if (older !== undefined)
    throw new AppError('conflict', 'a newer import of the same meeting is in force: take that back first', {
      reply: storeReplies.importSuperseded,
    });
  throw new AppError('not_found', 'no such import', { reply: storeReplies.importNotFound });
}

/** Takes a version of a meeting back. @throws AppError `conflict` when it is not the one in force. */
export async function undoVersion(
  transaction: Transaction<Tables>,
  index: IndexWriter,
  { meetingId, version }: { meetingId: string; version: number },
): Promise<void> {
  const newest = await transaction
    .selectFrom('meetings')
    .innerJoin('documents', 'documents.meeting_id', 'meetings.id')
    .whereRef('documents.version', '=', 'meetings.version')
    .where('meetings.id', '=', meetingId)
    .where('meetings.version', '=', version)
    .select(['meetings.id', 'meetings.forum_id', 'meetings.version', 'meetings.date', 'documents.file_name'])
    .executeTakeFirst();
  if (newest === undefined)
    throw new AppError('conflict', 'another version of the meeting is in force', {
      reply: storeReplies.importSuperseded,
    });
  await undoNewest(transaction, index, newest);
}

async function undoNewest(
  transaction: Transaction<Tables>,
  index: IndexWriter,
  newest: ImportInForce,
): Promise<UndoneImport> {
  await index.remove(newest.id, newest.version);
  await transaction
    .deleteFrom('documents')
    .where('meeting_id', '=', newest.id)
    .where('version', '=', newest.version)
    .execute();
  const earlier = await transaction
    .selectFrom('documents')
    .select(['version', 'content', 'content_sha256'])
    .where('meeting_id', '=', newest.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

  if (earlier === undefined) {
    await transaction.deleteFrom('meetings').where('id', '=', newest.id).execute();
  } else {
    const document = readStoredContent(earlier);
    await transaction
      .updateTable('meetings')
      .set({ version: earlier.version, ...meetingColumns(document) })
      .where('id', '=', newest.id)
      .execute();
    await removeDrawnRows(transaction, newest.id);
    await insertDrawnRows(transaction, newest, document);
    await index.restore(newest.id, earlier.version);
  }
  await bumpGeneration(transaction);
  return { date: newest.date, fileName: newest.file_name, restoredVersion: earlier?.version ?? null };
}

/** The writing half of the minutes' store. Each call is one transaction. */
export function createDocumentWriter(
  database: Kysely<Tables>,
  index: IndexWriter,
): Pick<MinutesStore, 'saveDocument' | 'saveDocuments' | 'undoImport'> {
  const inTransaction = <T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> =>
    database.transaction().execute(work);
  return {
    saveDocument: (input) => inTransaction((transaction) => saveInTransaction(transaction, index, input)),
    saveDocuments: (inputs) => inTransaction((transaction) => saveAllInTransaction(transaction, index, inputs)),
    undoImport: (forumId, reference) =>
      inTransaction(async (transaction) =>
        undoNewest(transaction, index, await getImport(transaction, forumId, reference)),
      ),
  };
}
