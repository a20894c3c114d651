import type { Access } from '../../../domain/access.js';
import { AppError } from '../../../domain/app-error.js';
import type { InputRound } from '../../../domain/input.js';
import type { Rights } from '../../../routing/rights-of.js';
import type { Turn } from '../../../routing/turn.js';
import type { RoundNote } from '../../../store/ports.js';
import { briefPhrases } from '../brief/brief-phrases.js';
import { type Brief, makeBrief } from '../brief/make-brief.js';
import { readRoundState } from '../follow-round.js';
import type { InputWork } from '../input-routes.js';
import { namedAsNow, unaskedDepartments } from '../round/plan-respondents.js';
import { type RoundState, readRoundStatus } from '../round/round-status.js';
import { maySeeAnswers } from '../round/who-sees.js';
import { deskReplies } from './desk-phrases.js';

/** What the secretary's and the chair's side of a round needs. */
export type InputDesk = Pick<
  InputWork,
  | 'input'
  | 'agendas'
  | 'members'
  | 'outbox'
  | 'rightsOf'
  | 'workingDays'
  | 'clock'
  | 'opensDialogs'
  | 'refreshAgendaCard'
  | 'intentsOfAgendaChange'
>;

/** Input is shown where one person alone reads. */
export function requirePersonal({ conversation }: Pick<Turn, 'conversation'>): void {
  if (conversation.kind !== 'personal')
    throw new AppError('forbidden', 'input is shown in personal conversations only', {
      reply: briefPhrases.onlyPersonal,
    });
}

/** A round for somebody who may manage it, and how to note what they do. */
export interface ManagedRound {
  round: InputRound;
  rights: Rights;
  noteOf(note: string): RoundNote;
}

/**
 * A round, for somebody who may manage it.
 *
 * @throws AppError `forbidden`, or `not_found`.
 */
export async function managedRound(desk: InputDesk, turn: Turn, roundId: string): Promise<ManagedRound> {
  const rights = await desk.rightsOf(turn);
  // Who may not is told so, whether there is such a round or not.
  rights.requireSomewhere('manage_input', 'open');
  requirePersonal(turn);
  const round = await desk.input.getRound(roundId);
  rights.require(round.forumId, 'manage_input', 'closed');
  return { round, rights, noteOf: (note) => noteBy(desk, rights, round.forumId, note) };
}

export function noteBy({ clock }: Pick<InputDesk, 'clock'>, rights: Rights, forumId: string, note: string): RoundNote {
  return { note, by: rights.person, byName: rights.nameIn(forumId), at: clock.now() };
}

/** @throws AppError `conflict` when the press was made on an older state of the round. */
export function requireSeen({ revision }: InputRound, seen: number): void {
  if (revision !== seen)
    throw new AppError('conflict', 'the press was made on an older card', { reply: deskReplies.stale });
}

export interface ReadableRound {
  state: RoundState;
  brief: Brief;
  /** Chair or secretary. */
  isOffice: boolean;
}

/** What of a round somebody may read; undefined: nothing. */
export async function readableRound(
  desk: Pick<InputDesk, 'input' | 'agendas' | 'members'>,
  round: InputRound,
  rights: Pick<Rights, 'standingsIn' | 'mayDo'>,
): Promise<ReadableRound | undefined> {
  const standings = rights.standingsIn(round.forumId);
  const sees = (access: Access): boolean => maySeeAnswers(round, standings, access);
  if (!sees('open')) return undefined;
  const read = await readRoundState(desk, round);
  const { departments } = await desk.members.getRegister(round.forumId);
  const state = { ...read, respondents: namedAsNow(read.respondents, departments) };
  const isOffice = rights.mayDo(round.forumId, 'see_input', 'open');
  const seesClosed = sees('closed');
  const requests = seesClosed ? state.requests : state.requests.filter(({ access }) => access === 'open');
  const statuses = readRoundStatus({ ...state, requests });
  const unasked = unaskedDepartments(departments, state.respondents);
  return { state, brief: makeBrief(round, state.agenda, requests, { statuses, unasked }, seesClosed), isOffice };
}
