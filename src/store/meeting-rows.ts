import type { AgendaItem } from '../domain/agenda-item.js';
import type { MeetingDocument } from '../domain/meeting-document.js';
import type { PersonName } from '../domain/person.js';
import type { PersonRow, Tables } from './tables.js';

/** The tables drawn from a document, each after those it refers to. */
export const drawnTables = [
  'items',
  'sections',
  'recommendation_points',
  'outcomes',
  'commitments',
  'attachments',
  'persons',
] as const;

export type DrawnRows = { [Table in (typeof drawnTables)[number]]: Tables[Table][] };

interface MeetingKey {
  forum_id: string;
  meeting_id: string;
}

const toPersonRows = (
  meeting: MeetingKey,
  itemPosition: number | null,
  role: PersonRow['role'],
  people: readonly PersonName[],
): PersonRow[] =>
  people.map(({ name, title }, position) => ({ ...meeting, item_position: itemPosition, position, role, name, title }));

const unnamedTitle = (name: string): PersonName => ({ name, title: null });

function drawItem(meeting: MeetingKey, position: number, item: AgendaItem): DrawnRows {
  const part = (index: number) => ({ ...meeting, item_position: position, position: index });
  return {
    items: [
      {
        ...meeting,
        position,
        number: item.number,
        access: item.access,
        kind: item.kind,
        title: item.title,
        topic: item.topic,
        case_number: item.caseNumber?.text ?? null,
        start_time: item.timeSlot?.start ?? null,
        end_time: item.timeSlot?.end ?? null,
        duration_minutes: item.durationMinutes,
        proposer: item.recommendation?.proposer ?? null,
        decision: item.decision,
        first_line: item.lines.first,
        last_line: item.lines.last,
      },
    ],
    sections: item.sections.map(({ kind, heading, text, lines }, index) => ({
      ...part(index),
      kind,
      heading,
      body: text,
      first_line: lines.first,
      last_line: lines.last,
    })),
    recommendation_points: (item.recommendation?.points ?? []).map((body, index) => ({ ...part(index), body })),
    outcomes: item.outcomes.map(({ code, point, text }, index) => ({ ...part(index), code, point, body: text })),
    commitments: item.commitments.map((commitment, index) => ({
      ...part(index),
      body: commitment.text,
      owner: commitment.owner,
      due_on: commitment.due,
      due_text: commitment.dueText,
      due_meeting: commitment.meeting,
      inferred: commitment.inferred ? 1 : 0,
    })),
    attachments: item.attachments.map(({ title }, index) => ({ ...part(index), title })),
    persons: [
      ...toPersonRows(meeting, position, 'presenter', item.presenters.map(unnamedTitle)),
      ...toPersonRows(meeting, position, 'guest', item.guests.map(unnamedTitle)),
      ...toPersonRows(meeting, position, 'absent', item.absent),
    ],
  };
}

/** A document as rows of the drawn tables: the same rows every time for the same document. */
export function drawRows(meeting: MeetingKey, document: MeetingDocument): DrawnRows {
  const items = document.items.map((item, position) => drawItem(meeting, position, item));
  return {
    items: items.flatMap((rows) => rows.items),
    sections: items.flatMap((rows) => rows.sections),
    recommendation_points: items.flatMap((rows) => rows.recommendation_points),
    outcomes: items.flatMap((rows) => rows.outcomes),
    commitments: items.flatMap((rows) => rows.commitments),
    attachments: items.flatMap((rows) => rows.attachments),
    persons: [
      ...toPersonRows(meeting, null, 'participant', document.participants),
      ...items.flatMap((rows) => rows.persons),
    ],
  };
}
