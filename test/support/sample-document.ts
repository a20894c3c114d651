import { createHash } from 'node:crypto';
import type { AgendaItem } from '../../src/domain/agenda-item.js';
import type { MeetingDocument } from '../../src/domain/meeting-document.js';
import { type SearchEntry, searchFields } from '../../src/domain/search-entry.js';
import type { DocumentToSave, OriginalFile } from '../../src/store/ports.js';

/** An item with nothing in it but what the test says. Items stand ten lines apart. */
export function sampleItem(number: number, changes: Partial<AgendaItem> = {}): AgendaItem {
  const title = changes.title ?? `Sag ${number}`;
  const lines = { first: number * 10 + 10, last: number * 10 + 19 };
  const decision = changes.decision ?? 'Indstillingen blev godkendt.';
  return {
    number,
    title,
    topic: title,
    kind: 'decision',
    access: 'open',
    caseNumber: null,
    timeSlot: null,
    durationMinutes: null,
    presenters: [],
    guests: [],
    sections: [{ kind: 'decision', heading: 'Beslutning', text: decision, lines }],
    recommendation: null,
    decision,
    outcomes: [{ code: 'approved', point: null, text: 'blev godkendt' }],
    commitments: [],
    attachments: [],
    absent: [],
    lines,
    ...changes,
  };
}

export function sampleDocument(date: string, changes: Partial<MeetingDocument> = {}): MeetingDocument {
  const items = changes.items ?? [sampleItem(1)];
  return {
    kind: 'minutes',
    forum: 'Chefforum',
    date,
    startTime: '09:00',
    endTime: '11:00',
    place: 'Mødelokale 1',
    participants: [{ name: 'Ida Holm', title: 'kommunaldirektør' }],
    contents: items.map(({ title }, index) => ({ title, page: index + 1 })),
    items,
    findings: [],
    ...changes,
  };
}

export function sampleOriginal(fileName: string, text: string): OriginalFile {
  const bytes = Buffer.from(text, 'utf8');
  return { fileName, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const noFields = Object.fromEntries(searchFields.map((field) => [field, ''])) as SearchEntry['fields'];

/** Entries whose terms are simply the words in lower case: what the store promises holds for any terms. */
export function sampleEntries(document: MeetingDocument): SearchEntry[] {
  return document.items.map((item) => {
    const title = item.title.toLowerCase();
    const decision = (item.decision ?? '').toLowerCase();
    const words = [...new Set(`${title} ${decision}`.split(' ').filter((word) => word !== ''))];
    return { itemNumber: item.number, access: item.access, fields: { ...noFields, title, decision }, words };
  });
}

/** All that is saved of a document; the file's bytes follow the document's own content. */
export function toSave(
  forumId: string,
  document: MeetingDocument,
  changes: Partial<Pick<DocumentToSave, 'entries' | 'importedAt' | 'original'>> = {},
): DocumentToSave {
  const openText = JSON.stringify(document.items.map(({ title, decision }) => [title, decision]));
  return {
    forumId,
    document,
    original: sampleOriginal(`${document.date}.txt`, `${document.date} ${document.kind} ${openText}`),
    entries: sampleEntries(document),
    importedAt: new Date('2026-01-05T08:00:00Z'),
    ...changes,
  };
}
