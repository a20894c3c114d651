import type { Kysely } from 'kysely';
import type { Audience } from '../domain/access.js';
import type { ItemKind } from '../domain/agenda-item.js';
import type { ArchiveLists, ListedItem } from './ports.js';
import { isItemSeenBy, isSeen } from './seen-by.js';
import type { MeetingRow, Tables } from './tables.js';

interface ListedRow extends Pick<MeetingRow, 'forum_id' | 'kind' | 'date'> {
  meeting_id: string;
  forum: string;
  number: number;
  item_kind: ItemKind;
  topic: string;
}

const toListedItem = (row: ListedRow): ListedItem => ({
  meetingId: row.meeting_id,
  forumId: row.forum_id,
  forum: row.forum,
  kind: row.kind,
  meetingDate: row.date,
  itemNumber: row.number,
  itemKind: row.item_kind,
  topic: row.topic,
});

export function createArchiveLists(database: Kysely<Tables>): ArchiveLists {
  /** The items the audience sees, of each meeting's minutes or, while there are none, of its agenda. */
  const itemsFor = (audience: Audience) =>
    database
      .selectFrom('items')
      .innerJoin('meetings', 'meetings.id', 'items.meeting_id')
      .innerJoin('forums', 'forums.id', 'meetings.forum_id')
      .where('meetings.forum_id', 'in', audience.forumIds)
      .where(isItemSeenBy(audience))
      .where(isSeen)
      .select([
        'items.meeting_id',
        'items.forum_id',
        'forums.name as forum',
        'meetings.kind',
        'meetings.date',
        'items.number',
        'items.kind as item_kind',
        'items.topic',
      ])
      .orderBy('meetings.date', 'desc')
      .orderBy('forums.name')
      .orderBy('items.position');

  return {
    async listCases(audience, caseNumber) {
      const numbered = itemsFor(audience).select(['items.case_number', 'items.decision']);
      const rows = await (caseNumber === undefined
        ? numbered.where('items.case_number', 'is not', null)
        : numbered.where('items.case_number', '=', caseNumber)
      ).execute();
      return rows.flatMap(({ case_number: printed, decision, ...row }) =>
        printed === null ? [] : [{ ...toListedItem(row), caseNumber: printed, decision }],
      );
    },

    async listAttachments(audience) {
      const rows = await itemsFor(audience)
        .innerJoin('attachments', (join) =>
          join
            .onRef('attachments.meeting_id', '=', 'items.meeting_id')
            .onRef('attachments.item_position', '=', 'items.position'),
        )
        .select('attachments.title')
        .orderBy('attachments.position')
        .execute();
      return rows.map((row) => ({ ...toListedItem(row), title: row.title }));
    },

    async listCommitments(audience) {
      const rows = await itemsFor(audience)
        .innerJoin('commitments', (join) =>
          join
            .onRef('commitments.meeting_id', '=', 'items.meeting_id')
            .onRef('commitments.item_position', '=', 'items.position'),
        )
        .where(({ or, eb }) =>
          or([eb('commitments.due_on', 'is not', null), eb('commitments.due_meeting', '=', 'next')]),
        )
        .select([
          'commitments.body',
          'commitments.owner',
          'commitments.due_on',
          'commitments.due_text',
          'commitments.inferred',
        ])
        .orderBy('commitments.position')
        .execute();
      return rows.map((row) => ({
        ...toListedItem(row),
        text: row.body,
        owner: row.owner,
        due: row.due_on,
        dueText: row.due_text,
        isInferred: row.inferred === 1,
      }));
    },

    async listAbsences(audience) {
      const rows = await itemsFor(audience)
        .innerJoin('persons', (join) =>
          join
            .onRef('persons.meeting_id', '=', 'items.meeting_id')
            .onRef('persons.item_position', '=', 'items.position'),
        )
        .where('persons.role', '=', 'absent')
        .select(['persons.name', 'persons.title'])
        .orderBy('persons.position')
        .execute();
      return rows.map((row) => ({ ...toListedItem(row), name: row.name, title: row.title }));
    },
  };
}
