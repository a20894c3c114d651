import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { AgendaItem } from '../../../domain/agenda-item.js';
import { AppError } from '../../../domain/app-error.js';
import type { Finding, MeetingDocument } from '../../../domain/meeting-document.js';
import { newId } from '../../../domain/new-id.js';
import { newEntry, numberEntries } from '../entries.js';
import { draftReplies } from './phrases.js';

/** When a meeting is taken to begin whose agenda does not say. */
const usualStart = '09:00';

export interface DraftContext {
  forumId: string;
  original: { fileName: string; sha256: string };
  /** Until when input is wanted; null: none is asked for. */
  inputDeadlineAt: Date | null;
}

/**
 * Makes a draft of an agenda as read from a document. Pure but for the random ids. The order of the document is kept, and
 * the items are numbered by it; everything odd the parser saw comes along.
 *
 * @throws AppError `invalid_input` when the document is minutes.
 */
export function documentToDraft(document: MeetingDocument, context: DraftContext): Agenda {
  if (document.kind === 'minutes')
    throw new AppError('invalid_input', `this is the minutes of ${document.date}, not an agenda`, {
      reply: draftReplies.minutesAsAgenda(document.forum, document.date),
    });
  const { fileName, sha256 } = context.original;
  return {
    id: newId(),
    forumId: context.forumId,
    forum: document.forum,
    state: 'draft',
    date: document.date,
    startTime: document.startTime ?? usualStart,
    endTime: document.endTime,
    place: document.place,
    inputDeadlineAt: context.inputDeadlineAt,
    publishAt: null,
    publishedAt: null,
    entries: numberEntries(document.items.map(toEntry)),
    source: { fileName, sha256, findings: [...document.findings, ...missingStart(document)] },
    acceptedFindings: [],
    revision: 1,
  };
}

const missingStart = ({ startTime }: MeetingDocument): Finding[] =>
  startTime === null ? [{ code: 'missing_start_time', line: 1, message: draftReplies.missingStart(usualStart) }] : [];

function toEntry(item: AgendaItem): AgendaEntry {
  const standing = item.kind === 'approval' || item.kind === 'any_other_business' ? item.kind : null;
  return newEntry(item, { standing });
}
