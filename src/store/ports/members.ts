import type { ConversationReference } from '../../domain/conversation-reference.js';
import type { Department } from '../../domain/department.js';
import type { Deputy, Membership } from '../../domain/member.js';
import type { PersonKey } from '../../domain/person-key.js';

/** Who may read a forum's open items besides its members; none is set until the secretary says so. */
export type ReaderTier = 'members' | 'directors' | 'named_readers' | 'tenant';

/** Everything one import or one change in the chat makes of a forum's register; replaces what is there. */
export interface Register {
  departments: Department[];
  memberships: Membership[];
  deputies: Deputy[];
}

/** Who changed the register, when, and what; kept, since the register decides who may read what. */
export interface RegisterChange {
  /** Danish, one line. */
  note: string;
  /** null: from the command line. */
  by: PersonKey | null;
  at: Date;
}

export interface MemberStore {
  /** In the order it was saved in. */
  getRegister(forumId: string): Promise<Register>;
  /** As it stood at a revision; revision 0 is empty. Throws `not_found`. */
  getRegisterAt(forumId: string, revision: number): Promise<Register>;
  /**
   * Puts a register in the place of the one that `basis` was read from, and gives the new revision. Whoever goes by the register
   * is told by a job in the same transaction.
   * Throws `conflict` when somebody else changed it since.
   */
  saveRegister(forumId: string, register: Register, basis: number, change: RegisterChange): Promise<number>;
  /** Grows with every change of the forum's register; 0: nobody was ever registered. */
  registerRevision(forumId: string): Promise<number>;
  /** In every forum, those that hold on an ISO date. */
  findMemberships(person: PersonKey, on: string): Promise<Membership[]>;
  /** In every forum, those that hold on an ISO date. */
  findDeputies(deputy: PersonKey, on: string): Promise<Deputy[]>;
  listMemberships(forumId: string, on: string): Promise<Membership[]>;
  /** Of every day, in the order they were saved in. */
  listDeputies(forumId: string): Promise<Deputy[]>;
  listDepartments(forumId: string): Promise<Department[]>;
  getReaderTier(forumId: string): Promise<ReaderTier | null>;
  setReaderTier(forumId: string, tier: ReaderTier | null, change: RegisterChange): Promise<void>;
  /** Of register and reader tier, newest first. */
  listRegisterChanges(forumId: string, limit: number): Promise<RegisterChange[]>;
}

/** Where the bot can write unasked. */
export interface ConversationStore {
  /** Keeps the newest way to a person. Throws `invalid_input` for a reference that is not of a personal conversation. */
  savePersonal(person: PersonKey, reference: ConversationReference): Promise<void>;
  findPersonal(person: PersonKey): Promise<ConversationReference | undefined>;
  /** The bot was taken away from the person, or the conversation is gone. */
  forgetPersonal(person: PersonKey): Promise<void>;
  /**
   * Binds a channel to a forum; the one bound before is released. Throws `conflict` when it is another forum's channel,
   * `invalid_input` for a reference that is not of a channel.
   */
  bindChannel(forumId: string, reference: ConversationReference): Promise<void>;
  releaseChannel(forumId: string): Promise<void>;
  findChannel(forumId: string): Promise<ConversationReference | undefined>;
  /** The forum a channel is bound to; `conversationId` without the part that names a thread. */
  findForumOf(conversationId: string): Promise<string | undefined>;
}
