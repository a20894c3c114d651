import type { WorkingDays } from '../../../danish/working-days.js';
import type { Agenda } from '../../../domain/agenda.js';
import { liveAgendaStates } from '../../../domain/agenda-state.js';
import { AppError } from '../../../domain/app-error.js';
import type { Clock } from '../../../domain/clock.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import type { PersonKey } from '../../../domain/person-key.js';
import type { AgendaStore, MinutesStore, OriginalFile } from '../../../store/ports.js';
import { type Acting, editAgenda } from '../agenda-actions.js';
import { describeChanges } from '../agenda-changes.js';
import { mergeAgendas } from '../merge-agendas.js';
import { defaultDeadline } from './default-deadline.js';
import { documentToDraft } from './document-to-draft.js';
import { draftNotes, draftReplies } from './phrases.js';

/** What receiving documents needs. */
export interface Receiving {
  agendas: AgendaStore;
  minutes: Pick<MinutesStore, 'listMeetings'>;
  workingDays: WorkingDays;
  clock: Clock;
}

/** What became of an agenda document. */
export type ReceivedAgenda =
  | { status: 'new'; agenda: Agenda }
  /** The same document made the agenda that is there. */
  | { status: 'unchanged'; agenda: Agenda }
  /** The date has an agenda. `candidate` keeps what came, out of force, so that it can take that one's place. */
  | { status: 'conflict'; agenda: Agenda; candidate: Agenda; changes: string[] };

/** @throws AppError `conflict` when the meeting's minutes are there, or its agenda is behind us. */
export async function refuseHeldMeeting(
  { agendas, minutes }: Pick<Receiving, 'agendas' | 'minutes'>,
  forumId: string,
  date: string,
): Promise<void> {
  const held = await minutes.listMeetings({ forumIds: [forumId], sees: 'open_and_closed' }, 'minutes');
  if (held.some((meeting) => meeting.date === date))
    throw new AppError('conflict', `the minutes of ${date} are in the archive: the meeting has been held`, {
      reply: draftReplies.meetingHeld(date),
    });
  const over = await agendas.listAgendas(forumId, ['held', 'archived']);
  if (over.some((agenda) => agenda.date === date))
    throw new AppError('conflict', `the meeting of ${date} has been held`, { reply: draftReplies.meetingOver(date) });
}

/**
 * Takes in an agenda read from a document: a new draft, nothing for the same document again, and for a date that has an
 * agenda a candidate in its place and what would change. Nothing in force is ever changed.
 *
 * @throws AppError `invalid_input` for minutes, `conflict` for a meeting that has been held.
 */
export async function receiveDocument(
  receiving: Receiving,
  forumId: string,
  document: MeetingDocument,
  original: Pick<OriginalFile, 'fileName' | 'sha256'>,
  by: PersonKey | null,
): Promise<ReceivedAgenda> {
  const { agendas, workingDays, clock } = receiving;
  const now = clock.now();
  const draft = documentToDraft(document, {
    forumId,
    original,
    inputDeadlineAt: defaultDeadline(document.date, now, workingDays),
  });
  await refuseHeldMeeting(receiving, forumId, draft.date);
  const live = await agendas.listAgendas(forumId, liveAgendaStates);
  const present = live.find(({ date }) => date === draft.date);
  if (present === undefined)
    return {
      status: 'new',
      agenda: await agendas.createAgenda(draft, { note: draftNotes.madeFrom(original.fileName), by, at: now }),
    };
  if (present.source?.sha256 === original.sha256) return { status: 'unchanged', agenda: present };
  const candidate = await keepCandidate(receiving, draft, by);
  return {
    status: 'conflict',
    agenda: present,
    candidate,
    changes: describeChanges(present, mergeAgendas(present, draft)),
  };
}

/** The same document waiting already is not kept twice. */
async function keepCandidate(
  { agendas, clock }: Pick<Receiving, 'agendas' | 'clock'>,
  draft: Agenda,
  by: PersonKey | null,
): Promise<Agenda> {
  const kept = (await agendas.listAgendas(draft.forumId, ['withdrawn'])).find(
    ({ date, publishedAt, source, revision }) =>
      date === draft.date && publishedAt === null && revision === 1 && source?.sha256 === draft.source?.sha256,
  );
  if (kept !== undefined) return kept;
  const note = draftNotes.receivedBeside(draft.source?.fileName ?? '');
  return agendas.createAgenda({ ...draft, state: 'withdrawn' }, { note, by, at: clock.now() });
}

/**
 * Puts what a candidate says in the place of what an agenda says. What people know the agenda and its items by stays.
 *
 * @param present as the one who asks for it saw it.
 * @throws AppError `conflict` when it changed since, or can be changed no more.
 */
export function replaceWithCandidate(
  acting: Acting,
  present: Agenda,
  candidate: Agenda,
  by: PersonKey | null,
): Promise<Agenda> {
  const note = draftNotes.replacedFrom(candidate.source?.fileName ?? '');
  return editAgenda(acting, present, mergeAgendas(present, candidate), by, { note });
}
