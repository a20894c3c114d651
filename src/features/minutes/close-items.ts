import type { AgendaItem } from '../../domain/agenda-item.js';
import { AppError } from '../../domain/app-error.js';
import type { MeetingDocument } from '../../domain/meeting-document.js';

const withClosed = (document: MeetingDocument, isClosed: (item: AgendaItem) => boolean): MeetingDocument => ({
  ...document,
  items: document.items.map((item) => (isClosed(item) ? { ...item, access: 'closed' } : item)),
});

/**
 * Closes the items with these numbers, besides those the document itself says are closed.
 *
 * @throws AppError `invalid_input` for a number no item has: a slip here would leave the wrong item open.
 */
export function closeItems(document: MeetingDocument, numbers: readonly number[]): MeetingDocument {
  const unknown = numbers.filter((number) => document.items.every((item) => item.number !== number));
  if (unknown.length > 0) throw new AppError('invalid_input', `there is no item ${unknown.join(', ')} to close`);
  return withClosed(document, (item) => numbers.includes(item.number));
}

/**
 * Keeps closed what is closed in the version in force, when nobody says anything else: a corrected document, or the
 * nightly import of a folder, must not open an item. An item is known again by its topic or its number; where either
 * fits it stays closed, for a wrongly closed item can be opened and a wrongly open one has been read.
 */
export function keepItemsClosed(document: MeetingDocument, inForce: MeetingDocument): MeetingDocument {
  const closed = inForce.items.filter((item) => item.access === 'closed');
  return withClosed(document, (item) =>
    closed.some(({ number, topic }) => number === item.number || (topic !== '' && topic === item.topic)),
  );
}
