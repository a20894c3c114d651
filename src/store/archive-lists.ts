import type { Kysely } from 'kysely';
import type { Audience } from '../domain/access.js';
import type { ItemKind } from '../domain/agenda-item.js';
import type { ArchiveLists, ListedDecision, ListedItem, Period } from './ports.js';
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
  const seenItems = (audience: Audience) =>
    database
      .selectFrom('items')
      .innerJoin('meetings', 'meetings.id', 'items.meeting_id')
      .where('meetings.forum_id', 'in', audience.forumIds)
      .where(isItemSeenBy(audience))
      .where(isSeen);

  /** Those items as they are named in lists, and in the order of lists. */
  const itemsFor = (audience: Audience) =>
    seenItems(audience)
      .innerJoin('forums', 'forums.id', 'meetings.forum_id')
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

  const itemsWithin = (audience: Audience, within: Period | undefined) =>
    within === undefined
      ? itemsFor(audience)
      : itemsFor(audience).where('meetings.date', '>=', within.from).where('meetings.date', '<=', within.to);

  return {
    async listCaseNumbers(audience) {
      const rows = await seenItems(audience)
        .where('items.case_number', 'is not', null)
        .select('items.case_number')
        .distinct()
        .execute();
      return rows.flatMap(({ case_number: printed }) => (printed === null ? [] : [printed]));
    },

    async listCases(audience, caseNumbers) {
      const rows = await itemsFor(audience)
        .where('items.case_number', 'in', caseNumbers)
        .select(['items.case_number', 'items.decision'])
        .execute();
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
        .select([
          'commitments.body',
          'commitments.owner',
          'commitments.due_on',
          'commitments.due_text',
          'commitments.due_meeting',
          'commitments.inferred',
        ])
        .select(({ selectFrom }) =>
          selectFrom('meetings as later')
            .whereRef('later.forum_id', '=', 'meetings.forum_id')
            .whereRef('later.date', '>', 'meetings.date')
            .select(({ fn }) => fn.min<string | null>('later.date').as('date'))
            .as('next_meeting_on'),
        )
        .orderBy('commitments.position')
        .execute();
      return rows.map((row) => ({
        ...toListedItem(row),
        text: row.body,
        owner: row.owner,
        due: row.due_on,
        isUntilNext: row.due_meeting === 'next',
        dueText: row.due_text,
        isInferred: row.inferred === 1,
        nextMeetingOn: row.next_meeting_on,
      }));
    },

    async listAbsences(audience, within) {
      const rows = await itemsWithin(audience, within)
        .innerJoin('persons', (join) =>
          join
            .onRef('persons.meeting_id', '=', 'items.meeting_id')
            .onRef('persons.item_position', '=', 'items.position'),
        )
        .where('persons.role', '=', 'absent')
        .select(['persons.name', 'persons.title'])
        .select(({ selectFrom }) =>
          selectFrom('items')
            .whereRef('items.meeting_id', '=', 'meetings.id')
            .where(isItemSeenBy(audience))
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .as('items_of_meeting'),
        )
        .orderBy('persons.position')
        .execute();
      return rows.map((row) => ({
        ...toListedItem(row),
        name: row.name,
        title: row.title,
        itemsOfMeeting: row.items_of_meeting ?? 0,
      }));
    },

    async listDecisions(audience, { within, codes }) {
      const items = itemsWithin(audience, within);
      const wanted =
        codes === undefined
          ? items
          : items.where(({ exists, selectFrom }) =>
              exists(
                selectFrom('outcomes as one')
                  .select('one.code')
                  .whereRef('one.meeting_id', '=', 'items.meeting_id')
                  .whereRef('one.item_position', '=', 'items.position')
                  .where('one.code', 'in', codes),
              ),
            );
      const rows = await wanted
        .leftJoin('outcomes', (join) =>
          join
            .onRef('outcomes.meeting_id', '=', 'items.meeting_id')
            .onRef('outcomes.item_position', '=', 'items.position'),
        )
        .select(['items.position', 'items.decision', 'outcomes.code', 'outcomes.point', 'outcomes.body'])
        .orderBy('outcomes.position')
        .execute();
      const decisions = new Map<string, ListedDecision>();
      for (const { position, decision, code, point, body, ...row } of rows) {
        const key = `${row.meeting_id} ${position}`;
        const listed = decisions.get(key) ?? { ...toListedItem(row), decision, outcomes: [] };
        if (code !== null) listed.outcomes.push({ code, point, text: body ?? '' });
        decisions.set(key, listed);
      }
      return [...decisions.values()];
    },

    async listParticipants({ forumIds }, within) {
      const present = database
        .selectFrom('meetings')
        .innerJoin('forums', 'forums.id', 'meetings.forum_id')
        .innerJoin('persons', 'persons.meeting_id', 'meetings.id')
        .where('meetings.forum_id', 'in', forumIds)
        .where(isSeen)
        .where('persons.role', '=', 'participant')
        .where('persons.item_position', 'is', null);
      const wanted =
        within === undefined
          ? present
          : present.where('meetings.date', '>=', within.from).where('meetings.date', '<=', within.to);
      const rows = await wanted
        .select([
          'meetings.id',
          'meetings.forum_id',
          'forums.name as forum',
          'meetings.kind',
          'meetings.date',
          'persons.name',
          'persons.title',
        ])
        .orderBy('meetings.date', 'desc')
        .orderBy('forums.name')
        .orderBy('persons.position')
        .execute();
      return rows.map((row) => ({
        meetingId: row.id,
        forumId: row.forum_id,
        forum: row.forum,
        kind: row.kind,
        meetingDate: row.date,
        name: row.name,
        title: row.title,
      }));
    },
  };
}
