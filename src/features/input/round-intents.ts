import type { WorkingDays } from '../../danish/working-days.js';
import type { InputRound, Respondent } from '../../domain/input.js';
import type { Membership } from '../../domain/member.js';
import type { Intents, JobIntent, MessageIntent } from '../../domain/outgoing-message.js';
import type { PersonKey } from '../../domain/person-key.js';
import { mayDo } from '../../domain/rights.js';
import { reminderTimes } from './round/reminder-times.js';

/*
 * What a round's own events set going. Keys name the round and the revision or the instant, so that what is saved once sets
 * going what it sets going once.
 */

/** The kinds of messages; a composer makes each from the state of things when it is sent. */
export const roundMessages = {
  /** To one who is asked and misses something. Payload: `round`, `respondent`. */
  reminder: 'input.reminder',
  /** To chair and secretaries: the round is closed. Payload: `round`. */
  brief: 'input.brief',
} as const;

export const roundJobs = {
  /** Payload: `round`. */
  remind: 'input.remind',
  /** Payload: `round`. */
  close: 'input.close',
} as const;

const jobAt = (kind: string, { id, forumId }: InputRound, dueAt: Date): JobIntent => ({
  key: `${kind}:${id}:${dueAt.toISOString()}`,
  kind,
  forumId,
  payload: { round: id },
  dueAt,
  dropAfter: null,
});

const waitingJobs = ({ id }: Pick<InputRound, 'id'>): string[] =>
  Object.values(roundJobs).map((kind) => `${kind}:${id}:*`);

const waitingReminders = ({ id }: Pick<InputRound, 'id'>): string => `${roundMessages.reminder}:${id}:*`;

/** Reminders and closing by the round's deadline, in the place of those that wait. Reminders whose time is over are not made up for. */
export const intentsOfDeadline = (round: InputRound, workingDays: WorkingDays, now: Date): Intents => ({
  messages: [],
  jobs: [
    ...reminderTimes(round, workingDays)
      .filter((at) => at > now)
      .map((at) => ({ ...jobAt(roundJobs.remind, round, at), dropAfter: round.deadlineAt })),
    jobAt(roundJobs.close, round, round.deadlineAt),
  ],
  withdrawn: [...waitingJobs(round), waitingReminders(round)],
});

/** Who gets the brief: whoever may read everybody's answers at any time. */
export const briefReaders = (memberships: readonly Membership[], date: string): PersonKey[] => {
  const readers = memberships.filter(
    ({ role, from, to }) => mayDo([role], 'see_input', 'open') && from <= date && (to === null || date <= to),
  );
  return [...new Map(readers.map(({ person }) => [`${person.tenantId} ${person.objectId}`, person])).values()];
};

/** @param round with the revision it was read with. */
export const intentsOfClosing = (round: InputRound, readers: readonly PersonKey[], now: Date): Intents => ({
  messages: readers.map((person) => ({
    key: `${roundMessages.brief}:${round.id}:${round.revision + 1}:${person.tenantId}:${person.objectId}`,
    kind: roundMessages.brief,
    recipient: { kind: 'person', forumId: round.forumId, person },
    payload: { round: round.id },
    action: 'create',
    slot: null,
    inThreadOf: null,
    dueAt: now,
    dropAfter: null,
  })),
  jobs: [],
  withdrawn: [...waitingJobs(round), waitingReminders(round)],
});

/** Reminds one respondent. @param occurrence one reminder each: the instant it was planned for, or the press that asked for it */
export const reminderFor = (
  round: Pick<InputRound, 'id' | 'forumId' | 'deadlineAt'>,
  { id, person }: Pick<Respondent, 'id' | 'person'>,
  occurrence: string,
  now: Date,
): MessageIntent => ({
  key: `${roundMessages.reminder}:${round.id}:${id}:${occurrence}`,
  kind: roundMessages.reminder,
  recipient: { kind: 'person', forumId: round.forumId, person },
  payload: { round: round.id, respondent: id },
  action: 'create',
  slot: null,
  inThreadOf: null,
  dueAt: now,
  // A reminder after the deadline reminds of nothing.
  dropAfter: round.deadlineAt,
  series: `${roundMessages.reminder}:${round.id}:${id}`,
});
