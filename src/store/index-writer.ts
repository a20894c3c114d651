import type { SearchEntry } from '../domain/search-entry.js';
import type { MeetingRow } from './tables.js';

/** What the index is to hold of a new version of a meeting's document. */
export interface NewEntries {
  meeting: Pick<MeetingRow, 'id' | 'forum_id' | 'version'>;
  entries: readonly SearchEntry[];
}

/**
 * Keeps the search index in step with the documents. Called while a transaction runs, whose part it becomes.
 * Only the entries of a meeting's version in force are found; those of earlier versions wait.
 *
 * What grows with a document is done in steps, between which others have their turn: no document holds up the bot.
 */
export interface IndexWriter {
  /** Puts new versions' entries in force: several together cost less than one after another. */
  add(added: readonly NewEntries[]): Promise<void>;
  /** Takes the entries in force out of the index; they are kept. */
  retire(meetingId: string): Promise<void>;
  /** Puts a kept version back in force. */
  restore(meetingId: string, version: number): Promise<void>;
  /** Removes a version's entries, and every word that stands nowhere else. */
  remove(meetingId: string, version: number): Promise<void>;
}
