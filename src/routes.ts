import { createWorkingDays, type WorkingDays } from './danish/working-days.js';
import type { Clock } from './domain/clock.js';
import { type KeptDays, usualKeptDays } from './domain/kept-days.js';
import { createAgendaDeskRoutes } from './features/agenda/agenda-desk-routes.js';
import { intentsOfArchive, intentsOfChange, refreshAgendaCard } from './features/agenda/agenda-intents.js';
import { receiveAgendaDocument } from './features/agenda/draft/review-document.js';
import { createPostedRoutes } from './features/agenda/posted/posted-routes.js';
import { createArchiveRoutes } from './features/archive/archive-routes.js';
import { type BackingUp, createBackupJobs } from './features/backup/backup.jobs.js';
import { answerQuestion } from './features/decisions/answer-question.js';
import { type Asking, createAsk } from './features/decisions/ask.route.js';
import { createClearContextVerb } from './features/decisions/clear-context.verb.js';
import { findEarlierDecisions } from './features/decisions/earlier-decisions.js';
import { createExportAnswerVerb } from './features/decisions/export-answer.verb.js';
import { createFindDecision } from './features/decisions/find-decision.search.js';
import { createKeepQuestion } from './features/decisions/keep-question.js';
import { createRecentQuestions } from './features/decisions/recent-questions.js';
import { createShowAnswerVerb } from './features/decisions/show-answer.verb.js';
import { createShowNewsCommand } from './features/decisions/show-news.command.js';
import { createTakeFeedback } from './features/decisions/take-feedback.js';
import { createEnquiriesRoutes } from './features/enquiries/enquiries-routes.js';
import { createShowHelpCommand } from './features/help/show-help.command.js';
import { createShowHelpVerb } from './features/help/show-help.verb.js';
import { createWelcome } from './features/help/welcome.js';
import { createInputRoutes } from './features/input/input-routes.js';
import { createForgetPlace } from './features/members/forget-place.js';
import { createKeepWay } from './features/members/keep-way.js';
import { createMembersRoutes } from './features/members/members-routes.js';
import { createFilesRoutes } from './features/minutes/files/files-routes.js';
import { createChildReader, type ReadFile } from './features/minutes/files/read-in-child.js';
import { createOpenOriginalVerb } from './features/minutes/open-original.verb.js';
import { createShowItemCommand } from './features/minutes/show-item.command.js';
import { createShowItemVerb } from './features/minutes/show-item.verb.js';
import { createShowMeetingCommand } from './features/minutes/show-meeting.command.js';
import { createShowMeetingVerb } from './features/minutes/show-meeting.verb.js';
import { createShowMeetingsCommand } from './features/minutes/show-meetings.command.js';
import { createShowMeetingsVerb } from './features/minutes/show-meetings.verb.js';
import { createOutboxRoutes } from './features/outbox/outbox-routes.js';
import { createRetentionRoutes } from './features/retention/retention.js';
import { createHousekeepingJob } from './jobs/housekeeping.job.js';
import type { AudienceOf } from './routing/audience-of.js';
import type { RightsOf } from './routing/rights-of.js';
import type { Command, Routes } from './routing/routes.js';
import type { ListTeam } from './routing/team-roster.js';
import type { Turn } from './routing/turn.js';
import type { MessageComposer } from './routing/unasked.js';
import type { Store } from './store/ports.js';

export interface RouteDependencies {
  store: Store;
  clock: Clock;
  rightsOf: RightsOf;
  audienceOf: AudienceOf;
  listTeam: ListTeam;
  /** Reads a file of unknown origin; absent: each in a process of its own. */
  readFile?: ReadFile;
  /** When people are at work; absent: the usual days and hours. */
  workingDays?: WorkingDays;
  /** How many days after its meeting input, and a draft that was never published, is kept; absent: as the settings say by default. */
  keptDays?: KeptDays;
  /** The backups made by themselves; absent: none is. */
  backups?: BackingUp['backups'];
  /** Whether the chat client opens dialogs; absent: it does. */
  opensDialogs?: boolean;
  /** How many days a question is kept. */
  questionDays: number;
  /** Told how many questions were removed for their age. */
  reportRemoved(count: number): void;
  /** Told why the way to a person could not be kept. */
  reportUnkept(error: unknown): void;
  /** Told why an answer could not be saved; absent: nobody keeps a log. */
  reportUnsaved?(error: unknown): void;
}

