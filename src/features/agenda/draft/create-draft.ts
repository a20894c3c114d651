import type { Agenda } from '../../../domain/agenda.js';
import type { AgendaItem } from '../../../domain/agenda-item.js';
import { newId } from '../../../domain/new-id.js';
import type { PersonKey } from '../../../domain/person-key.js';
import type { Forum } from '../../../store/ports.js';
import { newEntry, numberEntries } from '../entries.js';
import { findLastMinutes } from '../last-minutes.js';
import type { AgendaDesk } from './desk.js';
import { editNotes, standingWords } from './desk-phrases.js';
import { bareItem, fieldsOf, readItemForm } from './item-form.js';
import type { MeetingFacts } from './meeting-form.js';
import { refuseHeldMeeting } from './receive-document.js';

const standingMinutes = '5';

/** The approval of the agenda, and of the minutes of the meeting before where there was one. */
function approvalItem(lastMinutesOn: string | undefined): AgendaItem {
  const bare = bareItem(standingWords.approval, 'approval');
  const points = [
    standingWords.approvalPoint,
    ...(lastMinutesOn === undefined ? [] : [standingWords.approvalOfDate(lastMinutesOn)]),
  ];
  const fields = { ...fieldsOf({ item: bare, wanted: null }), minutes: standingMinutes };
  const read = readItemForm({ ...fields, proposer: standingWords.approver, points: points.join('\n') }, bare);
  return 'item' in read ? read.item : bare;
}

/**
 * A new agenda with the items every agenda has.
 *
 * @throws AppError `conflict` when the forum has an agenda on that date, or has held the meeting.
 */
export async function createDraft(
  desk: AgendaDesk,
  forum: Forum,
  facts: MeetingFacts,
  by: PersonKey | null,
): Promise<Agenda> {
  await refuseHeldMeeting(desk, forum.id, facts.date);
  const lastMinutes = await findLastMinutes(desk.minutes, { forumId: forum.id, date: facts.date });
  const draft: Agenda = {
    id: newId(),
    forumId: forum.id,
    forum: forum.name,
    state: 'draft',
    ...facts,
    publishAt: null,
    publishedAt: null,
    entries: numberEntries([
      newEntry(approvalItem(lastMinutes?.date), { standing: 'approval' }),
      newEntry(bareItem(standingWords.anyOtherBusiness, 'any_other_business'), { standing: 'any_other_business' }),
    ]),
    source: null,
    acceptedFindings: [],
    revision: 1,
  };
  return desk.agendas.createAgenda(draft, { note: editNotes.made, by, at: desk.clock.now() });
}
