import type { WorkingDays } from '../../danish/working-days.js';
import type { Clock } from '../../domain/clock.js';
import type { MessageIntent } from '../../domain/outgoing-message.js';
import type { RightsOf } from '../../routing/rights-of.js';
import type { CardVerb, Command } from '../../routing/routes.js';
import type { Job, MessageComposer } from '../../routing/unasked.js';
import type { AgendaStore, CardHandleStore, InputStore, MemberStore, OutboxStore } from '../../store/ports.js';

/** What collecting input needs. */
export interface InputWork {
  input: InputStore;
  handles: CardHandleStore;
  agendas: AgendaStore;
  members: MemberStore;
  outbox: Pick<OutboxStore, 'findHandle' | 'listMessages' | 'add'>;
  rightsOf: RightsOf;
  workingDays: WorkingDays;
  clock: Clock;
  /** Brings the agenda's card in the channel up to date with how many have answered; the key is made unique by `occurrence`. */
  refreshAgendaCard(agenda: { id: string; forumId: string }, occurrence: string, now: Date): MessageIntent;
}

export interface InputRoutes {
  commands: readonly Command[];
  verbs: readonly CardVerb[];
  composers: readonly MessageComposer[];
  jobs: readonly Job[];
}

/** Everything about input before a meeting: the chefs' answers, the secretary's round, the chair's brief. */
export function createInputRoutes(_work: InputWork): InputRoutes {
  return { commands: [], verbs: [], composers: [], jobs: [] };
}