/** Everything a person can type or press, in the order of the help. Nothing is found by scanning folders. */
export function createRoutes(dependencies: RouteDependencies): Routes {
  const { store, clock, audienceOf, rightsOf, questionDays, reportRemoved, reportUnkept } = dependencies;
  const { reportUnsaved = () => undefined, opensDialogs = true } = dependencies;
  const { minutes, search, lists, questions, members } = store;
  const browsing = { minutes, lists, audienceOf, clock };
  const helping = {
    minutes,
    audienceOf,
    /** Those of the secretary only for a secretary. */
    commandsFor: async (turn: Turn): Promise<readonly Command[]> => {
      const isSecretary = (await rightsOf(turn)).forumsWhere('manage_members', 'open').length > 0;
      return isSecretary ? commands : commands.filter((command) => command.isForSecretary !== true);
    },
  };
  const recent = createRecentQuestions(clock);
  const asking: Asking = {
    answer: (question, audience, context) =>
      answerQuestion({ search, minutes, lists, members, clock }, question, audience, context),
    audienceOf,
    recent,
    keepQuestion: createKeepQuestion({ questions, minutes, clock, questionDays, reportRemoved }),
  };
  const ask = createAsk(asking);
  const walking = createArchiveRoutes({ ...store, audienceOf, clock, ask });
  const workingDays = dependencies.workingDays ?? createWorkingDays();
  const collecting = createInputRoutes({
    ...store,
    rightsOf,
    workingDays,
    clock,
    opensDialogs,
    refreshAgendaCard,
    intentsOfAgendaChange: intentsOfChange,
    reportUnsaved,
  });
  const input = collecting.agendaInput;
  const posted = createPostedRoutes({
    agendas: store.agendas,
    minutes,
    outbox: store.outbox,
    audienceOf,
    rightsOf,
    clock,
    input,
    findEarlier: (...asked) => findEarlierDecisions({ search, minutes, clock }, ...asked),
  });
  const desk = {
    ...store,
    rightsOf,
    workingDays,
    clock,
    intentsOfInput: input.intentsOfChange,
    describeInput: collecting.describePlan,
  };
  const drafting = createAgendaDeskRoutes(desk);
  const files = createFilesRoutes({
    ...store,
    rightsOf,
    clock,
    readFile: dependencies.readFile ?? createChildReader(),
    receiveAgenda: (...received) => receiveAgendaDocument(desk, ...received),
    intentsOfArchive,
  });
  const retaining = createRetentionRoutes({
    ...store,
    rightsOf,
    clock,
    keptDays: dependencies.keptDays ?? usualKeptDays,
  });
  const managing = createMembersRoutes({ ...store, rightsOf, listTeam: dependencies.listTeam, clock });
  const enquiring = createEnquiriesRoutes({ ...store, rightsOf, audienceOf, clock, answer: asking.answer });
  const sending = createOutboxRoutes({ ...store, rightsOf, clock, composers: () => composers });
  const commands: readonly Command[] = [
    createShowHelpCommand(helping),
    ...posted.commands,
    createShowMeetingsCommand(browsing),
    createShowMeetingCommand(browsing),
    createShowItemCommand(browsing),
    ...walking.commands,
    createShowNewsCommand({ ask }),
    ...drafting.commands,
    ...collecting.commands,
    ...managing.commands,
    ...enquiring.commands,
    ...sending.commands,
  ];
  const composers: readonly MessageComposer[] = [
    ...posted.composers,
    ...drafting.composers,
    ...collecting.composers,
    ...retaining.composers,
    ...files.composers,
    ...enquiring.composers,
    ...sending.composers,
  ];
  return {
    commands,
    verbs: [
      ...posted.verbs,
      createShowAnswerVerb(asking),
      createExportAnswerVerb({ ...asking, minutes }),
      createClearContextVerb(recent),
      createShowHelpVerb(helping),
      createShowMeetingsVerb(browsing),
      createShowMeetingVerb(browsing),
      createShowItemVerb(browsing),
      createOpenOriginalVerb({ minutes, audienceOf }),
      ...walking.verbs,
      ...files.verbs,
      ...drafting.verbs,
      ...collecting.verbs,
      ...retaining.verbs,
      ...managing.verbs,
      ...enquiring.verbs,
      ...sending.verbs,
    ],
    question: ask,
    file: files.file,
    welcome: createWelcome(helping),
    searchExtension: createFindDecision({ search, minutes, members, clock, audienceOf }),
    keepWay: createKeepWay({ ...store, clock, reportFailure: reportUnkept }),
    removed: createForgetPlace(store),
    feedback: createTakeFeedback(questions, clock),
    composers,
    jobs: [
      ...drafting.jobs,
      ...collecting.jobs,
      ...retaining.jobs,
      createHousekeepingJob(store, clock, questionDays),
      ...createBackupJobs({ ...store, clock, backups: dependencies.backups ?? null }),
    ],
  };
}
