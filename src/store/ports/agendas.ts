import type { Agenda, AgendaProposal, AgendaState } from '../../domain/agenda.js';
import type { Intents } from '../../domain/outgoing-message.js';
import type { PersonKey } from '../../domain/person-key.js';

/** One change of an agenda, for its history and for undo. */
export interface AgendaChange {
  /** Danish, one line: what changed. Says nothing of a closed item but its number. */
  note: string;
  /** The secretary's words on why, which the channel reads too; null or absent: none were given. */
  reason?: string | null;
  by: PersonKey | null;
  at: Date;
}

/** A change as the history has it. */
export interface RecordedChange extends Required<AgendaChange> {
  /** The revision it made. */
  revision: number;
}

/**
 * Revisions are optimistic: a writer hands in what it read, changed, with the revision it read; when that is no longer
 * the stored one nothing is written. Whatever the change sets going is saved in the same transaction.
 */
export interface AgendaStore {
  /**
   * Makes an agenda, whose `revision` becomes 1. Throws `conflict` when the forum has a live one (not withdrawn, cancelled
   * or archived) on that date.
   */
  createAgenda(agenda: Agenda, change: AgendaChange): Promise<Agenda>;
  /**
   * Saves a changed agenda and its history. Throws `conflict` when `agenda.revision` is not the one stored, or another
   * live agenda has its date; the stored one becomes `revision + 1`.
   */
  saveAgenda(agenda: Agenda, change: AgendaChange, intents: Intents): Promise<Agenda>;
  /**
   * Puts back the agenda as it was before the change in force; undone again, as it was before that one. A proposal
   * that the undone change accepted is proposed again.
   *
   * @param intentsOf what the return sets going, from the agenda as it will stand.
   * @throws AppError `conflict` when it was ever published, was changed since, or has no change left to undo.
   */
  undoChange(
    agendaId: string,
    revision: number,
    change: AgendaChange,
    intentsOf?: (restored: Agenda) => Intents,
  ): Promise<Agenda>;
  /** Throws `not_found`. */
  getAgenda(agendaId: string): Promise<Agenda>;
  /** As it stood at a revision; throws `not_found`. */
  getAgendaAt(agendaId: string, revision: number): Promise<Agenda>;
  /** By date, oldest first. */
  listAgendas(forumId: string, states: readonly AgendaState[]): Promise<Agenda[]>;
  /** Newest first. */
  listChanges(agendaId: string): Promise<RecordedChange[]>;
  /** A proposal of revision 0 is new; else as `saveAgenda`. */
  saveProposal(proposal: AgendaProposal, intents: Intents, at: Date): Promise<AgendaProposal>;
  /** Saves the agenda a proposal was put on, and the proposal as accepted, or neither. */
  acceptProposal(
    proposal: AgendaProposal,
    agenda: Agenda,
    change: AgendaChange,
    intents: Intents,
  ): Promise<{ proposal: AgendaProposal; agenda: Agenda }>;
  /** Throws `not_found`. */
  getProposal(proposalId: string): Promise<AgendaProposal>;
  /** In the order they were made. */
  listProposals(forumId: string, states: readonly AgendaProposal['state'][]): Promise<AgendaProposal[]>;
}
