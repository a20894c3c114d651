import type { Agenda } from '../../../domain/agenda.js';
import { AppError } from '../../../domain/app-error.js';
import type { PersonKey } from '../../../domain/person-key.js';
import type { Operation } from '../../../domain/rights.js';
import type { Turn } from '../../../routing/turn.js';
import { checkAgenda } from '../check/check-agenda.js';
import { findLastMinutes } from '../last-minutes.js';
import { type AgendaDesk, agendaFor, type Card } from './desk.js';
import { deskReplies } from './desk-phrases.js';
import { type DraftView, draftCard } from './draft-card.js';

const isBeforePublication = ({ state }: Agenda): boolean => state === 'draft' || state === 'scheduled';

/** The working card of an agenda as it stands. */
export async function viewDraft(
  desk: AgendaDesk,
  agenda: Agenda,
  view: Pick<DraftView, 'page' | 'lead' | 'saysFindings'> = {},
): Promise<Card> {
  const findings = isBeforePublication(agenda) ? (await checkAgenda(desk, agenda)).open : [];
  const lastMinutes = await findLastMinutes(desk.minutes, agenda);
  return draftCard(agenda, { ...view, findingCount: findings.length, lastMinutesId: lastMinutes?.id ?? null });
}

/** What a press on a card of an agenda carries; without a revision it only looks. */
export interface PressedAgenda {
  agenda: string;
  revision?: number | undefined;
}

/**
 * Does something with an agenda for somebody who may. Whoever saw an older one, or was overtaken while pressing, or asks for
 * what cannot be, gets the newest card and is told why.
 */
export async function withAgenda(
  desk: AgendaDesk,
  turn: Turn,
  pressed: PressedAgenda,
  operation: Operation,
  work: (agenda: Agenda, by: PersonKey) => Promise<Card>,
): Promise<Card> {
  const { agenda, by } = await agendaFor(desk, turn, pressed.agenda, operation);
  if (pressed.revision !== undefined && pressed.revision !== agenda.revision)
    return viewDraft(desk, agenda, { lead: deskReplies.stale });
  try {
    return await work(agenda, by);
  } catch (error) {
    const isTold = error instanceof AppError && (error.code === 'conflict' || error.code === 'invalid_input');
    if (!isTold || error.reply === undefined) throw error;
    const newest = await desk.agendas.getAgenda(agenda.id);
    const lead = newest.revision === agenda.revision ? error.reply : deskReplies.stale;
    return viewDraft(desk, newest, { lead });
  }
}
