import { z } from 'zod';
import { escapeMarkdown } from '../../../cards/escape-markdown.js';
import { shorten } from '../../../cards/shorten.js';
import { AppError } from '../../../domain/app-error.js';
import { dayMs } from '../../../domain/durations.js';
import type { Intents, MessageIntent } from '../../../domain/outgoing-message.js';
import type { Reply } from '../../../routing/reply.js';
import type { MessageComposer } from '../../../routing/unasked.js';
import type { MinutesStore, PendingDocument, SavedDocument, StoredMeeting } from '../../../store/ports.js';
import { minutesNote, noteTitle } from './phrases.js';

/** The note in the channel that minutes came, and that they were taken back. Payload: `meeting`, `version`, `date`. */
const kind = 'minutes.note';

const payload = z.object({ meeting: z.string(), version: z.number().int(), date: z.string() });

/** A channel that cannot be reached for a day is not told of news any more. */
const newsForMs = dayMs;

/** Names the note, by which it is changed. */
export const noteSlot = (pendingId: string): string => `${kind}:${pendingId}`;

const note = (
  { id, forumId, document }: PendingDocument,
  { meetingId, version }: { meetingId: string; version: number },
  now: Date,
  parts: Pick<MessageIntent, 'key' | 'action'>,
): MessageIntent => ({
  ...parts,
  kind,
  recipient: { kind: 'forum_channel', forumId },
  payload: { meeting: meetingId, version, date: document.date },
  slot: noteSlot(id),
  inThreadOf: null,
  dueAt: now,
  dropAfter: new Date(now.getTime() + newsForMs),
});

/** @param elsewhere what the archive's change sets going in other features. */
export const intentsOfArchiving = (
  pending: PendingDocument,
  saved: SavedDocument,
  tellsChannel: boolean,
  now: Date,
  elsewhere: Intents,
): Intents => ({
  ...elsewhere,
  messages: [
    ...elsewhere.messages,
    ...(tellsChannel ? [note(pending, saved, now, { key: noteSlot(pending.id), action: 'create' })] : []),
  ],
});

/** @param wasTold whether the channel has the note: it then says otherwise; else it is never sent. */
export const intentsOfTakingBack = (
  pending: PendingDocument & { archivedAs: NonNullable<PendingDocument['archivedAs']> },
  wasTold: boolean,
  now: Date,
  elsewhere: Intents,
): Intents => ({
  ...elsewhere,
  messages: [
    ...elsewhere.messages,
    ...(wasTold
      ? [note(pending, pending.archivedAs, now, { key: `${noteSlot(pending.id)}:back`, action: 'refresh' })]
      : []),
  ],
  withdrawn: [...elsewhere.withdrawn, noteSlot(pending.id)],
});

async function findMeeting(minutes: Pick<MinutesStore, 'getMeeting'>, forumId: string, id: string) {
  try {
    return await minutes.getMeeting({ forumIds: [forumId], sees: 'open' }, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** Counts only what everybody in the channel may read. */
function tell({ document }: StoredMeeting, version: number): string {
  const forum = shorten(document.forum, 80);
  return version === 1
    ? minutesNote.added(forum, document.date, document.items.length)
    : minutesNote.corrected(forum, document.date);
}

export function createMinutesNoteComposer(minutes: Pick<MinutesStore, 'getMeeting'>): MessageComposer {
  return {
    kind,
    get title() {
      return noteTitle.title;
    },
    async compose(message): Promise<Reply | null> {
      const { meeting: id, version, date } = payload.parse(message.payload);
      const meeting = await findMeeting(minutes, message.forumId, id);
      const isThere = meeting !== undefined && meeting.version >= version;
      if (!isThere && message.action === 'create') return null;
      const text = isThere ? tell(meeting, version) : minutesNote.takenBack(date);
      return { text: escapeMarkdown(text), summary: text };
    },
  };
}
