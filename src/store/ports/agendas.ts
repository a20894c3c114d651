import type { Agenda, AgendaProposal, AgendaState } from '../../domain/agenda.js';
import type { Intents } from '../../domain/outgoing-message.js';
import type { PersonKey } from '../../domain/person-key.js';

/** One change of an agenda, for its history and for undo. */
export interface AgendaChange {
  /** Danish, one line: what changed and why. Says nothing of a closed item but its number. */
  note: string;
  by: PersonKey | null;
  at: Date;
}

export interface AgendaStore {
  /** Makes an agenda. Throws `conflict` when the forum has a live one (not withdrawn, cancelled or archived) on that date. */
  createAgenda(agenda: Agenda, change: AgendaChange): Promise<void>;
  /**
   * Saves a changed agenda, its history and what the change sets going, in one transaction.
   * Throws `conflict` when `agenda.revision` is not the one stored; the stored one becomes `revision + 1`.
   */
  saveAgenda(agenda: Agenda, change: AgendaChange, intents: Intents): Promise<Agenda>;
  /** Puts back the agenda as it was before the newest change. Only for one that was never published. */
  undoChange(agendaId: string, revision: number, change: AgendaChange): Promise<Agenda>;
  /** Throws `not_found`. */
  getAgenda(agendaId: string): Promise<Agenda>;
  /** As it stood at a revision; throws `not_found`. */
  getAgendaAt(agendaId: string, revision: number): Promise<Agenda>;
  /** By date, oldest first. */
  listAgendas(forumId: string, states: readonly AgendaState[]): Promise<Agenda[]>;
  /** Newest first. */
  listChanges(agendaId: string): Promise<(AgendaChange & { revision: number })[]>;
  saveProposal(proposal: AgendaProposal): Promise<AgendaProposal>;
  getProposal(proposalId: string): Promise<AgendaProposal>;
  listProposals(forumId: string, states: readonly AgendaProposal['state'][]): Promise<AgendaProposal[]>;
}
