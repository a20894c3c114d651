import type { Agenda } from '../../domain/agenda.js';
import { type AgendaEvent, moveAgenda, nextAgendaState } from '../../domain/agenda-state.js';
import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import { speaking } from '../../domain/language.js';
import { type Intents, noIntents } from '../../domain/outgoing-message.js';
import type { PersonKey } from '../../domain/person-key.js';
import type { AgendaStore, ConversationStore } from '../../store/ports.js';
import { describeChanges } from './agenda-changes.js';
import {
  endOfMeeting,
  intentsOfChange,
  intentsOfFailedSchedule,
  intentsOfPublication,
  intentsOfSchedule,
  joinIntents,
} from './agenda-intents.js';
import { actionNotes, actionReplies, cannotDo, cannotPublish } from './phrases.js';

/*
 * What is done to an agenda as a whole. Each takes the agenda as the one who asks for it saw it, saves the next state with
 * all it sets going in one transaction, and throws `conflict` when somebody was quicker.
 */

export interface Acting {
  agendas: AgendaStore;
  conversations: Pick<ConversationStore, 'findChannel'>;
  clock: Clock;
  /**
   * What publishing an agenda, or changing one that is out, sets going beside its card and its thread: chefs are asked, and
   * whoever answered a changed item is told. Absent: nothing.
   */
  intentsOfInput?(before: Agenda, after: Agenda, now: Date): Promise<Intents>;
}

/** Everything a change of an agenda sets going, elsewhere too; nothing but its own jobs for one that is not out. */
export async function allIntentsOfChange(
  acting: Pick<Acting, 'clock' | 'intentsOfInput'>,
  before: Agenda,
  after: Agenda,
): Promise<Intents> {
  const now = acting.clock.now();
  const own = intentsOfChange(after, now);
  if (after.publishedAt === null || acting.intentsOfInput === undefined) return own;
  return joinIntents(own, await acting.intentsOfInput(before, after, now));
}

const change = ({ clock }: Pick<Acting, 'clock'>, note: string, by: PersonKey | null) => ({
  note,
  by,
  at: clock.now(),
});

/** Why, on one line, as the channel is told; null where nobody said. */
const toReason = (text: string | undefined): string | null => text?.replace(/\s+/g, ' ').trim() || null;

/** @throws AppError `conflict` when nobody could see it in a channel. */
async function requireChannel({ conversations }: Acting, { forumId }: Agenda): Promise<void> {
  if ((await conversations.findChannel(forumId)) === undefined)
    throw new AppError('conflict', 'the forum has no channel', { reply: actionReplies.noChannel });
}

function requireComing({ clock }: Acting, agenda: Agenda, at: Date = clock.now()): void {
  if (endOfMeeting(agenda) <= at)
    throw new AppError('conflict', `the meeting of ${agenda.date} is over by then`, {
      reply: actionReplies.meetingOver(agenda.date),
    });
}

/** @param dueAt when it was to go out, when that is not now. */
export async function publishAgenda(
  acting: Acting,
  agenda: Agenda,
  by: PersonKey | null,
  dueAt: Date = acting.clock.now(),
): Promise<Agenda> {
  const state = moveAgenda(agenda.state, 'publish', cannotPublish(agenda.state));
  requireComing(acting, agenda);
  if (agenda.entries.length === 0)
    throw new AppError('conflict', 'the agenda has no items', { reply: actionReplies.noItems });
  await requireChannel(acting, agenda);
  const out: Agenda = { ...agenda, state, publishAt: null, publishedAt: acting.clock.now() };
  const own = intentsOfPublication(out, dueAt);
  const asked = (await acting.intentsOfInput?.(agenda, out, acting.clock.now())) ?? noIntents;
  return acting.agendas.saveAgenda(out, change(acting, actionNotes.published, by), joinIntents(own, asked));
}

/** @throws AppError `invalid_input` when the time is over. */
export async function scheduleAgenda(acting: Acting, agenda: Agenda, at: Date, by: PersonKey | null): Promise<Agenda> {
  const state = moveAgenda(agenda.state, 'schedule', cannotPublish(agenda.state));
  if (at <= acting.clock.now())
    throw new AppError('invalid_input', 'the time of publication is over', { reply: actionReplies.timeOver });
  requireComing(acting, agenda, at);
  if (agenda.entries.length === 0)
    throw new AppError('conflict', 'the agenda has no items', { reply: actionReplies.noItems });
  await requireChannel(acting, agenda);
  const planned: Agenda = { ...agenda, state, publishAt: at };
  return acting.agendas.saveAgenda(planned, change(acting, actionNotes.scheduled(at), by), intentsOfSchedule(planned));
}

