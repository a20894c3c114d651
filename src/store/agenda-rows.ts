import type { Generated } from 'kysely';
import type { Agenda, AgendaProposal, AgendaState } from '../domain/agenda.js';
import type { PersonKey } from '../domain/person-key.js';

/* The rows of agendas and proposals, and how they become domain values. */

/** An agenda as it stands; its content is the newest revision's. */
export interface AgendaRow {
  id: string;
  forum_id: string;
  date: string;
  state: AgendaState;
  revision: number;
}

/** A state an agenda had. */
export interface AgendaRevisionRow {
  forum_id: string;
  agenda_id: string;
  revision: number;
  /** The change its content comes from: its own revision, unless an undo put it back. */
  source_revision: number;
  /** Where an undo of that change returns to; null: nothing is left to undo. */
  basis_revision: number | null;
  /** The `Agenda` as JSON. */
  content: string;
  note: string;
  reason: string | null;
  by_tenant_id: string | null;
  by_object_id: string | null;
  changed_at: string;
}

export interface AgendaProposalRow {
  sequence: Generated<number>;
  id: string;
  forum_id: string;
  state: AgendaProposal['state'];
  revision: number;
  /** The `AgendaProposal` as JSON. */
  content: string;
  /** Which agenda it was put on, and by which change. */
  agenda_id: string | null;
  accepted_revision: number | null;
}

interface StoredInstants {
  inputDeadlineAt: string | null;
  publishAt: string | null;
  publishedAt: string | null;
}

const toInstant = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** Reads an agenda back; its revision is that of the row, not of the text. */
export function toAgenda(content: string, revision: number): Agenda {
  const stored = JSON.parse(content) as Omit<Agenda, keyof StoredInstants> & StoredInstants;
  return {
    ...stored,
    inputDeadlineAt: toInstant(stored.inputDeadlineAt),
    publishAt: toInstant(stored.publishAt),
    publishedAt: toInstant(stored.publishedAt),
    revision,
  };
}

export const toProposal = (row: Pick<AgendaProposalRow, 'content' | 'state' | 'revision'>): AgendaProposal => ({
  ...(JSON.parse(row.content) as AgendaProposal),
  state: row.state,
  revision: row.revision,
});

export const toPersonKey = (row: Pick<AgendaRevisionRow, 'by_tenant_id' | 'by_object_id'>): PersonKey | null =>
  row.by_tenant_id === null || row.by_object_id === null
    ? null
    : { tenantId: row.by_tenant_id, objectId: row.by_object_id };
