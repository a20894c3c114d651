import { type Kysely, sql } from 'kysely';
import { type Audience, forumsSeenBy } from '../domain/access.js';
import { AppError } from '../domain/app-error.js';
import { BoundedCache } from '../domain/bounded-cache.js';
import type { MeetingDocument } from '../domain/meeting-document.js';
import { createGenerationReader } from './archive-generation.js';
import { damagedRow, readStoredContent, type StoredContent, sha256Of } from './document-content.js';
import { createDocumentWriter } from './document-writer.js';
import type { IndexWriter } from './index-writer.js';
import { createKeptReads } from './kept-reads.js';
import { archiveReplies } from './phrases.js';
import type { MeetingSummary, MinutesStore, PersonInMinutes, StoredMeeting } from './ports.js';
import { isItemSeenBy, isSeen } from './seen-by.js';
import type { DocumentRow, MeetingRow, Tables } from './tables.js';
import { findVisibleItem, toVisibleDocument } from './visible-document.js';

/** Letters of the documents kept for the next questions: some ninety of usual length, about 3 MB. */
const keptLetters = 2_000_000;

/** Rows of lists of meetings kept at most: about 1 MB. */
const keptRows = 4000;

const meetingNotFound = (): AppError =>
  new AppError('not_found', 'no such meeting', { reply: archiveReplies.meetingNotFound });
const itemNotFound = (): AppError => new AppError('not_found', 'no such item', { reply: archiveReplies.itemNotFound });

type MeetingWithDocument = Pick<MeetingRow, 'id' | 'forum_id' | 'version'> &
  Pick<DocumentRow, 'file_name' | 'imported_at'> &
  StoredContent;

const toStoredMeeting = (row: MeetingWithDocument, audience: Audience): StoredMeeting => ({
  id: row.id,
  forumId: row.forum_id,
  version: row.version,
  fileName: row.file_name,
  importedAt: new Date(row.imported_at),
  document: toVisibleDocument(readStoredContent(row), row.forum_id, audience),
});

interface SummaryRow extends Pick<MeetingRow, 'id' | 'forum_id' | 'kind' | 'date' | 'start_time' | 'place'> {
  name: string;
  item_count: number | null;
}

const toSummary = (row: SummaryRow): MeetingSummary => ({
  id: row.id,
  forumId: row.forum_id,
  forum: row.name,
  kind: row.kind,
  date: row.date,
  startTime: row.start_time,
  place: row.place,
  itemCount: row.item_count ?? 0,
});

