import type { Agenda } from '../../domain/agenda.js';
import { type AgendaEvent, nextAgendaState } from '../../domain/agenda-state.js';
import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import { noIntents } from '../../domain/outgoing-message.js';
import type { AgendaStore, MinutesStore } from '../../store/ports.js';
import { actionNotes } from './phrases.js';

export interface Settling {
  agendas: AgendaStore;
  minutes: Pick<MinutesStore, 'listMeetings'>;
  clock: Clock;
}

/**
 * Brings a forum's agendas into line with its archive: one whose minutes are there is archived, one whose minutes were
 * taken out again is held. To be called when minutes came or went; again it changes nothing.
 */
export async function settleAgendas(settling: Settling, forumId: string): Promise<void> {
  const { agendas, minutes } = settling;
  const past = await agendas.listAgendas(forumId, ['published', 'changed', 'held', 'archived']);
  if (past.length === 0) return;
  const meetings = await minutes.listMeetings({ forumIds: [forumId], sees: 'open_and_closed' }, 'minutes');
  const dates = new Set(meetings.map(({ date }) => date));
  for (const agenda of past) await settle(settling, agenda, dates.has(agenda.date) ? 'archive' : 'unarchive');
}

async function settle(
  { agendas, clock }: Settling,
  agenda: Agenda,
  event: Extract<AgendaEvent, 'archive' | 'unarchive'>,
) {
  const state = nextAgendaState(agenda.state, event);
  if (state === undefined) return;
  const note = event === 'archive' ? actionNotes.archived : actionNotes.unarchived;
  try {
    await agendas.saveAgenda({ ...agenda, state }, { note, by: null, at: clock.now() }, noIntents);
  } catch (error) {
    // Somebody else settled it, or changed it: the next time will do.
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
  }
}
