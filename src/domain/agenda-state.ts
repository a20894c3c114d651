import type { AgendaState } from './agenda.js';
import { AppError } from './app-error.js';

/**
 * What happens to an agenda:
 * - `edit`: something in it changed; after publication the change is seen;
 * - `schedule`, `unschedule`: it is to be published by itself, or no longer;
 * - `publish`: it goes out; `withdraw`: it is taken back, or the draft thrown away; `cancel`: the meeting is not held;
 * - `restore`: the withdrawal or the cancellation of a published one was wrong;
 * - `hold`: the meeting has been; `archive`: its minutes are in the archive; `unarchive`: they were taken out again.
 */
export const agendaEvents = [
  'edit',
  'schedule',
  'unschedule',
  'publish',
  'withdraw',
  'cancel',
  'restore',
  'hold',
  'archive',
  'unarchive',
] as const;

export type AgendaEvent = (typeof agendaEvents)[number];

/**
 * Where each event leads from each state; what is not here cannot happen.
 *
 * A draft or scheduled agenda has another way back besides: the store's `undoChange`, which puts any earlier content and
 * state of a never published agenda in force again.
 */
const table: Readonly<Record<AgendaState, Readonly<Partial<Record<AgendaEvent, AgendaState>>>>> = {
  draft: { edit: 'draft', schedule: 'scheduled', publish: 'published', withdraw: 'withdrawn', cancel: 'cancelled' },
  scheduled: {
    edit: 'scheduled',
    schedule: 'scheduled',
    unschedule: 'draft',
    publish: 'published',
    withdraw: 'withdrawn',
    cancel: 'cancelled',
  },
  published: { edit: 'changed', withdraw: 'withdrawn', cancel: 'cancelled', hold: 'held', archive: 'archived' },
  changed: { edit: 'changed', withdraw: 'withdrawn', cancel: 'cancelled', hold: 'held', archive: 'archived' },
  held: { archive: 'archived' },
  archived: { unarchive: 'held' },
  withdrawn: { restore: 'changed' },
  cancelled: { restore: 'changed' },
};

/** The state an event leads to, or undefined where it cannot happen. */
export const nextAgendaState = (state: AgendaState, event: AgendaEvent): AgendaState | undefined => table[state][event];

/**
 * The state an event leads to.
 *
 * @param reply what a person who asked for it is told in Danish.
 * @throws AppError `conflict` where the event cannot happen.
 */
export function moveAgenda(state: AgendaState, event: AgendaEvent, reply: string): AgendaState {
  const next = nextAgendaState(state, event);
  if (next === undefined) throw new AppError('conflict', `an agenda that is ${state} cannot ${event}`, { reply });
  return next;
}

/** States in which an agenda occupies its date: the forum has at most one such a day. */
export const liveAgendaStates: readonly AgendaState[] = ['draft', 'scheduled', 'published', 'changed', 'held'];

/** States in which everybody in the forum may see the agenda. */
export const postedAgendaStates: readonly AgendaState[] = ['published', 'changed'];