export function createMinutesStore(database: Kysely<Tables>, index: IndexWriter): MinutesStore {
  const writer = createDocumentWriter(database, index);
  const keptReads = createKeptReads(createGenerationReader(database), keptRows);
  /** Recently read documents by the checksum of their text: the same few meetings are asked about again and again. */
  const recent = new BoundedCache<string, { document: MeetingDocument; letters: number }>(
    keptLetters,
    (_, { letters }) => letters,
  );

  /** The audience's meetings, each with the document in force. */
  const meetingsFor = (audience: Audience) =>
    database
      .selectFrom('meetings')
      .innerJoin('documents', (join) =>
        join.onRef('documents.meeting_id', '=', 'meetings.id').onRef('documents.version', '=', 'meetings.version'),
      )
      .where('meetings.forum_id', 'in', audience.forumIds);

  /** The meetings in lists, with how many items the audience sees of each. */
  const summariesFor = (audience: Audience) =>
    database
      .selectFrom('meetings')
      .innerJoin('forums', 'forums.id', 'meetings.forum_id')
      .where('meetings.forum_id', 'in', audience.forumIds)
      .select((expression) => [
        'meetings.id',
        'meetings.forum_id',
        'forums.name',
        'meetings.kind',
        'meetings.date',
        'meetings.start_time',
        'meetings.place',
        expression
          .selectFrom('items')
          .whereRef('items.meeting_id', '=', 'meetings.id')
          .where(isItemSeenBy(audience))
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .as('item_count'),
      ]);

  const inOrder = (summaries: ReturnType<typeof summariesFor>, order: 'newest_first' | 'oldest_first') => {
    const [newer, first, last] =
      order === 'newest_first' ? (['desc', 'asc', 'asc'] as const) : (['asc', 'desc', 'desc'] as const);
    return summaries.orderBy('meetings.date', newer).orderBy('meetings.kind', first).orderBy('forums.name', last);
  };

  /** The versions whose file holds nothing the audience may not see, as far as they and the newer ones say what is closed. */
  const originalsFor = (audience: Audience, meetingId: string) =>
    database
      .selectFrom('meetings')
      .innerJoin('documents', 'documents.meeting_id', 'meetings.id')
      .where('meetings.forum_id', 'in', audience.forumIds)
      .where('meetings.id', '=', meetingId)
      .where(({ or, eb, not, exists, selectFrom }) =>
        or([
          eb('meetings.forum_id', 'in', forumsSeenBy(audience, 'closed')),
          not(
            exists(
              selectFrom('documents as closing')
                .select('closing.version')
                .whereRef('closing.meeting_id', '=', 'documents.meeting_id')
                .whereRef('closing.version', '>=', 'documents.version')
                .where('closing.closed_items', '<>', '[]'),
            ),
          ),
        ]),
      );

  const withContent = [
    'meetings.id',
    'meetings.forum_id',
    'meetings.version',
    'documents.file_name',
    'documents.imported_at',
    'documents.content',
    'documents.content_sha256',
  ] as const;

  const getMeeting = async (audience: Audience, meetingId: string): Promise<StoredMeeting> => {
    const row = await meetingsFor(audience).select(withContent).where('meetings.id', '=', meetingId).executeTakeFirst();
    if (row === undefined) throw meetingNotFound();
    return toStoredMeeting(row, audience);
  };

  /** A version's whole document, whoever asks; undefined where it was taken back meanwhile. */
  const readDocument = async (
    meetingId: string,
    { version, content_sha256 }: Pick<DocumentRow, 'version' | 'content_sha256'>,
  ): Promise<MeetingDocument | undefined> => {
    const known = recent.get(content_sha256);
    if (known !== undefined) return known.document;
    const row = await database
      .selectFrom('documents')
      .select(['content', 'content_sha256'])
      .where('meeting_id', '=', meetingId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const document = readStoredContent(row);
    recent.put(row.content_sha256, { document, letters: row.content.length });
    return document;
  };

  return {
    saveDocument: writer.saveDocument,
    saveDocuments: writer.saveDocuments,
    undoImport: writer.undoImport,
    getMeeting,

    async listMeetings(audience, kind) {
      const all = inOrder(summariesFor(audience), 'newest_first');
      return (await (kind === undefined ? all : all.where('meetings.kind', '=', kind)).execute()).map(toSummary);
    },

    listSeenMeetings: (audience, wanted) =>
      keptReads(['seen', audience, wanted], async () => {
        const { kind, from, to, order = 'newest_first', limit, offset = 0 } = wanted;
        let query = inOrder(summariesFor(audience), order).where(isSeen).limit(limit).offset(offset);
        if (kind !== undefined) query = query.where('meetings.kind', '=', kind);
        if (from !== undefined) query = query.where('meetings.date', '>=', from);
        if (to !== undefined) query = query.where('meetings.date', '<=', to);
        return (await query.execute()).map(toSummary);
      }),

    countSeenMeetings: (audience) =>
      keptReads(['counts', audience], async () => {
        const year = sql<string>`substr(meetings.date, 1, 4)`;
        const rows = await database
          .selectFrom('meetings')
          .where('meetings.forum_id', 'in', audience.forumIds)
          .where(isSeen)
          .select(({ fn }) => [
            year.as('year'),
            'meetings.forum_id',
            fn.countAll<number>().as('meetings'),
            sql<number>`count(*) filter (where meetings.kind = 'minutes')`.as('held'),
          ])
          .groupBy([year, 'meetings.forum_id'])
          .orderBy(year, 'desc')
          .execute();
        return rows.map((row) => ({
          year: Number(row.year),
          forumId: row.forum_id,
          meetings: row.meetings,
          held: row.held,
        }));
      }),

    async listPersons(audience) {
      const rows = await database
        .selectFrom('persons')
        .innerJoin('meetings', 'meetings.id', 'persons.meeting_id')
        .leftJoin('items', (join) =>
          join
            .onRef('items.meeting_id', '=', 'persons.meeting_id')
            .onRef('items.position', '=', 'persons.item_position'),
        )
        .where('meetings.forum_id', 'in', audience.forumIds)
        .where(({ or, eb }) =>
          or([
            eb('persons.item_position', 'is', null),
            eb('items.access', '=', 'open'),
            eb('meetings.forum_id', 'in', forumsSeenBy(audience, 'closed')),
          ]),
        )
        .groupBy('persons.name')
        .select((expression) => ['persons.name', expression.fn.max('meetings.date').as('last_named_on')])
        .orderBy('persons.name')
        .execute();
      return rows.map((row): PersonInMinutes => ({ name: row.name, lastNamedOn: row.last_named_on }));
    },

    async findMeetings(audience, date) {
      const rows = await meetingsFor(audience)
        .select(withContent)
        .where('meetings.date', '=', date)
        .orderBy('meetings.kind')
        .orderBy('meetings.forum_id')
        .execute();
      return rows.map((row) => toStoredMeeting(row, audience));
    },

    async getItem(audience, meetingId, itemNumber) {
      const row = await meetingsFor(audience)
        .innerJoin('forums', 'forums.id', 'meetings.forum_id')
        .select([
          'meetings.forum_id',
          'documents.version',
          'documents.file_name',
          'documents.content_sha256',
          'forums.name',
        ])
        .where('meetings.id', '=', meetingId)
        .executeTakeFirst();
      if (row === undefined) throw itemNotFound();
      const document = await readDocument(meetingId, row);
      const item = document && findVisibleItem(document, row.forum_id, audience, itemNumber);
      if (document === undefined || item === undefined) throw itemNotFound();
      return {
        meetingId,
        forumId: row.forum_id,
        forum: row.name,
        kind: document.kind,
        meetingDate: document.date,
        fileName: row.file_name,
        item,
      };
    },

    async listOriginals(audience, meetingId) {
      const meeting = await meetingsFor(audience)
        .select('meetings.version')
        .where('meetings.id', '=', meetingId)
        .executeTakeFirst();
      if (meeting === undefined) throw meetingNotFound();
      const rows = await originalsFor(audience, meetingId)
        .select(['documents.version', 'documents.file_name', 'documents.imported_at'])
        .select(({ fn }) => fn<number>('length', ['documents.original']).as('size'))
        .orderBy('documents.version', 'desc')
        .execute();
      return rows.map((row) => ({
        version: row.version,
        isInForce: row.version === meeting.version,
        fileName: row.file_name,
        importedAt: new Date(row.imported_at),
        size: row.size,
      }));
    },

    async listEarlierVersions(audience, meetingId) {
      const seen = forumsSeenBy(audience, 'closed');
      if (seen.length === 0) return [];
      const rows = await database
        .selectFrom('meetings')
        .innerJoin('documents', 'documents.meeting_id', 'meetings.id')
        .where('meetings.id', '=', meetingId)
        .where('meetings.forum_id', 'in', seen)
        .whereRef('documents.version', '<>', 'meetings.version')
        .select(['documents.version', 'documents.file_name', 'documents.sha256', 'documents.imported_at'])
        .select(['documents.content', 'documents.content_sha256'])
        .orderBy('documents.version')
        .execute();
      return rows.map((row) => ({
        version: row.version,
        fileName: row.file_name,
        sha256: row.sha256,
        importedAt: new Date(row.imported_at),
        document: readStoredContent(row),
      }));
    },

    async getOriginal(audience, meetingId, version) {
      const originals = originalsFor(audience, meetingId).select([
        'documents.file_name',
        'documents.sha256',
        'documents.original',
      ]);
      const row = await (version === undefined
        ? originals.whereRef('documents.version', '=', 'meetings.version')
        : originals.where('documents.version', '=', version)
      ).executeTakeFirst();
      if (row === undefined) throw meetingNotFound();
      if (sha256Of(row.original) !== row.sha256) throw damagedRow('an original file');
      return { fileName: row.file_name, sha256: row.sha256, bytes: row.original };
    },
  };
}
