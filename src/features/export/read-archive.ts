import type { Agenda } from '../../domain/agenda.js';
import type { EarlierVersion, Forum, OriginalFile, Register, Store, StoredMeeting } from '../../store/ports.js';
import {
  type AgendaRecord,
  type ForumRecords,
  type RecordingStore,
  readAgendaRecord,
  readRecords,
} from './read-records.js';

export type ExportedStore = RecordingStore & Pick<Store, 'forums' | 'minutes'>;

export interface ExportedMeeting extends StoredMeeting {
  /** When the first of the versions came that the audience may be given. */
  firstImportedAt: Date;
  /** Oldest first; none when they are not to be exported. */
  earlier: EarlierVersion[];
}

export interface ExportedAgenda {
  agenda: Agenda;
  /** null: it is not to be exported. */
  record: AgendaRecord | null;
}

/** All that is known of one forum, as far as it is to be exported. */
export interface ExportedForum {
  forum: Forum;
  register: Register;
  /** When the register was first saved, and last changed; null: never. */
  registerTimes: { first: Date; last: Date } | null;
  meetings: ExportedMeeting[];
  agendas: ExportedAgenda[];
  /** null: they are not to be exported. */
  records: ForumRecords | null;
}

const publicStates = ['published', 'changed', 'held', 'cancelled'] as const;
const everyState = [...publicStates, 'draft', 'scheduled', 'archived', 'withdrawn'] as const;

const withoutClosed = (agenda: Agenda): Agenda => ({
  ...agenda,
  entries: agenda.entries.filter(({ item }) => item.access === 'open'),
  // What was odd in the document may speak of closed items.
  source: agenda.source === null ? null : { ...agenda.source, findings: [] },
});

/**
 * Reads one forum. Without `closed`: the open items of minutes and of agendas that were published, and the register. With it
 * everything: closed items, drafts, what chefs answered before the meetings, and all that was kept on the way there.
 */
export async function readForum(store: ExportedStore, forum: Forum, closed: boolean): Promise<ExportedForum> {
  const audience = { forumIds: [forum.id], sees: closed ? 'open_and_closed' : 'open' } as const;
  const meetings: ExportedMeeting[] = [];
  for (const { id } of await store.minutes.listMeetings(audience)) {
    const meeting = await store.minutes.getMeeting(audience, id);
    const [first] = (await store.minutes.listOriginals(audience, id)).toReversed();
    meetings.push({
      ...meeting,
      firstImportedAt: first?.importedAt ?? meeting.importedAt,
      earlier: await store.minutes.listEarlierVersions(audience, id),
    });
  }
  const agendas: ExportedAgenda[] = [];
  for (const agenda of await store.agendas.listAgendas(forum.id, closed ? everyState : publicStates))
    agendas.push(
      closed
        ? { agenda, record: await readAgendaRecord(store, agenda) }
        : { agenda: withoutClosed(agenda), record: null },
    );
  const changes = await store.members.listRegisterChanges(forum.id, Number.MAX_SAFE_INTEGER);
  const [last, first] = [changes[0], changes.at(-1)];
  return {
    forum,
    register: await store.members.getRegister(forum.id),
    registerTimes: last === undefined || first === undefined ? null : { first: first.at, last: last.at },
    meetings,
    agendas,
    records: closed ? await readRecords(store, forum.id) : null,
  };
}

/** The file a meeting's document came as; null when it holds closed items that are not to be exported. */
export async function readOriginal(
  { minutes }: Pick<Store, 'minutes'>,
  { id, forumId }: Pick<StoredMeeting, 'id' | 'forumId'>,
  closed: boolean,
): Promise<OriginalFile | null> {
  const audience = { forumIds: [forumId], sees: closed ? 'open_and_closed' : 'open' } as const;
  return minutes.getOriginal(audience, id).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'not_found') return null;
    throw error;
  });
}
