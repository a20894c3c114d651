import type { MeetingDocument } from '../../domain/meeting-document.js';
import { stretch, type Times, toTimes } from './oparl-times.js';
import type { ExportedForum } from './read-archive.js';
import { shortHash } from './short-hash.js';

/** A meeting of a forum, from its minutes or else from its agenda. */
export interface HeldMeeting {
  document: Pick<MeetingDocument, 'kind' | 'date' | 'startTime' | 'endTime' | 'place' | 'participants' | 'items'>;
  /** Stored documents of it: minutes before agenda. */
  documents: ExportedForum['meetings'];
  id: string;
  times: Times;
  isCancelled: boolean;
}

/** One a date: the minutes count, else the agenda document, else what was published in the channel. */
export function heldMeetings({ forum, meetings, agendas }: ExportedForum, exportedAt: Date): HeldMeeting[] {
  const byDate = new Map<string, HeldMeeting>();
  const ordered = [...meetings].sort((a, b) => (a.document.kind < b.document.kind ? 1 : -1));
  for (const stored of ordered) {
    const { date } = stored.document;
    const there = byDate.get(date);
    if (there === undefined) {
      const times = toTimes(stored.firstImportedAt, stored.importedAt);
      byDate.set(date, { document: stored.document, documents: [stored], id: stored.id, times, isCancelled: false });
    } else {
      there.documents.push(stored);
      stretch(there.times, toTimes(stored.firstImportedAt, stored.importedAt));
    }
  }
  for (const { agenda } of agendas) {
    if (byDate.has(agenda.date) || !['published', 'changed', 'held', 'cancelled'].includes(agenda.state)) continue;
    const items = agenda.entries.filter(({ isWithdrawn }) => !isWithdrawn).map(({ item }) => item);
    byDate.set(agenda.date, {
      document: { ...agenda, kind: 'agenda', participants: [], items },
      documents: [],
      id: shortHash(forum.id, agenda.id),
      // When it was last changed may be when a closed item was.
      times: toTimes(agenda.publishedAt ?? exportedAt, exportedAt),
      isCancelled: agenda.state === 'cancelled',
    });
  }
  return [...byDate.values()].sort((a, b) => (a.document.date < b.document.date ? -1 : 1));
}
