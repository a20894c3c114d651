import type { Access } from './access.js';
import type { PersonKey } from './person-key.js';

/** Who sees the input: chair and secretary alone, the directors too, or after the deadline everyone in the forum. */
export type InputVisibility = 'secretariat' | 'directors' | 'forum_after_deadline';

/** The asking of every chef about one agenda (inputrunde). */
export interface InputRound {
  id: string;
  forumId: string;
  agendaId: string;
  state: 'open' | 'closed';
  visibility: InputVisibility;
  /** Whether readers see who answered, or only for which department. */
  naming: 'person' | 'department';
  deadlineAt: Date;
  openedAt: Date;
  closedAt: Date | null;
  /** Hours before the deadline at which those missing are reminded; at most two. */
  remindHoursBefore: number[];
  revision: number;
}

export type StanceChoice = 'no_remarks' | 'remarks' | 'wants_discussion' | 'reservation';

/** One of the secretary's own questions. */
export interface OwnQuestion {
  /** Unique within its request. */
  id: string;
  label: string;
  answerKind: 'text' | 'choice' | 'number' | 'date';
  /** For `choice`; else empty. */
  choices: string[];
  isRequired: boolean;
}

/** What is asked about one item (or, with `entryId` null, about the meeting). */
export type InputRequestSpec =
  | { kind: 'stance' }
  | { kind: 'acknowledge' }
  /** The last minutes: `meetingId` of the minutes to be approved. */
  | { kind: 'approve'; meetingId: string | null }
  | { kind: 'questions'; questions: OwnQuestion[] }
  /** How many persons each department names at least and at most. */
  | { kind: 'nomination'; atLeast: number; atMost: number }
  | { kind: 'availability' };

export type InputKind = InputRequestSpec['kind'];

export interface InputRequest {
  id: string;
  roundId: string;
  /** The agenda entry asked about; null: the meeting itself. */
  entryId: string | null;
  /** Of the entry; a closed one is asked about only among those entitled. */
  access: Access;
  spec: InputRequestSpec;
  /** The entry left the agenda: no more asked, what was answered is kept. */
  isWithdrawn: boolean;
}

/** One who is asked in a round: a chef, for their department. */
export interface Respondent {
  id: string;
  roundId: string;
  person: PersonKey;
  name: string;
  title: string | null;
  departmentId: string | null;
  departmentName: string | null;
  /** Whether closed items are asked about. */
  seesClosed: boolean;
  /** May answer in the respondent's place. */
  delegate: { person: PersonKey; name: string } | null;
  /** Who said so: what the respondent chose, nobody included, the register does not change. */
  delegateBy: 'register' | 'respondent';
  /** No reminder before; null: as planned. */
  remindNotBefore: Date | null;
  /** Left the forum while the round was open: no more missing, what was answered is kept. */
  hasLeft: boolean;
}

/** What the secretary wants asked before an agenda is published; the round is made of it. */
export interface InputPlan {
  agendaId: string;
  forumId: string;
  /** False: nobody is asked anything. */
  isAsked: boolean;
  visibility: InputVisibility;
  naming: InputRound['naming'];
  remindHoursBefore: number[];
  /** By entry id, what is asked about it instead of what its kind and text suggest; empty: nothing. */
  specs: Readonly<Record<string, readonly InputRequestSpec[]>>;
  /** Grows with every change; 0: as it comes. */
  revision: number;
}

/** What was answered, by kind. */
export type InputValue =
  | { kind: 'stance'; choice: StanceChoice; text: string | null }
  | { kind: 'acknowledge'; wantsDiscussion: boolean; text: string | null }
  | { kind: 'approve'; approved: boolean; correction: { itemNumber: number | null; text: string } | null }
  /** By question id; a number with a point, a date as ISO. */
  | { kind: 'questions'; answers: Readonly<Record<string, string>> }
  /** Empty: "ingen fra os". */
  | { kind: 'nomination'; persons: { name: string; title: string | null }[] }
  | {
      kind: 'availability';
      attends: 'whole' | 'absent' | 'part';
      /** Ids of agenda entries; in answers of before, numbers of items. */
      absentFrom: string[];
      deputy: string | null;
      text: string | null;
    };

/** One version of one respondent's answer to one request. Every version is kept. */
export interface InputAnswer {
  id: string;
  requestId: string;
  respondentId: string;
  /** 1 for the first. */
  version: number;
  /** null: withdrawn. */
  value: InputValue | null;
  answeredBy: PersonKey;
  answeredByName: string;
  /** Whether somebody answered in the respondent's place. */
  isOnBehalf: boolean;
  /** Came after the round was closed or the deadline passed; counts only when the secretary takes it in. */
  isLate: boolean;
  /** A late answer the secretary took in. */
  isAccepted: boolean;
  /** A late answer the secretary looked at and left out; kept, and can be taken in still. */
  isSetAside: boolean;
  /** The entry's revision whose text was answered; 0 for the meeting. */
  entryRevision: number;
  answeredAt: Date;
}
