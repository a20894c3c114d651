import type { MeetingDocument } from '../../domain/meeting-document.js';
import type { Intents } from '../../domain/outgoing-message.js';
import type { PersonKey } from '../../domain/person-key.js';
import type { SearchEntry } from '../../domain/search-entry.js';
import type { OriginalFile, SavedDocument } from '../ports.js';

/**
 * - `waiting`: to be looked through by its owner;
 * - `archived`: in the archive; `taken_back`: was, and is no more;
 * - `discarded`: thrown away, or found to be in the archive already.
 */
export type PendingState = 'waiting' | 'archived' | 'taken_back' | 'discarded';

/** Minutes somebody sent as a file, until that person says what becomes of them. */
export interface PendingDocument {
  /** 128 random bits; stands on the card, and is worth nothing in anybody else's hands. */
  id: string;
  forumId: string;
  /** Who sent it, and alone may look at it. */
  owner: PersonKey;
  state: PendingState;
  document: MeetingDocument;
  original: OriginalFile;
  /** The version of a meeting it became; null while it is none. */
  archivedAs: { meetingId: string; version: number } | null;
  expiresAt: Date;
}

export interface ArchivedPending {
  pending: PendingDocument;
  /** `unchanged`: the archive had it already; nothing was written and nothing set going. */
  saved: SavedDocument;
}

/**
 * What is received and not yet in the archive. Whoever is not the owner, or comes after it expired, is told `not_found`, as
 * for what never was.
 */
export interface PendingDocumentStore {
  /** Keeps a document and gives its id. */
  keepPending(
    pending: Pick<PendingDocument, 'forumId' | 'owner' | 'document' | 'original' | 'expiresAt'>,
  ): Promise<string>;
  getPending(id: string, owner: PersonKey, now: Date): Promise<PendingDocument>;
  /** Which of its items are closed. Throws `conflict` when it does not wait any more. */
  markPending(id: string, owner: PersonKey, document: MeetingDocument, now: Date): Promise<PendingDocument>;
  /** Throws `conflict` when it does not wait any more. */
  discardPending(id: string, owner: PersonKey, now: Date): Promise<void>;
  /**
   * Puts it into the archive as `MinutesStore.saveDocument` does, with what that sets going, in one transaction. Throws
   * `conflict` when it does not wait any more.
   */
  archivePending(
    id: string,
    owner: PersonKey,
    toSave: Pick<PendingDocument, 'document'> & { entries: SearchEntry[]; now: Date },
    intentsOf: (saved: SavedDocument) => Intents,
  ): Promise<ArchivedPending>;
  /**
   * Takes it out of the archive again, with what that sets going; the version before it is in force again. Throws `conflict`
   * when it is not in the archive, or a newer version is.
   */
  takeBackPending(id: string, owner: PersonKey, intents: Intents, now: Date): Promise<PendingDocument>;
  /** Says how many went. */
  removeExpired(now: Date): Promise<number>;
}

/** A file a person is offered and has neither taken nor declined. */
export interface FileToOffer {
  owner: PersonKey;
  name: string;
  bytes: Uint8Array;
  /** Danish, one line. */
  description: string;
  expiresAt: Date;
}

/** Files offered to persons. A file is given once; after that, as for the wrong person or too late, it is `not_found`. */
export interface OfferedFileStore {
  /** Keeps a file and gives the handle to it. */
  offerFile(file: FileToOffer): Promise<string>;
  /** Gives the file and forgets it. @param owner null: whoever holds the handle, for a chat that knows nobody. */
  takeFile(handle: string, owner: PersonKey | null, now: Date): Promise<FileToOffer>;
  removeExpired(now: Date): Promise<number>;
}
