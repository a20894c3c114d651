import type { Agenda, AgendaProposal } from '../../domain/agenda.js';
import type { Enquiry } from '../../domain/enquiry.js';
import type { InputAnswer, InputPlan, InputRequest, InputRound, Respondent } from '../../domain/input.js';
import type { MessageState, OutgoingMessage } from '../../domain/outgoing-message.js';
import type {
  Deletion,
  KeptQuestion,
  ListedJob,
  ReaderTier,
  RecordedChange,
  Register,
  RegisterChange,
  RoundNote,
  Store,
} from '../../store/ports.js';

export interface ExportedRound {
  round: InputRound;
  requests: InputRequest[];
  respondents: Respondent[];
  /** Every version of every answer. */
  answers: InputAnswer[];
  notes: RoundNote[];
}

/** What came before an agenda's present state, and beside it. */
export interface AgendaRecord {
  /** Oldest first. */
  earlier: Agenda[];
  changes: RecordedChange[];
  plan: InputPlan | null;
  /** null: nobody was asked for input. */
  round: ExportedRound | null;
}

/** What is kept of a forum besides its minutes and agendas. */
export interface ForumRecords {
  readerTier: ReaderTier | null;
  /** Oldest first; the one in force is not among them. */
  earlierRegisters: ({ revision: number } & Register)[];
  registerChanges: RegisterChange[];
  proposals: AgendaProposal[];
  questions: KeptQuestion[];
  enquiries: Enquiry[];
  messages: OutgoingMessage[];
  jobs: ListedJob[];
  deletions: Deletion[];
}

export type RecordingStore = Pick<
  Store,
  'members' | 'agendas' | 'input' | 'questions' | 'enquiries' | 'outbox' | 'retention'
>;

/** The compiler asks for each state there is. */
const everyOf = <State extends string>(states: Readonly<Record<State, true>>): State[] =>
  Object.keys(states) as State[];

const proposalStates = everyOf<AgendaProposal['state']>({
  draft: true,
  proposed: true,
  accepted: true,
  returned: true,
  taken_back: true,
});
const messageStates = everyOf<MessageState>({
  waiting: true,
  sending: true,
  sent: true,
  uncertain: true,
  blocked: true,
  not_installed: true,
  not_found: true,
  failed: true,
  dropped: true,
});

async function readEarlierRegisters({ members }: RecordingStore, forumId: string) {
  const newest = await members.registerRevision(forumId);
  const earlier: ForumRecords['earlierRegisters'] = [];
  for (let revision = 1; revision < newest; revision += 1)
    earlier.push({ revision, ...(await members.getRegisterAt(forumId, revision)) });
  return earlier;
}

export async function readRecords(store: RecordingStore, forumId: string): Promise<ForumRecords> {
  const { members, agendas, questions, enquiries, outbox, retention } = store;
  return {
    readerTier: await members.getReaderTier(forumId),
    earlierRegisters: await readEarlierRegisters(store, forumId),
    registerChanges: await members.listRegisterChanges(forumId, Number.MAX_SAFE_INTEGER),
    proposals: await agendas.listProposals(forumId, proposalStates),
    questions: await questions.listQuestions(forumId),
    enquiries: await enquiries.listEnquiries(forumId),
    messages: await outbox.listMessages(forumId, messageStates),
    jobs: await outbox.listJobs(forumId),
    deletions: await retention.listDeletions(forumId),
  };
}

async function readRound({ input }: RecordingStore, agendaId: string): Promise<ExportedRound | null> {
  const round = await input.findRoundOf(agendaId);
  if (round === undefined) return null;
  return {
    round,
    requests: await input.listRequests(round.id),
    respondents: await input.listRespondents(round.id),
    answers: await input.listAnswers(round.id),
    notes: await input.listNotes(round.id),
  };
}

export async function readAgendaRecord(store: RecordingStore, { id, revision }: Agenda): Promise<AgendaRecord> {
  const earlier: Agenda[] = [];
  for (let one = 1; one < revision; one += 1) earlier.push(await store.agendas.getAgendaAt(id, one));
  return {
    earlier,
    changes: await store.agendas.listChanges(id),
    plan: (await store.input.findPlan(id)) ?? null,
    round: await readRound(store, id),
  };
}
