import type { SearchEntry } from '../domain/search-entry.js';
import type { MeetingRow } from './tables.js';

/**
 * Keeps the search index in step with the documents. Called while a transaction runs, whose part it becomes.
 * Only the entries of a meeting's version in force are found; those of earlier versions wait.
 *
 * What grows with a document is done in steps, between which others have their turn: no document holds up the bot.
 */
export interface IndexWriter {
  /** Puts a new version's entries in force. */
  add(meeting: Pick<MeetingRow, 'id' | 'forum_id' | 'version'>, entries: readonly SearchEntry[]): Promise<void>;
  /** Takes the entries in force out of the index; they are kept. */
  retire(meetingId: string): Promise<void>;
  /** Puts a kept version back in force. */
  restore(meetingId: string, version: number): Promise<void>;
  /** Removes a version's entries, and every word that stands nowhere else. */
  remove(meetingId: string, version: number): Promise<void>;
}
