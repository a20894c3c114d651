import type { Agenda } from '../../domain/agenda.js';
import type { InputAnswer, InputPlan, InputRequest, InputRound, InputValue, Respondent } from '../../domain/input.js';
import type { Intents } from '../../domain/outgoing-message.js';
import type { PersonKey } from '../../domain/person-key.js';
import type { AgendaChange } from './agendas.js';

export interface RoundToOpen {
  round: InputRound;
  requests: InputRequest[];
  respondents: Respondent[];
}

export interface AnswerToSave {
  requestId: string;
  respondentId: string;
  value: InputValue | null;
  answeredBy: PersonKey;
  answeredByName: string;
  isOnBehalf: boolean;
  entryRevision: number;
  /** Comes with the form: the same press twice, under whatever activity id, is one answer. */
  nonce: string;
}

export interface SavedAnswer {
  answer: InputAnswer;
  /** The nonce was known: nothing was written, this is what was written then. */
  isRepeat: boolean;
}

/** What somebody did to a round, told to whoever manages it. */
export interface RoundNote {
  /** Danish, one line; says nothing of what anybody answered. */
  note: string;
  /** null: by itself. */
  by: PersonKey | null;
  byName: string | null;
  at: Date;
}

/** What the secretary makes of a late answer; `waiting` takes the decision back. */
export type LateVerdict = 'accepted' | 'set_aside' | 'waiting';

/** What changes of a respondent. What two write at once is kept from both, as long as it is not the same. */
export type RespondentChange = Pick<Respondent, 'id'> &
  Partial<Pick<Respondent, 'delegate' | 'delegateBy' | 'remindNotBefore' | 'hasLeft' | 'seesClosed'>>;

export interface InputStore {
  /** What is to be asked about an agenda; undefined: nobody changed anything yet. */
  findPlan(agendaId: string): Promise<InputPlan | undefined>;
  /** Throws `conflict` when `plan.revision` is not the one stored (0: none). */
  savePlan(plan: InputPlan): Promise<InputPlan>;
  /**
   * Puts back the plan before the one in force; undone again, the one that was undone. Throws `conflict` when `revision` is not
   * the one stored, or there was none before.
   */
  undoPlan(agendaId: string, revision: number): Promise<InputPlan>;
  /** Opens the round of an agenda, with what it sets going. Throws `conflict` when the agenda has one. */
  openRound(opening: RoundToOpen, intents: Intents): Promise<void>;
  /** Throws `not_found`. */
  getRound(roundId: string): Promise<InputRound>;
  findRoundOf(agendaId: string): Promise<InputRound | undefined>;
  /**
   * State, deadline, visibility, reminders. Throws `conflict` when `round.revision` is not the one stored.
   *
   * @param agenda what the agenda says of it, saved in the same transaction as `AgendaStore.saveAgenda` does
   */
  saveRound(
    round: InputRound,
    at: Date,
    intents: Intents,
    note?: RoundNote,
    agenda?: { agenda: Agenda; change: AgendaChange },
  ): Promise<InputRound>;
  listRequests(roundId: string): Promise<InputRequest[]>;
  /** Adds or replaces, by id. */
  saveRequests(roundId: string, requests: readonly InputRequest[], at: Date, intents: Intents): Promise<void>;
  /** Everybody, or one of them alone. */
  listRespondents(roundId: string, respondentId?: string): Promise<Respondent[]>;
  /** Adds who joined, unless they are there already; of the others only what is named is changed. */
  saveRespondents(
    roundId: string,
    respondents: { joined?: readonly Respondent[]; changed?: readonly RespondentChange[] },
    at: Date,
    intents: Intents,
    note?: RoundNote,
  ): Promise<void>;
  /** In open rounds and in those closed less than a year ago, latest deadline first; as respondent or as delegate. */
  listRoundsOf(person: PersonKey, now: Date): Promise<InputRound[]>;
  /**
   * Saves new versions, all of them or none, late when the round is closed or its deadline has passed at `at`. Repeats of a nonce
   * write nothing. The versions and what they set going are one transaction; every one a repeat, nothing is set going.
   */
  saveAnswers(answers: readonly AnswerToSave[], at: Date, intents: Intents): Promise<SavedAnswer[]>;
  /** Whether a late answer counts from now on. Throws `not_found` for one that is not late, or not of that round. */
  decideLate(roundId: string, answerId: string, verdict: LateVerdict, note: RoundNote): Promise<void>;
  /** Newest first. */
  listNotes(roundId: string): Promise<RoundNote[]>;
  /** Every version of every answer, or of one respondent's; withdrawn ones too; of one request and respondent oldest first. */
  listAnswers(roundId: string, respondentId?: string): Promise<InputAnswer[]>;
}

/** What a handle on a card stands for. */
export interface CardHandle {
  forumId: string;
  /** Whose card it is on; nobody else's press means anything. */
  person: PersonKey;
  /** `input.answer`: what it may be used for. */
  purpose: string;
  payload: Readonly<Record<string, string | number | boolean | null>>;
  expiresAt: Date;
}

/** Random handles, so that a card carries nothing worth changing. */
export interface CardHandleStore {
  /** 128 random bits each, URL-safe; in one transaction. */
  issueAll(handles: readonly CardHandle[]): Promise<string[]>;
  /** Throws `not_found`, the same for unknown, expired, somebody else's, or meant for something else. */
  use(handle: string, person: PersonKey, purpose: string, now: Date): Promise<CardHandle>;
  removeExpired(now: Date): Promise<number>;
}