/** A draft again, by hand from now on. */
export function unscheduleAgenda(acting: Acting, agenda: Agenda, by: PersonKey | null): Promise<Agenda> {
  const state = moveAgenda(agenda.state, 'unschedule', actionReplies.notScheduled);
  const stopped: Agenda = { ...agenda, state, publishAt: null };
  return acting.agendas.saveAgenda(
    stopped,
    change(acting, actionNotes.unscheduled, by),
    intentsOfChange(stopped, acting.clock.now()),
  );
}

/** The time came and it could not be published: a draft again, and the one who planned it is told. */
export function giveUpSchedule(acting: Acting, agenda: Agenda, planner: PersonKey | null): Promise<Agenda> {
  const state = moveAgenda(agenda.state, 'unschedule', actionReplies.notScheduled);
  const stopped: Agenda = { ...agenda, state, publishAt: null };
  const intents = intentsOfFailedSchedule(stopped, planner, acting.clock.now());
  return acting.agendas.saveAgenda(stopped, change(acting, actionNotes.notPublished, null), intents);
}

const noteOf: Readonly<Partial<Record<AgendaEvent, string>>> = {
  withdraw: actionNotes.withdrawn,
  cancel: actionNotes.cancelled,
  restore: actionNotes.restored,
};

/**
 * Takes it back (a draft: throws it away), cancels its meeting, or brings back what was taken back wrongly.
 *
 * @param reason what the thread is told of why.
 */
export async function endAgenda(
  acting: Acting,
  agenda: Agenda,
  event: 'withdraw' | 'cancel' | 'restore',
  by: PersonKey | null,
  reason?: string,
): Promise<Agenda> {
  const state = moveAgenda(agenda.state, event, cannotDo(agenda.state));
  if (event === 'restore' && agenda.publishedAt === null)
    throw new AppError('conflict', 'a draft that was thrown away is brought back by undo', {
      reply: cannotDo(agenda.state),
    });
  if (event === 'restore') requireComing(acting, agenda);
  const next: Agenda = { ...agenda, state, publishAt: null };
  const note = noteOf[event] ?? event;
  const made = { ...change(acting, note, by), reason: toReason(reason) };
  return acting.agendas.saveAgenda(next, made, await allIntentsOfChange(acting, agenda, next));
}

/** As it was before the newest change. Only until it is published. */
export function undoChange(acting: Acting, agenda: Agenda, by: PersonKey | null): Promise<Agenda> {
  const { agendas, clock } = acting;
  return agendas.undoChange(agenda.id, agenda.revision, change(acting, actionNotes.undone, by), (restored) => {
    // The restored agenda has its new revision already; the keys count on from the one before.
    const read = { ...restored, revision: restored.revision - 1 };
    const isPlanned = restored.state === 'scheduled' && (restored.publishAt ?? clock.now()) > clock.now();
    return isPlanned ? intentsOfSchedule(read) : intentsOfChange(read, clock.now());
  });
}

/**
 * Saves a change of what an agenda says. One that is out already brings its card and its thread up to date.
 *
 * @param before as the one who changes it read it.
 */
export async function editAgenda(
  acting: Acting,
  before: Agenda,
  after: Agenda,
  by: PersonKey | null,
  why: { note?: string; reason?: string } = {},
): Promise<Agenda> {
  const state = moveAgenda(before.state, 'edit', cannotDo(before.state));
  const next: Agenda = { ...after, state };
  const note = why.note ?? (speaking('da', () => describeChanges(before, next)).join('; ') || actionNotes.edited);
  const intents = next.publishedAt === null ? noIntents : await allIntentsOfChange(acting, before, next);
  return acting.agendas.saveAgenda(next, { ...change(acting, note, by), reason: toReason(why.reason) }, intents);
}

/** The meeting has been. Without effect where that is known, or it is not so. */
export async function holdAgenda(acting: Acting, agenda: Agenda): Promise<void> {
  const state = nextAgendaState(agenda.state, 'hold');
  if (state === undefined || endOfMeeting(agenda) > acting.clock.now()) return;
  await acting.agendas.saveAgenda({ ...agenda, state }, change(acting, actionNotes.held, null), noIntents);
}
