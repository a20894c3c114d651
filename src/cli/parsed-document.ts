import type { AgendaItem } from '../domain/agenda-item.js';
import type { MeetingDocument } from '../domain/meeting-document.js';

/** An item as `parse --json` prints it: the words and what was drawn from them. */
function toParsedItem(item: AgendaItem) {
  const { lines: _, sections, ...rest } = item;
  return { ...rest, sections: sections.map(({ kind, heading, text }) => ({ kind, heading, text })) };
}

/** The form `parse --json` promises to scripts: the document without the line numbers kept for our own use. */
export function toParsedDocument(document: MeetingDocument) {
  return { ...document, items: document.items.map(toParsedItem) };
}
