import type { Generated, Selectable } from 'kysely';
import type {
  InputAnswer,
  InputRequest,
  InputRequestSpec,
  InputRound,
  InputValue,
  Respondent,
} from '../domain/input.js';
import type { RoundNote } from './ports.js';

/* The rows of input rounds, and how they become domain values. */

export interface InputPlanRow {
  agenda_id: string;
  forum_id: string;
  /** `InputPlan` as JSON. */
  plan: string;
  revision: number;
  /** The plan before, as JSON; null: none, or undone already. */
  before: string | null;
}

export interface InputRoundRow {
  id: string;
  forum_id: string;
  agenda_id: string;
  state: InputRound['state'];
  visibility: InputRound['visibility'];
  naming: InputRound['naming'];
  deadline_at: string;
  opened_at: string;
  closed_at: string | null;
  /** JSON list. */
  remind_hours_before: string;
  revision: number;
}

export interface InputRequestRow {
  id: string;
  forum_id: string;
  round_id: string;
  position: number;
  entry_id: string | null;
  access: InputRequest['access'];
  /** `InputRequestSpec` as JSON. */
  spec: string;
  is_withdrawn: 0 | 1;
}

export interface InputRespondentRow {
  id: string;
  forum_id: string;
  round_id: string;
  position: number;
  tenant_id: string;
  object_id: string;
  name: string;
  title: string | null;
  department_id: string | null;
  department_name: string | null;
  sees_closed: 0 | 1;
  delegate_tenant_id: string | null;
  delegate_object_id: string | null;
  delegate_name: string | null;
  delegate_by: Respondent['delegateBy'];
  remind_not_before: string | null;
  has_left: 0 | 1;
}

export interface InputAnswerRow {
  id: string;
  forum_id: string;
  request_id: string;
  respondent_id: string;
  version: number;
  nonce: string;
  /** `InputValue` as JSON; null: withdrawn. */
  value: string | null;
  answered_by_tenant_id: string;
  answered_by_object_id: string;
  answered_by_name: string;
  is_on_behalf: 0 | 1;
  is_late: 0 | 1;
  is_accepted: 0 | 1;
  is_set_aside: Generated<0 | 1>;
  entry_revision: number;
  answered_at: string;
}

export interface InputNoteRow {
  id: Generated<number>;
  forum_id: string;
  round_id: string;
  note: string;
  by_tenant_id: string | null;
  by_object_id: string | null;
  by_name: string | null;
  noted_at: string;
}

const toDate = (text: string | null): Date | null => (text === null ? null : new Date(text));
export const toFlag = (value: boolean): 0 | 1 => (value ? 1 : 0);

export const toRound = (row: InputRoundRow): InputRound => ({
  id: row.id,
  forumId: row.forum_id,
  agendaId: row.agenda_id,
  state: row.state,
  visibility: row.visibility,
  naming: row.naming,
  deadlineAt: new Date(row.deadline_at),
  openedAt: new Date(row.opened_at),
  closedAt: toDate(row.closed_at),
  remindHoursBefore: JSON.parse(row.remind_hours_before) as number[],
  revision: row.revision,
});

export const fromRound = (round: InputRound): InputRoundRow => ({
  id: round.id,
  forum_id: round.forumId,
  agenda_id: round.agendaId,
  state: round.state,
  visibility: round.visibility,
  naming: round.naming,
  deadline_at: round.deadlineAt.toISOString(),
  opened_at: round.openedAt.toISOString(),
  closed_at: round.closedAt?.toISOString() ?? null,
  remind_hours_before: JSON.stringify(round.remindHoursBefore),
  revision: round.revision,
});

export const toRequest = (row: InputRequestRow): InputRequest => ({
  id: row.id,
  roundId: row.round_id,
  entryId: row.entry_id,
  access: row.access,
  spec: JSON.parse(row.spec) as InputRequestSpec,
  isWithdrawn: row.is_withdrawn === 1,
});

export const fromRequest = (request: InputRequest, forumId: string, position: number): InputRequestRow => ({
  id: request.id,
  forum_id: forumId,
  round_id: request.roundId,
  position,
  entry_id: request.entryId,
  access: request.access,
  spec: JSON.stringify(request.spec),
  is_withdrawn: toFlag(request.isWithdrawn),
});

export const toRespondent = (row: InputRespondentRow): Respondent => ({
  id: row.id,
  roundId: row.round_id,
  person: { tenantId: row.tenant_id, objectId: row.object_id },
  name: row.name,
  title: row.title,
  departmentId: row.department_id,
  departmentName: row.department_name,
  seesClosed: row.sees_closed === 1,
  delegate:
    row.delegate_tenant_id === null || row.delegate_object_id === null
      ? null
      : {
          person: { tenantId: row.delegate_tenant_id, objectId: row.delegate_object_id },
          name: row.delegate_name ?? '',
        },
  delegateBy: row.delegate_by,
  remindNotBefore: toDate(row.remind_not_before),
  hasLeft: row.has_left === 1,
});

export const fromRespondent = (respondent: Respondent, forumId: string, position: number): InputRespondentRow => ({
  id: respondent.id,
  forum_id: forumId,
  round_id: respondent.roundId,
  position,
  tenant_id: respondent.person.tenantId,
  object_id: respondent.person.objectId,
  name: respondent.name,
  title: respondent.title,
  department_id: respondent.departmentId,
  department_name: respondent.departmentName,
  sees_closed: toFlag(respondent.seesClosed),
  delegate_tenant_id: respondent.delegate?.person.tenantId ?? null,
  delegate_object_id: respondent.delegate?.person.objectId ?? null,
  delegate_name: respondent.delegate?.name ?? null,
  delegate_by: respondent.delegateBy,
  remind_not_before: respondent.remindNotBefore?.toISOString() ?? null,
  has_left: toFlag(respondent.hasLeft),
});

export const toAnswer = (row: Selectable<InputAnswerRow>): InputAnswer => ({
  id: row.id,
  requestId: row.request_id,
  respondentId: row.respondent_id,
  version: row.version,
  value: row.value === null ? null : (JSON.parse(row.value) as InputValue),
  answeredBy: { tenantId: row.answered_by_tenant_id, objectId: row.answered_by_object_id },
  answeredByName: row.answered_by_name,
  isOnBehalf: row.is_on_behalf === 1,
  isLate: row.is_late === 1,
  isAccepted: row.is_accepted === 1,
  isSetAside: row.is_set_aside === 1,
  entryRevision: row.entry_revision,
  answeredAt: new Date(row.answered_at),
});

export const toNote = (row: Selectable<InputNoteRow>): RoundNote => ({
  note: row.note,
  by:
    row.by_tenant_id === null || row.by_object_id === null
      ? null
      : { tenantId: row.by_tenant_id, objectId: row.by_object_id },
  byName: row.by_name,
  at: new Date(row.noted_at),
});
