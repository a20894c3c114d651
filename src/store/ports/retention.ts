import type { Intents } from '../../domain/outgoing-message.js';

/** What is kept for a time only: the input to a meeting, and agendas that never were published. */
export type DeletionKind = 'input' | 'draft';

/** Something to be deleted for its age. Nothing is, that was not announced before. */
export interface Deletion {
  kind: DeletionKind;
  agendaId: string;
  forumId: string;
  /** What was announced together. */
  noticeId: string;
  /** As printed on the agenda. */
  forumName: string;
  /** The meeting's, ISO. */
  date: string;
  announcedAt: Date;
  deleteAt: Date;
  state: 'announced' | 'kept' | 'deleted';
  /** Who said that it is to be kept; null: nobody. */
  settledByName: string | null;
  settledAt: Date | null;
}

/** Age of one kind: meetings before `date` (ISO) are too old, unless somebody said after `keptSince` to keep them. */
export interface AgeLimit {
  date: string;
  keptSince: Date;
}

export interface RetentionStore {
  /** What is too old and not announced, oldest meeting first. */
  listAged(
    forumId: string,
    limits: Readonly<Record<DeletionKind, AgeLimit>>,
  ): Promise<Pick<Deletion, 'kind' | 'agendaId' | 'forumId' | 'forumName' | 'date'>[]>;
  /** Saves what will be deleted when, with the messages that say so. */
  announce(forumId: string, deletions: readonly Deletion[], intents: Intents): Promise<void>;
  /** All that was ever announced in a forum, oldest meeting first. */
  listDeletions(forumId: string): Promise<Deletion[]>;
  /** Oldest meeting first. */
  listNotice(noticeId: string): Promise<Deletion[]>;
  /** Announced, and its time has come. */
  listDue(forumId: string, now: Date): Promise<Deletion[]>;
  /** Puts off what was announced and must wait, because nobody was reached. */
  postpone(noticeId: string, deleteAt: Date): Promise<void>;
  /** Keeps what was announced together and is not deleted yet. Says how many that were. */
  keep(noticeId: string, byName: string | null, now: Date): Promise<number>;
  /** Deletes for good, in one transaction. False: it is no longer to be deleted, nothing was changed. */
  remove(deletion: Pick<Deletion, 'kind' | 'agendaId' | 'noticeId'>, now: Date): Promise<boolean>;
}
