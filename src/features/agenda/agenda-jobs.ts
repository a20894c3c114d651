import { z } from 'zod';
import type { Agenda } from '../../domain/agenda.js';
import { AppError } from '../../domain/app-error.js';
import type { JobIntent } from '../../domain/outgoing-message.js';
import type { Job } from '../../routing/unasked.js';
import { analyseInTurns } from '../../search/analyse-document.js';
import type { MinutesStore } from '../../store/ports.js';
import { type Acting, giveUpSchedule, holdAgenda, publishAgenda } from './agenda-actions.js';
import { toMeetingDocument, toOriginalFile } from './agenda-document.js';
import { agendaJobs } from './agenda-intents.js';
import { settleAgendas } from './settle-agendas.js';

export interface AgendaWork extends Acting {
  minutes: Pick<MinutesStore, 'listMeetings' | 'findMeetings' | 'saveDocument' | 'undoImport'>;
}

const payload = z.object({ agenda: z.string() });

/** States in which the archive holds an agenda as a document. */
const standsInArchive: readonly Agenda['state'][] = ['published', 'changed', 'held', 'archived'];

/** Publishes what was to be published by itself. What was planned anew meanwhile is another job's. */
async function publishPlanned(work: AgendaWork, agenda: Agenda): Promise<void> {
  const { publishAt, state } = agenda;
  if (state !== 'scheduled' || publishAt === null || publishAt > work.clock.now()) return;
  try {
    await publishAgenda(work, agenda, null, publishAt);
  } catch (error) {
    // A conflict of revisions is another's doing; the job is run again and finds what became of it.
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    const newest = await work.agendas.getAgenda(agenda.id);
    if (newest.revision !== agenda.revision) throw error;
    await giveUpSchedule(work, agenda, await plannerOf(work, agenda.id));
  }
}

/** Who planned it: whoever changed it last. */
async function plannerOf({ agendas }: AgendaWork, agendaId: string) {
  const changes = await agendas.listChanges(agendaId);
  return changes.find(({ by }) => by !== null)?.by ?? null;
}

/** Takes every version of the agenda's document out of the archive. */
async function takeOut({ minutes }: AgendaWork, agenda: Agenda): Promise<void> {
  const { fileName } = toOriginalFile(toMeetingDocument(agenda));
  const audience = { forumIds: [agenda.forumId], sees: 'open_and_closed' } as const;
  for (;;) {
    const standing = await minutes.findMeetings(audience, agenda.date);
    if (!standing.some((meeting) => meeting.document.kind === 'agenda' && meeting.fileName === fileName)) return;
    await minutes.undoImport(agenda.forumId, { fileName });
  }
}

/** The archive says what the agenda says, or nothing when that is taken back. Done again it changes nothing. */
export async function bringArchiveInLine(work: AgendaWork, agenda: Agenda): Promise<void> {
  const { minutes, agendas, clock } = work;
  if (!standsInArchive.includes(agenda.state)) return takeOut(work, agenda);
  await leaveEarlierDates(work, agenda);
  const document = toMeetingDocument(agenda);
  await minutes.saveDocument({
    forumId: agenda.forumId,
    document,
    original: toOriginalFile(document),
    entries: await analyseInTurns(document),
    importedAt: clock.now(),
  });
  await settleAgendas({ agendas, minutes, clock }, agenda.forumId);
}

/** A meeting that was moved stands in the archive on its new date only. */
async function leaveEarlierDates(work: AgendaWork, agenda: Agenda): Promise<void> {
  const dates = new Set<string>();
  for (let revision = 1; revision < agenda.revision; revision += 1) {
    const earlier = await work.agendas.getAgendaAt(agenda.id, revision);
    if (earlier.publishedAt !== null && earlier.date !== agenda.date) dates.add(earlier.date);
  }
  for (const date of dates) await takeOut(work, { ...agenda, date });
}

/** What is done to agendas at a time. */
export function createAgendaJobs(work: AgendaWork): Job[] {
  const agendaOf = (job: JobIntent) => work.agendas.getAgenda(payload.parse(job.payload).agenda);
  return [
    { kind: agendaJobs.publish, run: async (job) => publishPlanned(work, await agendaOf(job)) },
    {
      kind: agendaJobs.hold,
      async run(job) {
        const agenda = await agendaOf(job);
        await holdAgenda(work, agenda);
        await settleAgendas(work, agenda.forumId);
      },
    },
    {
      kind: agendaJobs.settle,
      // Minutes come and go by the command line as well; people are told in the morning.
      schedule: { every: 'day', time: '05:30', catchUpHours: 24 },
      run: ({ forumId }) => settleAgendas(work, forumId),
    },
    { kind: agendaJobs.archive, run: async (job) => bringArchiveInLine(work, await agendaOf(job)) },
  ];
}
