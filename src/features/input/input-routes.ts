import type { WorkingDays } from '../../danish/working-days.js';
import type { Agenda } from '../../domain/agenda.js';
import type { Clock } from '../../domain/clock.js';
import type { Intents, MessageIntent } from '../../domain/outgoing-message.js';
import { inBothLanguages } from '../../routing/in-both-languages.js';
import type { RightsOf } from '../../routing/rights-of.js';
import type { CardVerb, Command } from '../../routing/routes.js';
import type { Job, MessageComposer } from '../../routing/unasked.js';
import type {
  AgendaStore,
  CardHandleStore,
  InputStore,
  MemberStore,
  MinutesStore,
  OutboxStore,
} from '../../store/ports.js';
import { createAgendaInput } from './agenda-input.js';
import { createInputDeskRoutes } from './desk/desk-routes.js';
import { describePlan } from './desk/plan-card.js';
import { createInputJobs } from './input-jobs.js';
import { createAnswerVerbs } from './mine/answer.verbs.js';
import { createDelegateVerbs } from './mine/delegate.verbs.js';
import { createMyComposers } from './mine/my-composers.js';
import { createMyInputCommand } from './mine/my-input.command.js';
import { createShowInputVerbs } from './mine/show.verbs.js';

/** What collecting input needs. */
export interface InputWork {
  input: InputStore;
  handles: CardHandleStore;
  agendas: AgendaStore;
  members: MemberStore;
  /** The minutes that a meeting approves. */
  minutes: Pick<MinutesStore, 'getMeeting' | 'listSeenMeetings'>;
  outbox: Pick<OutboxStore, 'findHandle' | 'listMessages' | 'add'>;
  rightsOf: RightsOf;
  workingDays: WorkingDays;
  clock: Clock;
  /**
   * Whether forms open in dialogs. Where they come in the place of the card, changing the card unasked would wipe out what
   * somebody is writing: there the next press brings it up to date.
   */
  opensDialogs: boolean;
  /** Brings the agenda's card in the channel up to date with how many have answered; the key is made unique by `occurrence`. */
  refreshAgendaCard(agenda: { id: string; forumId: string }, occurrence: string, now: Date): MessageIntent;
  /** What the round's change of its agenda sets going in the channel: the card is brought up to date, the thread told. */
  intentsOfAgendaChange(after: Agenda, now: Date): Intents;
  /** Told why an answer could not be saved; the person is told already. */
  reportUnsaved(error: unknown): void;
}

export interface InputRoutes {
  commands: readonly Command[];
  verbs: readonly CardVerb[];
  composers: readonly MessageComposer[];
  jobs: readonly Job[];
}

export interface AllInputRoutes extends InputRoutes {
  /** What posted agendas show of input, and how they lead to it. */
  agendaInput: ReturnType<typeof createAgendaInput>;
  /** What will be asked about an agenda that is not out yet, a line of Danish each, for the preview. */
  describePlan(agenda: Agenda): Promise<readonly string[]>;
}

/** Everything about input before a meeting: the chefs' answers, the secretary's round, the chair's brief. */
export function createInputRoutes(work: InputWork): AllInputRoutes {
  const desk = createInputDeskRoutes(work);
  return inBothLanguages({
    commands: [createMyInputCommand(work), ...desk.commands],
    verbs: [...createShowInputVerbs(work), ...createAnswerVerbs(work), ...createDelegateVerbs(work), ...desk.verbs],
    composers: [...createMyComposers(work), ...desk.composers],
    jobs: [...createInputJobs(work), ...desk.jobs],
    agendaInput: createAgendaInput(work),
    describePlan: (agenda) => describePlan(work, agenda),
  });
}
