import { createHash } from 'node:crypto';
import { AppError } from '../domain/app-error.js';
import type { MeetingDocument } from '../domain/meeting-document.js';
import { archiveReplies } from './phrases.js';

/** A document as it lies in its row: JSON text, and a checksum that tells a damaged row from a sound one. */
export interface StoredContent {
  content: string;
  content_sha256: string;
}

/** Lower-case hex SHA-256. */
export const sha256Of = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function toStoredContent(document: MeetingDocument): StoredContent {
  const content = JSON.stringify(document);
  return { content, content_sha256: sha256Of(content) };
}

/** What a reader of a damaged row is told. */
export const damagedRow = (what: string): AppError =>
  new AppError('store_damaged', `the store is damaged: ${what} does not match its checksum; restore a backup`, {
    reply: archiveReplies.damaged,
  });

/**
 * Reads a document back, letter for letter as it was saved.
 *
 * @throws AppError `store_damaged` when the text is not the one that was written.
 */
export function readStoredContent(stored: StoredContent): MeetingDocument {
  if (sha256Of(stored.content) !== stored.content_sha256) throw damagedRow('a document');
  // The checksum vouches for the text, so its form is the one `toStoredContent` gave it.
  return JSON.parse(stored.content) as MeetingDocument;
}
