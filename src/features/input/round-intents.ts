import { toLocalTime } from '../../danish/date-format.js';
import type { WorkingDays } from '../../danish/working-days.js';
import type { InputRound, Respondent } from '../../domain/input.js';
import type { Membership } from '../../domain/member.js';
import type { Intents, JobIntent, MessageIntent } from '../../domain/outgoing-message.js';
import type { PersonKey } from '../../domain/person-key.js';
import { mayDo } from '../../domain/rights.js';
import { isSamePerson } from '../../routing/person-of.js';
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
  /** To one of the forum, who may read everybody's answers now that the round is closed. Payload: `round`. */
  opened: 'input.opened',
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

/** Each person once. */
const personsOf = (memberships: readonly Membership[]): PersonKey[] => [
  ...new Map(memberships.map(({ person }) => [`${person.tenantId} ${person.objectId}`, person])).values(),
];

/** A message of the round to one person, whose text is made of the round when it is sent. */
const tell = (kind: string, key: string, { id, forumId }: InputRound, person: PersonKey, now: Date): MessageIntent => ({
  key: `${kind}:${id}:${key}:${person.tenantId}:${person.objectId}`,
  kind,
  recipient: { kind: 'person', forumId, person },
  payload: { round: id },
  action: 'create',
  slot: null,
  inThreadOf: null,
  dueAt: now,
  dropAfter: null,
});

/**
 * The brief to whoever may read everybody's answers at any time; and where the answers are opened to the forum, word of it to
 * the others who may read them now: once, however often the round is opened again and closed.
 *
 * @param round with the revision it was read with
 * @param memberships the forum's; none where nobody is to be told
 */
export function intentsOfClosing(round: InputRound, memberships: readonly Membership[], now: Date): Intents {
  const { date } = toLocalTime(now);
  const present = memberships.filter(({ from, to }) => from <= date && (to === null || date <= to));
  const readers = personsOf(present.filter(({ role }) => mayDo([role], 'see_input', 'open')));
  const isOpened = round.visibility === 'forum_after_deadline';
  const opened = personsOf(
    present.filter(({ role }) => isOpened && mayDo([role], 'see_input_of_forum_round', 'open')),
  ).filter((person) => !readers.some((reader) => isSamePerson(reader, person)));
  return {
    messages: [
      ...readers.map((person) => tell(roundMessages.brief, String(round.revision + 1), round, person, now)),
      ...opened.map((person) => tell(roundMessages.opened, 'once', round, person, now)),
    ],
    jobs: [],
    withdrawn: [...waitingJobs(round), waitingReminders(round)],
  };
}

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
